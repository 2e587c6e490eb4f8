## The end of a ticket: rating and comment (orchestration.ending.closing)

rating-asked = از رسیدگی ما به #{ $ticket } چقدر راضی بودید؟ ۱ یعنی بد و ۵ یعنی عالی. برای افزودن نظر به همین پیام پاسخ دهید؛ اگر هنوز چیزی مانده است، کافی است بنویسید تا ادامه دهیم.
rated = سپاسگزاریم! امتیاز شما به #{ $ticket }: { $score } از ۵. برای افزودن نظر به همین پیام پاسخ دهید.
comment-kept = سپاسگزاریم، نظر شما دربارهٔ #{ $ticket } رسید.
error-not-ended = درخواست #{ $ticket } هنوز در دست رسیدگی است؛ پس از حل شدن می‌توانید به آن امتیاز دهید.
card-rating = امتیاز: { $score } از ۵
entry-comment = { $author } · نظر دربارهٔ امتیاز
