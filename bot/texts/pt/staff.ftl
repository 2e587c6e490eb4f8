## To staff (orchestration.sentences.StaffSentence)

note-kept = Guardado como nota. Para responder ao cliente, responda à mensagem dele ou use /reply.
reply-failed = #{ $ticket }: o cliente não recebeu sua mensagem, porque { $reason }.
edit-failed = #{ $ticket }: o cliente ainda lê o texto anterior, porque { $reason }.
delete-failed = #{ $ticket }: o cliente ainda pode ler essa resposta, porque { $reason }.
reply-held = #{ $ticket }: o cliente não recebeu sua mensagem, porque { $reason }. Ela sai assim que for possível escrever-lhe de novo.
edit-held = #{ $ticket }: o cliente ainda lê o texto anterior, porque { $reason }. Ele muda assim que for possível escrever-lhe de novo.
delete-held = #{ $ticket }: o cliente ainda pode ler essa resposta, porque { $reason }. Ela é retirada assim que for possível escrever-lhe de novo.
not-shown = #{ $ticket }: algo desta solicitação não pôde ser mostrado aqui. { $reason }
group-lost =
    O grupo da equipe não pode ser usado. O Telegram diz: { $reason }
    O que ajuda: { $todo }
    As mensagens dos clientes são guardadas, e o que é para o grupo espera até lá.
group-back = O grupo da equipe pode ser usado de novo; o que esperava está a caminho.
updates-missed =
    O serviço ficou sem notícias do Telegram por { $hours ->
        [one] { $hours } hora
       *[other] { $hours } horas
    }, e o Telegram guarda o que não consegue entregar por apenas um dia: pode faltar o que os clientes escreveram antes.
group-moved = O grupo da equipe tem um novo identificador, { $chat }, usado a partir de agora. Coloque-o em STAFF_CHAT_ID para que a configuração também o diga.
unclaimed =
    A #{ $ticket } espera há { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    } e ninguém a assumiu.{ $why ->
        [1] {" "}Todas as pessoas da fila estão ausentes.
        [2] {" "}Ninguém trabalha na fila.
       *[other] {""}
    } { $supervisors }
customer-wants-person = { $customer } pede uma pessoa na #{ $ticket }. { $supervisors }
released-left = { $who } saiu, e ninguém responde à #{ $ticket } agora; /claim a assume. { $supervisors }
assigned =
    { $who }, { $by-is ->
        [empty] a mesa
       *[other] { $by }
    } passou a #{ $ticket } para você.
asked-for = { $who }, { $by } gostaria de assumir a #{ $ticket }; /assign a entrega.
status-topic =
    A #{ $ticket } ({ $subject }) está { $status } desde { $since }; { $owner-is ->
        [empty] ninguém responde ainda
       *[other] quem responde: { $owner }
    }.
queue =
    { $more ->
        [0]
            { $count ->
                [one] Há uma solicitação pendente:
               *[other] Há { $count } solicitações pendentes:
            }
       *[other] As { $count } solicitações pendentes mais antigas; há mais:
    }
    { $lines }
queue-empty = Não há solicitações pendentes.
help-topic =
    Responda a uma mensagem do cliente para responder a ele; todo o resto que você escreve aqui fica entre nós.
    
    /reply texto – responder ao cliente
    /reply – sem texto: você responde e as respostas dos outros esperam; /unlock termina isso
    /suggest texto – sugerir uma resposta a quem responde
    /ask @billing pergunta – perguntar a um especialista; @billing numa nota faz o mesmo
    /draft – pedir outro rascunho de resposta; /draft short define o tom
    /translate – o que o cliente escreveu, na sua língua; requer um modelo
    /route billing – indicar para quem é, e o encaminhador aprende; /route nobody – para nenhum
    /macro – respostas prontas; /macro save nome guarda a resposta a que você responde
    /note texto – guardar uma nota
    /delete – em resposta a uma resposta: retirá-la do cliente
    /claim – assumir esta solicitação
    /assign @nome – passar a alguém
    /release – devolver
    /handover @nome nota – repassar com o que é preciso saber
    /collab – colaborar; /collab @nome ou uma competência – trazer alguém
    /watch – saber em particular como está; /leave – nem um nem outro mais
    /consult @nome pergunta – perguntar a um especialista; a próxima nota dele responde
    /decide texto – um supervisor decide o que vale para todos
    /status – em que situação está; /status open – mudar
    /resolve, /reopen, /close – terminar, ou não
    /summary texto – no que deu, para a equipe; /looked – um supervisor conferiu
    /ban motivo, /unban – banir o cliente, ou não
    /bind registro, /unbind – supervisores: qual registro é o deste cliente, ou não
    /subject palavras, /tag palavra, /priority high, /queue nome – classificar
    /link #n, /merge #n – o que tem a ver com ela, ou é o mesmo
    /incident – uma causa de muitas solicitações; /incident 3 entra, /incident 3 update texto prepara rascunhos
    /history – as solicitações deste cliente; /search palavras – em todas as solicitações
    /log – quem fez o quê
    /queue – o que está pendente
    /followup sexta 14:00 o quê @quem – lembrar algo; sozinho, lista
    /snooze amanhã 9:00, /wake – adiar, ou não; /keep – não terminar sozinha
    /timezone Europe/Madrid – o fuso dos seus horários
    /role – quem é o quê; /role @nome expert billing – os supervisores definem
    /notices, /subscribe, /mute, /quiet, /digest – o que aviso a você em particular, e quando
    /oncall – quem está de plantão; @oncall em uma nota chega a essa pessoa
    /away 2h, /away until friday – você não recebe solicitações novas; /back termina isso
    /shift – o que está em aberto, por urgência e prazo
    /kb palavras – o que dizem os nossos artigos
    /kb add – depois de resolvido: um artigo do que ajudou, aprovado por um especialista ou supervisor
    /specialists – os especialistas de IA: para que serve cada um e desde quando
    /id – os identificadores deste chat
    /help – esta lista
    
    @nome, @supervisor, @oncall ou uma fila em uma nota: ficam sabendo em particular.
help-group =
    Cada solicitação é um tópico deste grupo. No tópico de uma solicitação:
    /claim, /assign, /release, /handover, /reply, /macro, /note, /delete, /status, /resolve, /reopen, /close,
    /summary, /looked,
    /collab, /watch, /leave, /consult, /decide, /subject, /tag, /priority, /link, /merge, /history, /log,
    /bind, /unbind, /ban, /unban; /queue nome a passa para outra equipe
    
    Aqui e lá:
    /queue – o que está pendente
    /search palavras – encontrar solicitações pelo que se disse nelas
    /followup sexta 14:00 o quê @quem – lembrar algo; sozinho, lista
    /timezone Europe/Madrid – o fuso dos seus horários
    /incident – uma causa de muitas solicitações; /incident 3 entra, /incident 3 update texto prepara rascunhos
    /role – quem é o quê; /role @nome expert billing – os supervisores definem
    /notices, /subscribe, /mute, /quiet, /digest – o que aviso a você em particular, e quando
    /oncall – quem está de plantão
    /away 2h, /away until friday – você não recebe solicitações novas; /back termina isso
    /shift – o que está em aberto, por urgência e prazo
    /kb palavras – o que dizem os nossos artigos
    /specialists – os especialistas de IA: para que serve cada um e desde quando
    /id – os identificadores deste chat
    /help – esta lista
