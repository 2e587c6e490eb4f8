## Writes to business systems (bot.views.action, bot.routers.actions)

action-reading = 📖 { $title }: se está leyendo aquello en lo que se basa
action-waiting = 🔐 { $title }: necesita aprobación
action-ready = ⚙️ { $title }: a punto de hacerse
action-running = ⚙️ { $title }: se está pidiendo al sistema
action-done = ✅ { $title }: hecho
action-failed = ❌ { $title }: no se ha hecho
action-unknown = ❓ { $title }: nadie sabe si se hizo. Mire en el sistema y pulse lo que sea cierto.
action-denied = ⛔ { $title }: la política no lo permite
action-escalated = 📣 { $title }: escalado
action-rejected = 🚫 { $title }: rechazado
action-expired = ⌛ { $title }: nadie decidió a tiempo, así que es un no
action-void = ♻️ { $title }: sin efecto
action-why = ▸ { $reason }
action-words = { $by-is ->
        [empty] { $words }
       *[other] { $by }: { $words }
    }
action-reference = Referencia: { $reference }
action-evidence = 🗄 { $name } ({ $tool }), leído { $at }
action-consequence = ➡️ { $words }
action-who = 👥 { $count ->
        [1] Hace falta un sí, de
       *[other] Tienen que decir sí { $count } personas, cada una
    } { $role ->
        [agent] un agente
        [expert] un experto
        [supervisor] un supervisor
       *[admin] un administrador
    } o superior{ $skill-is ->
        [empty] {""}
       *[other] {""}, con la especialidad { $skill }
    }{ $four ->
        [0] {""}
       *[other] {""}, que no sea quien lo propuso ni quien responde
    }. Sin decisión hasta { $until }, es un no.
action-yes = 👍 { $names }{ $left ->
        [0] {""}
        [1] {""}, falta uno
       *[other] {""}, faltan { $left }
    }
action-commands = /approve { $number } · /reject { $number } motivo · /amend { $number } name=value
action-words-evidence = Aquello en lo que se basaba ha cambiado entretanto.
action-words-closed = La solicitud se cerró antes de que se decidiera.
action-words-policy = Con la política o los cargos de ahora hace falta otra decisión.
action-words-replaced = Se ha propuesto de nuevo con otros valores.
action-words-not-asked = No se pudo preguntar al sistema.
action-words-no-answer = El sistema no respondió.
action-words-looked-up = El sistema no respondió; una lectura muestra que está hecho.
action-words-not-seen = El sistema no respondió; una lectura no muestra nada todavía.
action-unproven = Todavía no: { $reasons }. Propóngalo otra vez cuando eso haya cambiado.
action-known = Esto ya se propuso, con los mismos valores.
button-action-yes = ✅ Aprobar
button-action-no = ❌ Rechazar
button-action-change = ✏️ Cambiar
button-action-again = 🔄 Proponer otra vez
button-action-undo = ↩️ Deshacer
button-action-happened = Se hizo
button-action-didnot = No se hizo
action-change = Copie esto, cambie los valores y envíelo aquí:
approval-waits = ⏳ #{ $ticket }: { $tool } sigue esperando aprobación.
approval-expired = ⌛ #{ $ticket }: nadie decidió a tiempo sobre { $tool }, así que es un no. Propóngalo otra vez si aún hace falta.
error-action-decided = Eso ya está decidido, o se sustituyó; su mensaje dice cómo está.
error-not-entitled = { $anonymous ->
        [1] Escriba con su nombre: el sí de un administrador anónimo no se puede guardar.
       *[other] { $own ->
            [1] Tiene que decidir otra persona: ni quien lo propuso ni quien responde esta solicitud.
           *[other] Hace falta el sí de { $role ->
                [agent] un agente
                [expert] un experto
                [supervisor] un supervisor
               *[admin] un administrador
            } o superior{ $skill-is ->
                [empty] .
               *[other] {""}, con la especialidad { $skill }.
            }
        }
    }
error-no-such-action = Aquí no hay tal acción; su número está en su mensaje, como en /approve 12.
error-bad-arguments = Escríbalo así: { $form }
error-reason-missing = Diga por qué, para que quien lo propuso aprenda: /reject 12 motivo
command-staff-approve = Decir sí a una acción: /approve 12
command-staff-reject = Decir no a una acción, y por qué: /reject 12 motivo
command-staff-amend = Proponer una acción con otros valores: /amend 12 amount_minor=1500
command-staff-act = Proponer una acción: /act billing.refund invoice_number=I-1 amount_minor=990
log-action_proposed = { $who } propuso { $words }
log-action_judged = { $who } · { $words }
log-action_approved = { $who } aprobó { $words }
log-action_moved = { $who } · { $words }
systems-contradict = ⚡ Dos sistemas se contradicen: { $words } Mírelo y diga cómo es: pulse un lado en la nota de los especialistas, o /decide.

# A ticket's plan on its card (bot.views.plan)

plan-head = { $title }: { $standing }
plan-unverified = primero hay que verificar al cliente
plan-lacking = el cliente tiene que indicar algo
plan-reading = leyendo
plan-contradicted = dos sistemas se contradicen
plan-waiting = en marcha
plan-troubled = tiene que mirarlo una persona
plan-refused = denegado
plan-answered = respondido
plan-done = hecho
plan-read = { $name } { $at }
plan-told = cliente informado
plan-action-proposed = propuesto
plan-action-waiting-approval = espera aprobación
plan-action-running = en curso
plan-action-done = hecho
plan-action-rejected = rechazado
plan-action-denied = no permitido
plan-action-failed = falló
plan-action-unknown = nadie lo sabe
