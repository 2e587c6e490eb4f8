## Escalation: more authority or skill, and nobody leaves

card-escalated = Escalated: { $tiers }
escalation-cause = { $kind ->
        [at_risk] { $what } at risk
        [breached] { $what } overdue
        [manager] the customer asks for a manager
        [answered] { $what } answers and no solution
        [reopened] reopened, { $what }×
        [tag] tag #{ $what }
        [priority] priority { $what }
        [negative_tone] the customer sounds angry or desperate
        [trigger] the customer { $what }
        [tier] customer tier { $what }
        [undecided] nobody decided on the approval for { $what }
       *[by_hand] by hand
    }
trigger-legal = threatens legal action
trigger-chargeback = wants the bank to take the money back
trigger-press = threatens to go public
trigger-regulator = turns to an authority
trigger-safety = reports an injury or danger
trigger-churn = is leaving
trigger-human = asks for a person
escalation-span = { $unit ->
        [d] { $count ->
            [one] { $count } day
           *[other] { $count } days
        }
        [h] { $count ->
            [one] { $count } hour
           *[other] { $count } hours
        }
       *[m] { $count ->
            [one] { $count } minute
           *[other] { $count } minutes
        }
    }
briefing-wants = Wants: { $words }
briefing-newest = Newest: { $words }
briefing-done = Done so far:
briefing-open = Open: { $state }

command-staff-escalate = More authority or skill: /escalate @name reason
command-staff-deescalate = Take the mark of an escalation back

escalated = { $by-is ->
    [empty] { $who }, #{ $ticket } was escalated to you; the card and /log say why.
   *[other] { $who }, { $by } escalated #{ $ticket } to you; the card and /log say why.
}
notice-escalated = { $by-is ->
    [empty] • Escalated to you ({ $tier }): { $cause }
   *[other] • { $by } escalated it to you ({ $tier }){ $reason-is ->
        [empty] {""}
       *[other] {": "}{ $reason }
    }
}

error-already-escalated = #{ $ticket } is escalated to { $tier } already; /deescalate takes that back, and /escalate @name asks one more person.
error-not-escalated = #{ $ticket } is not escalated like that; the card says to what it is, and /escalate @name reason asks someone.
