flood-gathered = Está escribiendo mucho, así que transmitimos sus mensajes juntos. Llegan todos; siga con confianza.
too-many-tickets = Ha abierto varias solicitudes en una hora, así que esto se añade a la #{ $ticket }. /tickets las muestra todas y le deja elegir otra.
intake-waits = Hemos recibido su pregunta. Espera su respuesta a la nuestra, más arriba; sin ella seguiremos igualmente.
intake-asked =
    { $question }

    { $choices ->
        [0] Escriba aquí su respuesta. Lo que ya ha escrito queda guardado.
       *[other] Elija abajo, por favor. Lo que escriba mientras tanto queda guardado.
    } Sin respuesta seguimos dentro de { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }; con /human seguimos enseguida.
entry-gathered = { $author } · { $count } mensajes, reunidos
card-flood = Escribe mucho: { $count } mensajes hace un momento, mostrados juntos
card-intake = { $question } → { $answer-is ->
        [empty] sin respuesta
       *[given] { $answer }
    }
