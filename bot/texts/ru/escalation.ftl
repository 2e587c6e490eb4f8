## Эскалация: больше полномочий или знаний, и никто не уходит

card-escalated = Эскалация: { $tiers }
escalation-cause = { $kind ->
        [at_risk] под угрозой: { $what }
        [breached] просрочено: { $what }
        [manager] клиент просит руководителя
        [answered] ответов без решения: { $what }
        [reopened] открыта заново, { $what }×
        [tag] метка #{ $what }
        [priority] срочность: { $what }
        [negative_tone] клиент сердится или в отчаянии
        [trigger] клиент { $what }
        [tier] уровень клиента: { $what }
        [undecided] согласование ждёт решения уже { $what }
       *[by_hand] вручную
    }
trigger-legal = грозит судом
trigger-chargeback = хочет вернуть платёж через банк
trigger-press = грозит оглаской
trigger-regulator = обращается в надзорный орган
trigger-safety = сообщает о травме или опасности
trigger-churn = уходит от вас
trigger-human = просит живого человека
escalation-span = { $unit ->
        [d] { $count ->
            [one] { $count } день
            [few] { $count } дня
           *[other] { $count } дней
        }
        [h] { $count ->
            [one] { $count } час
            [few] { $count } часа
           *[other] { $count } часов
        }
       *[m] { $count ->
            [one] { $count } минуту
            [few] { $count } минуты
           *[other] { $count } минут
        }
    }
briefing-wants = Чего хотят: { $words }
briefing-newest = Последнее: { $words }
briefing-done = Что сделано:
briefing-open = Что открыто: { $state }

command-staff-escalate = Больше полномочий или знаний: /escalate @имя причина
command-staff-deescalate = Снять отметку об эскалации

escalated = { $by-is ->
    [empty] { $who }, заявка #{ $ticket } передана вам по эскалации; почему, видно на карточке и в /log.
   *[other] { $who }, { $by } просит вас подключиться к #{ $ticket } по эскалации; почему, видно на карточке и в /log.
}
notice-escalated = { $by-is ->
    [empty] • Эскалация на вас ({ $tier }): { $cause }
   *[other] • { $by } · эскалация на вас ({ $tier }){ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }
}

error-already-escalated = Заявка #{ $ticket } уже эскалирована ({ $tier }); /deescalate снимает отметку, а /escalate @имя зовёт ещё кого-нибудь.
error-not-escalated = У #{ $ticket } нет такой эскалации; какие есть, видно на карточке, а /escalate @имя причина зовёт кого-нибудь.
