incident-list = { $count ->
        [0] Não há nenhum incidente; /incident new e o que está acontecendo abre um.
       *[other] Incidentes. Em um tópico, /incident 3 entra em um; /incident 3 update texto prepara um rascunho para cada cliente:
    }
incident-line = { $incident } · { $title }: { $tickets ->
        [one] uma solicitação
       *[other] { $tickets } solicitações
    }, { $waiting ->
        [0] nenhum rascunho à espera
        [one] um rascunho à espera
       *[other] { $waiting } rascunhos à espera
    }{ $resolved ->
        [0] { "" }
       *[other] { "; resolvido" }
    }
incident-released = Os rascunhos do incidente { $incident } saem agora, cada um para seu cliente; os já enviados ou descartados, não.
button-send-all = Enviar tudo de { $incident } ({ $waiting })
button-draft-send = Enviar
button-draft-edit = Editar
button-draft-drop = Descartar
entry-drafted = 🔥 { $author } · rascunho para o incidente { $incident }, não enviado
card-incident = Incidente { $incident }: { $title }
draft-edit = Escreva /incident edit e as palavras como o cliente da #{ $ticket } deve lê-las; elas substituem este rascunho e ainda não são enviadas.
command-staff-incident = Uma causa de muitas solicitações: /incident 3 update texto
error-unknown-incident = Não há incidente { $incident }; /incident list mostra os que há.
error-incident-resolved = O incidente { $incident } está resolvido; /incident new abre outro.
error-not-in-incident = A #{ $ticket } não pertence a nenhum incidente; /incident 3 a coloca em um.
error-no-draft = Esse rascunho da #{ $ticket } não está mais à espera, então nada foi feito; /reply responde ao cliente.
error-nothing-to-send-all = Nada desse aviso do incidente { $incident } espera envio; /incident list mostra o que espera.
error-supervisors-send = Só um supervisor envia todos os rascunhos do incidente { $incident }; o botão abaixo de um rascunho envia aquele.
