## Knowledge (bot.views.knowledge)

command-staff-kb = What our articles say: /kb words
kb-found = 📚 { $words }
kb-passage = { $place }. { $title }{ $heading-is ->
        [empty] {""}
       *[other] {" "}› { $heading }
    }
    { $text }
    📄 { $file }
kb-nothing = 📚 No article has any of these words: { $words }. Try fewer or others; a new article is a file in desk/knowledge.
