out-of-hours =
    اکنون کسی سر کار نیست. پیام شما رسیده است و منتظر ما می‌ماند؛ { $weekday ->
        [1] دوشنبه
        [2] سه‌شنبه
        [3] چهارشنبه
        [4] پنجشنبه
        [5] جمعه
        [6] شنبه
       *[7] یکشنبه
    } { $day } ساعت { $time } ({ $zone }) دوباره اینجا هستیم.
shift-digest = 🤝 { $count ->
        [0] چیزی باز برای نوبت شما نمانده است.
       *[other] آنچه برای نوبت شما باز مانده است:
    }{ $late-is ->
        [empty] {""}
       *[other] {" "}(با تأخیر، موعدش { $late } بود)
    }
shift-urgency = ▪️ { $urgency }
shift-line = #{ $ticket } { $subject } — { $status }{ $expert-is ->
        [empty] {""}
       *[other] {" "}({ $expert })
    } · { $owner-is ->
        [empty] کسی پاسخ نمی‌دهد
       *[other] { $owner }
    }{ $deadline-is ->
        [empty] {""}
       *[other] {" "}· { $deadline }
    }
shift-more = { $beyond ->
        [0] … و { $count } مورد دیگر
       *[other] … و بیش از { $count } مورد دیگر
    }؛ قدیمی‌ترین‌ها را /queue نشان می‌دهد.
command-staff-shift = آنچه باز است، به ترتیب فوریت و مهلت
write-down = آنچه از این درخواست آموختیم در پایگاه دانش نوشته شود
