open-question = A #{ $ticket } ainda não está { $after }, porque isto continua pendente:
open-consultation = { $who-is ->
        [empty] • A resposta de um especialista é esperada desde { $since }
       *[other] • { $who } foi consultado e ainda não respondeu, desde { $since }
    }
open-approval = • Uma aprovação é esperada desde { $since }
open-lock = • { $who } está respondendo até { $since }
open-macro = Ao enviar, a solicitação termina com isto pendente:
button-end-anyway = { $after-is ->
        [closed] Encerrar mesmo assim
       *[other] Resolver mesmo assim
    }
button-end-leave = Deixar como está
button-send-anyway = Enviar mesmo assim
card-summary = Resumo de { $by }: { $words }
card-look = Conferida por { $by }: { $at }
entry-summarised = 📝 { $author } · resumo
question-withdrawn = { $who }, sua resposta na #{ $ticket } não é mais necessária; { $by-is ->
        [empty] o cliente não precisa de mais nada
       *[other] { $by } a terminou ou a levou adiante
    }.
command-staff-summary = Para a equipe: /summary no que deu
command-staff-looked = Supervisores: já conferi
error-still-open = A #{ $ticket } ainda não está { $after }, porque algo continua pendente; a pergunta no tópico dela diz o quê.
error-asked-another = Isso sobre a #{ $ticket } foi perguntado a outra pessoa; /resolve ou /close pergunta a você.
error-moved-on = A #{ $ticket } mudou desde essa pergunta, então nada foi feito; /resolve ou /close pergunta de novo.
error-not-wrapped-up = A #{ $ticket } ainda não pode ser encerrada: antes { $summary ->
        [0] { "" }
       *[other] escreva no que deu com /summary texto{ $look ->
            [0] { "" }
           *[other] { " e " }
        }
    }{ $look ->
        [0] { "" }
       *[other] um supervisor precisa conferi-la, com /looked ou encerrando-a; /resolve pede isso
    }.
error-summary-stands = Um resumo da #{ $ticket } fica como foi escrito; um novo /summary ocupa seu lugar.
summary-keep = /summary texto guarda em que ficou.
