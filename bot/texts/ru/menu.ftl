button-macros = 📋
button-more = Ещё…
menu-more = Что сделать? Если команде нужны слова, я о них спрошу, и вы ответите.
menu-choose = { $command }: выберите.
menu-prompt = ответьте на это сообщение словами для { $command }. { $what }
button-never-mind = Не нужно
button-search = Найти
