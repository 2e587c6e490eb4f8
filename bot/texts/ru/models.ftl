## Специалисты и их модели (orchestration.specialists.thinking, bot.brains)

specialist-bypassed = ⚠️ { $name }: три сбоя подряд с { $model }, следующие { $minutes } мин. — без этой модели: { $reason }. До тех пор работает встроенная замена.
specialist-back = ✅ { $name } снова работает с { $model }.
day-budget-spent = 🪙 { $name }: израсходованы { $tokens } токенов, разрешённых на день. До завтра работает встроенная замена.
specialists-model = 🤖 { $model }: токенов сегодня { $today }{ $cost-is ->
        [given] {" "}({ $cost })
       *[empty] {""}
    }{ $topic ->
        [0] {""}
       *[other] , на этот тикет { $here }
    }
models-broken =
    ⚠️ Пока это не исправят, эти специалисты работают со встроенным мозгом:
    { $lines }
