## Why something cannot be done (orchestration.errors)

error-illegal-transition =
    { $allowed-is ->
        [empty] A #{ $ticket } está { $before } e continua assim; a próxima mensagem do cliente abre uma nova solicitação.
       *[other] A #{ $ticket } está { $before } e não pode ficar { $after }; pode ficar { $allowed }.
    }
error-ticket-closed = A #{ $ticket } está encerrada e só aceita notas; a próxima mensagem do cliente abre uma nova solicitação.
error-already-owned = A #{ $ticket } é de { $owner }; peça-a com o botão abaixo ou guarde uma nota com /note.
error-already-yours = A #{ $ticket } já é sua; /reply responde ao cliente, /release a devolve.
error-not-owned = A #{ $ticket } não é de ninguém, então não há o que devolver; /claim a assume.
error-not-allowed = A #{ $ticket } é de { $owner }; só essa pessoa ou um supervisor pode fazer isso, e o botão abaixo faz o pedido.
error-anonymous-cannot-own = Um administrador anônimo não pode assumir uma solicitação; /assign @nome a passa a alguém.
error-not-your-reply = A #{ $ticket } é de { $owner }; responda como nota ou peça-a com o botão abaixo.
error-unknown-person = Ainda não vi { $name } neste grupo; assim que escrever aqui, /assign vai reconhecer.
error-unknown-status = Não existe a situação “{ $word }”; pode ser { $allowed }.
error-no-such-ticket = Você não tem nenhuma solicitação #{ $ticket }; /tickets mostra as suas.
error-nothing-to-send = Ainda não há nada para enviar na #{ $ticket }; escreva o texto depois do comando.
error-not-your-words = Essa resposta na #{ $ticket } é de outra pessoa; ela ou um supervisor pode retirá-la.
error-already-taken-back = Essa resposta na #{ $ticket } já foi retirada; uma nova pode ocupar seu lugar.
error-not-an-answer = Responda com /delete à resposta na #{ $ticket } que o cliente não deve mais ter.
error-edited-into-command = Uma edição não executa comandos, então a cópia do cliente fica como está; /delete em resposta a ela a retira.
error-cannot-carry = Não consigo enviar este tipo de mensagem ao cliente da #{ $ticket }; texto, foto, vídeo, mensagem de voz ou arquivo, sim.
error-missing-argument = Falta alguma coisa; escreva assim: { $form }
error-unknown-command = Não conheço { $command }; /help mostra o que posso fazer aqui.
error-not-a-ticket = { $command } se usa no tópico de uma solicitação; /queue mostra as solicitações.
error-old-button = Este botão está desatualizado; use os mais recentes.
