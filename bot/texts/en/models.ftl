## Specialists and their models (orchestration.specialists.thinking, bot.brains)

specialist-bypassed = ⚠️ { $name } failed three times in a row with { $model } and works without it for { $minutes } min: { $reason }. Until then what is built in does its work.
specialist-back = ✅ { $name } works with { $model } again.
day-budget-spent = 🪙 { $name } has used the { $tokens } tokens that it is allowed a day. Until tomorrow what is built in does its work.
specialists-model = 🤖 { $model }: { $today } tokens today{ $cost-is ->
        [given] {" "}({ $cost })
       *[empty] {""}
    }{ $topic ->
        [0] {""}
       *[other] , { $here } on this ticket
    }
models-broken =
    ⚠️ Until this is put right, these specialists work with the built-in brain:
    { $lines }
