card-away = Ausente{ $until-is ->
        [empty] {" "}por ahora
       *[other] {" "}hasta { $until }
    }
command-staff-away = Ausentarse: /away 2h, /away until friday
command-staff-back = Ya está de vuelta
away =
    Está ausente{ $until-is ->
        [empty] {""}
       *[other] {" "}hasta { $until }
    }. No recibirá solicitudes nuevas, y sus colegas lo ven. { $count ->
        [0] {""}
        [one] La solicitud que tiene sigue siendo suya.{" "}
       *[other] Las { $count } solicitudes que tiene siguen siendo suyas.{" "}
    }/back lo termina.
back = Ya está de vuelta: puede recibir solicitudes otra vez.
someone-away =
    { $who } no está{ $until-is ->
        [empty] {" "}por ahora
       *[other] {" "}hasta { $until }
    }.
nobody-relieves =
    El cliente de la #{ $ticket } lleva { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    } esperando a { $who }, y no hay nadie más que responda; con /claim puede tomarla. { $supervisors }
error-unknown-absence = «{ $words }» no es un momento futuro que yo entienda; escriba /away, /away 2h, /away until 18:00, /away until friday o /away until 2026-12-01.
error-nobody-is-away = Un administrador anónimo no puede ausentarse; escriba con su propio nombre.
error-not-away = Usted no está ausente; empiece con /away 2h o /away until friday.
