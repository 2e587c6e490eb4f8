## Escalonamento: mais autoridade ou conhecimento, e ninguém sai

card-escalated = Escalonada para: { $tiers }
escalation-cause = { $kind ->
        [at_risk] { $what } em risco
        [breached] { $what } fora do prazo
        [manager] o cliente pede um responsável
        [answered] { $what } respostas sem solução
        [reopened] reaberta, { $what }×
        [tag] etiqueta #{ $what }
        [priority] prioridade { $what }
        [negative_tone] o cliente parece irritado ou desesperado
        [trigger] o cliente { $what }
        [tier] nível do cliente { $what }
        [undecided] ninguém decide a aprovação há { $what }
       *[by_hand] à mão
    }
trigger-legal = ameaça com ação judicial
trigger-chargeback = quer que o banco estorne o pagamento
trigger-press = ameaça tornar o caso público
trigger-regulator = recorre a uma autoridade
trigger-safety = relata um ferimento ou perigo
trigger-churn = vai-se embora
trigger-human = pede para falar com uma pessoa
escalation-span = { $unit ->
        [d] { $count ->
            [one] { $count } dia
           *[other] { $count } dias
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
briefing-wants = Pede: { $words }
briefing-newest = O mais recente: { $words }
briefing-done = Feito até agora:
briefing-open = Em aberto: { $state }

command-staff-escalate = Mais autoridade ou conhecimento: /escalate @nome motivo
command-staff-deescalate = Retirar a marca de um escalonamento

escalated = { $by-is ->
    [empty] { $who }, a #{ $ticket } foi escalonada para você; o cartão e /log dizem por quê.
   *[other] { $who }, { $by } escalonou a #{ $ticket } para você; o cartão e /log dizem por quê.
}
notice-escalated = { $by-is ->
    [empty] • Escalonada para você ({ $tier }): { $cause }
   *[other] • { $by } a escalonou para você ({ $tier }){ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }
}

error-already-escalated = A #{ $ticket } já está escalonada para { $tier }; /deescalate retira isso e /escalate @nome chama mais alguém.
error-not-escalated = A #{ $ticket } não está escalonada assim; o cartão diz para onde está, e /escalate @nome motivo chama alguém.
