notice-new_ticket = • Nova em { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer } escreveu
       *[other] • { $customer } escreveu { $count } vezes
    }
notice-mentioned = • { $by } mencionou você
notice-assigned =
    • { $by-is ->
        [empty] A mesa a passou para você
       *[other] { $by } a passou para você
    }
notice-handed_over = • { $by } a repassou para você; o que é preciso saber está no tópico dela
notice-relieved =
    • { $by-is ->
        [empty] A mesa liberou você dela, porque o cliente esperou demais
       *[other] { $by } liberou você dela
    }
notice-consulted = • { $by } pergunta algo a você; sua próxima nota no tópico é a resposta
notice-invited = • { $by } pede que você colabore
notice-expert_answered = • { $by } respondeu à sua pergunta
notice-expert_left = • { $by } saiu sem responder à sua pergunta; /consult pergunta a outra pessoa
notice-decided = • { $by } decidiu; o cartão diz o quê
notice-suggested = • { $by } sugere uma resposta
notice-suggestion_declined = • { $by } recusou sua sugestão
notice-look_wanted = • Está resolvida e espera a conferência de um supervisor
notice-approval_wanted = • Espera uma aprovação
notice-withdrawn = • Sua resposta não é mais necessária
notice-status_reached = • Agora está { $status }
mentioned = { $who }, { $by } mencionou você na #{ $ticket }. Escreva-me em particular uma vez, e passo a avisar você lá.
notice-settings =
    O que aviso a você em particular{ $chat ->
        [0] { " " }(escreva-me lá uma vez, para que eu possa)
       *[other] { "" }
    }:
    { $mentioned ->
        [0] ○
       *[other] ●
    } mentioned – uma nota menciona você
    { $assigned ->
        [0] ○
       *[other] ●
    } assigned – uma solicitação é passada para você
    { $asked ->
        [0] ○
       *[other] ●
    } asked – um colega pergunta, responde a você ou decide
    { $look ->
        [0] ○
       *[other] ●
    } look – uma solicitação resolvida espera a conferência de um supervisor
    { $approval ->
        [0] ○
       *[other] ●
    } approval – uma aprovação espera por um supervisor
    { $customer ->
        [0] ○ customer – um cliente escreve
        [1] ● customer – o cliente de uma solicitação sua escreve
       *[other] ● customer – qualquer cliente escreve
    }
    { $new ->
        [0] ○
       *[other] ●
    } new – uma solicitação é aberta
    { $status ->
        [0] ○ status – a situação de uma solicitação muda
        [1] ● status – a situação de uma solicitação que você acompanha muda
       *[other] ● status – a situação de qualquer solicitação muda
    }
    { $risk ->
        [0] ○ risk – um prazo de uma solicitação está perto
        [1] ● risk – um prazo de uma solicitação sua está perto ou, se você supervisiona, de uma que ninguém atende
       *[other] ● risk – um prazo de qualquer solicitação está perto
    }
    { $breach ->
        [0] ○ breach – um prazo de uma solicitação venceu
        [1] ● breach – um prazo de uma solicitação sua venceu ou, se você supervisiona, de qualquer uma
       *[other] ● breach – um prazo de qualquer solicitação venceu
    }
    { $lines-is ->
        [empty] { "" }
       *[other]
            Diferente em:
            { $lines }
    }
    Horário de silêncio: { $quiet-is ->
        [empty] desligado
       *[other] { $quiet }
    }. Resumo diário: { $digest-is ->
        [empty] desligado
       *[other] { $digest }
    }. Os horários são de { $zone }.
    
    /subscribe new support, /subscribe new #vip, /subscribe status resolved, /subscribe customer #12
    /mute status, /mute #spam, /mute #12, /subscribe default
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – do que você segue; o que precisa de você chega na hora
button-interest-mentioned = Menções
button-interest-assigned = Atribuições
button-interest-asked = Perguntas a mim
button-interest-look = Conferência pedida
button-interest-approval = Aprovação
button-interest-customer = Cliente escreveu
button-interest-new = Nova solicitação
button-interest-status = Situação
button-interest-risk = Prazo perto
button-interest-breach = Prazo vencido
button-notices-quiet = 🌙 Silêncio…
button-notices-digest = 🗞 Resumo…
button-notices-zone = 🌍 Fuso horário…
button-notices-there = 📍 Exceções…
button-notices-off = Desligar
notices-quiet = Quando devo ficar em silêncio? O que chegar então espera por você. Outro horário: /quiet 21:30-6:45
notices-digest = Quando devo resumir o que você segue? O que precisa de você chega na hora mesmo assim. Outro horário: /digest 17:30
notices-zone = Onde você mora? Qualquer outro fuso: /quiet 22:00-7:00 Asia/Tokyo
notices-there = O que lá é diferente: o primeiro botão liga ou desliga, ✖ esquece. /subscribe e /mute com uma solicitação, etiqueta, fila ou situação acrescentam mais.
on-call =
    { $who-is ->
        [empty] Ninguém está de plantão, então @oncall chega aos supervisores; /oncall @quem define o plantão.
       *[other] De plantão: { $who }. As notas chegam lá com @oncall; /oncall @quem muda o plantão, /oncall off o termina.
    }{ $shifts-is ->
        [empty] {""}
       *[other]
            {""}
            Turnos ({ $zone }):
            { $shifts }
            /oncall night @quem define as pessoas de um turno, começando por quem responde primeiro.
    }
error-unknown-time = “{ $word }” não é um horário que eu entenda; escreva 18:00, ou 22:00-7:00 para um período, ou off.
error-unknown-zone = Não conheço o fuso horário “{ $word }”; escreva como Europe/Madrid ou UTC.
error-unknown-wish = Não conheço “{ $word }”; indique um evento ({ $events }), uma fila ({ $queues }), uma etiqueta como #vip, uma situação ou uma solicitação, como #12.
error-nobody-to-tell = Um administrador anônimo não tem chat particular comigo; escreva em seu próprio nome para escolher o que aviso a você.
error-not-your-roster = Só um supervisor pode pôr outra pessoa de plantão; /oncall com seu próprio nome põe você.
