# La nota de los especialistas: lo que dice cada uno, y el borrador.

turn-head = 🧭 Especialistas
turn-head-asked = 🧭 { $by } preguntó
turn-question = { $words }
turn-advised = { $name } · { $percent } % — { $note }
turn-advised-unsure = { $name } — { $note }
turn-silent = { $name } no tiene nada que decir.
turn-late = ⏳ { $name } sigue leyendo; lo que diga se añade aquí.
turn-failed = ⚠️ { $name } ha fallado. Lea usted mismo: no hay nada que añadir.
turn-passed-on = ↪️ { $name } lo pasó a { $to }: { $reason }
turn-article = 📄 { $title } [{ $source }]
turn-system = 🗄 { $title }, leído { $at }
turn-words = 💬 { $title }
turn-conflict = ⚡ Se contradicen sobre { $about }:
turn-side = { $name }: { $value } ({ $title }{ $at ->
    [none] { "" }
   *[other] , leído { $at }
})
turn-undecided = Decide quien responde al cliente.
turn-decided = ✔️ { $by } decidió a favor de { $name }: { $value }
turn-draft = ✍️ Borrador
turn-draft-ungrounded = ✍️ Borrador sin fuente: revise cada palabra
turn-draft-cut = … el resto está en «Editar».
turn-without-model = Hecho sin modelo.
turn-draft-sent = ✅ Lo envió { $by }.
turn-draft-edited = ✅ { $by } envió otras palabras en su lugar.
turn-draft-answered-itself = 🤖 { $by } lo envió por su cuenta.
turn-draft-discarded = 🗑 Lo descartó { $by }.
turn-draft-over = El cliente tiene otra respuesta, o hay un borrador más nuevo.
turn-draft-edit = Copie estas palabras, cámbielas y envíelas con /reply respondiendo a la nota de los especialistas:
button-turn-send = ✅ Enviar
button-turn-edit = ✏️ Editar
button-turn-drop = 🗑 Descartar
button-turn-again = 🔄 Preguntar otra vez
button-turn-decide = { $value }

# Preguntarles

error-unknown-specialist = Aquí nadie se llama «{ $name }». Puede preguntar a { $known }.
error-no-conflict = Ahí ya no hay nada que decidir.
error-nothing-asked = Pregunte así: /ask @billing ¿se cobró dos veces?
command-staff-ask = Preguntar a un especialista: /ask @billing pregunta
command-staff-draft = Pedir otro borrador: /draft short
turn-translate = Traduzca esto al { $language }, entero, en los detalles: { $words }
error-needs-model = Traducir requiere un modelo: indique uno en el archivo de { $name }, como model: claude-haiku-4-5, y dé una clave a la mesa.
error-nothing-to-translate = Aún no hay palabras del cliente que traducir; /translate texto traduce otras.
command-staff-translate = Lo que escribió el cliente, en su idioma: /translate
preview-head = ✍ Un borrador para #{ $ticket }, mientras se escribe. Llegará al tema de la solicitud.
turn-proposed = 👉 { $words } ({ $title })
