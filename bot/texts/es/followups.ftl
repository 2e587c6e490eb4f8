weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
when = { $day } { $at }
follow-up =
    ⏰ { $when } ({ $zone }){ $whom-is ->
        [empty] { "" }
       *[other] , para { $whom }
    }{ $words-is ->
        [empty] { "" }
       *[other] : { $words }
    }{ $every-is ->
        [empty] { "" }
       *[other]
            { "" }
            Se repite: { $every }
    }{ $odd ->
        [0] { "" }
        [1]
            { "" }
            Esa noche el reloj se salta la hora indicada, así que llega una hora después.
       *[other]
            { "" }
            Esa noche la hora indicada ocurre dos veces; vale la primera.
    }{ $ends ->
        [0] { "" }
        [1]
            { "" }
            Llega aunque el cliente escriba antes.
       *[other]
            { "" }
            Se cancela si el cliente escribe antes.
    }{ $known ->
        [0]
            { "" }
            ¿Otra zona horaria? /timezone Europe/Madrid
       *[other] { "" }
    }
follow-ups =
    { $count ->
        [0] No hay recordatorios. /followup mañana 9:00 lo que hay que hacer crea uno.
        [one] Un recordatorio:
       *[other] { $count } recordatorios{ $more ->
            [0] :
           *[other] , los próximos:
        }
    }
follow-up-changing =
    ⏰ { $when } ({ $zone })
    { $every ->
        [0] Más tarde con un botón, o a cualquier hora: /followup change { $number } viernes 14:00
       *[other] A cualquier hora: /followup change { $number } cada lunes 9:00
    }
follow-up-cancelled =
    Cancelado{ $words-is ->
        [empty] .
       *[other] : { $words }
    }
button-follow-up-change = Cambiar…
button-follow-up-cancel = Cancelar
button-follow-up-unless = Cancelarlo si el cliente escribe
button-follow-up-keep = Mantenerlo si el cliente escribe
button-follow-up-hour = +1 hora
button-follow-up-day = +1 día
button-follow-up-week = +1 semana
button-follow-up-back = Volver
follow-up-due =
    ⏰ { $who } { $words-is ->
        [empty] recordatorio de la #{ $ticket }
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(de { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· con retraso, era para { $late }
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· de nuevo { $again }
    }
follow-up-private =
    ⏰ { $words-is ->
        [empty] Su recordatorio
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(de { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· con retraso, era para { $late }
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· de nuevo { $again }
    }
time-zone = Su zona horaria es { $zone }, donde ahora son las { $now }. /timezone Europe/Madrid la cambia.
command-staff-followup = Recordar algo: /followup viernes 14:00 qué @quién; solo, los enumera
command-staff-timezone = La zona de sus horas: /timezone Europe/Madrid
error-unreadable-time = No leo ninguna hora en «{ $words }»; empiece por una, por ejemplo: en 2 horas · mañana 9:00 · viernes 14:00 · 2026-12-01 · cada lunes 9:00 · cada 2 semanas 10 veces
error-past-time = «{ $words }» era { $when } y ya pasó; indique un momento por venir, como mañana 9:00.
error-too-far-away = «{ $words }» sería { $when }, y los recordatorios llegan como mucho a cinco años.
error-empty-series = «{ $words }» termina antes de empezar; indique un final que esté por venir, o ninguno.
error-no-such-follow-up = El recordatorio { $number } ya llegó o se canceló; /followup enumera los que hay.
error-not-your-follow-up = El recordatorio { $number } es de { $owner }; pueden cambiarlo su autor, la persona a la que va dirigido y los supervisores.
error-too-many-follow-ups = Ya hay { $most } recordatorios, que es el máximo; cancele antes uno.
error-long-follow-up = Un recordatorio admite { $most } letras como mucho; guarde el resto con /note.
error-cannot-be-told = No puedo escribir en privado a { $who } hasta que me escriba allí una vez; en el tema de una solicitud un recordatorio llega a cualquiera.
