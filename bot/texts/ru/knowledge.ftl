## Knowledge (bot.views.knowledge)

command-staff-kb = Что говорят наши статьи: /kb слова
kb-found = 📚 { $words }
kb-passage = { $place }. { $title }{ $heading-is ->
        [empty] {""}
       *[other] {" "}› { $heading }
    }
    { $text }
    📄 { $file }
kb-nothing = 📚 Ни в одной статье нет этих слов: { $words }. Попробуйте меньше слов или другие; новая статья – это файл в desk/knowledge.
