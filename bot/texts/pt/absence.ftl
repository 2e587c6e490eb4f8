card-away =
    Ausente{ $until-is ->
        [empty] {" "}por enquanto
       *[other] {" "}até { $until }
    }
command-staff-away = Ausentar-se: /away 2h, /away until friday
command-staff-back = Você voltou
away =
    Você está ausente{ $until-is ->
        [empty] {""}
       *[other] {" "}até { $until }
    }. Você não recebe solicitações novas, e seus colegas veem isso. { $count ->
        [0] {""}
        [one] Sua solicitação continua com você.{" "}
       *[other] Suas { $count } solicitações continuam com você.{" "}
    }/back termina isso.
back = Você voltou: pode receber solicitações de novo.
someone-away =
    { $who } está ausente{ $until-is ->
        [empty] {" "}por enquanto
       *[other] {" "}até { $until }
    }.
nobody-relieves =
    O cliente da #{ $ticket } esperou { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } por { $who }, e não há mais ninguém para responder; /claim a assume. { $supervisors }
error-unknown-absence = “{ $words }” não é um momento futuro que eu entenda; escreva /away, /away 2h, /away until 18:00, /away until friday ou /away until 2026-12-01.
error-nobody-is-away = Um administrador anônimo não pode se ausentar; escreva com seu próprio nome.
error-not-away = Você não está ausente; comece com /away 2h ou /away until friday.
