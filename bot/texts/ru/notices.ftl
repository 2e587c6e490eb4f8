notice-new_ticket = • Новая в очереди { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer }: { $count } новое сообщение
        [few] • { $customer }: { $count } новых сообщения
       *[many] • { $customer }: { $count } новых сообщений
    }
notice-mentioned = • { $by } упоминает вас
notice-assigned =
    • { $by-is ->
        [empty] Она передана вам по правилу очереди
       *[other] { $by } передаёт её вам
    }
notice-handed_over = • { $by } передаёт вам дела; что нужно знать, написано в теме
notice-relieved =
    • { $by-is ->
        [empty] Её клиент ждал слишком долго, и она больше не ваша
       *[other] { $by } снимает её с вас
    }
notice-consulted = • { $by } задаёт вам вопрос; ваша следующая заметка в теме будет ответом
notice-invited = • { $by } просит вас подключиться
notice-expert_answered = • { $by } отвечает на ваш вопрос
notice-expert_left = • { $by } больше не участвует, и ваш вопрос остался без ответа; /consult спросит кого-то другого
notice-decided = • Принято решение ({ $by }); оно на карточке
notice-suggested = • { $by } предлагает ответ
notice-suggestion_declined = • { $by } отклоняет ваше предложение
notice-look_wanted = • Решена и ждёт просмотра супервизора
notice-approval_wanted = • Ждёт одобрения
notice-withdrawn = • Ваш ответ больше не нужен
notice-status_reached = • Теперь { $status }
mentioned = { $who }, { $by } упоминает вас в #{ $ticket }. Напишите мне один раз лично, и я буду сообщать вам там.
notice-settings =
    Что я сообщаю вам лично{ $chat ->
        [0] { " " }(напишите мне там один раз, чтобы я мог это делать)
       *[other] { "" }
    }:
    { $mentioned ->
        [0] ○
       *[other] ●
    } mentioned – вас упоминают в заметке
    { $assigned ->
        [0] ○
       *[other] ●
    } assigned – вам передают заявку
    { $asked ->
        [0] ○
       *[other] ●
    } asked – коллега спрашивает вас, отвечает вам или решает
    { $look ->
        [0] ○
       *[other] ●
    } look – решённая заявка ждёт просмотра супервизора
    { $approval ->
        [0] ○
       *[other] ●
    } approval – одобрения ждут от супервизора
    { $customer ->
        [0] ○ customer – пишет клиент
        [1] ● customer – пишет клиент вашей заявки
       *[other] ● customer – пишет любой клиент
    }
    { $new ->
        [0] ○
       *[other] ●
    } new – открывается заявка
    { $status ->
        [0] ○ status – меняется статус заявки
        [1] ● status – меняется статус заявки, за которой вы наблюдаете
       *[other] ● status – меняется статус любой заявки
    }
    { $risk ->
        [0] ○ risk – подходит срок по заявке
        [1] ● risk – подходит срок по вашей заявке, а если вы супервизор, то и по ничьей
       *[other] ● risk – подходит срок по любой заявке
    }
    { $breach ->
        [0] ○ breach – срок по заявке истёк
        [1] ● breach – истёк срок по вашей заявке, а если вы супервизор, то по любой
       *[other] ● breach – истёк срок по любой заявке
    }
    { $lines-is ->
        [empty] { "" }
       *[other]
            Иначе там:
            { $lines }
    }
    Тихие часы: { $quiet-is ->
        [empty] выключены
       *[other] { $quiet }
    }. Ежедневная сводка: { $digest-is ->
        [empty] выключена
       *[other] { $digest }
    }. Часовой пояс: { $zone }.
    
    /subscribe new support, /subscribe new #vip, /subscribe status resolved, /subscribe customer #12
    /mute status, /mute #spam, /mute #12, /subscribe default
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – о том, за чем вы следите; то, что требует вас, приходит сразу
button-interest-mentioned = Упоминания
button-interest-assigned = Назначения
button-interest-asked = Вопросы ко мне
button-interest-look = Нужен просмотр
button-interest-approval = Одобрение
button-interest-customer = Пишет клиент
button-interest-new = Новая заявка
button-interest-status = Статус
button-interest-risk = Срок подходит
button-interest-breach = Срок истёк
button-notices-quiet = 🌙 Тихие часы…
button-notices-digest = 🗞 Сводка…
button-notices-zone = 🌍 Часовой пояс…
button-notices-there = 📍 Исключения…
button-notices-off = Выключить
notices-quiet = Когда мне молчать? Что придёт в это время, подождёт вас. Другие часы: /quiet 21:30-6:45
notices-digest = Когда присылать сводку о том, за чем вы следите? То, что требует вас, придёт сразу. Другое время: /digest 17:30
notices-zone = Где вы живёте? Любой другой пояс: /quiet 22:00-7:00 Asia/Tokyo
notices-there = Что там иначе: первая кнопка включает или выключает, ✖ забывает. /subscribe и /mute с заявкой, меткой, очередью или статусом добавляют новое.
on-call =
    { $who-is ->
        [empty] Никто не дежурит, поэтому @oncall обращается к супервизорам; /oncall @имя назначает дежурного.
       *[other] Дежурит: { $who }. Заметки с @oncall приходят дежурному; /oncall @имя меняет его, /oncall off завершает дежурство.
    }{ $shifts-is ->
        [empty] {""}
       *[other]
            {""}
            Смены ({ $zone }):
            { $shifts }
            /oncall night @имя назначает людей на смену, первым – того, кого спрашивать первым.
    }
error-unknown-time = «{ $word }» – такого времени я не понимаю; напишите 18:00, или 22:00-7:00 для промежутка, или off.
error-unknown-zone = Я не знаю часового пояса «{ $word }»; пишите так: Europe/Madrid или UTC.
error-unknown-wish = Я не знаю «{ $word }»; назовите событие ({ $events }), очередь ({ $queues }), метку, например #vip, статус или заявку, например #12.
error-nobody-to-tell = У анонимного администратора нет личного чата со мной; напишите от своего имени, чтобы выбрать, что вам сообщать.
error-not-your-roster = Назначить дежурным другого может только супервизор; /oncall с вашим собственным именем назначает вас.
