# Articles out of tickets (bot.routers.teaching).

kb-draft = 📝 پیش‌نویس مقاله‌ای از #{ $ticket }، بدون مدل. همه واژه‌ها را بخوانید: پس از تأیید، همه اینجا آن را می‌یابند.
kb-draft-changed = 📝 در این میان چیزی تغییر کرد؛ مقاله #{ $ticket } اکنون این را می‌گوید.
kb-draft-edit = این را کپی کنید، تغییر دهید و همین‌جا بفرستید؛ عنوان در خط دوم است. با فرستادن، مقاله می‌شود.
kb-kept = ✅ با نام { $file } در پوشه knowledge نگه داشته شد؛ ‎/kb لحظه‌ای دیگر آن را می‌یابد.
button-teach-approve = ✅ تأیید
button-teach-edit = ✏️ ویرایش
button-teach-drop = 🗑 دور انداختن
error-not-ended-yet = #{ $ticket } هنوز حل نشده است؛ پس از حل شدن، ‎/kb add از آن مقاله‌ای می‌سازد.
error-nothing-learned = در #{ $ticket } کسی با واژه‌ها پاسخ نداده است، پس هنوز چیزی نمی‌آموزد؛ ‎/kb add، عنوان و متن زیر هم، باز هم مقاله می‌شوند.
error-experts-approve = کارشناس یا سرپرست تصمیم می‌گیرد چه چیزی مقاله شود: از یکی بخواهید اینجا ‎/kb add بنویسد.
error-shelf-closed = نوشتن مقاله ممکن نیست ({ $reason }). گرداننده میز می‌تواند پوشه knowledge/learned را نوشتنی کند؛ سپس دوباره تأیید کنید.
error-article-stands = این واژه‌ها از پیش مقاله‌اند: { $file }.
