## Service levels: by when a ticket is answered and solved (bot.views.deadline)

clock-first_response = First response
clock-next_response = Next response
clock-resolution = Resolution
card-deadline = { $stage ->
        [0] { $clock } due { $due }
        [1] { $clock } at risk, due { $due }
       *[other] { $clock } overdue since { $due }
    }
notice-sla_at_risk = • { $clock } is due soon: { $due }{ $late ->
        [0] {""}
        [one]{" "}(noticed one minute late)
       *[other]{" "}(noticed { $late } minutes late)
    }
notice-sla_breached = • { $clock } is overdue since { $due }{ $late ->
        [0] {""}
        [one]{" "}(noticed one minute late)
       *[other]{" "}(noticed { $late } minutes late)
    }
sla-at-risk = { $who }, a deadline of #{ $ticket } is near; the card says which.
sla-breached = { $who }, a deadline of #{ $ticket } has passed; the card says which.
