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
    /subscribe, /mute, /quiet, /digest – what I tell you in private, and when
    /oncall – who is on call; @oncall in a note reaches them
    /id – the ids of this chat
    /help – this list

    @name, @supervisor, @oncall or a queue in a note: they hear of it in private.
help-group =
    Every ticket is a topic of this group. In a ticket's topic:
    /claim, /assign, /release, /reply, /note, /delete, /status, /resolve, /reopen, /close

    Here and there:
    /queue – what is not done
    /subscribe, /mute, /quiet, /digest – what I tell you in private, and when
    /oncall – who is on call
    /id – the ids of this chat
    /help – this list
