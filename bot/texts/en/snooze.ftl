## Tickets that sleep, and tickets that end by themselves (orchestration.clock.snoozing, lapsing)

nudge = Is #{ $ticket } ({ $subject }) still open for you? If so, just write here.{ $days ->
        [0] {""}
        [one] {" "}If we hear nothing within a day, we take it as solved; you can always write again.
       *[other] {" "}If we hear nothing within { $days } days, we take it as solved; you can always write again.
    }
snoozed = #{ $ticket } sleeps until { $when } ({ $zone }), or until the customer writes; /wake ends it.{ $odd ->
        [0] {""}
        [1] {" "}The clock skips the hour that you named in that night, so it is an hour later.
       *[other] {" "}The hour that you named comes twice in that night; the first one is meant.
    }
awake = 📆 { $who } #{ $ticket } is awake: its time has come.

card-ahead-wake = Sleeps until { $at }
card-ahead-nudge = The customer is asked once more on { $at }; /keep stops it
card-ahead-resolve = Resolved by itself on { $at }; /keep stops it
card-ahead-close = Closed by itself on { $at }; /keep stops it
button-wake = Wake
button-open = Keep open

command-staff-snooze = Let it sleep: /snooze tomorrow 9:00
command-staff-wake = Wake it before its time
command-staff-keep = It does not end by itself

error-snooze-once = #{ $ticket } sleeps once and not again and again; name one time, such as /snooze monday 9:00.
error-not-snoozed = #{ $ticket } is not asleep; /snooze tomorrow 9:00 lets it sleep.
error-nothing-to-stop = #{ $ticket } does not end by itself as it stands; its card says so when it will.
