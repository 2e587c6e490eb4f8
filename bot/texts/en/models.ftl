## Specialists and their models (orchestration.specialists.thinking, bot.brains)

specialist-bypassed = ⚠️ { $name } failed three times in a row with { $model } and works without it for { $minutes } min: { $reason }. Its notes are the built-in brain's until then.
specialist-back = ✅ { $name } works with { $model } again.
day-budget-spent = 🪙 { $name } has used the { $tokens } tokens that its file allows a day. Until tomorrow its notes are the built-in brain's.
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
