# A nota dos especialistas: o que diz cada um, e o rascunho.

turn-head = 🧭 Especialistas
turn-head-asked = 🧭 { $by } perguntou
turn-question = { $words }
turn-advised = { $name } · { $percent } % — { $note }
turn-advised-unsure = { $name } — { $note }
turn-silent = { $name } não tem nada a dizer.
turn-late = ⏳ { $name } ainda está a ler; o que disser é acrescentado aqui.
turn-failed = ⚠️ { $name } falhou. Leia, por favor, por si.
turn-passed-on = ↪️ { $name } passou a { $to }: { $reason }
turn-article = 📄 { $title } [{ $source }]
turn-system = 🗄 { $title }, lido { $at }
turn-words = 💬 { $title }
turn-conflict = ⚡ Contradizem-se quanto a { $about }:
turn-side = { $name }: { $value } ({ $title }{ $at ->
    [none] { "" }
   *[other] , lido { $at }
})
turn-undecided = Decide quem responde ao cliente.
turn-decided = ✔️ { $by } decidiu por { $name }: { $value }
turn-draft = ✍️ Rascunho
turn-draft-ungrounded = ✍️ Rascunho sem fonte: verifique cada palavra
turn-draft-cut = … o resto está em “Editar”.
turn-without-model = Feito sem modelo.
turn-draft-sent = ✅ { $by } enviou-o.
turn-draft-edited = ✅ { $by } enviou outras palavras em seu lugar.
turn-draft-answered-itself = 🤖 { $by } enviou-o por si.
turn-draft-discarded = 🗑 { $by } descartou-o.
turn-draft-over = O cliente tem outra resposta, ou há um rascunho mais novo.
turn-draft-edit = Copie estas palavras, altere-as e envie-as com /reply em resposta à nota dos especialistas:
button-turn-send = ✅ Enviar
button-turn-edit = ✏️ Editar
button-turn-drop = 🗑 Descartar
button-turn-again = 🔄 Perguntar de novo
button-turn-decide = { $value }

# Perguntar-lhes

error-unknown-specialist = Aqui ninguém se chama “{ $name }”. Pode perguntar a { $known }.
error-no-conflict = Já não há nada a decidir aí.
error-nothing-asked = Pergunte assim: /ask @billing foi cobrado duas vezes?
command-staff-ask = Perguntar a um especialista: /ask @billing pergunta
command-staff-draft = Pedir outro rascunho: /draft short
turn-translate = Traduza isto para { $language }, na íntegra, nos detalhes: { $words }
error-needs-model = Traduzir requer um modelo: indique um no ficheiro de { $name }, como model: claude-haiku-4-5, e dê uma chave ao balcão.
error-nothing-to-translate = Ainda não há palavras do cliente para traduzir; /translate texto traduz outras.
command-staff-translate = O que o cliente escreveu, na sua língua: /translate
preview-head = ✍ Um rascunho para #{ $ticket }, enquanto é escrito. Chegará ao tópico da solicitação.
turn-proposed = 👉 { $words } ({ $title })
