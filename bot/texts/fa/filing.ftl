command-staff-subject = عنوانی دیگر: /subject عنوان
command-staff-tag = زدن یا برداشتن برچسب: /tag vip -refund
command-staff-priority = یکی از low، normal، high یا urgent: /priority high
command-staff-link = به درخواست دیگری مربوط است: /link #7
command-staff-merge = آوردن درخواست دیگری از همین مشتری به اینجا: /merge #7
command-staff-search = جست‌وجوی واژه‌ها در همهٔ درخواست‌ها: /search واژه‌ها
command-staff-history = همهٔ درخواست‌های این مشتری
card-queue = صف: { $queue }
card-links = مربوط به { $tickets }
card-absorbed = اینجا ادامه می‌یابد: { $tickets }
card-merged = ادامه در #{ $into }
error-unchanged = درخواست #{ $ticket } از پیش همین‌گونه است؛ چیزی تغییر نکرد.
error-bad-tag = عبارت «{ $word }» نمی‌تواند برچسب باشد؛ برچسب یک واژه با حداکثر ۳۲ حرف، رقم و _ است، مانند /tag refund.
error-too-many-tags = درخواست #{ $ticket } حداکثر { $most } برچسب می‌پذیرد؛ با /tag -word یکی برداشته می‌شود.
error-unknown-priority = اولویت «{ $word }» وجود ندارد؛ می‌تواند این‌ها باشد: { $allowed }.
error-unknown-queue = صف «{ $word }» وجود ندارد؛ صف‌های موجود: { $allowed }.
error-bad-ticket-number = عبارت «{ $word }» شمارهٔ درخواست نیست؛ این‌گونه بنویسید: { $form }
error-unknown-ticket = درخواست #{ $ticket } وجود ندارد؛ با /search درخواست‌ها را از روی واژه‌هایشان می‌یابید.
error-same-ticket = این خود درخواست #{ $ticket } است؛ درخواست دیگر را نام ببرید.
error-not-linked = درخواست #{ $ticket } پیوندی با #{ $other } ندارد؛ پیوندهایش را در کارت می‌بینید.
error-too-many-links = هر درخواست حداکثر { $most } پیوند می‌پذیرد و #{ $ticket } یا #{ $other } به این حد رسیده است؛ با /link -#n یکی برداشته می‌شود.
error-not-one-customer = درخواست #{ $other } از مشتری دیگری است و نمی‌تواند در #{ $ticket } ادامه یابد؛ با /link #{ $other } نشان می‌دهید که به هم مربوط‌اند.
error-nothing-to-search = واژه‌های موردنظر را با حرف یا رقم بنویسید، مانند /search سفارش 4711
search-found =
    { $count ->
        [one] یک درخواست که در آن «{ $words }» آمده است:
       *[other] تازه‌ترین { $count } درخواست که در آن‌ها «{ $words }» آمده است:
    }
    { $lines }
search-empty = در هیچ درخواستی «{ $words }» نیامده است. همهٔ واژه‌ها باید در یک پیام باشد؛ آغاز هر واژه، از سه حرف به بالا، کافی است.
history =
    همهٔ درخواست‌های { $customer }، از تازه‌ترین:
    { $lines }
absorbed =
    به دست { $by } درخواست #{ $other } به اینجا آورده شد؛ آنچه مشتری آنجا بنویسد اینجا ادامه می‌یابد.{ $lines-is ->
        [empty] { "" }
       *[other] { " " }آخرین گفته‌های آنجا:
    }
    { $lines }
merged = به دست { $by } این درخواست به #{ $into } برده شد و آنجا ادامه می‌یابد.
