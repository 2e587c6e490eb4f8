## Niveles de servicio

clock-first_response = Primera respuesta
clock-next_response = Siguiente respuesta
clock-resolution = Resolución
card-deadline = { $stage ->
        [0] { $clock }: vence { $due }
        [1] { $clock } en riesgo: vence { $due }
       *[other] { $clock }: plazo vencido desde { $due }
    }
notice-sla_at_risk = • { $clock }: vence pronto, { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto con un minuto de retraso)
       *[other]{" "}(visto con { $late } minutos de retraso)
    }
notice-sla_breached = • { $clock }: plazo vencido desde { $due }{ $late ->
        [0] {""}
        [one]{" "}(visto con un minuto de retraso)
       *[other]{" "}(visto con { $late } minutos de retraso)
    }
sla-at-risk = { $who }, se acerca un plazo de la #{ $ticket }; la tarjeta dice cuál.
sla-breached = { $who }, ha vencido un plazo de la #{ $ticket }; la tarjeta dice cuál.
