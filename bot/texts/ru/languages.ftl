## Languages (bot.texts, orchestration.customers.languages)

language-name = Русский
list-either = { $most } или { $last }
command-customer-language = Выбрать язык
language-asked = На каком языке вам писать?
language-chosen = Теперь мы пишем вам по-русски.
language-automatic = Теперь мы пишем вам на том языке, на котором пишете вы.
button-language-automatic = Автоматически
error-unknown-language = Языка «{ $word }» у нас пока нет; /language показывает, какие есть.
