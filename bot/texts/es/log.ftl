command-staff-log = Quién hizo qué en esta solicitud
log-head =
    Registro de la #{ $ticket }{ $count ->
        [one] { "" }
       *[other] { ", " }página { $page } de { $count }
    }
log-line = { $at } { $mark }{ $what } { $move }
log-move = ({ $before } → { $after })
log-legend = ⚑ Un supervisor intervino en la solicitud de otra persona. Las horas son UTC.
log-desk = El servicio
button-older = ← Anteriores
button-newer = Más recientes →
log-opened = { $who } la abrió: { $words }
log-customer_wrote = { $who } escribió: { $words }
log-replied_publicly = { $who } → cliente{ $to-is ->
        [empty] {""}
       *[given] , con las palabras de { $to }
    }: { $words }{ $former-is ->
        [empty] {""}
       *[given] {" "}(sugerido: { $former })
    }
log-system_said = { $who } → cliente: { $words }
log-note_added = { $who } anotó: { $words }
log-claimed = { $who } la tomó
log-assigned = { $who } se la dio a { $to }{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-released = { $who } la soltó{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-status_set = { $who } cambió su estado
log-people_called = { $who } pidió hablar con una persona
log-triaged = { $who } la clasificó como { $words }
log-alerted = { $who } avisó a los supervisores: { $words }
log-delivery_failed = { $who } no pudo entregar: { $words }
log-customer_back = { $who } vuelve a recibir mensajes
log-customer_edited = { $who } editó la entrada { $of }
log-reply_edited = { $who } editó la respuesta de la entrada { $of }
log-note_edited = { $who } editó la nota de la entrada { $of }
log-reply_deleted = { $who } retiró la respuesta de la entrada { $of }
log-customer_reacted = { $who } reaccionó a la entrada { $of }: { $words }
log-customer_banned = { $who } vetó al cliente: { $words }
log-customer_unbanned = { $who } levantó el veto
log-message_withheld = { $who } escribió durante el veto: { $words }
log-subject_changed = { $who } cambió el título a: { $words }
log-tagged = { $who } cambió las etiquetas: { $words }
log-priority_set = { $who } fijó la prioridad: { $words }
log-queue_changed = { $who } la pasó a la cola { $words }
log-linked = { $who } la vinculó con { $words }
log-unlinked = { $who } quitó el vínculo con { $words }
log-absorbed = { $who } unió { $words } a esta
log-merged = { $who } la unió a { $words }
log-joined = { $who } se sumó o sumó a alguien: { $words }
log-left = { $who } ya no participa
log-staff_left = { $who } vio que { $words } dejó el equipo
log-handed_over = { $who } se la traspasó a { $to }: { $words }
log-consulted = { $who } consultó a { $to }: { $words }
log-decided = { $who } decidió: { $words }
log-rated = { $who } lo valoró: { $words }
log-rating_commented = { $who } dijo de la valoración: { $words }
log-erasure_asked = { $who } pidió que se borren sus datos
log-erasure_declined = { $who } no quiso borrarlo
log-erased = { $who } borró todas sus palabras
log-follow_up_set = { $who } creó un recordatorio: { $words }
log-follow_up_cancelled = { $who } canceló un recordatorio: { $words }
log-follow_up_fired = { $who } recordó: { $words }
log-snoozed = { $who } la aplazó hasta { $words }
log-woken = { $who } la reanudó
log-lapsed = { $who } la hizo avanzar porque nadie respondió
log-kept_open = { $who } la mantiene abierta
log-summarised = { $who } la resumió: { $words }
log-looked = { $who } la revisó
log-consultation_withdrawn = { $who } retiró la consulta a { $words }
log-incident_joined = { $who } la unió a la incidencia { $words }
log-incident_left = { $who } la sacó de la incidencia { $words }
log-update_drafted = { $who } preparó un aviso: { $words }
log-draft_discarded = { $who } descartó el borrador
log-intake_asked = { $who } preguntó antes de abrirlo: { $words }
log-draft_locked = { $who } está respondiendo hasta las { $words }
log-draft_unlocked = { $who } terminó el turno de respuesta
log-reply_held = { $who } → cliente, sin enviar: { $words }
log-reply_discarded = { $who } descartó la respuesta de la entrada { $of }
log-suggested = { $who } sugirió: { $words }
log-suggestion_declined = { $who } rechazó la sugerencia de la entrada { $of }
log-clock_at_risk = { $who } vio un plazo en riesgo: { $clock }, vence { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto con un minuto de retraso)
       *[other]{" "}(visto con { $late } minutos de retraso)
    }
log-clock_breached = { $who } vio vencer un plazo: { $clock }, vencía { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto con un minuto de retraso)
       *[other]{" "}(visto con { $late } minutos de retraso)
    }
log-escalated = { $who } la escaló a { $tier }: { $cause }{ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }{ $people-is ->
        [empty] {""}
       *[other] {""}; ahora colabora: { $people }
    }
log-deescalated = { $who } retiró el escalado a { $tier }
log-specialist_asked = { $who } preguntó a los especialistas: { $words }
log-routed = { $who } llamó a { $words }
log-advised = { $who } aconsejó: { $words }
log-passed_on = { $who } pasó trabajo a { $words }
log-reply_drafted = { $who } preparó un borrador de respuesta: { $words }
log-conflict_decided = { $who } decidió entre especialistas: { $words }
log-route_corrected = { $who } corrigió la asignación: { $words }
log-verification_asked = { $who } empezó a verificarse: { $proof }
log-code_sent = { $who } recibe un código en la dirección de correo registrada
log-verification_failed = { $who } no quedó verificado ({ $proof }): { $why }
log-customer_bound = { $who } asignó al cliente el registro { $record } ({ $proof }){ $before-is ->
        [empty] {""}
       *[other] {""}, antes { $before }
    }
log-customer_unbound = { $who } quitó al cliente el registro { $record }
log-article_approved = { $who } aprobó un artículo: { $words }
