weekday-1 = пн
weekday-2 = вт
weekday-3 = ср
weekday-4 = чт
weekday-5 = пт
weekday-6 = сб
weekday-7 = вс
when = { $day } { $at }
follow-up =
    ⏰ { $when } ({ $zone }){ $whom-is ->
        [empty] { "" }
       *[other] , для { $whom }
    }{ $words-is ->
        [empty] { "" }
       *[other] : { $words }
    }{ $every-is ->
        [empty] { "" }
       *[other]
            { "" }
            Повторяется: { $every }
    }{ $odd ->
        [0] { "" }
        [1]
            { "" }
            В ту ночь названного часа нет из-за перевода часов, поэтому напомню на час позже.
       *[other]
            { "" }
            В ту ночь названный час бывает дважды; имеется в виду первый.
    }{ $ends ->
        [0] { "" }
        [1]
            { "" }
            Сработает, даже если клиент напишет раньше.
       *[other]
            { "" }
            Отменится, если клиент напишет раньше.
    }{ $known ->
        [0]
            { "" }
            Другой часовой пояс? /timezone Europe/Madrid
       *[other] { "" }
    }
follow-ups =
    { $count ->
        [0] Напоминаний нет. /followup завтра 9:00 что сделать создаст его.
        [one] { $count } напоминание{ $more ->
            [0] :
           *[other] , ближайшие:
        }
        [few] { $count } напоминания{ $more ->
            [0] :
           *[other] , ближайшие:
        }
       *[many] { $count } напоминаний{ $more ->
            [0] :
           *[other] , ближайшие:
        }
    }
follow-up-changing =
    ⏰ { $when } ({ $zone })
    { $every ->
        [0] Позже – кнопкой, на любое время – командой: /followup change { $number } пятница 14:00
       *[other] На любое время: /followup change { $number } каждый понедельник 9:00
    }
follow-up-cancelled =
    Отменено{ $words-is ->
        [empty] .
       *[other] : { $words }
    }
button-follow-up-change = Изменить…
button-follow-up-cancel = Отменить
button-follow-up-unless = Отменить, если клиент напишет
button-follow-up-keep = Оставить, если клиент напишет
button-follow-up-hour = +1 час
button-follow-up-day = +1 день
button-follow-up-week = +1 неделя
button-follow-up-back = Назад
follow-up-due =
    ⏰ { $who } { $words-is ->
        [empty] напоминание о #{ $ticket }
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(от { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· с опозданием, срок был { $late }
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· снова { $again }
    }
follow-up-private =
    ⏰ { $words-is ->
        [empty] Ваше напоминание
       *[other] { $words }
    }{ $by-is ->
        [empty] { "" }
       *[other] { " " }(от { $by })
    }{ $late-is ->
        [empty] { "" }
       *[other] { " " }· с опозданием, срок был { $late }
    }{ $again-is ->
        [empty] { "" }
       *[other] { " " }· снова { $again }
    }
time-zone = Ваш часовой пояс – { $zone }, там сейчас { $now }. /timezone Europe/Madrid меняет его.
command-staff-followup = Напомнить: /followup пт 14:00 что @кому; без слов – список
command-staff-timezone = Ваш часовой пояс: /timezone Europe/Madrid
error-unreadable-time = Не вижу времени в «{ $words }»; начните с него, например: через 2 часа · завтра 9:00 · пт 14:00 · 2026-12-01 · каждый понедельник 9:00 · каждые 2 недели 10 раз
error-past-time = «{ $words }» – это { $when }, оно уже прошло; назовите будущее время, например завтра 9:00.
error-too-far-away = «{ $words }» – это { $when }, а напоминания ставятся не дальше чем на пять лет.
error-empty-series = «{ $words }» заканчивается раньше, чем начинается; назовите будущий срок окончания или не называйте его.
error-no-such-follow-up = Напоминание { $number } уже сработало или отменено; /followup показывает те, что есть.
error-not-your-follow-up = Напоминание { $number } создано не вами, автор – { $owner }; изменить его могут автор, адресат и супервизоры.
error-too-many-follow-ups = Напоминаний уже { $most }, больше нельзя; сначала отмените одно из них.
error-long-follow-up = Напоминание вмещает не больше { $most } знаков; остальное сохраните через /note.
error-cannot-be-told = Я не могу написать { $who } лично, пока мне там не напишут хоть раз; в теме заявки напоминание дойдёт до любого.
