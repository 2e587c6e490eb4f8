## Out of business hours (orchestration.customers.out_of_hours)

out-of-hours =
    Nobody is at the desk right now. Your message has arrived and waits for us; we are here again on { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $day }, at { $time } ({ $zone }).

## What a shift leaves to the next one (orchestration.team.shift_digest)

shift-digest = 🤝 { $count ->
        [0] Nothing is left open for your shift.
       *[other] Left open for your shift:
    }{ $late-is ->
        [empty] {""}
       *[other] {" "}(late, it was due { $late })
    }
shift-urgency = ▪️ { $urgency }
shift-line = #{ $ticket } { $subject } — { $status }{ $expert-is ->
        [empty] {""}
       *[other] {" "}({ $expert })
    } · { $owner-is ->
        [empty] nobody answers it
       *[other] { $owner }
    }{ $deadline-is ->
        [empty] {""}
       *[other] {" "}· { $deadline }
    }
shift-more = { $beyond ->
        [0] … and { $count } more
       *[other] … and more than { $count } more
    }; /queue lists the oldest.
command-staff-shift = What is open, by urgency and deadline

## What whoever ends a ticket is reminded of (orchestration.ending.write_down)

write-down = Write down for the knowledge base what this one taught us
