# Заметка специалистов: что говорит каждый, и черновик.

turn-head = 🧭 Специалисты
turn-head-asked = 🧭 Вопрос: { $by }
turn-question = { $words }
turn-advised = { $name } · { $percent } % — { $note }
turn-advised-unsure = { $name } — { $note }
turn-silent = { $name }: сказать нечего.
turn-late = ⏳ { $name } ещё читает; ответ будет добавлен сюда.
turn-failed = ⚠️ { $name }: сбой. Прочитайте, пожалуйста, сами.
turn-passed-on = ↪️ { $name } → { $to }: { $reason }
turn-article = 📄 { $title } [{ $source }]
turn-system = 🗄 { $title }, прочитано { $at }
turn-words = 💬 { $title }
turn-conflict = ⚡ Противоречие: { $about }
turn-side = { $name }: { $value } ({ $title }{ $at ->
    [none] { "" }
   *[other] , прочитано { $at }
})
turn-undecided = Решает тот, кто отвечает клиенту.
turn-decided = ✔️ { $by }: верно у { $name } — { $value }
turn-draft = ✍️ Черновик
turn-draft-ungrounded = ✍️ Черновик без источника: проверьте каждое слово
turn-draft-cut = … остальное — под кнопкой «Изменить».
turn-without-model = Составлено без модели.
turn-draft-sent = ✅ Отправлено: { $by }.
turn-draft-edited = ✅ { $by }: вместо него отправлены другие слова.
turn-draft-answered-itself = 🤖 { $by }: отправлено автоматически.
turn-draft-discarded = 🗑 Отклонено: { $by }.
turn-draft-over = Клиент получил другой ответ, или есть более новый черновик.
turn-draft-edit = Скопируйте эти слова, измените их и отправьте через /reply в ответ на заметку специалистов:
button-turn-send = ✅ Отправить
button-turn-edit = ✏️ Изменить
button-turn-drop = 🗑 Отклонить
button-turn-again = 🔄 Спросить ещё раз
button-turn-decide = { $value }

# Как их спросить

error-unknown-specialist = Здесь никого не зовут «{ $name }». Можно спросить: { $known }.
error-no-conflict = Там больше нечего решать.
error-nothing-asked = Спросите так: /ask @billing списали дважды?
command-staff-ask = Спросить специалиста: /ask @billing вопрос
command-staff-draft = Попросить другой черновик: /draft short
turn-translate = Переведите это целиком, язык перевода — { $language }, в подробностях: { $words }
error-needs-model = Для перевода нужна модель: укажите её в файле { $name }, например model: claude-haiku-4-5, и дайте ключ.
error-nothing-to-translate = У клиента пока нет слов для перевода; /translate текст переводит другие.
command-staff-translate = Слова клиента на вашем языке: /translate
preview-head = ✍ Черновик для #{ $ticket }, пока он пишется. Он появится в теме обращения.
turn-proposed = 👉 { $words } ({ $title })
