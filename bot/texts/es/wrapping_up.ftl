open-question = La #{ $ticket } aún no está { $after }, porque queda esto pendiente:
open-consultation = { $who-is ->
        [empty] • Se espera la respuesta de un experto desde { $since }
       *[other] • Se consulta a { $who } desde { $since }
    }
open-approval = • Se espera una aprobación desde { $since }
open-lock = • { $who } está respondiendo hasta { $since }
open-macro = Al enviarla, la solicitud termina con esto pendiente:
button-end-anyway = { $after-is ->
        [closed] Cerrar igualmente
       *[other] Resolver igualmente
    }
button-end-leave = Dejarla
button-send-anyway = Enviar igualmente
card-summary = Resumen de { $by }: { $words }
card-look = Revisada por { $by }: { $at }
entry-summarised = 📝 { $author } · resumen
question-withdrawn = { $who }, ya no hace falta su respuesta en la #{ $ticket }; { $by-is ->
        [empty] el cliente no necesita nada más
       *[other] { $by } la ha terminado o la ha movido
    }.
command-staff-summary = Para el equipo: /summary en qué quedó
command-staff-looked = Supervisores: la he revisado
error-still-open = La #{ $ticket } aún no está { $after }, porque queda algo pendiente; la pregunta en su tema dice qué.
error-asked-another = Eso sobre la #{ $ticket } se le preguntó a otra persona; /resolve o /close se lo pregunta a usted.
error-moved-on = La #{ $ticket } ha cambiado desde esa pregunta, así que no se ha hecho nada; /resolve o /close pregunta de nuevo.
error-not-wrapped-up = La #{ $ticket } aún no se puede cerrar: antes { $summary ->
        [0] { "" }
       *[other] escriba en qué quedó con /summary texto{ $look ->
            [0] { "" }
           *[other] { " y " }
        }
    }{ $look ->
        [0] { "" }
       *[other] un supervisor debe revisarla, con /looked o cerrándola; /resolve se lo pide
    }.
error-summary-stands = Un resumen de la #{ $ticket } queda tal como se escribió; un nuevo /summary ocupa su lugar.
summary-keep = /summary texto guarda en qué quedó.
