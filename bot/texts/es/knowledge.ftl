## Knowledge (bot.views.knowledge)

command-staff-kb = Lo que dicen nuestros artículos: /kb palabras
kb-found = 📚 { $words }
kb-passage = { $place }. { $title }{ $heading-is ->
        [empty] {""}
       *[other] {" "}› { $heading }
    }
    { $text }
    📄 { $file }
kb-nothing = 📚 Ningún artículo contiene estas palabras: { $words }. Pruebe con menos o con otras; un artículo nuevo es un archivo en desk/knowledge.
