## Níveis de serviço

clock-first_response = Primeira resposta
clock-next_response = Próxima resposta
clock-resolution = Resolução
card-deadline = { $stage ->
        [0] { $clock }: prazo { $due }
        [1] { $clock } em risco: prazo { $due }
       *[other] { $clock }: prazo vencido desde { $due }
    }
notice-sla_at_risk = • { $clock }: o prazo está perto, { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto com um minuto de atraso)
       *[other]{" "}(visto com { $late } minutos de atraso)
    }
notice-sla_breached = • { $clock }: prazo vencido desde { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto com um minuto de atraso)
       *[other]{" "}(visto com { $late } minutos de atraso)
    }
sla-at-risk = { $who }, um prazo da #{ $ticket } está perto; o cartão diz qual.
sla-breached = { $who }, um prazo da #{ $ticket } venceu; o cartão diz qual.
