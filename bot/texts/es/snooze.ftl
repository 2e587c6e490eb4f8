nudge =
    ¿Sigue pendiente para usted la #{ $ticket } ({ $subject })? Si es así, escriba aquí.{ $days ->
        [0] { "" }
        [one] { " " }Si no tenemos noticias en un día, la daremos por resuelta; siempre puede volver a escribir.
       *[other] { " " }Si no tenemos noticias en { $days } días, la daremos por resuelta; siempre puede volver a escribir.
    }
snoozed =
    La #{ $ticket } queda aplazada hasta { $when } ({ $zone }) o hasta que el cliente escriba; /wake lo termina.{ $odd ->
        [0] { "" }
        [1] { " " }Esa noche el reloj se salta la hora indicada, así que será una hora después.
       *[other] { " " }Esa noche la hora indicada ocurre dos veces; vale la primera.
    }
awake = 📆 { $who } la #{ $ticket } vuelve: ha llegado su hora.
card-ahead-wake = Aplazada hasta { $at }
card-ahead-nudge = Se preguntará de nuevo al cliente el { $at }; /keep lo impide
card-ahead-resolve = Se resolverá sola el { $at }; /keep lo impide
card-ahead-close = Se cerrará sola el { $at }; /keep lo impide
button-wake = Reanudar
button-open = Mantener abierta
command-staff-snooze = Aplazarla: /snooze mañana 9:00
command-staff-wake = Reanudarla antes de tiempo
command-staff-keep = Que no termine por sí sola
error-snooze-once = La #{ $ticket } se aplaza una vez y no una y otra vez; indique un solo momento, como /snooze lunes 9:00.
error-not-snoozed = La #{ $ticket } no está aplazada; /snooze mañana 9:00 la aplaza.
error-nothing-to-stop = Tal como está, la #{ $ticket } no termina por sí sola; su ficha lo dice cuando vaya a hacerlo.
