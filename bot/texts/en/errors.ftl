## Why something cannot be done (orchestration.errors)

error-illegal-transition = { $allowed-is ->
        [empty] #{ $ticket } is { $before } and stays so; the customer's next message opens a new ticket.
       *[other] #{ $ticket } is { $before } and cannot become { $after }; it can become { $allowed }.
    }
error-ticket-closed = #{ $ticket } is closed and only takes notes; the customer's next message opens a new ticket.
error-already-owned = #{ $ticket } belongs to { $owner }; ask them with the button below, or keep a /note.
error-already-yours = #{ $ticket } is already yours; /reply answers the customer, /release gives it back.
error-not-owned = #{ $ticket } belongs to nobody, so there is nothing to release; /claim takes it.
error-not-allowed = #{ $ticket } belongs to { $owner }; only they or a supervisor can do that, and the button below asks them.
error-anonymous-cannot-own = An anonymous administrator cannot own a ticket; /assign @name gives it to someone.
error-not-your-reply = #{ $ticket } belongs to { $owner }; reply as a note, or ask them with the button below.
error-unknown-person = I have not seen { $name } in this group; once they write here, /assign knows them.
error-unknown-status = There is no status “{ $word }”; it can be { $allowed }.
error-no-such-ticket = There is no ticket #{ $ticket } for you; /tickets lists yours.
error-nothing-to-send = There is nothing to send to #{ $ticket } yet; write the words after the command.
error-not-your-words = That answer in #{ $ticket } is someone else's; they or a supervisor can take it back.
error-already-taken-back = That answer in #{ $ticket } was taken back already; a new reply can take its place.
error-not-an-answer = Reply with /delete to the answer in #{ $ticket } that the customer should not have any more.
error-edited-into-command = An edit runs no command, so the customer's copy stays as it is; /delete in reply to the answer takes it back.
error-cannot-carry = I cannot send this kind of message to the customer of #{ $ticket }; a text, a photo, a video, a voice message or a file I can.
error-missing-argument = Something is missing; write it like this: { $form }
error-unknown-command = I do not know { $command }; /help lists what I can do here.
error-not-a-ticket = { $command } belongs into a ticket's topic; /queue lists the tickets.
error-old-button = This button is out of date; use a newer one.
