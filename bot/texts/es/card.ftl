## Statuses and urgency, as words in a sentence

status-new = nueva
status-open = abierta
status-waiting_customer = a la espera del cliente
status-waiting_expert = a la espera de un experto
status-waiting_approval = a la espera de aprobación
status-snoozed = aplazada
status-resolved = resuelta
status-closed = cerrada
urgency-low = baja
urgency-normal = normal
urgency-high = alta
urgency-urgent = urgente

## The card

card-since = { $status } desde { $since }
card-owner = Responde { $owner }
card-nobody = Aún no responde nadie
card-urgency = Urgencia { $urgency }
card-intent = sobre { $intent }
card-language = en { $language }
language-de = alemán
language-en = inglés
language-es = español
language-fa = persa
language-fr = francés
language-it = italiano
language-pt = portugués
language-ru = ruso
card-unreachable = Los mensajes no llegan al cliente
card-previous = Continúa la #{ $previous }
card-forwarded = Reenviado de { $origin }.
card-follows = El mensaje completo va a continuación.
card-medium-follows = [{ $kind }] va a continuación.
card-how-to-answer = Responda a este mensaje para contestar a { $customer }.
medium-photo = foto
medium-video = vídeo
medium-animation = animación
medium-voice = mensaje de voz
medium-audio = audio
medium-document = archivo
medium-sticker = sticker
medium-video_note = videomensaje
medium-location = ubicación
medium-contact = contacto
medium-poll = encuesta
medium-dice = dado
medium-other = mensaje
medium-gone = [{ $kind }] No se pudo copiar aquí: { $reason }.

## Buttons (bot.callbacks.Press)

button-claim = Tomar
button-release = Soltar
button-assign = Asignar…
button-status = Estado…
button-resolve = Resolver
button-reopen = Reabrir
button-close = Cerrar
button-back = Volver
button-ask = Pedírsela a { $owner }
