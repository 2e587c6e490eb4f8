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
    } and nobody has claimed it.{ $why ->
        [1] {" "}Everybody of its queue is away.
        [2] {" "}Nobody works in its queue.
       *[other] {""}
    } { $supervisors }
customer-wants-person = { $customer } asks for a person in #{ $ticket }. { $supervisors }
released-left = { $who } left, so nobody answers #{ $ticket } now; /claim takes it. { $supervisors }
assigned =
    { $who }, { $by-is ->
        [empty] the desk
       *[other] { $by }
    } gave you #{ $ticket }.
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
    /reply – alone: you are answering, and others' answers wait; /unlock ends that
    /suggest text – suggest an answer to whoever answers
    /ask @billing question – ask a specialist; @billing in a note does the same
    /draft – have another answer drafted; /draft short sets its tone
    /translate – what the customer wrote, in your language; needs a model
    /route billing – say whom it is for, and the router learns it; /route nobody – for none of them
    /macro – canned replies; /macro save name keeps the answer you reply to
    /note text – keep a note
    /delete – in reply to an answer: take it back from the customer
    /claim – answer this ticket yourself
    /assign @name – give it to someone
    /release – give it back
    /handover @name note – pass it on with what to know
    /collab – work along; /collab @name or a skill – bring someone in
    /watch – hear in private where it stands; /leave – no more of either
    /consult @name question – ask an expert; their next note answers
    /decide text – a supervisor decides what binds all
    /status – where it stands; /status open – move it
    /resolve, /reopen, /close – end it, or not
    /summary text – what it came to, for staff; /looked – a supervisor has looked it through
    /ban reason, /unban – keep the customer out, or not
    /bind record, /unbind – supervisors: whose record this customer's is, or not
    /subject words, /tag word, /priority high, /queue name – file it
    /link #n, /merge #n – what has to do with it, or is the same
    /incident – one cause of many tickets; /incident 3 joins, /incident 3 update text drafts for all
    /history – this customer's tickets; /search words – in all tickets
    /log – who did what
    /queue – what is not done
    /followup fri 14:00 what @who – remind someone; alone it lists them
    /snooze tomorrow 9:00, /wake – let it sleep, or not; /keep – it does not end by itself
    /timezone Europe/Madrid – the zone of your times
    /role – who is what; /role @name expert billing – supervisors say so
    /notices, /subscribe, /mute, /quiet, /digest – what I tell you in private, and when
    /oncall – who is on call; @oncall in a note reaches them
    /away 2h, /away until friday – new tickets pass you by; /back ends it
    /shift – what is open, by urgency and deadline
    /kb words – what our articles say of it
    /kb add – once it is resolved: an article of what helped, for an expert or a supervisor to approve
    /specialists – the AI specialists: what each is for, since when
    /id – the ids of this chat
    /help – this list

    @name, @supervisor, @oncall or a queue in a note: they hear of it in private.
help-group =
    Every ticket is a topic of this group. In a ticket's topic:
    /claim, /assign, /release, /handover, /reply, /macro, /note, /delete, /status, /resolve, /reopen, /close,
    /summary, /looked,
    /collab, /watch, /leave, /consult, /decide, /subject, /tag, /priority, /link, /merge, /history, /log,
    /bind, /unbind, /ban, /unban; /queue name moves it to another team

    Here and there:
    /queue – what is not done
    /search words – find tickets by what was said in them
    /followup fri 14:00 what @who – remind someone; alone it lists them
    /timezone Europe/Madrid – the zone of your times
    /incident – one cause of many tickets; /incident 3 joins, /incident 3 update text drafts for all
    /role – who is what; /role @name expert billing – supervisors say so
    /notices, /subscribe, /mute, /quiet, /digest – what I tell you in private, and when
    /oncall – who is on call
    /away 2h, /away until friday – new tickets pass you by; /back ends it
    /shift – what is open, by urgency and deadline
    /kb words – what our articles say of it
    /specialists – the AI specialists: what each is for, since when
    /id – the ids of this chat
    /help – this list
