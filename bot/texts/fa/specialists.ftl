## Specialists (bot.views.specialists, bot.reloading)

command-staff-specialists = متخصص‌ها چه کسانی هستند
specialists-list = 🧠 { $count ->
        [0] هیچ متخصصی نیست: هر کدام یک فایل در desk/specialists است.
       *[other] { $count } متخصص، هر کدام یک فایل در desk/specialists. هر تغییری بی‌درنگ اعمال می‌شود:
    }
specialists-line = { $led ->
        [0] ▪️ { $name } ({ $id })
       *[other] ↳ { $name } ({ $id })
    } — { $description } از { $since }
specialists-more = … و { $count } مورد دیگر
specialists-broken = ⚠️ قابل پیروی نیست و آنچه پیش‌تر بود برقرار است: { $mistake }
files-broken =
    ⚠️ یکی از فایل‌های میز قابل پیروی نیست؛ تا زمان اصلاح، آنچه پیش‌تر می‌گفت برقرار است:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… و { $more } مورد دیگر در گزارش
    }
