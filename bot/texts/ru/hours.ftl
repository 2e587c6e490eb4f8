out-of-hours =
    Сейчас нерабочее время. Ваше сообщение получено и ждёт нас; мы снова будем на месте { $weekday ->
        [1] в понедельник
        [2] во вторник
        [3] в среду
        [4] в четверг
        [5] в пятницу
        [6] в субботу
       *[7] в воскресенье
    }, { $day }, в { $time } ({ $zone }).
shift-digest = 🤝 { $count ->
        [0] Вашей смене не осталось ничего открытого.
       *[other] Открытые заявки для вашей смены:
    }{ $late-is ->
        [empty] {""}
       *[other] {" "}(с опозданием, срок был { $late })
    }
shift-urgency = ▪️ { $urgency }
shift-line = #{ $ticket } { $subject } — { $status }{ $expert-is ->
        [empty] {""}
       *[other] {" "}({ $expert })
    } · { $owner-is ->
        [empty] никто не отвечает
       *[other] { $owner }
    }{ $deadline-is ->
        [empty] {""}
       *[other] {" "}· { $deadline }
    }
shift-more = { $beyond ->
        [0] … и ещё { $count }
       *[other] … и ещё более { $count }
    }; самые давние показывает /queue.
command-staff-shift = Что открыто: по срочности и сроку
write-down = Записать в базу знаний, чему нас научила эта заявка
