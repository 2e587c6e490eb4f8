weekday-1 = دوشنبه
weekday-2 = سه‌شنبه
weekday-3 = چهارشنبه
weekday-4 = پنجشنبه
weekday-5 = جمعه
weekday-6 = شنبه
weekday-7 = یکشنبه
when = { $day } { $at }
follow-up =
    ⏰ { $when } ({ $zone }){ $whom-is ->
        [empty] { "" }
       *[other] ، برای { $whom }
    }{ $words-is ->
        [empty] { "" }
       *[other] : { $words }
    }{ $every-is ->
        [empty] { "" }
       *[other]
            { "" }
            تکرار می‌شود: { $every }
    }{ $odd ->
        [0] { "" }
        [1]
            { "" }
            آن شب ساعتی که گفتید با تغییر ساعت از میان می‌رود، پس یک ساعت دیرتر می‌آید.
       *[other]
            { "" }
            آن شب ساعتی که گفتید دو بار پیش می‌آید؛ بار نخست در نظر است.
    }{ $ends ->
        [0] { "" }
        [1]
            { "" }
            حتی اگر مشتری پیش از آن بنویسد، می‌آید.
       *[other]
            { "" }
            اگر مشتری پیش از آن بنویسد، لغو می‌شود.
    }{ $known ->
        [0]
            { "" }
            منطقهٔ زمانی دیگری دارید؟ /timezone Europe/Madrid
       *[other] { "" }
    }
follow-ups =
    { $count ->
        [0] یادآوری نیست. با /followup فردا ۹:۰۰ و آنچه باید کرد یکی بسازید.
        [one] یک یادآوری:
       *[other] { $count } یادآوری{ $more ->
            [0] :
           *[other] ، نزدیک‌ترین‌ها:
        }
    }
follow-up-changing =
    ⏰ { $when } ({ $zone })
    { $every ->
        [0] دیرتر با دکمه، یا هر زمان دیگر: /followup change { $number } جمعه ۱۴:۰۰
       *[other] هر زمان دیگر: /followup change { $number } هر دوشنبه ۹:۰۰
    }
follow-up-cancelled =
    لغو شد{ $words-is ->
        [empty] .
       *[other] : { $words }
    }
button-follow-up-change = تغییر…
button-follow-up-cancel = لغو
button-follow-up-unless = اگر مشتری نوشت، لغو شود
button-follow-up-keep = اگر مشتری نوشت، بماند
button-follow-up-hour = ۱ ساعت دیرتر
button-follow-up-day = ۱ روز دیرتر
button-follow-up-week = ۱ هفته دیرتر
button-follow-up-back = بازگشت
follow-up-due =
    ⏰ { $who } { $words-is ->
        [empty] یادآوری #{ $ticket }
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(از { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· با تأخیر، موعد آن { $late } بود
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· بار دیگر { $again }
    }
follow-up-private =
    ⏰ { $words-is ->
        [empty] یادآوری شما
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(از { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· با تأخیر، موعد آن { $late } بود
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· بار دیگر { $again }
    }
time-zone = منطقهٔ زمانی شما { $zone } است و آنجا اکنون { $now } است. با /timezone Europe/Madrid آن را تغییر دهید.
command-staff-followup = یادآوری: /followup جمعه ۱۴:۰۰ چه کاری @who؛ به‌تنهایی فهرست است
command-staff-timezone = منطقهٔ زمانی شما: /timezone Europe/Madrid
error-unreadable-time = در «{ $words }» زمانی نمی‌خوانم؛ با زمان آغاز کنید، برای نمونه: در ۲ ساعت · فردا ۹:۰۰ · جمعه ۱۴:۰۰ · 2026-12-01 · هر دوشنبه ۹:۰۰ · هر ۲ هفته ۱۰ بار
error-past-time = زمان «{ $words }»، یعنی { $when }، گذشته است؛ زمانی در آینده بگویید، مانند فردا ۹:۰۰.
error-too-far-away = زمان «{ $words }» می‌شود { $when }، و یادآوری‌ها حداکثر تا پنج سال دیگر می‌رسند.
error-empty-series = «{ $words }» پیش از آغاز پایان می‌یابد؛ پایانی در آینده بگویید، یا هیچ.
error-no-such-follow-up = یادآوری { $number } آمده یا لغو شده است؛ /followup آنچه را هست نشان می‌دهد.
error-not-your-follow-up = یادآوری { $number } را { $owner } گذاشته است؛ خود او، مخاطب آن و سرپرستان می‌توانند تغییرش دهند.
error-too-many-follow-ups = هم‌اکنون { $most } یادآوری هست که بیشترین شمار است؛ نخست یکی را لغو کنید.
error-long-follow-up = یادآوری حداکثر { $most } نویسه جا دارد؛ بقیه را با /note نگه دارید.
error-cannot-be-told = تا { $who } یک بار در گفت‌وگوی خصوصی به من ننویسد، نمی‌توانم آنجا خبر بدهم؛ در تاپیک یک درخواست یادآوری به همه می‌رسد.
