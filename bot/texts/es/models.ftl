## Especialistas y sus modelos (orchestration.specialists.thinking, bot.brains)

specialist-bypassed = ⚠️ { $name } ha fallado tres veces seguidas con { $model } y trabajará sin él durante { $minutes } min: { $reason }. Hasta entonces hace su trabajo lo que viene integrado.
specialist-back = ✅ { $name } vuelve a trabajar con { $model }.
day-budget-spent = 🪙 { $name } ha gastado los { $tokens } tokens que tiene permitidos al día. Hasta mañana hace su trabajo lo que viene integrado.
specialists-model = 🤖 { $model }: { $today } tokens hoy{ $cost-is ->
        [given] {" "}({ $cost })
       *[empty] {""}
    }{ $topic ->
        [0] {""}
       *[other] , { $here } en este ticket
    }
models-broken =
    ⚠️ Hasta que se corrija, estos especialistas trabajan con el cerebro integrado:
    { $lines }
