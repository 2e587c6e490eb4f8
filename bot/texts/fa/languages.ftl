## Languages (bot.texts, orchestration.customers.languages)

language-name = فارسی
list-either = { $most } یا { $last }
command-customer-language = انتخاب زبان
language-asked = به چه زبانی برایتان بنویسیم؟
language-chosen = از این پس به فارسی برایتان می‌نویسیم.
language-automatic = از این پس به همان زبانی که می‌نویسید برایتان می‌نویسیم.
button-language-automatic = خودکار
error-unknown-language = زبان «{ $word }» را هنوز نداریم؛ با /language زبان‌های موجود را می‌بینید.
