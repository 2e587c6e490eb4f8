## Who is answering, words that wait, suggestions (bot.views.drafting)

card-lock = { $who } is answering until { $until }
card-presence = Here lately: { $names }

command-staff-unlock = You are not answering after all
command-staff-suggest = Suggest an answer to whoever answers: /suggest text

button-draft = ✍ Answer
button-held-anyway = Send anyway
button-held-suggest = As a suggestion
button-held-drop = Discard
button-suggestion-send = Send
button-suggestion-edit = Edit
button-suggestion-decline = Decline

lock-taken = You are answering #{ $ticket } until { $until }; others' answers wait. Reply to the customer's message, or /reply text. /unlock if you do not answer after all.

held-lock = Not sent: { $who } is answering until { $until }. What shall become of your answer?
held-colleague = Not sent: a colleague answered before yours could be sent. What shall become of your answer?
held-customer = Not sent: the customer wrote while you were answering. What shall become of your answer?

entry-held = ⏸ { $author } → customer, not sent
entry-suggested = 💡 { $author } suggests this answer:
suggestion-lock = Not sent yet: { $who } is answering until { $until }.
suggestion-colleague = Not sent yet: a colleague has answered meanwhile.
suggestion-customer = Not sent yet: the customer has written meanwhile.
suggestion-edit = Reply to the suggestion with /reply and your words; they are sent in place of these:
suggestion-was-sent = ✅ { $who } sent it to the customer.
suggestion-was-edited = ✅ { $who } changed it and sent it to the customer.
suggestion-was-declined = ❌ { $who } declined it.

## To staff

suggestion-declined = { $who }, { $by } declined the answer that you suggested in #{ $ticket }.

## Why something cannot be done

error-someone-answers = { $who } is answering #{ $ticket } until { $until }; a /note reaches them, and a supervisor can take over.
error-not-locked = Nobody is answering #{ $ticket } just now, so there is nothing to give back; ✍ on the card begins to answer.
error-already-decided = That was decided already in #{ $ticket }; /log says by whom.
error-not-your-decision = Only { $who } decides what becomes of that answer in #{ $ticket }; a /note tells them what you think.
error-cannot-send-anyway = Somebody else answers #{ $ticket }; you can give your answer to them as a suggestion, or discard it.
error-suggestion-stands = Your suggestion in #{ $ticket } stands as it was given; /suggest makes another one.
error-overtaken = A colleague is answering #{ $ticket }, or there is something new in it, so nothing was sent; read it and choose again, or write your answer with /reply.
