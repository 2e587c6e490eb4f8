## Knowledge (bot.views.knowledge)

command-staff-kb = O que dizem os nossos artigos: /kb palavras
kb-found = 📚 { $words }
kb-passage = { $place }. { $title }{ $heading-is ->
        [empty] {""}
       *[other] {" "}› { $heading }
    }
    { $text }
    📄 { $file }
kb-nothing = 📚 Nenhum artigo tem estas palavras: { $words }. Tente menos ou outras; um artigo novo é um ficheiro em desk/knowledge.
