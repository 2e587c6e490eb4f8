flood-gathered = Você está escrevendo muito, por isso transmitimos suas mensagens juntas. Todas elas chegam; pode continuar.
too-many-tickets = Várias solicitações foram abertas em uma hora, por isso esta mensagem vai para a #{ $ticket }. /tickets mostra todas e permite escolher outra.
intake-waits = Recebemos a sua pergunta. Ela espera a sua resposta à nossa, acima; sem ela seguiremos mesmo assim.
intake-asked =
    { $question }

    { $choices ->
        [0] Escreva aqui a sua resposta. O que já foi escrito fica guardado.
       *[other] Escolha abaixo, por favor. O que escrever enquanto isso fica guardado.
    } Sem resposta, seguimos em { $minutes ->
        [one] um minuto
       *[other] { $minutes } minutos
    }; com /human seguimos na hora.
entry-gathered = { $author } · { $count } mensagens, reunidas
card-flood = Escreve muito: { $count } mensagens há pouco, mostradas juntas
card-intake = { $question } → { $answer-is ->
        [empty] sem resposta
       *[given] { $answer }
    }
