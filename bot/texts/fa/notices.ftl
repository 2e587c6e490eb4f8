notice-new_ticket = • تازه در { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer } نوشت
       *[other] • { $customer } { $count } بار نوشت
    }
notice-mentioned = • { $by } از شما نام برد
notice-assigned = • { $by } آن را به شما سپرد
notice-look_wanted = • حل شده و منتظر بازبینی یک سرپرست است
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
    { $look ->
        [0] ○
       *[other] ●
    } look – درخواستی حل‌شده منتظر بازبینی یک سرپرست است
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
        [0] ○
       *[other] ●
    } status – وضعیت درخواستی تغییر می‌کند
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
    
    /subscribe new support، /subscribe customer #12، /subscribe default
    /mute status، /mute #12
    /quiet 22:00-7:00 Europe/Madrid، /quiet off
    /digest 18:00، /digest off – از آنچه دنبال می‌کنید؛ آنچه به شما نیاز دارد بی‌درنگ می‌آید
on-call =
    { $who-is ->
        [empty] کسی کشیک نیست و @oncall به سرپرستان می‌رسد؛ با /oncall @who کشیک را تعیین کنید.
       *[other] کشیک: { $who }. یادداشت‌ها با @oncall به کشیک می‌رسد؛ /oncall @who آن را تغییر می‌دهد و /oncall off به آن پایان می‌دهد.
    }
error-unknown-time = زمان «{ $word }» را نمی‌فهمم؛ بنویسید 18:00، یا برای یک بازه 22:00-7:00، یا off.
error-unknown-zone = منطقهٔ زمانی «{ $word }» را نمی‌شناسم؛ آن را مانند Europe/Madrid یا UTC بنویسید.
error-unknown-wish = عبارت «{ $word }» را نمی‌شناسم؛ یک رویداد ({ $events })، یک صف ({ $queues }) یا درخواستی مانند #12 را نام ببرید.
error-nobody-to-tell = مدیر ناشناس گفت‌وگوی خصوصی با من ندارد؛ با نام خود بنویسید تا انتخاب کنید چه چیزهایی را خبر دهم.
error-not-your-roster = فقط یک سرپرست می‌تواند دیگری را کشیک کند؛ /oncall با نام خودتان شما را کشیک می‌کند.
