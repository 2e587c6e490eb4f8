# Articles out of tickets (bot.routers.teaching).

kb-draft = 📝 Borrador de un artículo hecho de #{ $ticket } sin modelo. Lea cada palabra: una vez aprobado, aquí lo encuentran todos.
kb-draft-changed = 📝 Algo cambió entretanto; esto dice ahora el artículo de #{ $ticket }.
kb-draft-edit = Copie esto, cámbielo y envíelo aquí; el título está en la segunda línea. Enviado, ya es un artículo.
kb-kept = ✅ Guardado como { $file } en la carpeta knowledge; /kb lo encuentra en un momento.
button-teach-approve = ✅ Aprobar
button-teach-edit = ✏️ Editar
button-teach-drop = 🗑 Descartar
error-not-ended-yet = #{ $ticket } aún no está resuelto; cuando lo esté, /kb add prepara un artículo.
error-nothing-learned = Nadie respondió con palabras en #{ $ticket }, así que aún no enseña nada; con /kb add, un título y el texto, uno debajo del otro, se hace un artículo de todos modos.
error-experts-approve = Un experto o un supervisor decide qué se vuelve artículo: pida a uno que escriba aquí /kb add.
error-shelf-closed = No se puede escribir el artículo ({ $reason }). Quien administra la mesa puede dar permiso de escritura a su carpeta knowledge/learned; después apruébelo otra vez.
error-article-stands = Estas palabras ya son un artículo: { $file }.
