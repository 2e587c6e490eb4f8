notice-new_ticket = • Новая в очереди { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer }: { $count } новое сообщение
        [few] • { $customer }: { $count } новых сообщения
       *[many] • { $customer }: { $count } новых сообщений
    }
notice-mentioned = • { $by } упоминает вас
notice-assigned = • { $by } передаёт её вам
notice-look_wanted = • Решена и ждёт просмотра супервизора
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
    { $look ->
        [0] ○
       *[other] ●
    } look – решённая заявка ждёт просмотра супервизора
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
        [0] ○
       *[other] ●
    } status – меняется статус заявки
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
    
    /subscribe new support, /subscribe customer #12, /subscribe default
    /mute status, /mute #12
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – о том, за чем вы следите; то, что требует вас, приходит сразу
on-call =
    { $who-is ->
        [empty] Никто не дежурит, поэтому @oncall обращается к супервизорам; /oncall @имя назначает дежурного.
       *[other] Дежурит: { $who }. Заметки с @oncall приходят дежурному; /oncall @имя меняет его, /oncall off завершает дежурство.
    }
error-unknown-time = «{ $word }» – такого времени я не понимаю; напишите 18:00, или 22:00-7:00 для промежутка, или off.
error-unknown-zone = Я не знаю часового пояса «{ $word }»; пишите так: Europe/Madrid или UTC.
error-unknown-wish = Я не знаю «{ $word }»; назовите событие ({ $events }), очередь ({ $queues }) или заявку, например #12.
error-nobody-to-tell = У анонимного администратора нет личного чата со мной; напишите от своего имени, чтобы выбрать, что вам сообщать.
error-not-your-roster = Назначить дежурным другого может только супервизор; /oncall с вашим собственным именем назначает вас.
