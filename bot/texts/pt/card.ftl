## Statuses and urgency, as words in a sentence

status-new = nova
status-open = aberta
status-waiting_customer = à espera do cliente
status-waiting_expert = à espera de um especialista
status-waiting_approval = à espera de aprovação
status-snoozed = adiada
status-resolved = resolvida
status-closed = encerrada
urgency-low = baixa
urgency-normal = normal
urgency-high = alta
urgency-urgent = urgente

## The card

card-since = { $status } desde { $since }
card-owner = Quem responde: { $owner }
card-nobody = Ninguém responde ainda
card-urgency = Urgência { $urgency }
card-intent = sobre { $intent }
card-language = em { $language }
language-de = alemão
language-en = inglês
language-es = espanhol
language-fa = persa
language-fr = francês
language-it = italiano
language-pt = português
language-ru = russo
card-unreachable = As mensagens não chegam ao cliente
card-previous = Continua a #{ $previous }
card-forwarded = Encaminhado de { $origin }.
card-follows = A mensagem completa vem a seguir.
card-medium-follows = [{ $kind }] vem a seguir.
card-how-to-answer = Responda a esta mensagem para responder a { $customer }.
medium-photo = foto
medium-video = vídeo
medium-animation = animação
medium-voice = mensagem de voz
medium-audio = áudio
medium-document = arquivo
medium-sticker = figurinha
medium-video_note = mensagem de vídeo
medium-location = localização
medium-contact = contato
medium-poll = enquete
medium-dice = dado
medium-other = mensagem
medium-gone = [{ $kind }] Não foi possível copiar para cá: { $reason }.

## Buttons (bot.callbacks.Press)

button-claim = Assumir
button-release = Devolver
button-assign = Atribuir…
button-status = Situação…
button-resolve = Resolver
button-reopen = Reabrir
button-close = Encerrar
button-back = Voltar
button-ask = Pedir a { $owner }
