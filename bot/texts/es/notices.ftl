notice-new_ticket = • Nueva en { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer } escribió
       *[other] • { $customer } escribió { $count } veces
    }
notice-mentioned = • { $by } le mencionó
notice-assigned = • { $by } se la dio a usted
notice-look_wanted = • Está resuelta y espera la revisión de un supervisor
notice-status_reached = • Ahora está { $status }
mentioned = { $who }, { $by } le ha mencionado en la #{ $ticket }. Escríbame una vez en privado y se lo contaré allí.
notice-settings =
    Lo que le cuento en privado{ $chat ->
        [0] { " " }(escríbame allí una vez para que pueda hacerlo)
       *[other] { "" }
    }:
    { $mentioned ->
        [0] ○
       *[other] ●
    } mentioned – una nota le nombra
    { $assigned ->
        [0] ○
       *[other] ●
    } assigned – le dan una solicitud
    { $look ->
        [0] ○
       *[other] ●
    } look – una solicitud resuelta espera la revisión de un supervisor
    { $customer ->
        [0] ○ customer – escribe un cliente
        [1] ● customer – escribe el cliente de una solicitud suya
       *[other] ● customer – escribe cualquier cliente
    }
    { $new ->
        [0] ○
       *[other] ●
    } new – se abre una solicitud
    { $status ->
        [0] ○
       *[other] ●
    } status – cambia el estado de una solicitud
    { $lines-is ->
        [empty] { "" }
       *[other]
            Es distinto en:
            { $lines }
    }
    Horas de silencio: { $quiet-is ->
        [empty] ninguna
       *[other] { $quiet }
    }. Resumen diario: { $digest-is ->
        [empty] ninguno
       *[other] { $digest }
    }. Las horas son de { $zone }.
    
    /subscribe new support, /subscribe customer #12, /subscribe default
    /mute status, /mute #12
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – de lo que sigue; lo que le necesita llega enseguida
on-call =
    { $who-is ->
        [empty] No hay nadie de guardia, así que @oncall avisa a los supervisores; /oncall @quién lo cambia.
       *[other] De guardia: { $who }. Las notas le llegan con @oncall; /oncall @quién lo cambia, /oncall off lo termina.
    }
error-unknown-time = «{ $word }» no es una hora que yo entienda; escriba 18:00, o 22:00-7:00 para un intervalo, u off.
error-unknown-zone = No conozco la zona horaria «{ $word }»; escríbala como Europe/Madrid o UTC.
error-unknown-wish = No conozco «{ $word }»; indique un evento ({ $events }), una cola ({ $queues }) o una solicitud como #12.
error-nobody-to-tell = Un administrador anónimo no tiene un chat privado conmigo; escriba con su propio nombre para elegir lo que le cuento.
error-not-your-roster = Solo un supervisor puede poner de guardia a otra persona; /oncall con su propio nombre le pone a usted.
