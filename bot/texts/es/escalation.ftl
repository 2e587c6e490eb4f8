## Escalado: más autoridad o conocimiento, y nadie se va

card-escalated = Escalada a: { $tiers }
escalation-cause = { $kind ->
        [at_risk] { $what } en riesgo
        [breached] { $what } fuera de plazo
        [manager] el cliente pide hablar con un responsable
        [answered] { $what } respuestas sin solución
        [reopened] reabierta, { $what }×
        [tag] etiqueta #{ $what }
        [priority] prioridad { $what }
        [negative_tone] el cliente suena enfadado o desesperado
        [trigger] el cliente { $what }
        [tier] nivel de cliente { $what }
        [undecided] nadie decide la aprobación desde hace { $what }
       *[by_hand] a mano
    }
trigger-legal = amenaza con acciones legales
trigger-chargeback = quiere que el banco le devuelva el cargo
trigger-press = amenaza con hacerlo público
trigger-regulator = acude a una autoridad
trigger-safety = informa de un daño o un peligro
trigger-churn = se va
trigger-human = pide hablar con una persona
escalation-span = { $unit ->
        [d] { $count ->
            [one] { $count } día
           *[other] { $count } días
        }
        [h] { $count ->
            [one] { $count } hora
           *[other] { $count } horas
        }
       *[m] { $count ->
            [one] { $count } minuto
           *[other] { $count } minutos
        }
    }
briefing-wants = Pide: { $words }
briefing-newest = Lo último: { $words }
briefing-done = Hecho hasta ahora:
briefing-open = Pendiente: { $state }

command-staff-escalate = Más autoridad o conocimiento: /escalate @nombre motivo
command-staff-deescalate = Retirar la marca de un escalado

escalated = { $by-is ->
    [empty] { $who }, la #{ $ticket } se ha escalado a usted; la ficha y /log dicen por qué.
   *[other] { $who }, { $by } le ha escalado la #{ $ticket }; la ficha y /log dicen por qué.
}
notice-escalated = { $by-is ->
    [empty] • Escalada a usted ({ $tier }): { $cause }
   *[other] • { $by } la escaló a usted ({ $tier }){ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }
}

error-already-escalated = La #{ $ticket } ya está escalada a { $tier }; /deescalate lo retira y /escalate @nombre pide ayuda a otra persona.
error-not-escalated = La #{ $ticket } no está escalada así; la ficha dice a quién lo está, y /escalate @nombre motivo pide ayuda a alguien.
