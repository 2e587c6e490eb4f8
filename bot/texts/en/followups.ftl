## Follow-ups that people set (orchestration.clock.reminders)

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
when = { $day } { $at }

follow-up =
    ⏰ { $when } ({ $zone }){ $whom-is ->
        [empty] {""}
       *[other] , for { $whom }
    }{ $words-is ->
        [empty] {""}
       *[other] : { $words }
    }{ $every-is ->
        [empty] {""}
       *[other]
            {""}
            Again and again: { $every }
    }{ $odd ->
        [0] {""}
        [1]
            {""}
            The clock skips the hour that you named in that night, so it comes an hour later.
       *[other]
            {""}
            The hour that you named comes twice in that night; the first one is meant.
    }{ $ends ->
        [0] {""}
        [1]
            {""}
            It comes even if the customer writes before.
       *[other]
            {""}
            It ends if the customer writes before.
    }{ $known ->
        [0]
            {""}
            Another time zone? /timezone Europe/Madrid
       *[other] {""}
    }
follow-ups = { $count ->
        [0] No follow-ups are set. /followup tomorrow 9:00 what to do sets one.
        [one] One follow-up:
       *[other] { $count } follow-ups{ $more ->
            [0] :
           *[other] , the next of them:
        }
    }
follow-up-changing =
    ⏰ { $when } ({ $zone })
    { $every ->
        [0] Later by a button, or any time: /followup change { $number } friday 14:00
       *[other] Any time: /followup change { $number } every monday 9:00
    }
follow-up-cancelled = Cancelled{ $words-is ->
        [empty] .
       *[other] : { $words }
    }
button-follow-up-change = Change…
button-follow-up-cancel = Cancel
button-follow-up-unless = End it if the customer writes
button-follow-up-keep = Keep it if the customer writes
button-follow-up-hour = +1 hour
button-follow-up-day = +1 day
button-follow-up-week = +1 week
button-follow-up-back = Back

follow-up-due = ⏰ { $who } { $words-is ->
        [empty] follow-up on #{ $ticket }
       *[other] { $words }
    }{ $by-is ->
        [empty] {""}
       *[other] {" "}(from { $by })
    }{ $late-is ->
        [empty] {""}
       *[other] {" "}· late, it was due { $late }
    }{ $again-is ->
        [empty] {""}
       *[other] {" "}· again { $again }
    }
follow-up-private = ⏰ { $words-is ->
        [empty] Your follow-up
       *[other] { $words }
    }{ $by-is ->
        [empty] {""}
       *[other] {" "}(from { $by })
    }{ $late-is ->
        [empty] {""}
       *[other] {" "}· late, it was due { $late }
    }{ $again-is ->
        [empty] {""}
       *[other] {" "}· again { $again }
    }
time-zone = Your time zone is { $zone }, where it is { $now } now. /timezone Europe/Madrid changes it.

command-staff-followup = Remind someone: /followup fri 14:00 what @who; alone it lists them
command-staff-timezone = The zone of your times: /timezone Europe/Madrid

error-unreadable-time = I read no time in “{ $words }”; begin with one, such as: in 2h · tomorrow 9:00 · fri 14:00 · 2026-12-01 · every monday 9:00 · every 2 weeks 10 times
error-past-time = “{ $words }” was { $when } and is over; name a time to come, such as tomorrow 9:00.
error-too-far-away = “{ $words }” would be { $when }, and follow-ups reach five years ahead at most.
error-empty-series = “{ $words }” ends before it begins; name an end that is still to come, or none.
error-no-such-follow-up = Follow-up { $number } has come or was cancelled; /followup lists those there are.
error-not-your-follow-up = Follow-up { $number } was set by { $owner }; they, whom it is for, and supervisors can change it.
error-too-many-follow-ups = There are { $most } follow-ups already, which is the most there can be; cancel one first.
error-long-follow-up = A follow-up holds { $most } letters at most; keep the rest as a /note.
error-cannot-be-told = I cannot write to { $who } in private until they write to me there once; in a ticket's topic a follow-up reaches everyone.
