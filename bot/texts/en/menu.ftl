## The menu of a card, and what it asks

button-macros = 📋
button-more = More…
menu-more = What shall I do? Where a command needs words, I ask you for them.
menu-choose = { $command }: choose.
menu-prompt = reply to this message with the words for { $command }. { $what }
button-never-mind = Never mind
button-search = Search
