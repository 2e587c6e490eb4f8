weekday-1 = seg
weekday-2 = ter
weekday-3 = qua
weekday-4 = qui
weekday-5 = sex
weekday-6 = sáb
weekday-7 = dom
when = { $day } { $at }
follow-up =
    ⏰ { $when } ({ $zone }){ $whom-is ->
        [empty] { "" }
       *[other] , para { $whom }
    }{ $words-is ->
        [empty] { "" }
       *[other] : { $words }
    }{ $every-is ->
        [empty] { "" }
       *[other]
            { "" }
            Repete-se: { $every }
    }{ $odd ->
        [0] { "" }
        [1]
            { "" }
            Naquela noite o relógio pula a hora indicada, então ele vem uma hora depois.
       *[other]
            { "" }
            Naquela noite a hora indicada ocorre duas vezes; vale a primeira.
    }{ $ends ->
        [0] { "" }
        [1]
            { "" }
            Ele vem mesmo que o cliente escreva antes.
       *[other]
            { "" }
            Ele é cancelado se o cliente escrever antes.
    }{ $known ->
        [0]
            { "" }
            Outro fuso horário? /timezone Europe/Madrid
       *[other] { "" }
    }
follow-ups =
    { $count ->
        [0] Não há lembretes. /followup amanhã 9:00 o que fazer cria um.
        [one] Um lembrete:
       *[other] { $count } lembretes{ $more ->
            [0] :
           *[other] , os próximos:
        }
    }
follow-up-changing =
    ⏰ { $when } ({ $zone })
    { $every ->
        [0] Mais tarde por um botão, ou a qualquer hora: /followup change { $number } sexta 14:00
       *[other] A qualquer hora: /followup change { $number } toda segunda 9:00
    }
follow-up-cancelled =
    Cancelado{ $words-is ->
        [empty] .
       *[other] : { $words }
    }
button-follow-up-change = Mudar…
button-follow-up-cancel = Cancelar
button-follow-up-unless = Cancelar se o cliente escrever
button-follow-up-keep = Manter se o cliente escrever
button-follow-up-hour = +1 hora
button-follow-up-day = +1 dia
button-follow-up-week = +1 semana
button-follow-up-back = Voltar
follow-up-due =
    ⏰ { $who } { $words-is ->
        [empty] lembrete da #{ $ticket }
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(de { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· atrasado, era para { $late }
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· de novo { $again }
    }
follow-up-private =
    ⏰ { $words-is ->
        [empty] Seu lembrete
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(de { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· atrasado, era para { $late }
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· de novo { $again }
    }
time-zone = Seu fuso horário é { $zone }, onde agora são { $now }. /timezone Europe/Madrid o muda.
command-staff-followup = Lembrar algo: /followup sexta 14:00 o quê @quem; sozinho, lista
command-staff-timezone = O fuso dos seus horários: /timezone Europe/Madrid
error-unreadable-time = Não leio nenhum horário em “{ $words }”; comece por um, por exemplo: em 2 horas · amanhã 9:00 · sexta 14:00 · 2026-12-01 · toda segunda 9:00 · cada 2 semanas 10 vezes
error-past-time = “{ $words }” era { $when } e já passou; indique um momento futuro, como amanhã 9:00.
error-too-far-away = “{ $words }” seria { $when }, e os lembretes alcançam no máximo cinco anos.
error-empty-series = “{ $words }” termina antes de começar; indique um fim que ainda esteja por vir, ou nenhum.
error-no-such-follow-up = O lembrete { $number } já veio ou foi cancelado; /followup lista os que há.
error-not-your-follow-up = O lembrete { $number } é de { $owner }; podem mudá-lo quem o criou, a quem ele se destina e os supervisores.
error-too-many-follow-ups = Já há { $most } lembretes, que é o máximo; cancele um antes.
error-long-follow-up = Um lembrete comporta no máximo { $most } letras; guarde o resto com /note.
error-cannot-be-told = Não posso escrever em particular a { $who } até que me escreva lá uma vez; no tópico de uma solicitação um lembrete chega a qualquer um.
