## Especialistas e os seus modelos (orchestration.specialists.thinking, bot.brains)

specialist-bypassed = ⚠️ { $name } falhou três vezes seguidas com { $model } e trabalha sem ele durante { $minutes } min: { $reason }. Até lá, o que vem integrado faz o seu trabalho.
specialist-back = ✅ { $name } voltou a trabalhar com { $model }.
day-budget-spent = 🪙 { $name } gastou os { $tokens } tokens que lhe são permitidos por dia. Até amanhã, o que vem integrado faz o seu trabalho.
specialists-model = 🤖 { $model }: { $today } tokens hoje{ $cost-is ->
        [given] {" "}({ $cost })
       *[empty] {""}
    }{ $topic ->
        [0] {""}
       *[other] , { $here } neste ticket
    }
models-broken =
    ⚠️ Até isto ser corrigido, estes especialistas trabalham com o cérebro integrado:
    { $lines }
