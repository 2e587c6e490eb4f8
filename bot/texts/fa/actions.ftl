## Writes to business systems (bot.views.action, bot.routers.actions)

action-reading = 📖 { $title }: آنچه بر آن استوار است خوانده می‌شود
action-waiting = 🔐 { $title }: به تأیید نیاز دارد
action-ready = ⚙️ { $title }: به‌زودی انجام می‌شود
action-running = ⚙️ { $title }: از سامانه خواسته شده است
action-done = ✅ { $title }: انجام شد
action-failed = ❌ { $title }: انجام نشد
action-unknown = ❓ { $title }: کسی نمی‌داند انجام شده است یا نه. در سامانه ببینید و آنچه را درست است بزنید.
action-denied = ⛔ { $title }: قواعد اجازه نمی‌دهند
action-escalated = 📣 { $title }: به سطح بالاتر رفت
action-rejected = 🚫 { $title }: رد شد
action-expired = ⌛ { $title }: کسی به‌موقع تصمیم نگرفت، پس پاسخ منفی است
action-void = ♻️ { $title }: بی‌اعتبار
action-why = ▸ { $reason }
action-words = { $by-is ->
        [empty] { $words }
       *[other] { $by }: { $words }
    }
action-reference = شمارهٔ پیگیری: { $reference }
action-evidence = 🗄 { $name } ({ $tool })، خوانده‌شده { $at }
action-consequence = ➡️ { $words }
action-who = 👥 { $count ->
        [1] یک تأیید لازم است، از
       *[other] تأیید { $count } نفر لازم است، هر یک
    } { $role ->
        [agent] کارمند
        [expert] کارشناس
        [supervisor] سرپرست
       *[admin] مدیر
    } یا بالاتر{ $skill-is ->
        [empty] {""}
       *[other] {""}، با مهارت { $skill }
    }{ $four ->
        [0] {""}
       *[other] {""}، نه کسی که پیشنهاد داده یا پاسخ می‌دهد
    }. اگر تا { $until } تصمیمی نباشد، پاسخ منفی است.
action-yes = 👍 { $names }{ $left ->
        [0] {""}
        [1] {""}، یکی دیگر لازم است
       *[other] {""}، { $left } نفر دیگر لازم است
    }
action-commands = /approve { $number } · /reject { $number } دلیل · /amend { $number } name=value
action-words-evidence = آنچه بر آن استوار بود در این میان تغییر کرده است.
action-words-closed = درخواست پیش از تصمیم‌گیری بسته شد.
action-words-policy = با قواعد یا نقش‌های کنونی تصمیم دیگری لازم است.
action-words-replaced = با مقدارهای دیگری از نو پیشنهاد شد.
action-words-not-asked = نشد از سامانه پرسید.
action-words-no-answer = سامانه پاسخ نداد.
action-words-looked-up = سامانه پاسخ نداد؛ یک بازخوانی نشان می‌دهد که انجام شده است.
action-words-not-seen = سامانه پاسخ نداد؛ یک بازخوانی هنوز چیزی نشان نمی‌دهد.
action-unproven = هنوز نه: { $reasons }. وقتی این تغییر کرد دوباره پیشنهاد دهید.
action-known = این پیش‌تر با همین مقدارها پیشنهاد شده است.
button-action-yes = ✅ تأیید
button-action-no = ❌ رد
button-action-change = ✏️ تغییر
button-action-again = 🔄 پیشنهاد دوباره
button-action-undo = ↩️ برگرداندن
button-action-happened = انجام شده
button-action-didnot = انجام نشده
action-change = این را رونوشت کنید، مقدارها را تغییر دهید و همین‌جا بفرستید:
approval-waits = ⏳ #{ $ticket }: اقدام { $tool } هنوز در انتظار تأیید است.
approval-expired = ⌛ #{ $ticket }: کسی به‌موقع دربارهٔ { $tool } تصمیم نگرفت، پس پاسخ منفی است. اگر هنوز لازم است دوباره پیشنهاد دهید.
error-action-decided = این پیش‌تر تصمیم‌گیری یا جایگزین شده است؛ پیام آن وضعیت را می‌گوید.
error-not-entitled = { $anonymous ->
        [1] با نام خودتان بنویسید: تأیید مدیر ناشناس ثبت نمی‌شود.
       *[other] { $own ->
            [1] کس دیگری باید تصمیم بگیرد: نه پیشنهاددهنده و نه پاسخ‌گوی این درخواست.
           *[other] تأیید { $role ->
                [agent] کارمند
                [expert] کارشناس
                [supervisor] سرپرست
               *[admin] مدیر
            } یا بالاتر لازم است{ $skill-is ->
                [empty] .
               *[other] {""}، با مهارت { $skill }.
            }
        }
    }
error-no-such-action = چنین اقدامی اینجا نیست؛ شمارهٔ آن در پیامش است، مانند /approve 12.
error-bad-arguments = این‌گونه بنویسید: { $form }
error-reason-missing = بگویید چرا، تا پیشنهاددهنده بداند: /reject 12 دلیل
command-staff-approve = تأیید یک اقدام: /approve 12
command-staff-reject = رد یک اقدام و دلیل آن: /reject 12 دلیل
command-staff-amend = پیشنهاد اقدام با مقدارهای دیگر: /amend 12 amount_minor=1500
command-staff-act = پیشنهاد یک اقدام: /act billing.refund invoice_number=I-1 amount_minor=990
log-action_proposed = { $who } پیشنهاد داد: { $words }
log-action_judged = { $who } · { $words }
log-action_approved = { $who } تأیید کرد: { $words }
log-action_moved = { $who } · { $words }
systems-contradict = ⚡ دو سامانه با هم نمی‌خوانند: { $words } لطفاً ببینید و بگویید کدام درست است: در یادداشت متخصصان یکی را بزنید، یا /decide.

# A ticket's plan on its card (bot.views.plan)

plan-head = { $title }: { $standing }
plan-unverified = نخست باید هویت مشتری روشن شود
plan-lacking = مشتری باید چیزی را بگوید
plan-reading = در حال خواندن
plan-contradicted = دو سامانه با هم نمی‌خوانند
plan-waiting = در جریان
plan-troubled = یک نفر باید ببیند
plan-refused = رد شد
plan-answered = پاسخ داده شد
plan-done = انجام شد
plan-read = { $name } { $at }
plan-told = به مشتری گفته شد
plan-action-proposed = پیشنهاد شد
plan-action-waiting-approval = در انتظار تأیید
plan-action-running = در حال انجام
plan-action-done = انجام شد
plan-action-rejected = رد شد
plan-action-denied = مجاز نیست
plan-action-failed = نشد
plan-action-unknown = کسی نمی‌داند
