## Specialists (bot.views.specialists, bot.reloading)

command-staff-specialists = Quiénes son los especialistas
specialists-list = 🧠 { $count ->
        [0] No hay especialistas: cada uno es un archivo de desk/specialists.
        [one] Un especialista, un archivo de desk/specialists. Los cambios se siguen al momento:
       *[other] { $count } especialistas, cada uno un archivo de desk/specialists. Los cambios se siguen al momento:
    }
specialists-line = { $led ->
        [0] ▪️ { $name } ({ $id })
       *[other] ↳ { $name } ({ $id })
    } — { $description } Desde { $since }
specialists-more = … y { $count } más
specialists-broken = ⚠️ No se puede seguir; vale lo que decía antes: { $mistake }
files-broken =
    ⚠️ Un archivo de la mesa no se puede seguir; vale lo que decía antes hasta que se corrija:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… y { $more } más, en el registro
    }
