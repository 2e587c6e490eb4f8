command-staff-log = چه کسی در این درخواست چه کرد
log-head =
    سوابق #{ $ticket }{ $count ->
        [one] { "" }
       *[other] { "، " }صفحهٔ { $page } از { $count }
    }
log-line = { $at } { $mark }{ $what } { $move }
log-move = ({ $before } ← { $after })
log-legend = ⚑ یعنی سرپرستی در درخواست همکارش دست برده است. زمان‌ها به UTC است.
log-desk = سامانه
button-older = → قدیمی‌تر
button-newer = تازه‌تر ←
log-opened = { $who } آن را باز کرد: { $words }
log-customer_wrote = { $who } نوشت: { $words }
log-replied_publicly = { $who } ← مشتری{ $to-is ->
        [empty] {""}
       *[given] ، با واژه‌های { $to }
    }: { $words }{ $former-is ->
        [empty] {""}
       *[given] {" "}(پیشنهادشده: { $former })
    }
log-system_said = { $who } ← مشتری: { $words }
log-note_added = { $who } یادداشت کرد: { $words }
log-claimed = { $who } آن را بر عهده گرفت
log-assigned = { $who } آن را به { $to } سپرد{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-released = { $who } آن را واگذاشت{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-status_set = { $who } وضعیت آن را تغییر داد
log-people_called = { $who } گفت‌وگو با یک نفر را خواست
log-triaged = { $who } آن را چنین دریافت: { $words }
log-alerted = { $who } سرپرستان را خبر کرد: { $words }
log-delivery_failed = { $who } نتوانست برساند: { $words }
log-customer_back = { $who } دوباره در دسترس است
log-customer_edited = { $who } مورد { $of } را ویرایش کرد
log-reply_edited = { $who } پاسخ مورد { $of } را ویرایش کرد
log-note_edited = { $who } یادداشت مورد { $of } را ویرایش کرد
log-reply_deleted = { $who } پاسخ مورد { $of } را پس گرفت
log-customer_reacted = { $who } به مورد { $of } واکنش نشان داد: { $words }
log-customer_banned = { $who } مشتری را مسدود کرد: { $words }
log-customer_unbanned = { $who } مسدودی را برداشت
log-message_withheld = { $who } در زمان مسدودی نوشت: { $words }
log-subject_changed = { $who } عنوان را تغییر داد به: { $words }
log-tagged = { $who } برچسب‌ها را تغییر داد: { $words }
log-priority_set = { $who } اولویت را تعیین کرد: { $words }
log-queue_changed = { $who } آن را به صف { $words } برد
log-linked = { $who } آن را با { $words } پیوند داد
log-unlinked = { $who } پیوند با { $words } را برداشت
log-absorbed = { $who } درخواست { $words } را در آن ادغام کرد
log-merged = { $who } آن را در { $words } ادغام کرد
log-joined = { $who } همراه شد یا کسی را آورد: { $words }
log-left = { $who } دیگر همراه نیست
log-staff_left = { $who } دید که { $words } از جمع همکاران رفته است
log-handed_over = { $who } آن را به { $to } تحویل داد: { $words }
log-consulted = { $who } از { $to } پرسید: { $words }
log-decided = { $who } تصمیم گرفت: { $words }
log-rated = { $who } امتیاز داد: { $words }
log-rating_commented = { $who } دربارهٔ امتیاز گفت: { $words }
log-erasure_asked = { $who } خواست که داده‌هایش پاک شود
log-erasure_declined = { $who } پاک‌کردن را نپذیرفت
log-erased = { $who } همهٔ نوشته‌ها را پاک کرد
log-follow_up_set = { $who } یادآوری گذاشت: { $words }
log-follow_up_cancelled = { $who } یادآوری را لغو کرد: { $words }
log-follow_up_fired = { $who } یادآوری کرد: { $words }
log-snoozed = { $who } آن را تا { $words } کنار گذاشت
log-woken = { $who } آن را بازگرداند
log-lapsed = { $who } آن را پیش برد، چون کسی پاسخ نداد
log-kept_open = { $who } آن را باز نگه می‌دارد
log-summarised = { $who } آن را خلاصه کرد: { $words }
log-looked = { $who } آن را بازبینی کرد
log-consultation_withdrawn = { $who } پرسش از { $words } را پس گرفت
log-incident_joined = { $who } آن را به رخداد { $words } پیوست
log-incident_left = { $who } آن را از رخداد { $words } جدا کرد
log-update_drafted = { $who } پیش‌نویسی نوشت: { $words }
log-draft_discarded = { $who } پیش‌نویس را کنار گذاشت
log-intake_asked = { $who } پیش از باز شدن پرسید: { $words }
log-draft_locked = { $who } تا { $words } پاسخ می‌دهد
log-draft_unlocked = { $who } نوبت پاسخ را پایان داد
log-reply_held = { $who } ← مشتری، فرستاده نشده: { $words }
log-reply_discarded = { $who } پاسخ ورودی { $of } را دور ریخت
log-suggested = { $who } پیشنهاد کرد: { $words }
log-suggestion_declined = { $who } پیشنهاد ورودی { $of } را رد کرد
log-clock_at_risk = { $who } مهلتی را در خطر دید: { $clock }، تا { $due }{ $late ->
        [0] {""}
        [one]{" "}(با { $late } دقیقه تأخیر دیده شد)
       *[other]{" "}(با { $late } دقیقه تأخیر دیده شد)
    }
log-clock_breached = { $who } گذشتن مهلتی را دید: { $clock }، تا { $due } بود{ $late ->
        [0] {""}
        [one]{" "}(با { $late } دقیقه تأخیر دیده شد)
       *[other]{" "}(با { $late } دقیقه تأخیر دیده شد)
    }
log-escalated = { $who } آن را به { $tier } ارجاع داد: { $cause }{ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }{ $people-is ->
        [empty] {""}
       *[other] {""}؛ از این پس همراه: { $people }
    }
log-deescalated = { $who } ارجاع به { $tier } را برداشت
log-specialist_asked = { $who } از متخصصان پرسید: { $words }
log-routed = { $who } این‌ها را فراخواند: { $words }
log-advised = { $who } نظر داد: { $words }
log-passed_on = { $who } کار را سپرد به { $words }
log-reply_drafted = { $who } پیش‌نویس پاسخ نوشت: { $words }
log-conflict_decided = { $who } میان متخصصان تصمیم گرفت: { $words }
log-route_corrected = { $who } مسیر را اصلاح کرد: { $words }
log-verification_asked = { $who } شناسایی را آغاز کرد: { $proof }
log-code_sent = { $who }: کد به نشانی ایمیل ثبت‌شده فرستاده شد
log-verification_failed = { $who } شناسایی نشد ({ $proof }): { $why }
log-customer_bound = { $who } مشتری را با { $record } شناخت ({ $proof }){ $before-is ->
        [empty] {""}
       *[other] {""}، پیش‌تر { $before }
    }
log-customer_unbound = { $who } پروندهٔ { $record } را از مشتری برداشت
log-article_approved = { $who } مقاله‌ای را تأیید کرد: { $words }
