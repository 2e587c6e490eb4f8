card-decision = تصمیم { $by }: { $words }
card-asked = از { $since } از { $expert } پرسیده شده است
card-collaborator =
    همکاری‌کنندگان: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }و { $more } نفر دیگر
    }
card-watcher =
    دنبال‌کنندگان: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }و { $more } نفر دیگر
    }
button-team = افراد…
button-join = همکاری
button-watch = دنبال کردن
button-leave = کنار رفتن
entry-handed-over = { $author } این را به { $who } تحویل داد
entry-consulted = { $author } از { $who } پرسید
entry-decided = ⚖️ { $author } تصمیم گرفت
command-staff-collab = همکاری کردن یا آوردن کسی: /collab @name یا یک مهارت
command-staff-watch = خبر گرفتن از وضعیت این درخواست در خصوصی
command-staff-leave = پایان همکاری یا دنبال کردن
command-staff-handover = تحویل دادن: /handover @name آنچه باید دانست
command-staff-consult = پرسیدن از کارشناس: /consult @name سؤال
command-staff-decide = سرپرستان: ثبت تصمیمی که برای همه الزامی است
command-staff-role = نقش هر کس: /role @name expert billing
relieved = { $by-is ->
    [empty] همکار گرامی { $who }، میز درخواست #{ $ticket } را از عهدهٔ شما برداشت، چون مشتری زیاد منتظر ماند.
   *[other] همکار گرامی { $who }، { $by } درخواست #{ $ticket } را از عهدهٔ شما برداشت.
}
handed-over = همکار گرامی { $who }، { $by } درخواست #{ $ticket } را به شما تحویل داد؛ آنچه باید بدانید در موضوع آن آمده است.
invited = همکار گرامی { $who }، { $by } از شما می‌خواهد در #{ $ticket } همکاری کنید.
consulted = همکار گرامی { $who }، { $by } در موضوع #{ $ticket } از شما سؤالی دارد؛ یادداشت بعدی شما در آنجا پاسخ است.
expert-answered = همکار گرامی { $who }، { $by } به سؤال شما در #{ $ticket } پاسخ داد.
expert-left = همکار گرامی { $who }، { $by } بی‌آنکه به سؤال شما در #{ $ticket } پاسخ دهد رفته است؛ با /consult از کس دیگری بپرسید.
decided = همکار گرامی { $who }، { $by } در #{ $ticket } تصمیم گرفت؛ متن آن را در کارت می‌بینید.
watch-needs-start = اکنون #{ $ticket } را دنبال می‌کنید. برای آنکه تغییر وضعیتش را در خصوصی خبر دهم، یک بار آنجا /start را برایم بفرستید.
role-given =
    اکنون { $who } { $role ->
        [agent] پشتیبان
        [expert] کارشناس
        [supervisor] سرپرست
       *[admin] مدیر
    } است{ $skills-is ->
        [empty] { "" }
       *[other] ، برای { $skills }
    }.
roles =
    نقش هر کس در اینجا:
    { $lines }
error-already-taking-part = همکارتان { $who } پیش‌تر در #{ $ticket } دست دارد یا آن را دنبال می‌کند؛ در کارت می‌بینید چه کسی چه می‌کند.
error-not-taking-part = شما نه در #{ $ticket } همکاری می‌کنید و نه آن را دنبال می‌کنید؛ با /collab و /watch آغاز می‌شود.
error-already-asked = در #{ $ticket } پیش‌تر از { $who } پرسیده شده است؛ یادداشت بعدی او پاسخ است، یا با /status open انتظار پایان می‌یابد.
error-ask-another = نمی‌توانید دربارهٔ #{ $ticket } از خودتان بپرسید؛ آنچه می‌دانید با /note ثبت می‌شود.
error-supervisors-decide = فقط یک سرپرست در #{ $ticket } تصمیم می‌گیرد و تصمیم را تغییر می‌دهد؛ نظر خود را با /note بنویسید.
error-decision-stands = تصمیم در #{ $ticket } همان‌گونه که نوشته شده می‌ماند؛ یک /decide تازه جای آن را می‌گیرد.
error-several-know = چند نفر مهارت «{ $skill }» را دارند؛ از یکی با نام بپرسید: { $names }.
error-unknown-role = نقش «{ $role }» وجود ندارد؛ می‌تواند agent، expert، supervisor یا admin باشد.
error-bad-skill = عبارت «{ $skill }» نمی‌تواند مهارت باشد؛ فقط کارشناس مهارت دارد، حداکثر ده مهارت و هر یک یک واژه از حرف، رقم یا خط تیره.
error-cannot-grant = نمی‌توانید نقش { $who } را به { $role } تغییر دهید؛ نقش‌ها را سرپرستان می‌دهند و فقط یک مدیر می‌تواند کسی را مدیر کند یا از مدیریت بردارد.
