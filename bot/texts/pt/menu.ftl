button-macros = 📋
button-more = Mais…
menu-more = O que faço? As palavras de que um comando precisa são escritas em resposta a uma pergunta.
menu-choose = { $command }: escolha.
menu-prompt = responda a esta mensagem com as palavras para { $command }. { $what }
button-never-mind = Deixar
button-search = Buscar
