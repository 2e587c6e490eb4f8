## Lo que dice el cerebro integrado (orchestration.specialists.built_in.sentences)

# Para el equipo: una línea, y los detalles debajo.
brain-note-wants = «{ $words }»
brain-note-article = el artículo «{ $title }» lo responde
brain-note-foreign = está escrito en otro idioma que el del cliente: { $language }
brain-charged-again = Revisen { $what }: { $value } se cobró { $count } veces de igual forma, y quizá haya que devolver un cobro.
brain-note-nothing = ni un artículo ni un sistema lo responde: hace falta una persona
brain-note-perhaps = ningún artículo lo responde con seguridad; quizá { $titles }
brain-note-missing = pide { $what }
brain-note-verify = verifique primero al cliente (/verify): hasta entonces los sistemas no dicen nada de él
brain-note-not-found = { $what }: no existe, o no es de este cliente
brain-note-differ = ⚠️ { $what }: los sistemas no coinciden en «{ $field }»
brain-note-failed = { $tool } no respondió
brain-note-tone = «{ $tone }» no es un tono que conozca: short, formal o friendly
brain-details-named = Se nombra: { $what }
brain-details-read = { $tool }, { $when }: { $said }
brain-details-article =
    📄 { $title } ({ $id }): «{ $quote }»
brain-summary-by = Hecho sin modelo, con lo que se ha leído y frases fijas.
brain-summary-first = { $who-is ->
        [empty] El cliente
       *[other] { $who }
    } escribió por primera vez el { $when }: «{ $words }»
brain-summary-latest = { $who-is ->
        [empty] El cliente
       *[other] { $who }
    } escribió por última vez el { $when }: «{ $words }»
brain-summary-answer = Última respuesta{ $who-is ->
        [empty] {""}
       *[other] {" "}de { $who }
    }, { $when }: «{ $words }»
brain-summary-customer-waits = El cliente espera una respuesta.
brain-summary-we-wait = La última palabra es nuestra.

# Para los borradores.
brain-hello = { $name-is ->
        [empty] Hola:
       *[other] Hola, { $name }:
    }
brain-hello-formal = { $name-is ->
        [empty] Buenos días:
       *[other] Buenos días, { $name }:
    }
brain-hello-friendly = { $name-is ->
        [empty] ¡Hola!
       *[other] ¡Hola, { $name }!
    }
brain-close = Si queda alguna duda, escríbanos por aquí.
brain-close-formal = Quedamos a su disposición para cualquier otra consulta.
brain-close-friendly = ¿Algo más? Escríbanos cuando quiera, ¡estaremos encantados de ayudarle!
brain-ask = ¿Podría enviarnos { $what }? Así podremos revisarlo.
brain-ask-to-verify = Para no dar información a nadie más que a usted, escriba aquí por favor: { $command }{ $what-is ->
        [empty] {""}
       *[other] {" "}y después { $what }.
    }
brain-ask-again = No encontramos { $what } entre sus datos. ¿Podría comprobar el número?
brain-questions = Para poder continuar, necesitamos saber:
brain-clarify = { $name-is ->
        [empty] Gracias
       *[other] Gracias, { $name }
    }, hemos recibido su mensaje. ¿Podría contarnos en una o dos frases de qué se trata y qué necesita de nosotros? Si es sobre un pedido o un pago, añada por favor el número.
brain-quoted = Nuestro artículo «{ $title }» tiene la respuesta: «{ $quote }»
brain-and = { $most } y { $last }
brain-comma = ,
brain-semicolon = ;
brain-facts = { $thing } – { $facts }

# Lo que se pide.
brain-ask-order = el número de pedido
brain-ask-invoice = el número de factura
brain-ask-subscription = el número de suscripción
brain-ask-tracking = el número de seguimiento
brain-ask-email = el correo electrónico de su cuenta
brain-ask-phone = el número de teléfono
brain-ask-postcode = el código postal de la dirección de entrega
brain-ask-address = la dirección nueva completa: calle y número, código postal y ciudad
brain-ask-amount = el importe
brain-ask-date = la fecha

# Lo que se ha nombrado.
brain-order = pedido { $value }
brain-invoice = factura { $value }
brain-subscription = suscripción { $value }
brain-tracking = paquete { $value }
brain-email = correo { $value }
brain-phone = teléfono { $value }
brain-postcode = código postal { $value }
brain-address = dirección { $value }
brain-amount = { $value }
brain-date = { $value }

# Lo que dicen los sistemas: los campos y lo que contienen.
brain-status = estado
brain-carrier = transportista
brain-expected = entrega prevista
brain-shipped-on = envío
brain-delivered-on = entrega
brain-total = total
brain-due = vencimiento
brain-paid-on = pago
brain-refunded-on = reembolso
brain-plan = plan
brain-next-payment = próximo pago
brain-reason = motivo
brain-processing = en preparación
brain-packed = empaquetado
brain-shipped = enviado
brain-in-transit = en camino
brain-out-for-delivery = en reparto
brain-delivered = entregado
brain-cancelled = cancelado
brain-returned = devuelto
brain-refunded = reembolsado
brain-paid = pagado
brain-unpaid = pendiente de pago
brain-failed = fallido
brain-pending = pendiente
brain-active = activo
brain-paused = en pausa
brain-ended = finalizado
