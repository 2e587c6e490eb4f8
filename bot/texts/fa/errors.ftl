## Why something cannot be done (orchestration.errors)

error-illegal-transition =
    { $allowed-is ->
        [empty] وضعیت #{ $ticket } «{ $before }» است و همین می‌ماند؛ پیام بعدی مشتری درخواست تازه‌ای باز می‌کند.
       *[other] وضعیت #{ $ticket } «{ $before }» است و نمی‌تواند «{ $after }» شود؛ می‌تواند این‌ها شود: { $allowed }.
    }
error-ticket-closed = درخواست #{ $ticket } بسته است و فقط یادداشت می‌پذیرد؛ پیام بعدی مشتری درخواست تازه‌ای باز می‌کند.
error-already-owned = درخواست #{ $ticket } در دست { $owner } است؛ با دکمهٔ زیر از او بخواهید یا با /note یادداشت بگذارید.
error-already-yours = درخواست #{ $ticket } در دست خود شماست؛ /reply به مشتری پاسخ می‌دهد و /release آن را وامی‌گذارد.
error-not-owned = درخواست #{ $ticket } در دست کسی نیست تا واگذاشته شود؛ با /claim بر عهده‌اش بگیرید.
error-not-allowed = درخواست #{ $ticket } در دست { $owner } است؛ فقط خود او یا یک سرپرست می‌تواند این کار را بکند و دکمهٔ زیر از او می‌خواهد.
error-anonymous-cannot-own = مدیر ناشناس نمی‌تواند درخواستی را بر عهده بگیرد؛ با /assign @name آن را به کسی بسپارید.
error-not-your-reply = درخواست #{ $ticket } در دست { $owner } است؛ پاسخ را یادداشت کنید یا با دکمهٔ زیر از او بخواهید.
error-unknown-person = هنوز { $name } را در این گروه ندیده‌ام؛ همین که اینجا بنویسد /assign او را می‌شناسد.
error-unknown-status = وضعیت «{ $word }» وجود ندارد؛ می‌تواند این‌ها باشد: { $allowed }.
error-no-such-ticket = درخواست #{ $ticket } از شما نیست؛ با /tickets درخواست‌های خود را می‌بینید.
error-nothing-to-send = هنوز چیزی برای فرستادن به #{ $ticket } نیست؛ متن را پس از فرمان بنویسید.
error-not-your-words = آن پاسخ در #{ $ticket } از کس دیگری است؛ خود او یا یک سرپرست می‌تواند آن را پس بگیرد.
error-already-taken-back = آن پاسخ در #{ $ticket } پیش‌تر پس گرفته شده است؛ پاسخی تازه می‌تواند جایش را بگیرد.
error-not-an-answer = با /delete به پاسخی در #{ $ticket } پاسخ دهید که دیگر نباید نزد مشتری باشد.
error-edited-into-command = ویرایش فرمانی را اجرا نمی‌کند و نسخهٔ مشتری همان می‌ماند؛ /delete در پاسخ به آن پسش می‌گیرد.
error-cannot-carry = این نوع پیام را نمی‌توانم برای مشتری #{ $ticket } بفرستم؛ متن، عکس، ویدیو، پیام صوتی یا فایل را می‌توانم.
error-missing-argument = چیزی کم است؛ این‌گونه بنویسید: { $form }
error-unknown-command = فرمان { $command } را نمی‌شناسم؛ با /help می‌بینید اینجا چه می‌توانم بکنم.
error-not-a-ticket = فرمان { $command } برای موضوع یک درخواست است؛ با /queue درخواست‌ها را می‌بینید.
error-old-button = این دکمه کهنه شده است؛ از دکمه‌های تازه‌تر استفاده کنید.
