## Commands as Telegram lists them

command-customer-new = پرسیدن سؤالی دیگر
command-customer-tickets = درخواست‌های شما
command-customer-status = وضعیت درخواست شما
command-customer-close = دیگر به کمک نیاز ندارید
command-customer-human = گفت‌وگو با یک همکار ما
command-customer-help = اینجا چه می‌توانید بکنید
command-customer-id = شناسه‌های این گفت‌وگو
command-staff-reply = پاسخ به مشتری
command-staff-note = ثبت یادداشت
command-staff-delete = پس گرفتن پاسخی که به آن پاسخ می‌دهید
command-staff-claim = بر عهده گرفتن این درخواست
command-staff-assign = سپردن به کسی: /assign @name
command-staff-release = واگذاشتن درخواست
command-staff-status = وضعیت، یا تغییر آن: /status open
command-staff-resolve = حل شده است
command-staff-reopen = هنوز حل نشده است
command-staff-close = بستن برای همیشه
command-staff-help = اینجا چه می‌توانید بکنید
command-staff-queue = آنچه هنوز انجام نشده
command-staff-id = شناسه‌های این گفت‌وگو
command-staff-notices = آنچه در خصوصی خبر می‌دهم، برای انتخاب با دکمه
command-staff-subscribe = آنچه در خصوصی خبر می‌دهم، یا بیش از آن: /subscribe new
command-staff-mute = کمتر از آن: /mute status، /mute #12
command-staff-quiet = چه وقت هیچ خبری ندهم: /quiet 22:00-7:00
command-staff-digest = روزی یک بار آنچه دنبال می‌کنید: /digest 18:00
command-staff-oncall = چه کسی کشیک است، یا /oncall @name
