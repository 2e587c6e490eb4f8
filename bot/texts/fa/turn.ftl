# یادداشت متخصصان: هر کدام چه می‌گویند، و پیش‌نویس.

turn-head = 🧭 متخصصان
turn-head-asked = 🧭 { $by } پرسید
turn-question = { $words }
turn-advised = { $name } · { $percent }٪ — { $note }
turn-advised-unsure = { $name } — { $note }
turn-silent = { $name } حرفی برای گفتن ندارد.
turn-late = ⏳ { $name } هنوز می‌خواند؛ آنچه بگوید همین‌جا افزوده می‌شود.
turn-failed = ⚠️ { $name } ناموفق بود. لطفاً خودتان بخوانید.
turn-passed-on = ↪️ { $name } آن را به { $to } سپرد: { $reason }
turn-article = 📄 { $title } [{ $source }]
turn-system = 🗄 { $title }، خوانده‌شده { $at }
turn-words = 💬 { $title }
turn-conflict = ⚡ دربارهٔ { $about } با هم اختلاف دارند:
turn-side = { $name }: { $value } ({ $title }{ $at ->
    [none] { "" }
   *[other] ، خوانده‌شده { $at }
})
turn-undecided = کسی که به مشتری پاسخ می‌دهد تصمیم می‌گیرد.
turn-decided = ✔️ { $by } حق را به { $name } داد: { $value }
turn-draft = ✍️ پیش‌نویس
turn-draft-ungrounded = ✍️ پیش‌نویس بدون منبع: هر کلمه را بررسی کنید
turn-draft-cut = … بقیه‌اش زیر «ویرایش» است.
turn-without-model = بدون مدل ساخته شده است.
turn-draft-sent = ✅ { $by } آن را فرستاد.
turn-draft-edited = ✅ { $by } به جای آن چیز دیگری فرستاد.
turn-draft-answered-itself = 🤖 { $by } خودش آن را فرستاد.
turn-draft-discarded = 🗑 { $by } آن را کنار گذاشت.
turn-draft-over = مشتری پاسخ دیگری گرفته یا پیش‌نویس تازه‌تری هست.
turn-draft-edit = این واژه‌ها را رونوشت بگیرید، تغییر دهید و با /reply در پاسخ به یادداشت متخصصان بفرستید:
button-turn-send = ✅ ارسال
button-turn-edit = ✏️ ویرایش
button-turn-drop = 🗑 کنار گذاشتن
button-turn-again = 🔄 دوباره پرسیدن
button-turn-decide = { $value }

# پرسیدن از آنان

error-unknown-specialist = اینجا کسی «{ $name }» نام ندارد. می‌توانید از { $known } بپرسید.
error-no-conflict = آنجا دیگر چیزی برای تصمیم نیست.
error-nothing-asked = این‌طور بپرسید: ‎/ask @billing آیا دو بار کم شده است؟
command-staff-ask = پرسش از یک متخصص: ‎/ask @billing پرسش
command-staff-draft = درخواست پیش‌نویسی دیگر: ‎/draft short
turn-translate = همهٔ این را در جزئیات به { $language } ترجمه کنید: { $words }
error-needs-model = ترجمه به یک مدل نیاز دارد: در پروندهٔ { $name } یکی نام ببرید، مانند model: claude-haiku-4-5، و به میز کلید بدهید.
error-nothing-to-translate = هنوز واژه‌ای از مشتری برای ترجمه نیست؛ ‎/translate متن، متن دیگری را ترجمه می‌کند.
command-staff-translate = نوشتهٔ مشتری به زبان شما: ‎/translate
preview-head = ✍ پیش‌نویسی برای #{ $ticket }، هنگام نوشته‌شدن. در موضوع درخواست خواهد آمد.
turn-proposed = 👉 { $words } ({ $title })
