## Что говорит встроенный мозг (orchestration.specialists.built_in.sentences)

# Для сотрудников: одна строка и подробности под ней.
brain-note-wants = «{ $words }»
brain-note-article = на это отвечает статья «{ $title }»
brain-note-foreign = она написана не на языке клиента: { $language }
brain-charged-again = Проверьте: { $what }, списано { $value }, одинаковых списаний: { $count }. Возможно, одно списание нужно вернуть.
brain-note-nothing = ответа нет ни в статьях, ни в системах: нужен человек
brain-note-perhaps = уверенного ответа в статьях нет; возможно, { $titles }
brain-note-missing = нужно уточнить { $what }
brain-note-verify = сначала подтвердите клиента (/verify): до этого системы ничего о нём не сообщают
brain-note-not-found = { $what }: такого нет, или это не этого клиента
brain-note-differ = ⚠️ { $what }: системы расходятся в поле «{ $field }»
brain-note-failed = { $tool } не отвечает
brain-note-tone = тон «{ $tone }» мне неизвестен: есть short, formal и friendly
brain-details-named = Упомянуто: { $what }
brain-details-read = { $tool }, { $when }: { $said }
brain-details-article =
    📄 { $title } ({ $id }): «{ $quote }»
brain-summary-by = Составлено без модели: из прочитанного и готовых фраз.
brain-summary-first = { $who-is ->
        [empty] Первое сообщение клиента
       *[other] Первое сообщение, { $who }
    }, { $when }: «{ $words }»
brain-summary-latest = { $who-is ->
        [empty] Последнее сообщение клиента
       *[other] Последнее сообщение, { $who }
    }, { $when }: «{ $words }»
brain-summary-answer = Последний ответ{ $who-is ->
        [empty] {""}
       *[other] , { $who }
    }, { $when }: «{ $words }»
brain-summary-customer-waits = Клиент ждёт ответа.
brain-summary-we-wait = Последнее слово за нами.

# Для черновиков.
brain-hello = { $name-is ->
        [empty] Здравствуйте!
       *[other] Здравствуйте, { $name }!
    }
brain-hello-formal = { $name-is ->
        [empty] Добрый день!
       *[other] Добрый день, { $name }!
    }
brain-hello-friendly = { $name-is ->
        [empty] Привет!
       *[other] { $name }, привет!
    }
brain-close = Если что-то осталось неясным, просто напишите нам сюда.
brain-close-formal = Если у вас останутся вопросы, пожалуйста, обращайтесь к нам.
brain-close-friendly = Будут ещё вопросы – пишите, с радостью поможем!
brain-ask = Пришлите, пожалуйста, { $what }, и мы всё проверим.
brain-ask-to-verify = Чтобы никто, кроме вас, не узнал лишнего, напишите, пожалуйста, сюда: { $command }{ $what-is ->
        [empty] {""}
       *[other] {" "}и затем { $what }.
    }
brain-ask-again = В ваших данных мы не нашли: { $what }. Проверьте, пожалуйста, номер.
brain-questions = Чтобы продолжить, нам нужно уточнить:
brain-clarify = { $name-is ->
        [empty] Спасибо
       *[other] { $name }, спасибо
    }, мы получили ваше сообщение. Расскажите, пожалуйста, в двух словах, о чём речь и чем мы можем помочь. Если вопрос о заказе или платеже, укажите, пожалуйста, его номер.
brain-quoted = Ответ есть в нашей статье «{ $title }»: «{ $quote }»
brain-and = { $most } и { $last }
brain-comma = ,
brain-semicolon = ;
brain-facts = { $thing } – { $facts }

# Что нужно назвать.
brain-ask-order = номер заказа
brain-ask-invoice = номер счёта
brain-ask-subscription = номер подписки
brain-ask-tracking = трек-номер
brain-ask-email = адрес электронной почты вашего аккаунта
brain-ask-phone = номер телефона
brain-ask-postcode = почтовый индекс адреса доставки
brain-ask-address = новый адрес полностью: улицу и дом, индекс и город
brain-ask-amount = сумму
brain-ask-date = дату

# Что было названо.
brain-order = заказ { $value }
brain-invoice = счёт { $value }
brain-subscription = подписка { $value }
brain-tracking = посылка { $value }
brain-email = почта { $value }
brain-phone = телефон { $value }
brain-postcode = индекс { $value }
brain-address = адрес { $value }
brain-amount = { $value }
brain-date = { $value }

# Что сообщают системы: поля и что в них стоит.
brain-status = статус
brain-carrier = служба доставки
brain-expected = ожидается
brain-shipped-on = отправка
brain-delivered-on = доставка
brain-total = сумма
brain-due = срок оплаты
brain-paid-on = оплата
brain-refunded-on = возврат денег
brain-plan = тариф
brain-next-payment = следующий платёж
brain-reason = причина
brain-processing = в обработке
brain-packed = собран
brain-shipped = отправлен
brain-in-transit = в пути
brain-out-for-delivery = передан курьеру
brain-delivered = доставлен
brain-cancelled = отменён
brain-returned = возвращён
brain-refunded = деньги возвращены
brain-paid = оплачен
brain-unpaid = не оплачен
brain-failed = не прошёл
brain-pending = в ожидании
brain-active = активна
brain-paused = приостановлена
brain-ended = завершена
