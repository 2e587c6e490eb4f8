command-staff-macro = پاسخ‌های آماده: /macro name
macro-list =
    { $count ->
        [0] هنوز پاسخ آماده‌ای نیست. برای ساختن آن، با /macro save name به یک پاسخ پاسخ دهید.
        [one] یک پاسخ آماده:
       *[other]
            { $more ->
                [0] { $count } پاسخ آماده. با /macro و چند واژه برخی از آن‌ها را می‌یابید:
               *[other] { $count } پاسخ آماده؛ این‌ها نخستین‌هایند. با /macro و چند واژه بقیه را می‌یابید:
            }
    }
macro-preview =
    پاسخ آمادهٔ { $name } هنوز فرستاده نشده است. مشتری چنین می‌خواند:{ $then-is ->
        [empty] { "" }
       *[other] { " " }(سپس { $then })
    }
macro-preview-changed =
    پاسخ آمادهٔ { $name } پس از آنکه آن را خواندید تغییر کرده است و برای همین فرستاده نشد. مشتری چنین می‌خواند:{ $then-is ->
        [empty] { "" }
       *[other] { " " }(سپس { $then })
    }
macro-saved = ثبت شد: /macro { $name } همین متن را می‌فرستد و /macro forget { $name } آن را پاک می‌کند.
macro-forgotten = پاسخ آمادهٔ { $name } پاک شد.
button-send = فرستادن
button-discard = دور انداختن
error-unknown-macro = پاسخ آمادهٔ «{ $name }» وجود ندارد؛ با /macro پاسخ‌های موجود را می‌بینید.
error-broken-macro = متن پاسخ آمادهٔ { $name } اینجا کامل‌شدنی نیست؛ آن را با /reply بنویسید و فایلش را به صاحب سامانه نشان دهید.
error-bad-macro-name = عبارت «{ $name }» نمی‌تواند نام پاسخ آماده باشد؛ از حروف کوچک لاتین، رقم، - و _ استفاده کنید، با یک حرف در آغاز و حداکثر ۳۲ نویسه، و نه save یا forget.
error-macro-exists = پاسخ آمادهٔ { $name } از پیش وجود دارد؛ نام دیگری انتخاب کنید یا نخست /macro forget { $name } را بفرستید.
error-macro-is-a-file = پاسخ آمادهٔ { $name } یکی از فایل‌های سامانه است که صاحب آن تغییرش می‌دهد؛ نام دیگری انتخاب کنید.
error-not-your-macro = پاسخ آمادهٔ { $name } را { $owner } ثبت کرده است؛ خود او یا یک سرپرست می‌تواند آن را پاک کند.
error-nothing-to-save = با /macro save name به پاسخی متنی پاسخ دهید که به مشتری #{ $ticket } رسیده است.
command-staff-macro-save = ذخیرهٔ تازه‌ترین پاسخ به شکل پاسخ آماده: نام آن
button-macro-save = ذخیرهٔ پاسخ
error-no-answer-to-save = تازه‌ترین پاسخ به مشتریِ #{ $ticket } متنی برای ذخیره ندارد یا هنوز پاسخی نیست؛ با /macro save name به پاسخ دیگری پاسخ دهید یا نخست به مشتری پاسخ دهید.
