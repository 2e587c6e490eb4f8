## آنچه مغز درونی می‌گوید (orchestration.specialists.built_in.sentences)

# برای همکاران: یک خط، و جزئیات زیر آن.
brain-note-wants = «{ $words }»
brain-note-article = مقاله «{ $title }» پاسخ این را دارد
brain-note-foreign = به زبانی جز زبان مشتری نوشته شده است: { $language }
brain-charged-again = { $what } را بررسی کنید: { $value } { $count } بار یکسان برداشت شده است و شاید باید یکی بازگردانده شود.
brain-note-nothing = نه مقاله‌ای و نه سامانه‌ای پاسخ این را دارد: کار یک انسان است
brain-note-perhaps = هیچ مقاله‌ای با اطمینان پاسخ این را ندارد؛ شاید { $titles }
brain-note-missing = باید پرسید: { $what }
brain-note-verify = نخست هویت مشتری را تأیید کنید (/verify): تا آن زمان سامانه‌ها چیزی از او نمی‌گویند
brain-note-not-found = { $what }: وجود ندارد، یا از آنِ این مشتری نیست
brain-note-differ = ⚠️ { $what }: سامانه‌ها در «{ $field }» اختلاف دارند
brain-note-failed = { $tool } پاسخ نداد
brain-note-tone = لحن «{ $tone }» را نمی‌شناسم: short، formal یا friendly
brain-details-named = نام برده شده: { $what }
brain-details-read = { $tool }، { $when }: { $said }
brain-details-article =
    📄 { $title } ({ $id }): «{ $quote }»
brain-summary-by = بدون مدل ساخته شده است، از آنچه خوانده شد و جمله‌های آماده.
brain-summary-first = نخستین پیام { $who-is ->
        [empty] مشتری
       *[other] { $who }
    }، { $when }: «{ $words }»
brain-summary-latest = آخرین پیام { $who-is ->
        [empty] مشتری
       *[other] { $who }
    }، { $when }: «{ $words }»
brain-summary-answer = آخرین پاسخ{ $who-is ->
        [empty] {""}
       *[other] {" "}از { $who }
    }، { $when }: «{ $words }»
brain-summary-customer-waits = مشتری منتظر پاسخ است.
brain-summary-we-wait = آخرین حرف را ما زده‌ایم.

# برای پیش‌نویس‌ها.
brain-hello = { $name-is ->
        [empty] سلام،
       *[other] سلام { $name }،
    }
brain-hello-formal = { $name-is ->
        [empty] با سلام و احترام،
       *[other] { $name } گرامی، با سلام و احترام،
    }
brain-hello-friendly = { $name-is ->
        [empty] سلام!
       *[other] سلام { $name }!
    }
brain-close = اگر هنوز پرسشی دارید، همین‌جا بنویسید.
brain-close-formal = در صورت هرگونه پرسش دیگر، در خدمت شما هستیم.
brain-close-friendly = سؤال دیگری هم دارید؟ بنویسید، با خوشحالی کمک می‌کنیم!
brain-ask = لطفاً { $what } را برای ما بفرستید تا بررسی کنیم.
brain-ask-to-verify = برای اینکه جز به شما به کسی چیزی نگوییم، لطفاً اینجا بنویسید: { $command }{ $what-is ->
        [empty] {""}
       *[other] {" "}و بعد { $what }.
    }
brain-ask-again = در اطلاعات شما { $what } را پیدا نکردیم. لطفاً شماره را بررسی کنید.
brain-questions = برای ادامه باید این‌ها را بدانیم:
brain-clarify = { $name-is ->
        [empty] سپاس از شما
       *[other] { $name }، سپاس از شما
    }؛ پیامتان به دست ما رسید. لطفاً در یکی دو جمله بنویسید موضوع چیست و چه کاری از ما می‌خواهید. اگر درباره سفارش یا پرداخت است، شماره آن را هم بنویسید.
brain-quoted = پاسخ در مقاله «{ $title }» ما هست: «{ $quote }»
brain-and = { $most } و { $last }
brain-comma = ،
brain-semicolon = ؛
brain-facts = { $thing } – { $facts }

# آنچه پرسیده می‌شود.
brain-ask-order = شماره سفارش
brain-ask-invoice = شماره فاکتور
brain-ask-subscription = شماره اشتراک
brain-ask-tracking = کد رهگیری
brain-ask-email = ایمیل حساب خود
brain-ask-phone = شماره تلفن
brain-ask-postcode = کد پستی نشانی تحویل
brain-ask-address = نشانی جدید به‌طور کامل: خیابان و پلاک، کد پستی و شهر
brain-ask-amount = مبلغ
brain-ask-date = تاریخ

# آنچه نام برده شد.
brain-order = سفارش { $value }
brain-invoice = فاکتور { $value }
brain-subscription = اشتراک { $value }
brain-tracking = بسته { $value }
brain-email = ایمیل { $value }
brain-phone = تلفن { $value }
brain-postcode = کد پستی { $value }
brain-address = نشانی { $value }
brain-amount = { $value }
brain-date = { $value }

# آنچه سامانه‌ها می‌گویند: نام‌ها و مقدارها.
brain-status = وضعیت
brain-carrier = شرکت حمل
brain-expected = زمان تحویل
brain-shipped-on = ارسال
brain-delivered-on = تحویل
brain-total = مبلغ کل
brain-due = سررسید
brain-paid-on = پرداخت
brain-refunded-on = بازپرداخت
brain-plan = طرح
brain-next-payment = پرداخت بعدی
brain-reason = دلیل
brain-processing = در حال پردازش
brain-packed = بسته‌بندی شده
brain-shipped = ارسال شده
brain-in-transit = در راه
brain-out-for-delivery = نزد پیک برای تحویل
brain-delivered = تحویل داده شده
brain-cancelled = لغو شده
brain-returned = برگشت داده شده
brain-refunded = بازپرداخت شده
brain-paid = پرداخت شده
brain-unpaid = پرداخت نشده
brain-failed = ناموفق
brain-pending = در انتظار
brain-active = فعال
brain-paused = متوقف شده
brain-ended = پایان یافته
