## Why something cannot be done (orchestration.errors)

error-illegal-transition =
    { $allowed-is ->
        [empty] Статус заявки #{ $ticket } – «{ $before }», и таким он останется; следующее сообщение клиента откроет новую заявку.
       *[other] Статус заявки #{ $ticket } – «{ $before }», «{ $after }» из него невозможен; возможно: { $allowed }.
    }
error-ticket-closed = Заявка #{ $ticket } закрыта и принимает только заметки; следующее сообщение клиента откроет новую заявку.
error-already-owned = Заявка #{ $ticket } уже занята ({ $owner }); попросите её кнопкой ниже или оставьте заметку: /note.
error-already-yours = Заявка #{ $ticket } уже ваша; /reply отвечает клиенту, /release возвращает её.
error-not-owned = Заявка #{ $ticket } ничья, отказываться не от чего; /claim берёт её.
error-not-allowed = Заявку #{ $ticket } ведёт { $owner }; это может сделать только ответственный или супервизор, и кнопка ниже попросит об этом.
error-anonymous-cannot-own = Анонимный администратор не может взять заявку; /assign @имя передаст её кому-то.
error-not-your-reply = Заявку #{ $ticket } ведёт { $owner }; ответьте заметкой или попросите её кнопкой ниже.
error-unknown-person = Я ещё не вижу { $name } в этой группе; после первого сообщения здесь /assign его узнает.
error-unknown-status = Статуса «{ $word }» нет; возможно: { $allowed }.
error-no-such-ticket = У вас нет обращения #{ $ticket }; /tickets показывает ваши.
error-nothing-to-send = В #{ $ticket } пока нечего отправить; напишите текст после команды.
error-not-your-words = Этот ответ в #{ $ticket } написан другим человеком; отозвать его может он или супервизор.
error-already-taken-back = Этот ответ в #{ $ticket } уже отозван; на его место можно написать новый.
error-not-an-answer = Ответьте командой /delete на тот ответ в #{ $ticket }, которого у клиента больше быть не должно.
error-edited-into-command = Правка не выполняет команд, поэтому у клиента всё осталось как было; /delete в ответ на сообщение отзывает его.
error-cannot-carry = Такое сообщение клиенту заявки #{ $ticket } не отправить; текст, фото, видео, голосовое сообщение или файл – можно.
error-missing-argument = Чего-то не хватает; пишите так: { $form }
error-unknown-command = Я не знаю команды { $command }; /help показывает, что я умею здесь.
error-not-a-ticket = Команда { $command } работает в теме заявки; /queue показывает заявки.
error-old-button = Эта кнопка устарела; нажмите одну из более новых.
