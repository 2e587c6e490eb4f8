## Writes to business systems (bot.views.action, bot.routers.actions)

action-reading = 📖 { $title }: читается то, на чём это основано
action-waiting = 🔐 { $title }: нужно одобрение
action-ready = ⚙️ { $title }: сейчас будет сделано
action-running = ⚙️ { $title }: запрос отправлен в систему
action-done = ✅ { $title }: сделано
action-failed = ❌ { $title }: не сделано
action-unknown = ❓ { $title }: неизвестно, сделано ли это. Посмотрите в системе и нажмите, что верно.
action-denied = ⛔ { $title }: правила этого не разрешают
action-escalated = 📣 { $title }: передано выше
action-rejected = 🚫 { $title }: отклонено
action-expired = ⌛ { $title }: вовремя никто не решил, значит нет
action-void = ♻️ { $title }: недействительно
action-why = ▸ { $reason }
action-words = { $by-is ->
        [empty] { $words }
       *[other] { $by }: { $words }
    }
action-reference = Номер: { $reference }
action-evidence = 🗄 { $name } ({ $tool }), прочитано { $at }
action-consequence = ➡️ { $words }
action-who = 👥 { $count ->
        [1] Нужно одно «да»:
       *[other] Нужно «да» от { $count } человек, каждый –
    } { $role ->
        [agent] агент
        [expert] эксперт
        [supervisor] супервизор
       *[admin] администратор
    } или выше{ $skill-is ->
        [empty] {""}
       *[other] {""}, навык { $skill }
    }{ $four ->
        [0] {""}
       *[other] {""}, но не тот, кто предложил или отвечает
    }. Без решения до { $until } это «нет».
action-yes = 👍 { $names }{ $left ->
        [0] {""}
        [1] {""}, нужно ещё одно
       *[other] {""}, нужно ещё { $left }
    }
action-commands = /approve { $number } · /reject { $number } причина · /amend { $number } name=value
action-words-evidence = То, на чём это основано, тем временем изменилось.
action-words-closed = Обращение закрыли раньше, чем было решено.
action-words-policy = По нынешним правилам или ролям нужно другое решение.
action-words-replaced = Предложено заново с другими значениями.
action-words-not-asked = Систему не удалось спросить.
action-words-no-answer = Система не ответила.
action-words-looked-up = Система не ответила; чтение показывает, что это сделано.
action-words-not-seen = Система не ответила; чтение пока ничего не показывает.
action-unproven = Пока нет: { $reasons }. Предложите ещё раз, когда это изменится.
action-known = Это уже предлагали с теми же значениями.
button-action-yes = ✅ Одобрить
button-action-no = ❌ Отклонить
button-action-change = ✏️ Изменить
button-action-again = 🔄 Предложить снова
button-action-undo = ↩️ Отменить действие
button-action-happened = Это сделано
button-action-didnot = Это не сделано
action-change = Скопируйте это, измените значения и отправьте сюда:
approval-waits = ⏳ #{ $ticket }: { $tool } всё ещё ждёт одобрения.
approval-expired = ⌛ #{ $ticket }: о { $tool } вовремя никто не решил, значит нет. Если это ещё нужно, предложите снова.
error-action-decided = Это уже решено или заменено; как обстоит дело, сказано в его сообщении.
error-not-entitled = { $anonymous ->
        [1] Пишите от своего имени: «да» анонимного администратора сохранить нельзя.
       *[other] { $own ->
            [1] Решить должен кто-то другой: не тот, кто предложил или отвечает на обращение.
           *[other] Нужно «да»: { $role ->
                [agent] агент
                [expert] эксперт
                [supervisor] супервизор
               *[admin] администратор
            } или выше{ $skill-is ->
                [empty] .
               *[other] {""}, навык { $skill }.
            }
        }
    }
error-no-such-action = Такого действия здесь нет; его номер стоит в его сообщении, как в /approve 12.
error-bad-arguments = Напишите так: { $form }
error-reason-missing = Скажите почему, чтобы тот, кто предложил, это учёл: /reject 12 причина
command-staff-approve = Сказать «да» действию: /approve 12
command-staff-reject = Сказать «нет» действию и почему: /reject 12 причина
command-staff-amend = Предложить действие с другими значениями: /amend 12 amount_minor=1500
command-staff-act = Предложить действие: /act billing.refund invoice_number=I-1 amount_minor=990
log-action_proposed = { $who } предлагает { $words }
log-action_judged = { $who } · { $words }
log-action_approved = { $who } одобряет { $words }
log-action_moved = { $who } · { $words }
systems-contradict = ⚡ Две системы противоречат друг другу: { $words } Проверьте и скажите, как есть: нажмите сторону в заметке специалистов или /decide.

# A ticket's plan on its card (bot.views.plan)

plan-head = { $title }: { $standing }
plan-unverified = сначала нужно подтвердить клиента
plan-lacking = клиент должен что-то назвать
plan-reading = читается
plan-contradicted = две системы противоречат друг другу
plan-waiting = в работе
plan-troubled = нужен человек
plan-refused = отказано
plan-answered = отвечено
plan-done = сделано
plan-read = { $name } { $at }
plan-told = клиент знает
plan-action-proposed = предложено
plan-action-waiting-approval = ждёт одобрения
plan-action-running = выполняется
plan-action-done = сделано
plan-action-rejected = отклонено
plan-action-denied = не разрешено
plan-action-failed = не удалось
plan-action-unknown = неизвестно
