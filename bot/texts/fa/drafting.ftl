## چه کسی پاسخ می‌دهد، پاسخ‌های در انتظار، پیشنهادها (bot.views.drafting)

card-lock = { $who } تا { $until } در حال پاسخ دادن است
card-presence = به‌تازگی اینجا: { $names }

command-staff-unlock = شما دیگر پاسخ نمی‌دهید
command-staff-suggest = پیشنهاد پاسخ به کسی که پاسخ می‌دهد: /suggest متن

button-draft = ✍ پاسخ
button-held-anyway = با این حال بفرست
button-held-suggest = به‌عنوان پیشنهاد
button-held-drop = دور بریز
button-suggestion-send = بفرست
button-suggestion-edit = ویرایش
button-suggestion-decline = رد کن

lock-taken = شما تا { $until } به #{ $ticket } پاسخ می‌دهید؛ پاسخ دیگران منتظر می‌ماند. به پیام مشتری پاسخ دهید یا /reply متن. اگر پاسخ نمی‌دهید: /unlock

held-lock = فرستاده نشد: { $who } تا { $until } در حال پاسخ دادن است. با پاسخ شما چه کنیم؟
held-colleague = فرستاده نشد: همکاری پیش از آنکه پاسخ شما فرستاده شود پاسخ داد. با پاسخ شما چه کنیم؟
held-customer = فرستاده نشد: هنگامی که پاسخ می‌نوشتید مشتری پیام داد. با پاسخ شما چه کنیم؟

entry-held = ⏸ { $author } ← مشتری، فرستاده نشده
entry-suggested = 💡 { $author } این پاسخ را پیشنهاد می‌کند:
suggestion-lock = هنوز فرستاده نشده: { $who } تا { $until } در حال پاسخ دادن است.
suggestion-colleague = هنوز فرستاده نشده: در این میان همکاری پاسخ داده است.
suggestion-customer = هنوز فرستاده نشده: در این میان مشتری پیام داده است.
suggestion-edit = به پیشنهاد با /reply و واژه‌های خودتان پاسخ دهید؛ آن‌ها به جای این‌ها فرستاده می‌شوند:
suggestion-was-sent = ✅ { $who } آن را برای مشتری فرستاد.
suggestion-was-edited = ✅ { $who } آن را تغییر داد و برای مشتری فرستاد.
suggestion-was-declined = ❌ { $who } آن را رد کرد.

## به کارکنان

suggestion-declined = { $who }، { $by } پاسخی را که در #{ $ticket } پیشنهاد کرده بودید رد کرد.

## چرا کاری شدنی نیست

error-someone-answers = { $who } تا { $until } به #{ $ticket } پاسخ می‌دهد؛ یادداشت با /note به او می‌رسد و سرپرست می‌تواند کار را به دست بگیرد.
error-not-locked = اکنون کسی به #{ $ticket } پاسخ نمی‌دهد، پس چیزی برای پس دادن نیست؛ ✍ روی کارت پاسخ دادن را آغاز می‌کند.
error-already-decided = درباره آن در #{ $ticket } پیش‌تر تصمیم گرفته شد؛ /log می‌گوید چه کسی.
error-not-your-decision = تنها { $who } درباره آن پاسخ در #{ $ticket } تصمیم می‌گیرد؛ با /note نظر خود را بگویید.
error-cannot-send-anyway = کس دیگری به #{ $ticket } پاسخ می‌دهد؛ می‌توانید پاسخ خود را به‌عنوان پیشنهاد بدهید یا دور بریزید.
error-suggestion-stands = پیشنهاد شما در #{ $ticket } همان‌گونه که داده شد می‌ماند؛ /suggest پیشنهاد دیگری می‌سازد.
error-overtaken = همکاری در حال پاسخ به #{ $ticket } است یا چیز تازه‌ای در آن آمده، پس چیزی فرستاده نشد؛ بخوانید و دوباره برگزینید، یا پاسخ خود را با /reply بنویسید.
