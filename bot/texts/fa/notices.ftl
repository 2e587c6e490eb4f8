notice-new_ticket = • تازه در { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer } نوشت
       *[other] • { $customer } { $count } بار نوشت
    }
notice-mentioned = • { $by } از شما نام برد
notice-assigned =
    • { $by-is ->
        [empty] میز آن را به شما سپرد
       *[other] { $by } آن را به شما سپرد
    }
notice-handed_over = • { $by } آن را به شما تحویل داد؛ آنچه باید بدانید در موضوع آن آمده است
notice-relieved =
    • { $by-is ->
        [empty] میز آن را از عهدهٔ شما برداشت، چون مشتری زیاد منتظر ماند
       *[other] { $by } آن را از عهدهٔ شما برداشت
    }
notice-consulted = • { $by } از شما سؤالی دارد؛ یادداشت بعدی شما در موضوع آن پاسخ است
notice-invited = • { $by } از شما می‌خواهد همکاری کنید
notice-expert_answered = • { $by } به سؤال شما پاسخ داد
notice-expert_left = • { $by } بی‌آنکه به سؤال شما پاسخ دهد رفته است؛ با /consult از کس دیگری بپرسید
notice-decided = • { $by } تصمیم گرفت؛ متن آن را در کارت می‌بینید
notice-suggested = • { $by } پاسخی پیشنهاد می‌کند
notice-suggestion_declined = • { $by } پیشنهاد شما را نپذیرفت
notice-look_wanted = • حل شده و منتظر بازبینی یک سرپرست است
notice-approval_wanted = • منتظر تأیید است
notice-withdrawn = • دیگر به پاسخ شما نیازی نیست
notice-status_reached = • وضعیت آن اکنون: { $status }
mentioned = همکار گرامی { $who }، { $by } در #{ $ticket } از شما نام برد. یک بار در خصوصی برایم بنویسید تا آنجا خبرتان کنم.
notice-settings =
    آنچه در خصوصی به شما خبر می‌دهم{ $chat ->
        [0] { " " }(یک بار آنجا برایم بنویسید تا بتوانم)
       *[other] { "" }
    }:
    { $mentioned ->
        [0] ○
       *[other] ●
    } mentioned – یادداشتی از شما نام می‌برد
    { $assigned ->
        [0] ○
       *[other] ●
    } assigned – درخواستی به شما سپرده می‌شود
    { $asked ->
        [0] ○
       *[other] ●
    } asked – همکاری از شما می‌پرسد، پاسخ می‌دهد یا تصمیم می‌گیرد
    { $look ->
        [0] ○
       *[other] ●
    } look – درخواستی حل‌شده منتظر بازبینی یک سرپرست است
    { $approval ->
        [0] ○
       *[other] ●
    } approval – تأییدی منتظر یک سرپرست است
    { $customer ->
        [0] ○ customer – مشتری می‌نویسد
        [1] ● customer – مشتریِ درخواست خودتان می‌نویسد
       *[other] ● customer – هر مشتری‌ای می‌نویسد
    }
    { $new ->
        [0] ○
       *[other] ●
    } new – درخواستی باز می‌شود
    { $status ->
        [0] ○ status – وضعیت درخواستی تغییر می‌کند
        [1] ● status – وضعیت درخواستی که دنبال می‌کنید تغییر می‌کند
       *[other] ● status – وضعیت هر درخواستی تغییر می‌کند
    }
    { $risk ->
        [0] ○ risk – مهلت درخواستی نزدیک است
        [1] ● risk – مهلت درخواست شما نزدیک است، یا اگر سرپرست هستید، درخواستی که کسی پاسخگوی آن نیست
       *[other] ● risk – مهلت هر درخواستی نزدیک است
    }
    { $breach ->
        [0] ○ breach – مهلت درخواستی گذشته است
        [1] ● breach – مهلت درخواست شما گذشته است، یا اگر سرپرست هستید، هر درخواستی
       *[other] ● breach – مهلت هر درخواستی گذشته است
    }
    { $lines-is ->
        [empty] { "" }
       *[other]
            در این‌ها به‌گونه‌ای دیگر:
            { $lines }
    }
    ساعت‌های سکوت: { $quiet-is ->
        [empty] خاموش
       *[other] { $quiet }
    }. خلاصهٔ روزانه: { $digest-is ->
        [empty] خاموش
       *[other] { $digest }
    }. زمان‌ها به { $zone } است.
    
    /subscribe new support، /subscribe new #vip، /subscribe status resolved، /subscribe customer #12
    /mute status، /mute #spam، /mute #12، /subscribe default
    /quiet 22:00-7:00 Europe/Madrid، /quiet off
    /digest 18:00، /digest off – از آنچه دنبال می‌کنید؛ آنچه به شما نیاز دارد بی‌درنگ می‌آید
button-interest-mentioned = نام‌بردن از من
button-interest-assigned = سپردن به من
button-interest-asked = پرسش از من
button-interest-look = درخواست بازبینی
button-interest-approval = تأیید
button-interest-customer = نوشتهٔ مشتری
button-interest-new = درخواست تازه
button-interest-status = وضعیت
button-interest-risk = مهلت نزدیک
button-interest-breach = مهلت گذشته
button-notices-quiet = 🌙 ساعت‌های سکوت…
button-notices-digest = 🗞 خلاصهٔ روزانه…
button-notices-zone = 🌍 منطقهٔ زمانی…
button-notices-there = 📍 استثناها…
button-notices-off = خاموش
notices-quiet = چه ساعت‌هایی ساکت باشم؟ آنچه در آن میان برسد تا بازگشت شما می‌ماند. ساعت‌های دیگر: /quiet 21:30-6:45
notices-digest = آنچه را دنبال می‌کنید چه ساعتی خلاصه کنم؟ آنچه به شما نیاز دارد باز هم بی‌درنگ می‌آید. ساعتی دیگر: /digest 17:30
notices-zone = کجا زندگی می‌کنید؟ هر منطقهٔ دیگر: /quiet 22:00-7:00 Asia/Tokyo
notices-there = آنچه آنجا به‌گونه‌ای دیگر است: دکمهٔ نخست آن را روشن یا خاموش می‌کند و ✖ آن را از یاد می‌برد. /subscribe و /mute با یک درخواست، برچسب، صف یا وضعیت به آن می‌افزایند.
on-call =
    { $who-is ->
        [empty] کسی کشیک نیست و @oncall به سرپرستان می‌رسد؛ با /oncall @who کشیک را تعیین کنید.
       *[other] کشیک: { $who }. یادداشت‌ها با @oncall به کشیک می‌رسد؛ /oncall @who آن را تغییر می‌دهد و /oncall off به آن پایان می‌دهد.
    }{ $shifts-is ->
        [empty] {""}
       *[other]
            {""}
            نوبت‌ها ({ $zone }):
            { $shifts }
            با /oncall night @who افراد یک نوبت را تعیین کنید؛ نفر اول پیش از همه خبر می‌شود.
    }
error-unknown-time = زمان «{ $word }» را نمی‌فهمم؛ بنویسید 18:00، یا برای یک بازه 22:00-7:00، یا off.
error-unknown-zone = منطقهٔ زمانی «{ $word }» را نمی‌شناسم؛ آن را مانند Europe/Madrid یا UTC بنویسید.
error-unknown-wish = عبارت «{ $word }» را نمی‌شناسم؛ یک رویداد ({ $events })، یک صف ({ $queues })، برچسبی مانند #vip، یک وضعیت یا درخواستی مانند #12 را نام ببرید.
error-nobody-to-tell = مدیر ناشناس گفت‌وگوی خصوصی با من ندارد؛ با نام خود بنویسید تا انتخاب کنید چه چیزهایی را خبر دهم.
error-not-your-roster = فقط یک سرپرست می‌تواند دیگری را کشیک کند؛ /oncall با نام خودتان شما را کشیک می‌کند.
