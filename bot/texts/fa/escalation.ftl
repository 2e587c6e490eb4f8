## ارجاع به بالادست: اختیار یا مهارت بیشتر، و کسی کنار نمی‌رود

card-escalated = ارجاع به بالادست: { $tiers }
escalation-cause = { $kind ->
        [at_risk] { $what } رو به پایان است
        [breached] مهلت { $what } گذشته است
        [manager] مشتری مدیر را می‌خواهد
        [answered] { $what } پاسخ بدون راه‌حل
        [reopened] بازگشایی، { $what } بار
        [tag] برچسب #{ $what }
        [priority] اولویت { $what }
        [negative_tone] مشتری خشمگین یا درمانده به نظر می‌رسد
        [trigger] مشتری { $what }
        [tier] سطح مشتری: { $what }
        [undecided] { $what } است که کسی درباره‌ی تأیید تصمیم نگرفته
       *[by_hand] دستی
    }
trigger-legal = به اقدام قانونی تهدید می‌کند
trigger-chargeback = می‌خواهد بانک پول را برگرداند
trigger-press = به رسانه‌ای کردن تهدید می‌کند
trigger-regulator = به نهاد ناظر مراجعه می‌کند
trigger-safety = از آسیب یا خطر خبر می‌دهد
trigger-churn = دارد می‌رود
trigger-human = می‌خواهد با یک انسان صحبت کند
escalation-span = { $unit ->
        [d] { $count } روز
        [h] { $count } ساعت
       *[m] { $count } دقیقه
    }
briefing-wants = خواسته: { $words }
briefing-newest = تازه‌ترین پیام: { $words }
briefing-done = آنچه تاکنون انجام شده:
briefing-open = آنچه باز است: { $state }

command-staff-escalate = اختیار یا مهارت بیشتر: ‎/escalate @name دلیل
command-staff-deescalate = برداشتن نشان ارجاع به بالادست

escalated = { $by-is ->
    [empty] همکار گرامی { $who }، درخواست #{ $ticket } به شما ارجاع شد؛ دلیل آن در کارت و ‎/log آمده است.
   *[other] همکار گرامی { $who }، { $by } درخواست #{ $ticket } را به شما ارجاع داد؛ دلیل آن در کارت و ‎/log آمده است.
}
notice-escalated = { $by-is ->
    [empty] • به شما ارجاع شد ({ $tier }): { $cause }
   *[other] • { $by } آن را به شما ارجاع داد ({ $tier }){ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }
}

error-already-escalated = درخواست #{ $ticket } پیش‌تر به { $tier } ارجاع شده است؛ ‎/deescalate آن را برمی‌دارد و ‎/escalate @name یک نفر دیگر را فرامی‌خواند.
error-not-escalated = درخواست #{ $ticket } چنین ارجاعی ندارد؛ کارت می‌گوید به کجا ارجاع شده است و ‎/escalate @name با دلیل کسی را فرامی‌خواند.
