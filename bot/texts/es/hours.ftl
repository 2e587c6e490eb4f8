out-of-hours =
    Ahora mismo no hay nadie en el puesto. Su mensaje ha llegado y lo atenderemos a la vuelta: estaremos de nuevo aquí { $weekday ->
        [1] el lunes
        [2] el martes
        [3] el miércoles
        [4] el jueves
        [5] el viernes
        [6] el sábado
       *[7] el domingo
    } { $day } a las { $time } ({ $zone }).
shift-digest = 🤝 { $count ->
        [0] No queda nada abierto para su turno.
       *[other] Queda abierto para su turno:
    }{ $late-is ->
        [empty] {""}
       *[other] {" "}(con retraso, tocaba el { $late })
    }
shift-urgency = ▪️ { $urgency }
shift-line = #{ $ticket } { $subject } — { $status }{ $expert-is ->
        [empty] {""}
       *[other] {" "}({ $expert })
    } · { $owner-is ->
        [empty] nadie responde
       *[other] { $owner }
    }{ $deadline-is ->
        [empty] {""}
       *[other] {" "}· { $deadline }
    }
shift-more = { $beyond ->
        [0] … y { $count } más
       *[other] … y más de { $count } más
    }; /queue muestra las más antiguas.
command-staff-shift = Lo que está abierto, por urgencia y plazo
write-down = Anotar en la base de conocimiento lo que aprendimos con esta
