# Articles out of tickets (bot.routers.teaching).

kb-draft = 📝 Draft of an article, made of #{ $ticket } without a model. Read every word: approved, it is found by everybody here.
kb-draft-changed = 📝 Something changed meanwhile; this is what the article of #{ $ticket } says now.
kb-draft-edit = Copy this, change it and send it here; the title is in the second line. Sent, it is an article.
kb-kept = ✅ Kept as { $file } in the folder knowledge; /kb finds it in a moment.
button-teach-approve = ✅ Approve
button-teach-edit = ✏️ Edit
button-teach-drop = 🗑 Discard
error-not-ended-yet = #{ $ticket } is not resolved yet; once it is, /kb add drafts an article of it.
error-nothing-learned = Nobody answered on #{ $ticket } in words, so it teaches nothing yet; /kb add, a title and words below each other make an article all the same.
error-experts-approve = An expert or a supervisor decides what becomes an article: ask one to write /kb add here.
error-shelf-closed = The article cannot be written ({ $reason }). Whoever runs the desk can make its folder knowledge/learned writable; then approve it again.
error-article-stands = These words are an article already: { $file }.
