## Quem está respondendo, palavras em espera, sugestões (bot.views.drafting)

card-lock = { $who } está respondendo até { $until }
card-presence = Por aqui há pouco: { $names }

command-staff-unlock = Afinal você não vai responder
command-staff-suggest = Sugerir uma resposta a quem responde: /suggest texto

button-draft = ✍ Responder
button-held-anyway = Enviar mesmo assim
button-held-suggest = Como sugestão
button-held-drop = Descartar
button-suggestion-send = Enviar
button-suggestion-edit = Editar
button-suggestion-decline = Recusar

lock-taken = Você está respondendo #{ $ticket } até { $until }; as respostas dos outros esperam. Responda à mensagem do cliente, ou /reply texto. /unlock se afinal não for responder.

held-lock = Não enviado: { $who } está respondendo até { $until }. O que fazer com a sua resposta?
held-colleague = Não enviado: um colega respondeu antes que a sua pudesse ser enviada. O que fazer com a sua resposta?
held-customer = Não enviado: o cliente escreveu enquanto você respondia. O que fazer com a sua resposta?

entry-held = ⏸ { $author } → cliente, não enviado
entry-suggested = 💡 { $author } sugere esta resposta:
suggestion-lock = Ainda não enviado: { $who } está respondendo até { $until }.
suggestion-colleague = Ainda não enviado: um colega respondeu entretanto.
suggestion-customer = Ainda não enviado: o cliente escreveu entretanto.
suggestion-edit = Responda à sugestão com /reply e as suas palavras; elas são enviadas no lugar destas:
suggestion-was-sent = ✅ { $who } enviou ao cliente.
suggestion-was-edited = ✅ { $who } alterou e enviou ao cliente.
suggestion-was-declined = ❌ { $who } recusou.

## À equipe

suggestion-declined = { $who }, { $by } recusou a resposta que você sugeriu em #{ $ticket }.

## Por que algo não pode ser feito

error-someone-answers = { $who } está respondendo #{ $ticket } até { $until }; uma /note chega até essa pessoa, e um supervisor pode assumir.
error-not-locked = Ninguém está respondendo #{ $ticket } agora, então não há nada a devolver; ✍ no cartão começa a responder.
error-already-decided = Isso já foi decidido em #{ $ticket }; /log diz por quem.
error-not-your-decision = Só { $who } decide o que acontece com essa resposta em #{ $ticket }; uma /note diz o que você pensa.
error-cannot-send-anyway = Outra pessoa responde #{ $ticket }; você pode dar a sua resposta como sugestão ou descartá-la.
error-suggestion-stands = A sua sugestão em #{ $ticket } fica como foi dada; /suggest faz outra.
error-overtaken = Alguém está respondendo a #{ $ticket } ou há algo novo nela, por isso nada foi enviado; leia e escolha de novo, ou escreva sua resposta com /reply.
