## Quién responde, palabras en espera, sugerencias (bot.views.drafting)

card-lock = { $who } está respondiendo hasta las { $until }
card-presence = Aquí hace poco: { $names }

command-staff-unlock = Al final no respondes tú
command-staff-suggest = Sugerir una respuesta a quien responde: /suggest texto

button-draft = ✍ Responder
button-held-anyway = Enviar igualmente
button-held-suggest = Como sugerencia
button-held-drop = Descartar
button-suggestion-send = Enviar
button-suggestion-edit = Editar
button-suggestion-decline = Rechazar

lock-taken = Estás respondiendo #{ $ticket } hasta las { $until }; las respuestas de los demás esperan. Responde al mensaje del cliente, o /reply texto. /unlock si al final no respondes.

held-lock = No enviado: { $who } está respondiendo hasta las { $until }. ¿Qué hacemos con tu respuesta?
held-colleague = No enviado: un compañero respondió antes de que se pudiera enviar la tuya. ¿Qué hacemos con tu respuesta?
held-customer = No enviado: el cliente escribió mientras respondías. ¿Qué hacemos con tu respuesta?

entry-held = ⏸ { $author } → cliente, sin enviar
entry-suggested = 💡 { $author } sugiere esta respuesta:
suggestion-lock = Aún no enviado: { $who } está respondiendo hasta las { $until }.
suggestion-colleague = Aún no enviado: un compañero ha respondido entretanto.
suggestion-customer = Aún no enviado: el cliente ha escrito entretanto.
suggestion-edit = Responde a la sugerencia con /reply y tus palabras; se envían en lugar de estas:
suggestion-was-sent = ✅ { $who } la envió al cliente.
suggestion-was-edited = ✅ { $who } la cambió y la envió al cliente.
suggestion-was-declined = ❌ { $who } la rechazó.

## Al equipo

suggestion-declined = { $who }, { $by } rechazó la respuesta que sugeriste en #{ $ticket }.

## Por qué algo no se puede hacer

error-someone-answers = { $who } está respondiendo #{ $ticket } hasta las { $until }; una /note le llega, y un supervisor puede tomar el relevo.
error-not-locked = Nadie está respondiendo #{ $ticket } ahora, así que no hay nada que devolver; ✍ en la tarjeta empieza a responder.
error-already-decided = Eso ya se decidió en #{ $ticket }; /log dice quién.
error-not-your-decision = Solo { $who } decide qué pasa con esa respuesta en #{ $ticket }; una /note le dice lo que piensas.
error-cannot-send-anyway = Otra persona responde #{ $ticket }; puedes darle tu respuesta como sugerencia o descartarla.
error-suggestion-stands = Tu sugerencia en #{ $ticket } queda como se dio; /suggest hace otra.
error-overtaken = Alguien está respondiendo la #{ $ticket } o hay algo nuevo en ella, así que no se envió nada; léalo y elija de nuevo, o escriba su respuesta con /reply.
