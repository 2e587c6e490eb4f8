# The specialists' note: what each of them says, and the draft.

turn-head = 🧭 Specialists
turn-head-asked = 🧭 { $by } asked
turn-question = { $words }
turn-advised = { $name } · { $percent } % — { $note }
turn-advised-unsure = { $name } — { $note }
turn-silent = { $name } has nothing to say.
turn-late = ⏳ { $name } is still reading; what it says is added here.
turn-failed = ⚠️ { $name } failed. People know as much as before: please read for yourselves.
turn-passed-on = ↪️ { $name } passed it to { $to }: { $reason }
turn-article = 📄 { $title } [{ $source }]
turn-system = 🗄 { $title }, read { $at }
turn-words = 💬 { $title }
turn-conflict = ⚡ They contradict each other on { $about }:
turn-side = { $name }: { $value } ({ $title }{ $at ->
    [none] { "" }
   *[other] , read { $at }
})
turn-undecided = Whoever answers the customer decides.
turn-decided = ✔️ { $by } decided for { $name }: { $value }
turn-draft = ✍️ Draft
turn-draft-ungrounded = ✍️ Draft without a source: check every word
turn-draft-cut = … the rest stands below “Edit”.
turn-without-model = Made without a model.
turn-draft-sent = ✅ { $by } sent it.
turn-draft-edited = ✅ { $by } sent other words in its place.
turn-draft-answered-itself = 🤖 { $by } sent it by itself.
turn-draft-discarded = 🗑 { $by } discarded it.
turn-draft-over = The customer has another answer, or there is a newer draft.
turn-draft-edit = Copy these words, change them, and send them with /reply as a reply to the specialists' note:
button-turn-send = ✅ Send
button-turn-edit = ✏️ Edit
button-turn-drop = 🗑 Discard
button-turn-again = 🔄 Ask again
button-turn-decide = { $value }

# Asking them

error-unknown-specialist = Nobody is called “{ $name }” here. You can ask { $known }.
error-no-conflict = There is nothing to decide there any more.
error-nothing-asked = Ask like this: /ask @billing was this charged twice?
command-staff-ask = Ask a specialist: /ask @billing question
command-staff-draft = Have another draft made: /draft short
turn-translate = Translate this into { $language }, all of it, in the details: { $words }
error-needs-model = Translating needs a model: name one in the file of { $name }, such as model: claude-haiku-4-5, and give the desk a key.
error-nothing-to-translate = There are no words of the customer to translate yet; /translate text translates others.
command-staff-translate = What the customer wrote, in your language: /translate
preview-head = ✍ A draft for #{ $ticket }, while it is written. It comes to the ticket's topic.
turn-proposed = 👉 { $words } ({ $title })
