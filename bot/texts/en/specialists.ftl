## Specialists (bot.views.specialists, bot.reloading)

command-staff-specialists = Who the specialists are
specialists-list = 🧠 { $count ->
        [0] There are no specialists: each is a file in desk/specialists.
        [one] One specialist, a file in desk/specialists. A change is followed at once:
       *[other] { $count } specialists, each a file in desk/specialists. A change is followed at once:
    }
specialists-line = { $led ->
        [0] ▪️ { $name } ({ $id })
       *[other] ↳ { $name } ({ $id })
    } — { $description } Since { $since }
specialists-more = … and { $count } more
specialists-broken = ⚠️ Not followed, what stood there before holds: { $mistake }
files-broken =
    ⚠️ A file of the desk cannot be followed; what it said before holds until it is corrected:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… and { $more } more, in the log
    }
