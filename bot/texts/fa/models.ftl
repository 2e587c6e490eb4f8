## متخصصان و مدل‌هایشان (orchestration.specialists.thinking, bot.brains)

specialist-bypassed = ⚠️ { $name } سه بار پیاپی با { $model } ناموفق بود و { $minutes } دقیقه بدون آن کار می‌کند: { $reason }. تا آن زمان بخش داخلی کارش را انجام می‌دهد.
specialist-back = ✅ { $name } دوباره با { $model } کار می‌کند.
day-budget-spent = 🪙 { $name } همهٔ { $tokens } توکن مجاز یک روزش را مصرف کرده است. تا فردا بخش داخلی کارش را انجام می‌دهد.
specialists-model = 🤖 { $model }: امروز { $today } توکن{ $cost-is ->
        [given] {" "}({ $cost })
       *[empty] {""}
    }{ $topic ->
        [0] {""}
       *[other] ، { $here } برای این تیکت
    }
models-broken =
    ⚠️ تا زمانی که این مشکل رفع شود، این متخصصان با مغز داخلی کار می‌کنند:
    { $lines }
