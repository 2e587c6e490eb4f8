command-staff-subject = Outro título: /subject palavras
command-staff-tag = Pôr uma etiqueta, ou tirá-la: /tag vip -reembolso
command-staff-priority = low, normal, high ou urgent: /priority high
command-staff-link = Tem a ver com outra solicitação: /link #7
command-staff-merge = Juntar aqui outra solicitação deste cliente: /merge #7
command-staff-search = Procurar palavras em todas as solicitações: /search palavras
command-staff-history = Todas as solicitações deste cliente
card-queue = Fila { $queue }
card-links = Tem a ver com { $tickets }
card-absorbed = Continua aqui: { $tickets }
card-merged = Continua na #{ $into }
error-unchanged = A #{ $ticket } já está assim; nada mudou.
error-bad-tag = “{ $word }” não pode ser uma etiqueta; uma etiqueta é uma só palavra de até 32 letras, algarismos e _, como /tag reembolso.
error-too-many-tags = A #{ $ticket } pode ter { $most } etiquetas; /tag -palavra tira uma.
error-unknown-priority = Não existe a prioridade “{ $word }”; pode ser { $allowed }.
error-unknown-queue = Não existe a fila “{ $word }”; existem { $allowed }.
error-bad-ticket-number = “{ $word }” não é o número de uma solicitação; escreva assim: { $form }
error-unknown-ticket = Não existe a solicitação #{ $ticket }; /search encontra solicitações pelas palavras.
error-same-ticket = Essa é a própria #{ $ticket }; indique a outra solicitação.
error-not-linked = A #{ $ticket } não tem vínculo com a #{ $other }; o cartão mostra os que ela tem.
error-too-many-links = Uma solicitação pode ter { $most } vínculos, e a #{ $ticket } ou a #{ $other } já os tem; /link -#n tira um.
error-not-one-customer = A #{ $other } é de outro cliente, então não pode continuar na #{ $ticket }; /link #{ $other } mostra que uma tem a ver com a outra.
error-nothing-to-search = Escreva as palavras a procurar, com letras ou algarismos, como /search pedido 4711
search-found =
    { $count ->
        [one] Uma solicitação em que se disse “{ $words }”:
       *[other] As { $count } solicitações mais recentes em que se disse “{ $words }”:
    }
    { $lines }
search-empty = Ninguém disse “{ $words }” em nenhuma solicitação. Todas as palavras precisam estar em uma mesma mensagem; basta o começo delas, a partir de três letras.
history =
    Tudo o que { $customer } pediu, a começar pelo mais recente:
    { $lines }
absorbed =
    { $by } juntou a #{ $other } a esta; o que o cliente escrever lá continua aqui.{ $lines-is ->
        [empty] { "" }
       *[other] { " " }O que se disse lá por último:
    }
    { $lines }
merged = { $by } juntou esta solicitação à #{ $into }, onde ela continua.
