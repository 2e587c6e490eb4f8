## To staff (orchestration.sentences.StaffSentence)

note-kept = به‌عنوان یادداشت ثبت شد. برای پاسخ به مشتری، به پیام او پاسخ دهید یا از /reply استفاده کنید.
reply-failed = درخواست #{ $ticket }: پیام شما به مشتری نرسید؛ علت: { $reason }.
edit-failed = درخواست #{ $ticket }: مشتری هنوز متن پیشین را می‌بیند؛ علت: { $reason }.
delete-failed = درخواست #{ $ticket }: مشتری هنوز آن پاسخ را می‌بیند؛ علت: { $reason }.
reply-held = درخواست #{ $ticket }: پیام شما هنوز به مشتری نرسیده است؛ علت: { $reason }. همین که دوباره در دسترس باشد فرستاده می‌شود.
edit-held = درخواست #{ $ticket }: مشتری هنوز متن پیشین را می‌بیند؛ علت: { $reason }. همین که دوباره در دسترس باشد تغییر می‌کند.
delete-held = درخواست #{ $ticket }: مشتری هنوز آن پاسخ را می‌بیند؛ علت: { $reason }. همین که دوباره در دسترس باشد پس گرفته می‌شود.
not-shown = درخواست #{ $ticket }: بخشی از آن را نمی‌شد اینجا نشان داد. { $reason }
group-lost =
    گروه همکاران در دسترس نیست. تلگرام می‌گوید: { $reason }
    راه حل: { $todo }
    پیام‌های مشتریان نگه داشته می‌شود و آنچه برای گروه است تا آن زمان می‌ماند.
group-back = گروه همکاران دوباره در دسترس است؛ آنچه مانده بود در راه است.
updates-missed = سامانه { $hours } ساعت از تلگرام بی‌خبر بود و تلگرام آنچه را نتواند برساند فقط یک روز نگه می‌دارد: شاید پیام‌های پیش از آن از دست رفته باشد.
group-moved = گروه همکاران شناسهٔ تازه‌ای دارد، { $chat }، و از این پس همان به کار می‌رود. آن را در STAFF_CHAT_ID بگذارید تا تنظیمات هم درست باشد.
unclaimed =
    درخواست #{ $ticket } { $minutes ->
        [one] یک دقیقه
       *[other] { $minutes } دقیقه
    } است که مانده و کسی بر عهده‌اش نگرفته است.{ $why ->
        [1] {" "}همهٔ افراد صف آن غایب‌اند.
        [2] {" "}کسی در صف آن کار نمی‌کند.
       *[other] {""}
    } { $supervisors }
customer-wants-person = مشتری { $customer } در #{ $ticket } می‌خواهد با یک نفر گفت‌وگو کند. { $supervisors }
released-left = همکارتان { $who } رفته است و کسی به #{ $ticket } پاسخ نمی‌دهد؛ با /claim بر عهده‌اش بگیرید. { $supervisors }
assigned =
    همکار گرامی { $who }، { $by-is ->
        [empty] میز
       *[other] { $by }
    } درخواست #{ $ticket } را به شما سپرد.
asked-for = همکار گرامی { $who }، { $by } می‌خواهد #{ $ticket } را بر عهده بگیرد؛ با /assign به او بسپارید.
status-topic =
    درخواست #{ $ticket } ({ $subject }): { $status } از { $since }؛ { $owner-is ->
        [empty] هنوز پاسخ‌گویی ندارد
       *[other] پاسخ‌گو { $owner } است
    }.
queue =
    { $more ->
        [0]
            { $count ->
                [one] یک درخواست هنوز انجام نشده است:
               *[other] هنوز { $count } درخواست انجام نشده است:
            }
       *[other] قدیمی‌ترین { $count } درخواست انجام‌نشده؛ بیش از این هم هست:
    }
    { $lines }
queue-empty = همهٔ درخواست‌ها انجام شده است.
help-topic =
    برای پاسخ به مشتری به پیام او پاسخ دهید؛ هر چیز دیگری که اینجا بنویسید میان خودمان می‌ماند.
    
    /reply متن – پاسخ به مشتری
    /reply – بدون متن: شما پاسخ می‌دهید و پاسخ دیگران منتظر می‌ماند؛ /unlock آن را پایان می‌دهد
    /suggest متن – پیشنهاد پاسخ به کسی که پاسخ می‌دهد
    /macro – پاسخ‌های آماده؛ /macro save name پاسخی را که به آن پاسخ می‌دهید نگه می‌دارد
    /note متن – ثبت یادداشت
    /delete – در پاسخ به یک پاسخ: پس گرفتن آن از مشتری
    /claim – بر عهده گرفتن این درخواست
    /assign @name – سپردن به کسی
    /release – واگذاشتن
    /handover @name یادداشت – تحویل دادن، همراه با آنچه باید دانست
    /collab – همکاری کردن؛ /collab @name یا یک مهارت – آوردن کسی
    /watch – خبر گرفتن از وضعیت در خصوصی؛ /leave – پایان هر دو
    /consult @name سؤال – پرسیدن از کارشناس؛ یادداشت بعدی او پاسخ است
    /decide متن – سرپرست تصمیمی می‌گیرد که برای همه الزامی است
    /status – وضعیت؛ /status open – تغییر آن
    /resolve، /reopen، /close – پایان دادن یا ندادن
    /summary متن – به کجا رسید، برای همکاران؛ /looked – یک سرپرست بازبینی کرد
    /ban دلیل، /unban – مسدود کردن مشتری یا برداشتن آن
    /subject عنوان، /tag برچسب، /priority high، /queue name – دسته‌بندی آن
    /link #n، /merge #n – آنچه به آن مربوط است یا همان است
    /incident – یک علت برای چند درخواست؛ /incident 3 می‌پیوندد، /incident 3 update متن پیش‌نویس می‌سازد
    /history – درخواست‌های این مشتری؛ /search واژه‌ها – در همهٔ درخواست‌ها
    /log – چه کسی چه کرد
    /queue – آنچه هنوز انجام نشده
    /followup جمعه ۱۴:۰۰ چه کاری @who – یادآوری؛ به‌تنهایی فهرست است
    /snooze فردا ۹:۰۰ و /wake – کنار گذاشتن، یا بازگرداندن؛ /keep – خودبه‌خود پایان نیابد
    /timezone Europe/Madrid – منطقهٔ زمانی شما
    /role – نقش هر کس؛ /role @name expert billing – تعیین آن به دست سرپرستان
    /notices، /subscribe، /mute، /quiet، /digest – آنچه در خصوصی خبر می‌دهم و زمان آن
    /oncall – چه کسی کشیک است؛ @oncall در یادداشت به او می‌رسد
    /away 2h یا /away until friday – درخواست تازه به شما نمی‌رسد؛ /back به آن پایان می‌دهد
    /shift – آنچه باز است، به ترتیب فوریت و مهلت
    /id – شناسه‌های این گفت‌وگو
    /help – همین فهرست
    
    اگر @name، @supervisor، @oncall یا یک صف در یادداشت بیاید، در خصوصی خبر می‌شوند.
help-group =
    هر درخواست یک موضوع در این گروه است. در موضوع هر درخواست:
    /claim، /assign، /release، /handover، /reply، /macro، /note، /delete، /status، /resolve، /reopen، /close،
    /summary، /looked،
    /collab، /watch، /leave، /consult، /decide، /subject، /tag، /priority، /link، /merge، /history، /log،
    /ban، /unban؛ /queue name آن را به تیمی دیگر می‌برد
    
    اینجا و آنجا:
    /queue – آنچه هنوز انجام نشده
    /search واژه‌ها – یافتن درخواست‌ها از روی آنچه در آن‌ها گفته شده
    /followup جمعه ۱۴:۰۰ چه کاری @who – یادآوری؛ به‌تنهایی فهرست است
    /timezone Europe/Madrid – منطقهٔ زمانی شما
    /incident – یک علت برای چند درخواست؛ /incident 3 می‌پیوندد، /incident 3 update متن پیش‌نویس می‌سازد
    /role – نقش هر کس؛ /role @name expert billing – تعیین آن به دست سرپرستان
    /notices، /subscribe، /mute، /quiet، /digest – آنچه در خصوصی خبر می‌دهم و زمان آن
    /oncall – چه کسی کشیک است
    /away 2h یا /away until friday – درخواست تازه به شما نمی‌رسد؛ /back به آن پایان می‌دهد
    /shift – آنچه باز است، به ترتیب فوریت و مهلت
    /id – شناسه‌های این گفت‌وگو
    /help – همین فهرست
