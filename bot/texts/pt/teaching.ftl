# Articles out of tickets (bot.routers.teaching).

kb-draft = 📝 Rascunho de um artigo feito de #{ $ticket } sem modelo. Leia cada palavra: aprovado, todos aqui o encontram.
kb-draft-changed = 📝 Algo mudou entretanto; é isto que o artigo de #{ $ticket } diz agora.
kb-draft-edit = Copie isto, altere e envie aqui; o título está na segunda linha. Depois de enviado, é um artigo.
kb-kept = ✅ Guardado como { $file } na pasta knowledge; /kb encontra-o num momento.
button-teach-approve = ✅ Aprovar
button-teach-edit = ✏️ Editar
button-teach-drop = 🗑 Descartar
error-not-ended-yet = #{ $ticket } ainda não está resolvido; quando estiver, /kb add prepara um artigo.
error-nothing-learned = Ninguém respondeu por palavras em #{ $ticket }, por isso ainda não ensina nada; /kb add, um título e o texto, um por baixo do outro, fazem um artigo na mesma.
error-experts-approve = Um especialista ou um supervisor decide o que se torna artigo: peça a um deles que escreva aqui /kb add.
error-shelf-closed = Não é possível escrever o artigo ({ $reason }). Quem gere o serviço pode dar permissão de escrita à pasta knowledge/learned; depois aprove-o outra vez.
error-article-stands = Estas palavras já são um artigo: { $file }.
