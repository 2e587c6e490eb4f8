## To customers (orchestration.sentences.PublicSentence)

greeting = Olá, { $name }! Escreva aqui sua pergunta e responderemos neste chat.
greeting-staff =
    Olá, { $name }! Neste chat você é cliente e pode experimentar o atendimento: escreva uma pergunta e ela se torna uma solicitação no grupo da equipe.
    Aqui você também tem /queue, /search, /subscribe, /mute, /quiet, /digest, /oncall, /away e /back; /help mostra o que os clientes podem fazer.
receipt = Obrigado. Sua solicitação é a #{ $ticket }; responderemos aqui.
help =
    Escreva aqui sua pergunta e responderemos neste chat.
    
    /new – perguntar outra coisa
    /tickets – ver suas solicitações e escolher uma
    /status – como está sua solicitação
    /close – você não precisa mais de ajuda
    /human – falar com uma pessoa
    /verify – mostre que é nosso cliente
    /language – escolher seu idioma
    /privacy – o que guardamos sobre você e como obter ou apagar isso
    /help – esta lista
next-is-new = Sua próxima mensagem abre uma nova solicitação.
no-tickets = Você ainda não tem solicitações. Escreva sua pergunta e ela será a primeira.
no-current = Você não tem nenhuma solicitação em andamento. Escreva sua pergunta para abrir uma, ou escolha outra com /tickets.
ticket-list =
    { $count ->
        [one] Você tem uma solicitação.
       *[other] Você tem { $count } solicitações.
    }{ $current ->
        [0] { " " }Escolha uma para continuar.
       *[other] { " " }Suas mensagens vão para a #{ $current }; escolha outra para continuar com ela.
    }
switched = Suas mensagens agora vão para a #{ $ticket }: { $subject }
status =
    A #{ $ticket } ({ $subject }) está { $status-is ->
        [new] recebida: responderemos aqui
        [waiting_customer] à espera da sua resposta
        [resolved] resolvida; se você escrever de novo, ela é reaberta
        [closed] encerrada; se você escrever de novo, uma nova solicitação começa
       *[other] em andamento
    }.
resolved-by-customer = A #{ $ticket } está resolvida. Se precisar de mais alguma coisa, é só escrever.
already-ended = A #{ $ticket } já terminou. Se precisar de mais alguma coisa, é só escrever.
people-called = Uma pessoa vai cuidar da #{ $ticket } e responder aqui.
people-already-called = Uma pessoa já sabe da #{ $ticket } e vai responder aqui.
unsupported = Não consigo receber este tipo de mensagem. Envie, por favor, texto, uma foto, um vídeo, uma mensagem de voz ou um arquivo.
protected = O que você enviou está protegido contra cópia, e ninguém aqui consegue ver. Envie de novo sem essa proteção, por favor.
unknown-command = Não conheço { $command }. /help mostra o que você pode fazer, ou simplesmente escreva sua pergunta.
ids =
    Este chat: { $chat }{ $thread ->
        [0] { "" }
       *[other] , este tópico: { $thread }
    }{ $user ->
        [0] { "" }
       *[other] , você: { $user }
    }
answered-itself = 🤖 Esta é uma resposta automática. Escreva /human e uma pessoa assume.
