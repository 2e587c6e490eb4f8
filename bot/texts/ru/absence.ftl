card-away =
    { $until-is ->
        [empty] Пока отсутствует
       *[other] Отсутствует до { $until }
    }
command-staff-away = Отойти: /away 2h, /away until friday
command-staff-back = Вы вернулись
away =
    Вы отсутствуете{ $until-is ->
        [empty] {""}
       *[other] {" "}до { $until }
    }. Новые заявки вам не достанутся, коллеги это видят. { $count ->
        [0] {""}
        [one] { $count } заявка остаётся за вами.{" "}
        [few] { $count } заявки остаются за вами.{" "}
       *[many] { $count } заявок остаются за вами.{" "}
    }/back завершает это.
back = Вы вернулись: заявки снова могут достаться вам.
someone-away =
    { $who } { $until-is ->
        [empty] пока отсутствует
       *[other] отсутствует до { $until }
    }.
nobody-relieves =
    Клиент по #{ $ticket } ждёт уже { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    } (отвечает { $who }), и больше ответить некому; /claim берёт заявку. { $supervisors }
error-unknown-absence = «{ $words }» – такого будущего времени я не понимаю; напишите /away, /away 2h, /away until 18:00, /away until friday или /away until 2026-12-01.
error-nobody-is-away = Анонимный администратор не может отсутствовать; напишите от своего имени.
error-not-away = Вы не отсутствуете; это начинают /away 2h или /away until friday.
