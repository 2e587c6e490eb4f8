## Before a ticket ends (orchestration.ending.closing_conditions, orchestration.ending.wrapping_up)

open-question = #{ $ticket } is not { $after } yet, because this is still open:
open-consultation = { $who-is ->
        [empty] • An expert's answer is awaited since { $since }
       *[other] • { $who } is asked since { $since }
    }
open-approval = • An approval is awaited since { $since }
open-lock = • { $who } is answering until { $since }
open-macro = Sending this ends the ticket while this is still open:
button-end-anyway = { $after-is ->
        [closed] Close anyway
       *[other] Resolve anyway
    }
button-end-leave = Leave it
button-send-anyway = Send anyway

card-summary = Summary by { $by }: { $words }
card-look = Looked through by { $by } at { $at }
entry-summarised = 📝 { $author } · summary
question-withdrawn = { $who }, your answer in #{ $ticket } is not needed any more; { $by-is ->
        [empty] the customer needs no more
       *[other] { $by } ended the ticket or moved it on
    }.

command-staff-summary = For staff: /summary what it came to
command-staff-looked = Supervisors: I have looked it through

error-still-open = #{ $ticket } is not { $after } yet, because something is still open; the question in its topic says what.
error-asked-another = Someone else was asked that about #{ $ticket }; /resolve or /close asks you.
error-moved-on = #{ $ticket } has moved on since that was asked, so nothing was done; /resolve or /close asks anew.
error-not-wrapped-up = #{ $ticket } cannot be closed yet: first { $summary ->
        [0] {""}
       *[other] write what it came to with /summary text{ $look ->
            [0] {""}
           *[other] {", and "}
        }
    }{ $look ->
        [0] {""}
       *[other] a supervisor looks it through, by /looked or by closing it; /resolve asks them to
    }.
error-summary-stands = A summary of #{ $ticket } stands as it was written; a new /summary takes its place.
summary-keep = /summary text keeps what it came to.
