command-staff-log = Quem fez o quê nesta solicitação
log-head =
    Registro da #{ $ticket }{ $count ->
        [one] { "" }
       *[other] { ", " }página { $page } de { $count }
    }
log-line = { $at } { $mark }{ $what } { $move }
log-move = ({ $before } → { $after })
log-legend = ⚑ Um supervisor interveio na solicitação de um colega. Os horários são em UTC.
log-desk = O serviço
button-older = ← Anteriores
button-newer = Mais recentes →
log-opened = { $who } abriu a solicitação: { $words }
log-customer_wrote = { $who } escreveu: { $words }
log-replied_publicly = { $who } → cliente{ $to-is ->
        [empty] {""}
       *[given] , com as palavras de { $to }
    }: { $words }{ $former-is ->
        [empty] {""}
       *[given] {" "}(sugerido: { $former })
    }
log-system_said = { $who } → cliente: { $words }
log-note_added = { $who } anotou: { $words }
log-claimed = { $who } assumiu a solicitação
log-assigned = { $who } passou a solicitação a { $to }{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-released = { $who } devolveu a solicitação{ $words-is ->
        [empty] {""}
       *[other] {" "}({ $words })
    }
log-status_set = { $who } mudou a situação
log-people_called = { $who } pediu uma pessoa
log-triaged = { $who } interpretou como { $words }
log-alerted = { $who } alertou os supervisores: { $words }
log-delivery_failed = { $who } não conseguiu entregar: { $words }
log-customer_back = { $who } pode receber mensagens de novo
log-customer_edited = { $who } editou a entrada { $of }
log-reply_edited = { $who } editou a resposta na entrada { $of }
log-note_edited = { $who } editou a nota na entrada { $of }
log-reply_deleted = { $who } retirou a resposta na entrada { $of }
log-customer_reacted = { $who } reagiu à entrada { $of }: { $words }
log-customer_banned = { $who } baniu o cliente: { $words }
log-customer_unbanned = { $who } suspendeu o banimento
log-message_withheld = { $who } escreveu durante o banimento: { $words }
log-subject_changed = { $who } mudou o assunto para: { $words }
log-tagged = { $who } mudou as etiquetas: { $words }
log-priority_set = { $who } definiu a prioridade: { $words }
log-queue_changed = { $who } moveu para a fila { $words }
log-linked = { $who } criou o vínculo com { $words }
log-unlinked = { $who } tirou o vínculo com { $words }
log-absorbed = { $who } juntou { $words } a esta
log-merged = { $who } juntou esta a { $words }
log-joined = { $who } passou a participar ou trouxe: { $words }
log-left = { $who } não participa mais
log-staff_left = { $who } viu que { $words } saiu da equipe
log-handed_over = { $who } repassou a solicitação a { $to }: { $words }
log-consulted = { $who } perguntou a { $to }: { $words }
log-decided = { $who } decidiu: { $words }
log-rated = { $who } avaliou: { $words }
log-rating_commented = { $who } disse da avaliação: { $words }
log-erasure_asked = { $who } pediu para ser esquecido
log-erasure_declined = { $who } recusou apagar
log-erased = { $who } apagou todas as palavras
log-follow_up_set = { $who } criou um lembrete: { $words }
log-follow_up_cancelled = { $who } cancelou um lembrete: { $words }
log-follow_up_fired = { $who } lembrou: { $words }
log-snoozed = { $who } adiou até { $words }
log-woken = { $who } retomou
log-lapsed = { $who } fez avançar porque ninguém respondeu
log-kept_open = { $who } mantém aberta
log-summarised = { $who } a resumiu: { $words }
log-looked = { $who } a conferiu
log-consultation_withdrawn = { $who } retirou a pergunta a { $words }
log-incident_joined = { $who } a ligou ao incidente { $words }
log-incident_left = { $who } a tirou do incidente { $words }
log-update_drafted = { $who } preparou um aviso: { $words }
log-draft_discarded = { $who } descartou o rascunho
log-intake_asked = { $who } perguntou antes de abrir: { $words }
log-draft_locked = { $who } está respondendo até { $words }
log-draft_unlocked = { $who } encerrou a vez de responder
log-reply_held = { $who } → cliente, não enviado: { $words }
log-reply_discarded = { $who } descartou a resposta da entrada { $of }
log-suggested = { $who } sugeriu: { $words }
log-suggestion_declined = { $who } recusou a sugestão da entrada { $of }
log-clock_at_risk = { $who } viu um prazo em risco: { $clock }, até { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto com um minuto de atraso)
       *[other]{" "}(visto com { $late } minutos de atraso)
    }
log-clock_breached = { $who } viu um prazo vencer: { $clock }, era até { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto com um minuto de atraso)
       *[other]{" "}(visto com { $late } minutos de atraso)
    }
log-escalated = { $who } escalonou para { $tier }: { $cause }{ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }{ $people-is ->
        [empty] {""}
       *[other] {""}; agora participa: { $people }
    }
log-deescalated = { $who } retirou o escalonamento para { $tier }
log-specialist_asked = { $who } perguntou aos especialistas: { $words }
log-routed = { $who } chamou { $words }
log-advised = { $who } aconselhou: { $words }
log-passed_on = { $who } passou trabalho a { $words }
log-reply_drafted = { $who } preparou um rascunho de resposta: { $words }
log-conflict_decided = { $who } decidiu entre especialistas: { $words }
log-route_corrected = { $who } corrigiu o encaminhamento: { $words }
log-verification_asked = { $who } começou a verificação: { $proof }
log-code_sent = { $who } recebe um código no e-mail registrado
log-verification_failed = { $who } não foi verificado ({ $proof }): { $why }
log-customer_bound = { $who } ligou o cliente a { $record } ({ $proof }){ $before-is ->
        [empty] {""}
       *[other] {""}, antes { $before }
    }
log-customer_unbound = { $who } desligou o cliente de { $record }
log-article_approved = { $who } aprovou um artigo: { $words }
