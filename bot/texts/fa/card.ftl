## Statuses and urgency, as words in a sentence

status-new = جدید
status-open = باز
status-waiting_customer = در انتظار مشتری
status-waiting_expert = در انتظار کارشناس
status-waiting_approval = در انتظار تأیید
status-snoozed = به‌تعویق‌افتاده
status-resolved = حل‌شده
status-closed = بسته
urgency-low = کم
urgency-normal = عادی
urgency-high = زیاد
urgency-urgent = فوری

## The card

card-since = { $status } از { $since }
card-owner = پاسخ‌گو: { $owner }
card-nobody = هنوز پاسخ‌گویی ندارد
card-urgency = فوریت: { $urgency }
card-intent = موضوع: { $intent }
card-language = زبان: { $language }
language-de = آلمانی
language-en = انگلیسی
language-es = اسپانیایی
language-fa = فارسی
language-fr = فرانسوی
language-it = ایتالیایی
language-pt = پرتغالی
language-ru = روسی
card-unreachable = پیام‌ها به مشتری نمی‌رسند
card-previous = ادامهٔ #{ $previous }
card-forwarded = بازارسال از { $origin }.
card-follows = متن کامل پیام در ادامه می‌آید.
card-medium-follows = [{ $kind }] در ادامه می‌آید.
card-how-to-answer = برای پاسخ به { $customer } به همین پیام پاسخ دهید.
medium-photo = عکس
medium-video = ویدیو
medium-animation = پویانمایی
medium-voice = پیام صوتی
medium-audio = فایل صوتی
medium-document = فایل
medium-sticker = استیکر
medium-video_note = پیام ویدیویی
medium-location = موقعیت مکانی
medium-contact = مخاطب
medium-poll = نظرسنجی
medium-dice = تاس
medium-other = پیام
medium-gone = [{ $kind }] کپی آن در اینجا ممکن نشد: { $reason }.

## Buttons (bot.callbacks.Press)

button-claim = بر عهده گرفتن
button-release = واگذاشتن
button-assign = سپردن…
button-status = وضعیت…
button-resolve = حل شد
button-reopen = بازگشایی
button-close = بستن
button-back = بازگشت
button-ask = درخواست از { $owner }
