notice-new_ticket = • Nova em { $queue }
notice-customer_wrote =
    { $count ->
        [one] • { $customer } escreveu
       *[other] • { $customer } escreveu { $count } vezes
    }
notice-mentioned = • { $by } mencionou você
notice-assigned = • { $by } a passou para você
notice-look_wanted = • Está resolvida e espera a conferência de um supervisor
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
    { $look ->
        [0] ○
       *[other] ●
    } look – uma solicitação resolvida espera a conferência de um supervisor
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
        [0] ○
       *[other] ●
    } status – a situação de uma solicitação muda
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
    
    /subscribe new support, /subscribe customer #12, /subscribe default
    /mute status, /mute #12
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – do que você segue; o que precisa de você chega na hora
on-call =
    { $who-is ->
        [empty] Ninguém está de plantão, então @oncall chega aos supervisores; /oncall @quem define o plantão.
       *[other] De plantão: { $who }. As notas chegam lá com @oncall; /oncall @quem muda o plantão, /oncall off o termina.
    }
error-unknown-time = “{ $word }” não é um horário que eu entenda; escreva 18:00, ou 22:00-7:00 para um período, ou off.
error-unknown-zone = Não conheço o fuso horário “{ $word }”; escreva como Europe/Madrid ou UTC.
error-unknown-wish = Não conheço “{ $word }”; indique um evento ({ $events }), uma fila ({ $queues }) ou uma solicitação, como #12.
error-nobody-to-tell = Um administrador anônimo não tem chat particular comigo; escreva em seu próprio nome para escolher o que aviso a você.
error-not-your-roster = Só um supervisor pode pôr outra pessoa de plantão; /oncall com seu próprio nome põe você.
