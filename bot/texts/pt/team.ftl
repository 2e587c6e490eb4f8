card-decision = Decidido por { $by }: { $words }
card-asked = À espera da resposta de { $expert } desde { $since }
card-collaborator =
    Colaborando: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }e mais { $more }
    }
card-watcher =
    Acompanhando: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }e mais { $more }
    }
button-team = Pessoas…
button-join = Colaborar
button-watch = Acompanhar
button-leave = Sair
entry-handed-over = { $author } repassou esta solicitação a { $who }
entry-consulted = { $author } perguntou a { $who }
entry-decided = ⚖️ { $author } decidiu
command-staff-collab = Colaborar, ou trazer alguém: /collab @nome ou uma competência
command-staff-watch = Saber em particular como está esta solicitação
command-staff-leave = Não colaborar nem acompanhar mais
command-staff-handover = Repassar: /handover @nome o que é preciso saber
command-staff-consult = Perguntar a um especialista: /consult @nome pergunta
command-staff-decide = Supervisores: decidir por escrito o que vale para todos
command-staff-role = Quem é o quê: /role @nome expert billing
relieved = { $by-is ->
    [empty] { $who }, a mesa liberou você da #{ $ticket }, porque o cliente esperou demais.
   *[other] { $who }, { $by } liberou você da #{ $ticket }.
}
handed-over = { $who }, { $by } repassou a #{ $ticket } para você; o que é preciso saber está no tópico dela.
invited = { $who }, { $by } pede que você colabore na #{ $ticket }.
consulted = { $who }, { $by } pergunta algo a você no tópico da #{ $ticket }; sua próxima nota lá é a resposta.
expert-answered = { $who }, { $by } respondeu à sua pergunta na #{ $ticket }.
expert-left = { $who }, { $by } saiu sem responder à sua pergunta na #{ $ticket }; /consult pergunta a outra pessoa.
decided = { $who }, { $by } decidiu na #{ $ticket }; o cartão diz o quê.
watch-needs-start = Agora você acompanha a #{ $ticket }. Para que eu possa avisar em particular quando ela avançar, envie-me /start lá uma vez.
role-given =
    { $who } agora é { $role ->
        [agent] atendente
        [expert] especialista
        [supervisor] supervisor
       *[admin] administrador
    }{ $skills-is ->
        [empty] { "" }
       *[other] , em { $skills }
    }.
roles =
    Quem é o quê aqui:
    { $lines }
error-already-taking-part = { $who } já trabalha na #{ $ticket } ou a acompanha; o cartão diz quem faz o quê.
error-not-taking-part = Você não colabora na #{ $ticket } nem a acompanha; para começar, use /collab ou /watch.
error-already-asked = Já se perguntou a { $who } na #{ $ticket }; a próxima nota dessa pessoa responde, ou /status open encerra a espera.
error-ask-another = Você não pode consultar a si mesmo sobre a #{ $ticket }; uma /note guarda o que você sabe.
error-supervisors-decide = Só um supervisor decide na #{ $ticket } e muda o que foi decidido; uma /note diz o que você pensa.
error-decision-stands = Uma decisão na #{ $ticket } fica como foi escrita; um novo /decide ocupa seu lugar.
error-several-know = Várias pessoas têm a competência “{ $skill }”; pergunte a uma delas pelo nome: { $names }.
error-unknown-role = Não existe a função “{ $role }”; pode ser agent, expert, supervisor ou admin.
error-bad-skill = “{ $skill }” não pode ser uma competência; só um especialista as tem, dez no máximo, cada uma de uma só palavra com letras, algarismos ou hifens.
error-cannot-grant = Você não pode mudar a função de { $who } para { $role }; os supervisores dão funções, e só um administrador dá ou tira a de administrador.
