## Specialists (bot.views.specialists, bot.reloading)

command-staff-specialists = Quem são os especialistas
specialists-list = 🧠 { $count ->
        [0] Não há especialistas: cada um é um ficheiro em desk/specialists.
        [one] Um especialista, um ficheiro em desk/specialists. As alterações valem de imediato:
       *[other] { $count } especialistas, cada um é um ficheiro em desk/specialists. As alterações valem de imediato:
    }
specialists-line = { $led ->
        [0] ▪️ { $name } ({ $id })
       *[other] ↳ { $name } ({ $id })
    } — { $description } Desde { $since }
specialists-more = … e mais { $count }
specialists-broken = ⚠️ Não pode ser seguido; vale o que dizia antes: { $mistake }
files-broken =
    ⚠️ Um ficheiro da desk não pode ser seguido; vale o que dizia antes até ser corrigido:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… e mais { $more }, no registo
    }
