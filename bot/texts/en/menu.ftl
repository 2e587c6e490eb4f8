## The menu of a card, and what it asks

button-macros = 📋
button-more = More…
menu-more = What shall I do? Words that a command needs you type in answer to a question.
menu-choose = { $command }: choose.
menu-prompt = reply to this message with the words for { $command }. { $what }
button-never-mind = Never mind
button-search = Search
