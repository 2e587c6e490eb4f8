open-question = درخواست #{ $ticket } هنوز { $after } نشده است، چون این‌ها باز مانده‌اند:
open-consultation = { $who-is ->
        [empty] • از { $since } منتظر پاسخ یک کارشناس هستیم
       *[other] • از { $since } منتظر پاسخ { $who } هستیم
    }
open-approval = • از { $since } منتظر تأیید هستیم
open-lock = • { $who } تا { $since } در حال پاسخ است
open-macro = با فرستادن این پیام درخواست پایان می‌یابد، در حالی که این‌ها باز مانده‌اند:
button-end-anyway = { $after-is ->
        [closed] با این حال ببند
       *[other] با این حال حل‌شده
    }
button-end-leave = بماند
button-send-anyway = با این حال بفرست
card-summary = خلاصهٔ { $by }: { $words }
card-look = بازبینی { $by }: { $at }
entry-summarised = 📝 { $author } · خلاصه
question-withdrawn = همکار گرامی { $who }، دیگر به پاسخ شما در #{ $ticket } نیازی نیست؛ { $by-is ->
        [empty] مشتری دیگر کاری ندارد
       *[other] { $by } آن را پایان داد یا پیش برد
    }.
command-staff-summary = برای همکاران: /summary به کجا رسید
command-staff-looked = سرپرستان: بازبینی کردم
error-still-open = درخواست #{ $ticket } هنوز { $after } نشده است، چون چیزی باز مانده؛ پرسشی که در موضوع آن آمده می‌گوید چه چیزی.
error-asked-another = این پرسش دربارهٔ #{ $ticket } از شخص دیگری شده است؛ /resolve یا /close از شما می‌پرسد.
error-moved-on = وضع #{ $ticket } پس از آن پرسش تغییر کرده است، پس کاری انجام نشد؛ /resolve یا /close دوباره می‌پرسد.
error-not-wrapped-up = درخواست #{ $ticket } را هنوز نمی‌توان بست: نخست { $summary ->
        [0] { "" }
       *[other] با /summary متن بنویسید به کجا رسید{ $look ->
            [0] { "" }
           *[other] { " و " }
        }
    }{ $look ->
        [0] { "" }
       *[other] یک سرپرست باید آن را بازبینی کند، با /looked یا با بستن آن؛ /resolve از او می‌خواهد
    }.
error-summary-stands = خلاصهٔ #{ $ticket } همان‌گونه که نوشته شده می‌ماند؛ یک /summary تازه جای آن را می‌گیرد.
summary-keep = ‎/summary متن، نتیجه را نگه می‌دارد.
