incident-list = { $count ->
        [0] رخدادی نیست؛ /incident new و شرح ماجرا یکی باز می‌کند.
       *[other] رخدادها. در هر موضوع، /incident 3 آن را به رخدادی می‌پیوندد؛ /incident 3 update متن برای هر مشتری پیش‌نویسی می‌سازد:
    }
incident-line = { $incident } · { $title }: { $tickets } درخواست، { $waiting ->
        [0] هیچ پیش‌نویسی منتظر نیست
       *[other] { $waiting } پیش‌نویس منتظر است
    }{ $resolved ->
        [0] { "" }
       *[other] { "؛ حل‌شده" }
    }
incident-released = پیش‌نویس‌های رخداد { $incident } اکنون فرستاده می‌شوند، هر یک برای مشتری خود؛ آن‌ها که فرستاده یا کنار گذاشته شده‌اند، نه.
button-send-all = فرستادن همهٔ { $incident } ({ $waiting })
button-draft-send = فرستادن
button-draft-edit = ویرایش
button-draft-drop = دور انداختن
entry-drafted = 🔥 { $author } · پیش‌نویس رخداد { $incident }، فرستاده نشده
card-incident = رخداد { $incident }: { $title }
draft-edit = بنویسید /incident edit و سپس متن را آن‌گونه که مشتری #{ $ticket } باید بخواند؛ جای این پیش‌نویس را می‌گیرد و هنوز فرستاده نمی‌شود.
command-staff-incident = یک علت برای چند درخواست: /incident 3 update متن
error-unknown-incident = رخداد { $incident } نداریم؛ /incident list آن‌ها را که هست نام می‌برد.
error-incident-resolved = رخداد { $incident } حل شده است؛ /incident new رخداد دیگری باز می‌کند.
error-not-in-incident = درخواست #{ $ticket } به رخدادی تعلق ندارد؛ /incident 3 آن را به یکی می‌پیوندد.
error-no-draft = آن پیش‌نویس #{ $ticket } دیگر منتظر نیست، پس کاری انجام نشد؛ /reply به مشتری پاسخ می‌دهد.
error-nothing-to-send-all = از آن خبر رخداد { $incident } چیزی منتظر فرستادن نیست؛ /incident list نشان می‌دهد چه منتظر است.
error-supervisors-send = فقط یک سرپرست همهٔ پیش‌نویس‌های رخداد { $incident } را می‌فرستد؛ دکمهٔ زیر هر پیش‌نویس همان را می‌فرستد.
