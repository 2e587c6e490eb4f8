incident-list = { $count ->
        [0] Инцидентов нет; /incident new и суть дела откроет первый.
       *[other] Инциденты. В теме /incident 3 присоединяет к инциденту; /incident 3 update текст готовит черновик каждому клиенту:
    }
incident-line = { $incident } · { $title }: { $tickets ->
        [one] { $tickets } заявка
        [few] { $tickets } заявки
       *[many] { $tickets } заявок
    }, { $waiting ->
        [0] черновиков нет
        [one] ждёт { $waiting } черновик
        [few] ждут { $waiting } черновика
       *[many] ждут { $waiting } черновиков
    }{ $resolved ->
        [0] { "" }
       *[other] { "; решён" }
    }
incident-released = Черновики инцидента { $incident } уходят клиентам; отправленные и отклонённые – нет.
button-send-all = Отправить все по { $incident } ({ $waiting })
button-draft-send = Отправить
button-draft-edit = Изменить
button-draft-drop = Не отправлять
entry-drafted = 🔥 { $author } · черновик по инциденту { $incident }, не отправлен
card-incident = Инцидент { $incident }: { $title }
draft-edit = Напишите /incident edit и слова так, как их должен прочесть клиент #{ $ticket }; они заменят этот черновик, но пока не уйдут.
command-staff-incident = Одна причина многих заявок: /incident 3 update текст
error-unknown-incident = Инцидента { $incident } нет; /incident list назовёт те, что есть.
error-incident-resolved = Инцидент { $incident } решён; /incident new откроет новый.
error-not-in-incident = #{ $ticket } не относится ни к какому инциденту; /incident 3 присоединит её.
error-no-draft = Этот черновик #{ $ticket } больше не ждёт, поэтому ничего не сделано; ответить клиенту можно через /reply.
error-nothing-to-send-all = По этому сообщению инцидента { $incident } отправлять нечего; /incident list покажет, что ждёт.
error-supervisors-send = Отправить все черновики инцидента { $incident } может только супервизор; кнопка под черновиком отправит его одного.
