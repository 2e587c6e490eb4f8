## Out of business hours (orchestration.out_of_hours)

out-of-hours =
    Nobody is at the desk right now. Your message has arrived and waits for us; we are here again on { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $day }, at { $time } ({ $zone }).
