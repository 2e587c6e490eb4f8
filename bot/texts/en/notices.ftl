## What staff are told in private (orchestration.notice.Cause)

notice-new_ticket = • New in { $queue }
notice-customer_wrote = { $count ->
        [one] • { $customer } wrote
       *[other] • { $customer } wrote { $count } times
    }
notice-mentioned = • { $by } mentioned you
notice-assigned = • { $by } gave it to you
notice-look_wanted = • It is resolved and wants a supervisor's look
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
    { $look ->
        [0] ○
       *[other] ●
    } look – a resolved ticket wants a supervisor's look
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
        [0] ○
       *[other] ●
    } status – a ticket's status changes
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

    /subscribe new support, /subscribe customer #12, /subscribe default
    /mute status, /mute #12
    /quiet 22:00-7:00 Europe/Madrid, /quiet off
    /digest 18:00, /digest off – of what you follow; what needs you comes at once
on-call = { $who-is ->
        [empty] Nobody is on call, so @oncall reaches the supervisors; /oncall @who sets it.
       *[other] On call: { $who }. Notes reach them by @oncall; /oncall @who changes it, /oncall off ends it.
    }

## Why something cannot be done (orchestration.errors)

error-unknown-time = “{ $word }” is no time I understand; write 18:00, or 22:00-7:00 for a stretch, or off.
error-unknown-zone = I do not know the time zone “{ $word }”; write it like Europe/Madrid or UTC.
error-unknown-wish = I do not know “{ $word }”; name an event ({ $events }), a queue ({ $queues }) or a ticket such as #12.
error-nobody-to-tell = An anonymous administrator has no private chat with me; write as yourself to choose what I tell you.
error-not-your-roster = Only a supervisor can put someone else on call; /oncall with your own name puts you there.
