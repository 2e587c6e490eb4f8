notice-new_ticket = • Nueva en { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer } escribió
       *[other] • { $customer } escribió { $count } veces
    }
notice-mentioned = • { $by } le mencionó
notice-assigned =
    • { $by-is ->
        [empty] La mesa se la dio a usted
       *[other] { $by } se la dio a usted
    }
notice-handed_over = • { $by } se la traspasó a usted; lo que hay que saber está en su tema
notice-relieved =
    • { $by-is ->
        [empty] La mesa le relevó, porque su cliente esperó demasiado
       *[other] { $by } le relevó
    }
notice-consulted = • { $by } le consulta algo; su próxima nota en el tema es la respuesta
notice-invited = • { $by } le pide que colabore
notice-expert_answered = • { $by } respondió a su pregunta
notice-expert_left = • { $by } se fue sin responder a su pregunta; /consult consulta a otra persona
notice-decided = • { $by } decidió; la ficha dice qué
notice-suggested = • { $by } sugiere una respuesta
notice-suggestion_declined = • { $by } rechazó su sugerencia
notice-look_wanted = • Está resuelta y espera la revisión de un supervisor
notice-approval_wanted = • Espera una aprobación
notice-withdrawn = • Su respuesta ya no hace falta
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
    { $asked ->
        [0] ○
       *[other] ●
    } asked – un colega le pregunta, le responde o decide
    { $look ->
        [0] ○
       *[other] ●
    } look – una solicitud resuelta espera la revisión de un supervisor
    { $approval ->
        [0] ○
       *[other] ●
    } approval – una aprobación espera a un supervisor
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
        [0] ○ status – cambia el estado de una solicitud
        [1] ● status – cambia el estado de una solicitud que usted sigue
       *[other] ● status – cambia el estado de cualquier solicitud
    }
    { $risk ->
        [0] ○ risk – se acerca un plazo de una solicitud
        [1] ● risk – se acerca un plazo de una solicitud suya o, si supervisa, de una que nadie atiende
       *[other] ● risk – se acerca un plazo de cualquier solicitud
    }
    { $breach ->
        [0] ○ breach – ha vencido un plazo de una solicitud
        [1] ● breach – ha vencido un plazo de una solicitud suya o, si supervisa, de cualquiera
       *[other] ● breach – ha vencido un plazo de cualquier solicitud
    }
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
    
    /subscribe new support, /subscribe new #vip, /subscribe status resolved, /subscribe customer #12
    /mute status, /mute #spam, /mute #12, /subscribe default
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – de lo que sigue; lo que le necesita llega enseguida
button-interest-mentioned = Menciones
button-interest-assigned = Asignaciones
button-interest-asked = Consultas
button-interest-look = Revisión pedida
button-interest-approval = Aprobación
button-interest-customer = Escribe un cliente
button-interest-new = Solicitud nueva
button-interest-status = Estado
button-interest-risk = Plazo cercano
button-interest-breach = Plazo vencido
button-notices-quiet = 🌙 Horas de silencio…
button-notices-digest = 🗞 Resumen…
button-notices-zone = 🌍 Zona horaria…
button-notices-there = 📍 Excepciones…
button-notices-off = Desactivar
notices-quiet = ¿Cuándo debo guardar silencio? Lo que llegue entonces espera a que vuelva. Otras horas: /quiet 21:30-6:45
notices-digest = ¿Cuándo le resumo lo que sigue? Lo que le necesita llega enseguida de todos modos. Otra hora: /digest 17:30
notices-zone = ¿Dónde vive? Cualquier otra zona: /quiet 22:00-7:00 Asia/Tokyo
notices-there = Lo que allí es distinto: el primer botón lo activa o desactiva, ✖ lo olvida. /subscribe y /mute con una solicitud, una etiqueta, una cola o un estado añaden más.
on-call =
    { $who-is ->
        [empty] No hay nadie de guardia, así que @oncall avisa a los supervisores; /oncall @quién lo cambia.
       *[other] De guardia: { $who }. Las notas le llegan con @oncall; /oncall @quién lo cambia, /oncall off lo termina.
    }{ $shifts-is ->
        [empty] {""}
       *[other]
            {""}
            Turnos ({ $zone }):
            { $shifts }
            /oncall night @quién dice a quién le toca un turno, empezando por quien responde primero.
    }
error-unknown-time = «{ $word }» no es una hora que yo entienda; escriba 18:00, o 22:00-7:00 para un intervalo, u off.
error-unknown-zone = No conozco la zona horaria «{ $word }»; escríbala como Europe/Madrid o UTC.
error-unknown-wish = No conozco «{ $word }»; indique un evento ({ $events }), una cola ({ $queues }), una etiqueta como #vip, un estado o una solicitud como #12.
error-nobody-to-tell = Un administrador anónimo no tiene un chat privado conmigo; escriba con su propio nombre para elegir lo que le cuento.
error-not-your-roster = Solo un supervisor puede poner de guardia a otra persona; /oncall con su propio nombre le pone a usted.
