command-staff-subject = Другое название: /subject слова
command-staff-tag = Поставить или снять метку: /tag vip -refund
command-staff-priority = low, normal, high или urgent: /priority high
command-staff-link = Связать с другой заявкой: /link #7
command-staff-merge = Присоединить сюда другую заявку этого клиента: /merge #7
command-staff-search = Найти слова во всех заявках: /search слова
command-staff-history = Все заявки этого клиента
card-queue = Очередь: { $queue }
card-links = Связана с: { $tickets }
card-absorbed = Здесь продолжается: { $tickets }
card-merged = Продолжается в #{ $into }
error-unchanged = С #{ $ticket } всё уже так и есть; ничего не изменилось.
error-bad-tag = «{ $word }» не может быть меткой; метка – это одно слово, не больше 32 букв, цифр и _, например /tag refund.
error-too-many-tags = Наибольшее число меток у #{ $ticket }: { $most }; /tag -слово снимает одну.
error-unknown-priority = Срочности «{ $word }» нет; возможно: { $allowed }.
error-unknown-queue = Очереди «{ $word }» нет; есть: { $allowed }.
error-bad-ticket-number = «{ $word }» – не номер заявки; пишите так: { $form }
error-unknown-ticket = Заявки #{ $ticket } нет; /search находит заявки по словам.
error-same-ticket = Это и есть #{ $ticket }; назовите другую заявку.
error-not-linked = Заявка #{ $ticket } не связана с #{ $other }; её связи видны на карточке.
error-too-many-links = Наибольшее число связей у заявки: { $most }, и у #{ $ticket } или #{ $other } их уже столько; /link -#n снимает одну.
error-not-one-customer = #{ $other } – заявка другого клиента, поэтому продолжить её в #{ $ticket } нельзя; /link #{ $other } покажет, что они связаны.
error-nothing-to-search = Напишите, какие слова искать, с буквами или цифрами, например /search заказ 4711
search-found =
    { $count ->
        [1] Одна заявка, где сказано «{ $words }»:
        [one] { $count } самая новая заявка из тех, где сказано «{ $words }»:
        [few] { $count } самые новые заявки из тех, где сказано «{ $words }»:
       *[many] { $count } самых новых заявок из тех, где сказано «{ $words }»:
    }
    { $lines }
search-empty = Ни в одной заявке не сказано «{ $words }». Все слова должны стоять в одном сообщении; достаточно их начала, от трёх букв.
history =
    Всё, с чем обращался клиент ({ $customer }), сначала новое:
    { $lines }
absorbed =
    Сюда присоединена заявка #{ $other } ({ $by }); то, что её клиент пишет там, продолжается здесь.{ $lines-is ->
        [empty] { "" }
       *[other] { " " }Последнее, что там было сказано:
    }
    { $lines }
merged = Эта заявка присоединена к #{ $into } ({ $by }) и продолжается там.
