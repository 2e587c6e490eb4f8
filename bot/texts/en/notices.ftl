## What staff are told in private (orchestration.telling.notice.Cause)

notice-new_ticket = • New in { $queue }
notice-customer_wrote = { $count ->
        [one] • { $customer } wrote
       *[other] • { $customer } wrote { $count } times
    }
notice-mentioned = • { $by } mentioned you
notice-assigned =
    • { $by-is ->
        [empty] The desk gave it to you
       *[other] { $by } gave it to you
    }
notice-handed_over = • { $by } handed it over to you; what to know stands in its topic
notice-relieved =
    • { $by-is ->
        [empty] The desk relieved you of it, because its customer waited too long
       *[other] { $by } relieved you of it
    }
notice-consulted = • { $by } asks you something; your next note in its topic is the answer
notice-invited = • { $by } asks you to work along
notice-expert_answered = • { $by } answered your question
notice-expert_left = • { $by } left without answering your question; /consult asks someone else
notice-decided = • { $by } decided; the card says what
notice-suggested = • { $by } suggests an answer
notice-suggestion_declined = • { $by } declined your suggestion
notice-look_wanted = • It is resolved and wants a supervisor's look
notice-approval_wanted = • It waits for an approval
notice-withdrawn = • Your answer is not needed any more
notice-status_reached = • It is { $status } now

## In the topic, to whom the desk cannot write in private

mentioned = { $who }, { $by } mentioned you in #{ $ticket }. Write to me in private once, and I tell you there.

## What someone chose (orchestration.sentences.StaffSentence)

notice-settings =
    What I tell you in private{ $chat ->
        [0] {" "}(write to me there once, so that I can)
       *[other] {""}
    }:
    { $mentioned ->
        [0] ○
       *[other] ●
    } mentioned – a note names you
    { $assigned ->
        [0] ○
       *[other] ●
    } assigned – a ticket is given to you
    { $asked ->
        [0] ○
       *[other] ●
    } asked – a colleague asks you, answers you or decides
    { $look ->
        [0] ○
       *[other] ●
    } look – a resolved ticket wants a supervisor's look
    { $approval ->
        [0] ○
       *[other] ●
    } approval – an approval waits for a supervisor
    { $customer ->
        [0] ○ customer – a customer writes
        [1] ● customer – the customer of your own ticket writes
       *[other] ● customer – any customer writes
    }
    { $new ->
        [0] ○
       *[other] ●
    } new – a ticket opens
    { $status ->
        [0] ○ status – a ticket's status changes
        [1] ● status – the status of a ticket that you watch changes
       *[other] ● status – any ticket's status changes
    }
    { $risk ->
        [0] ○ risk – a ticket's deadline is near
        [1] ● risk – a deadline of your own ticket is near, or, if you supervise, of one that nobody has
       *[other] ● risk – any ticket's deadline is near
    }
    { $breach ->
        [0] ○ breach – a ticket's deadline has passed
        [1] ● breach – a deadline of your own ticket has passed, or, if you supervise, of any
       *[other] ● breach – any ticket's deadline has passed
    }
    { $lines-is ->
        [empty] {""}
       *[other]
            Different there:
            { $lines }
    }
    Quiet hours: { $quiet-is ->
        [empty] off
       *[other] { $quiet }
    }. Daily digest: { $digest-is ->
        [empty] off
       *[other] { $digest }
    }. Times are { $zone }.

    /subscribe new support, /subscribe new #vip, /subscribe status resolved, /subscribe customer #12
    /mute status, /mute #spam, /mute #12, /subscribe default
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – of what you follow; what needs you comes at once
button-interest-mentioned = Mentioned
button-interest-assigned = Assigned
button-interest-asked = Asked
button-interest-look = Look wanted
button-interest-approval = Approval
button-interest-customer = Customer wrote
button-interest-new = New ticket
button-interest-status = Status
button-interest-risk = Deadline near
button-interest-breach = Deadline passed
button-notices-quiet = 🌙 Quiet hours…
button-notices-digest = 🗞 Digest…
button-notices-zone = 🌍 Time zone…
button-notices-there = 📍 Exceptions…
button-notices-off = Off
notices-quiet = When shall I be quiet? What comes then waits until you are back. Other hours: /quiet 21:30-6:45
notices-digest = When shall I sum up what you follow? What needs you comes at once all the same. Another time: /digest 17:30
notices-zone = Where do you live? Any other zone: /quiet 22:00-7:00 Asia/Tokyo
notices-there = What is different there: the first button turns it on or off, ✖ forgets it. /subscribe and /mute with a ticket, a tag, a queue or a status add to it.

on-call = { $who-is ->
        [empty] Nobody is on call, so @oncall reaches the supervisors; /oncall @who sets it.
       *[other] On call: { $who }. Notes reach them by @oncall; /oncall @who changes it, /oncall off ends it.
    }{ $shifts-is ->
        [empty] {""}
       *[other]
            {""}
            Shifts ({ $zone }):
            { $shifts }
            /oncall night @who names whom a shift has, the first to be asked first.
    }

## Why something cannot be done (orchestration.errors)

error-unknown-time = “{ $word }” is no time I understand; write 18:00, or 22:00-7:00 for a stretch, or off.
error-unknown-zone = I do not know the time zone “{ $word }”; write it like Europe/Madrid or UTC.
error-unknown-wish = I do not know “{ $word }”; name an event ({ $events }), a queue ({ $queues }), a tag such as #vip, a status or a ticket such as #12.
error-nobody-to-tell = An anonymous administrator has no private chat with me; write as yourself to choose what I tell you.
error-not-your-roster = Only a supervisor can put someone else on call; /oncall with your own name puts you there.
