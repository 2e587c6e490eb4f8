# Every sentence of the desk in English. A name in `{ $name }` is a fact that the desk gives.
# Beside each word there is one to select on: `$owner-is` is `empty` or `given`, and
# `$status-is` is the status by its own name, such as `waiting_customer`.
# Warm, short, and always what is possible. What customers read reveals nothing of the inside.

## To customers (orchestration.sentences.PublicSentence)

greeting = Hello { $name }! Write your question here and we will answer in this chat.
greeting-staff =
    Hello { $name }! In this chat you are a customer, so you can try the desk: write a question and it becomes a ticket in the staff group.
    You also have /queue here; /help lists what customers can do.
receipt = Thank you. Your request is #{ $ticket }; we will answer here.
help =
    Write your question here and we will answer in this chat.

    /new – ask about something else
    /tickets – see your requests and choose one
    /status – where your request stands
    /close – you need no more help
    /human – talk to a person
    /help – this list
next-is-new = Your next message starts a new request.
no-tickets = You have no requests yet. Write your question and it becomes one.
no-current = You have no request under way. Write your question and it becomes one, or choose one with /tickets.
ticket-list =
    { $count ->
        [one] You have one request.
       *[other] You have { $count } requests.
    }{ $current ->
        [0] {" "}Choose one to go on with it.
       *[other] {" "}Your messages go to #{ $current }; choose another to go on with it.
    }
switched = Your messages now go to #{ $ticket }: { $subject }
status = #{ $ticket } ({ $subject }) is { $status-is ->
        [new] new: we have it and will answer here
        [waiting_customer] waiting for your answer
        [resolved] resolved; write again and it is open
        [closed] closed; write again and a new request begins
       *[other] being worked on
    }.
resolved-by-customer = #{ $ticket } is resolved. If you need anything more, just write again.
already-ended = #{ $ticket } has ended already. If you need anything more, just write again.
people-called = A person will take care of #{ $ticket } and answer here.
people-already-called = A person already knows about #{ $ticket } and will answer here.
unsupported = I cannot take this kind of message. Please send text, a photo, a video, a voice message or a file.
protected = What you sent is protected from copying, so nobody here can see it. Please send it again without that protection.
unknown-command = I do not know { $command }. /help lists what you can do, or just write your question.
ids = This chat: { $chat }{ $thread ->
        [0] {""}
       *[other] , this topic: { $thread }
    }{ $user ->
        [0] {""}
       *[other] , you: { $user }
    }

## To staff (orchestration.sentences.StaffSentence)

note-kept = Kept as a note. To answer the customer, reply to their message or use /reply.
reply-failed = #{ $ticket }: the customer did not get your message, because { $reason }.
edit-failed = #{ $ticket }: the customer still reads your former words, because { $reason }.
delete-failed = #{ $ticket }: the customer can still read that answer, because { $reason }.
reply-held = #{ $ticket }: the customer has not got your message, because { $reason }. It goes out once they can be reached again.
edit-held = #{ $ticket }: the customer still reads your former words, because { $reason }. They change once the customer can be reached again.
delete-held = #{ $ticket }: the customer can still read that answer, because { $reason }. It is taken back once they can be reached again.
not-shown = #{ $ticket }: something of this ticket could not be shown here. { $reason }
group-lost =
    The staff group cannot be used. Telegram says: { $reason }
    What helps: { $todo }
    Customers' messages are kept, and whatever is for the group waits until then.
group-back = The staff group can be used again; what waited is on its way.
updates-missed = The desk did not hear Telegram for { $hours } hours, and Telegram keeps what it cannot deliver for a day only: what customers wrote before that may be missing.
group-moved = The staff group got a new id, { $chat }, and the desk uses it from now on. Put it into STAFF_CHAT_ID, so that the settings say so too.
unclaimed = #{ $ticket } has waited { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } and nobody has claimed it. { $supervisors }
customer-wants-person = { $customer } asks for a person in #{ $ticket }. { $supervisors }
released-left = { $who } left, so nobody answers #{ $ticket } now; /claim takes it. { $supervisors }
assigned = { $who }, { $by } gave you #{ $ticket }.
asked-for = { $who }, { $by } would like to take #{ $ticket }; /assign hands it over.
status-topic = #{ $ticket } ({ $subject }) is { $status } since { $since }; { $owner-is ->
        [empty] nobody answers it yet
       *[other] { $owner } answers it
    }.
queue = { $more ->
        [0] { $count ->
            [one] One ticket is not done:
           *[other] { $count } tickets are not done:
        }
       *[other] The { $count } oldest tickets that are not done; there are more:
    }
    { $lines }
queue-empty = Every ticket is done.
help-topic =
    Reply to a customer's message to answer it; anything else you write here stays inside.

    /reply text – answer the customer
    /note text – keep a note
    /delete – in reply to an answer: take it back from the customer
    /claim – answer this ticket yourself
    /assign @name – give it to someone
    /release – give it back
    /status – where it stands; /status open – move it
    /resolve, /reopen, /close – end it, or not
    /queue – what is not done
    /id – the ids of this chat
    /help – this list
help-group =
    Every ticket is a topic of this group. In a ticket's topic:
    /claim, /assign, /release, /reply, /note, /delete, /status, /resolve, /reopen, /close

    Here and there:
    /queue – what is not done
    /id – the ids of this chat
    /help – this list

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
error-old-button = This button is out of date; use the ones on the ticket's card.

## Statuses and urgency, as words in a sentence

status-new = new
status-open = open
status-waiting_customer = waiting for the customer
status-waiting_expert = waiting for an expert
status-waiting_approval = waiting for approval
status-snoozed = snoozed
status-resolved = resolved
status-closed = closed

urgency-low = low
urgency-normal = normal
urgency-high = high
urgency-urgent = urgent

## The card

card-since = { $status } since { $since }
card-owner = Answered by { $owner }
card-nobody = Answered by nobody yet
card-urgency = Urgency { $urgency }
card-intent = about { $intent }
card-language = in { $language }
language-de = German
language-en = English
language-es = Spanish
language-fr = French
language-it = Italian
language-pt = Portuguese
language-ru = Russian
card-unreachable = Messages do not reach the customer
card-previous = Continues #{ $previous }
card-forwarded = Forwarded from { $origin }.
card-follows = The whole message follows below.
card-medium-follows = [{ $kind }] follows below.
card-how-to-answer = Reply to this message to answer { $customer }.

medium-photo = photo
medium-video = video
medium-animation = animation
medium-voice = voice message
medium-audio = audio
medium-document = file
medium-sticker = sticker
medium-video_note = video message
medium-location = location
medium-contact = contact
medium-poll = poll
medium-dice = dice
medium-other = message
medium-gone = [{ $kind }] It could not be copied here: { $reason }.

## The digest of a lost topic

digest-title = This topic was built anew. What the lost one had said:
digest-left-out = { $count ->
        [one] One earlier message is in the record only.
       *[other] { $count } earlier messages are in the record only.
    }

## Entries in the topic

entry-note = { $author } · note
entry-reply = { $author } → customer
entry-system = Desk → customer
entry-forwarded = { $head } · forwarded from { $origin }
entry-edited = { $author } edited this message. Before, it read:
entry-deleted = { $author } took this answer back from the customer:
entry-reacted = { $emoji-is ->
        [empty] { $author } took the reaction back
       *[other] { $author } reacted with { $emoji }
    }
reaction-other = a reaction of their own
no-words = (no words)
piece-gone = …

## Buttons (bot.callbacks.Press)

button-claim = Claim
button-release = Release
button-assign = Assign…
button-status = Status…
button-resolve = Resolve
button-reopen = Reopen
button-close = Close
button-back = Back
button-help = Help
button-ask = Ask { $owner }

## Why a message did not arrive, after "because"

failure-blocked = they blocked the bot
failure-deactivated = their account was deleted
failure-never-started = they have not started the bot
failure-source-gone = the original was deleted or cannot be copied
failure-protected = it is protected from copying
failure-other = Telegram said: { $words }

## Commands as Telegram lists them

command-customer-new = Ask about something else
command-customer-tickets = Your requests
command-customer-status = Where your request stands
command-customer-close = You need no more help
command-customer-human = Talk to a person
command-customer-help = What you can do here
command-customer-id = The ids of this chat

command-staff-reply = Answer the customer
command-staff-note = Keep a note
command-staff-delete = Take back the answer that you reply to
command-staff-claim = Answer this ticket yourself
command-staff-assign = Give it to someone: /assign @name
command-staff-release = Give the ticket back
command-staff-status = Where it stands, or move it: /status open
command-staff-resolve = It is done
command-staff-reopen = It is not done after all
command-staff-close = End it for good
command-staff-help = What you can do here
command-staff-queue = What is not done
command-staff-id = The ids of this chat
