## Уровни обслуживания

clock-first_response = Первый ответ
clock-next_response = Следующий ответ
clock-resolution = Решение
card-deadline = { $stage ->
        [0] { $clock }: срок { $due }
        [1] { $clock } под угрозой: срок { $due }
       *[other] { $clock }: просрочено с { $due }
    }
notice-sla_at_risk = • { $clock }: срок скоро истекает, { $due }{ $late ->
        [0] {""}
        [one]{" "}(замечено с опозданием на { $late } мин)
       *[other]{" "}(замечено с опозданием на { $late } мин)
    }
notice-sla_breached = • { $clock }: просрочено с { $due }{ $late ->
        [0] {""}
        [one]{" "}(замечено с опозданием на { $late } мин)
       *[other]{" "}(замечено с опозданием на { $late } мин)
    }
sla-at-risk = { $who }, подходит срок по #{ $ticket }; какой именно — на карточке.
sla-breached = { $who }, срок по #{ $ticket } истёк; какой именно — на карточке.
