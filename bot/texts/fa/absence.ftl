card-away =
    { $until-is ->
        [empty] فعلاً غایب است
       *[other] غایب تا { $until }
    }
command-staff-away = غیبت: /away 2h یا /away until friday
command-staff-back = بازگشت از غیبت
away =
    شما { $until-is ->
        [empty] غایب هستید
       *[other] تا { $until } غایب هستید
    }. درخواست تازه به شما نمی‌رسد و همکاران این را می‌بینند. { $count ->
        [0] {""}
        [one] درخواست شما همچنان با شماست.{" "}
       *[other] { $count } درخواست شما همچنان با شماست.{" "}
    }با /back به آن پایان دهید.
back = خوش برگشتید: باز هم درخواست به شما سپرده می‌شود.
someone-away =
    همکارتان { $who } { $until-is ->
        [empty] فعلاً غایب است
       *[other] تا { $until } غایب است
    }.
nobody-relieves =
    مشتری #{ $ticket } { $minutes ->
        [one] یک دقیقه
       *[other] { $minutes } دقیقه
    } منتظر { $who } مانده است و کس دیگری برای پاسخ نیست؛ با /claim بر عهده‌اش بگیرید. { $supervisors }
error-unknown-absence = «{ $words }» زمانی در آینده نیست که بفهمم؛ بنویسید /away یا /away 2h یا /away until 18:00 یا /away until friday یا /away until 2026-12-01.
error-nobody-is-away = مدیر ناشناس نمی‌تواند غایب باشد؛ با نام خودتان بنویسید.
error-not-away = شما غایب نیستید؛ با /away 2h یا /away until friday آغاز کنید.
