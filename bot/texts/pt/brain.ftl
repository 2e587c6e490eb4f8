## O que diz o cérebro integrado (orchestration.specialists.built_in.sentences)

# Para a equipe: uma linha, e os detalhes abaixo.
brain-note-wants = “{ $words }”
brain-note-article = o artigo “{ $title }” responde a isto
brain-note-foreign = está escrito em outro idioma que o do cliente: { $language }
brain-charged-again = Verifiquem { $what }: { $value } foi cobrado { $count } vezes da mesma forma, e talvez seja preciso devolver uma cobrança.
brain-note-nothing = nenhum artigo e nenhum sistema responde a isto: é preciso uma pessoa
brain-note-perhaps = nenhum artigo responde a isto com certeza; talvez { $titles }
brain-note-missing = pede { $what }
brain-note-verify = verifique primeiro o cliente (/verify): até lá os sistemas não dizem nada sobre ele
brain-note-not-found = { $what }: não existe, ou não é deste cliente
brain-note-differ = ⚠️ { $what }: os sistemas divergem em “{ $field }”
brain-note-failed = { $tool } não respondeu
brain-note-tone = não conheço o tom “{ $tone }”: há short, formal e friendly
brain-details-named = Citado: { $what }
brain-details-read = { $tool }, { $when }: { $said }
brain-details-article =
    📄 { $title } ({ $id }): “{ $quote }”
brain-summary-by = Feito sem modelo, com o que foi lido e frases fixas.
brain-summary-first = { $who-is ->
        [empty] O cliente
       *[other] { $who }
    } escreveu pela primeira vez em { $when }: “{ $words }”
brain-summary-latest = { $who-is ->
        [empty] O cliente
       *[other] { $who }
    } escreveu pela última vez em { $when }: “{ $words }”
brain-summary-answer = Última resposta{ $who-is ->
        [empty] {""}
       *[other] {" "}de { $who }
    }, { $when }: “{ $words }”
brain-summary-customer-waits = O cliente espera uma resposta.
brain-summary-we-wait = A última palavra é nossa.

# Para os rascunhos.
brain-hello = { $name-is ->
        [empty] Olá,
       *[other] Olá, { $name },
    }
brain-hello-formal = { $name-is ->
        [empty] Bom dia,
       *[other] Bom dia, { $name },
    }
brain-hello-friendly = { $name-is ->
        [empty] Oi!
       *[other] Oi, { $name }!
    }
brain-close = Se algo ainda não estiver claro, é só escrever aqui.
brain-close-formal = Permanecemos à disposição para qualquer outra dúvida.
brain-close-friendly = Mais alguma coisa? É só escrever, teremos prazer em ajudar!
brain-ask = Você poderia nos enviar { $what }? Assim podemos verificar.
brain-ask-to-verify = Para não dar informações a mais ninguém além de você, escreva aqui por favor: { $command }{ $what-is ->
        [empty] {""}
       *[other] {" "}e depois { $what }.
    }
brain-ask-again = Não encontramos { $what } nos seus dados. Você poderia conferir o número?
brain-questions = Para continuar, precisamos saber:
brain-clarify = { $name-is ->
        [empty] Agradecemos o contato
       *[other] { $name }, agradecemos o contato
    }; recebemos sua mensagem. Você poderia nos contar em uma ou duas frases do que se trata e o que precisa de nós? Se for sobre um pedido ou um pagamento, informe por favor o número.
brain-quoted = Nosso artigo “{ $title }” tem a resposta: “{ $quote }”
brain-and = { $most } e { $last }
brain-comma = ,
brain-semicolon = ;
brain-facts = { $thing } – { $facts }

# O que se pede.
brain-ask-order = o número do pedido
brain-ask-invoice = o número da fatura
brain-ask-subscription = o número da assinatura
brain-ask-tracking = o código de rastreio
brain-ask-email = o e-mail da sua conta
brain-ask-phone = o número de telefone
brain-ask-postcode = o código postal do endereço de entrega
brain-ask-address = a nova morada completa: rua e número, código postal e cidade
brain-ask-amount = o valor
brain-ask-date = a data

# O que foi citado.
brain-order = pedido { $value }
brain-invoice = fatura { $value }
brain-subscription = assinatura { $value }
brain-tracking = encomenda { $value }
brain-email = e-mail { $value }
brain-phone = telefone { $value }
brain-postcode = código postal { $value }
brain-address = morada { $value }
brain-amount = { $value }
brain-date = { $value }

# O que dizem os sistemas: campos e o que há neles.
brain-status = status
brain-carrier = transportadora
brain-expected = previsão de entrega
brain-shipped-on = envio
brain-delivered-on = entrega
brain-total = total
brain-due = vencimento
brain-paid-on = pagamento
brain-refunded-on = reembolso
brain-plan = plano
brain-next-payment = próximo pagamento
brain-reason = motivo
brain-processing = em preparação
brain-packed = embalado
brain-shipped = enviado
brain-in-transit = a caminho
brain-out-for-delivery = saiu para entrega
brain-delivered = entregue
brain-cancelled = cancelado
brain-returned = devolvido
brain-refunded = reembolsado
brain-paid = pago
brain-unpaid = ainda não pago
brain-failed = falhou
brain-pending = pendente
brain-active = ativo
brain-paused = em pausa
brain-ended = encerrado
