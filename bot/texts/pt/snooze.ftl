nudge =
    A #{ $ticket } ({ $subject }) ainda está em aberto para você? Se sim, é só escrever aqui.{ $days ->
        [0] { "" }
        [one] { " " }Se não tivermos notícias em um dia, vamos dá-la por resolvida; você sempre pode escrever de novo.
       *[other] { " " }Se não tivermos notícias em { $days } dias, vamos dá-la por resolvida; você sempre pode escrever de novo.
    }
snoozed =
    A #{ $ticket } fica adiada até { $when } ({ $zone }) ou até o cliente escrever; /wake termina isso.{ $odd ->
        [0] { "" }
        [1] { " " }Naquela noite o relógio pula a hora indicada, então será uma hora depois.
       *[other] { " " }Naquela noite a hora indicada ocorre duas vezes; vale a primeira.
    }
awake = 📆 { $who } a #{ $ticket } está de volta: chegou a hora dela.
card-ahead-wake = Adiada até { $at }
card-ahead-nudge = O cliente será perguntado de novo em { $at }; /keep impede isso
card-ahead-resolve = Será resolvida sozinha em { $at }; /keep impede isso
card-ahead-close = Será fechada sozinha em { $at }; /keep impede isso
button-wake = Retomar
button-open = Manter aberta
command-staff-snooze = Adiar: /snooze amanhã 9:00
command-staff-wake = Retomar antes da hora
command-staff-keep = Não terminar sozinha
error-snooze-once = A #{ $ticket } é adiada uma vez e não repetidamente; indique um único momento, como /snooze segunda 9:00.
error-not-snoozed = A #{ $ticket } não está adiada; /snooze amanhã 9:00 a adia.
error-nothing-to-stop = Do jeito que está, a #{ $ticket } não termina sozinha; o cartão dirá quando for terminar.
