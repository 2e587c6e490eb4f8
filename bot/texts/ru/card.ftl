## Statuses and urgency, as words in a sentence

status-new = новая
status-open = открыта
status-waiting_customer = ждёт клиента
status-waiting_expert = ждёт эксперта
status-waiting_approval = ждёт согласования
status-snoozed = отложена
status-resolved = решена
status-closed = закрыта
urgency-low = низкая
urgency-normal = обычная
urgency-high = высокая
urgency-urgent = критическая

## The card

card-since = { $status } с { $since }
card-owner = Отвечает { $owner }
card-nobody = Пока никто не отвечает
card-urgency = Срочность: { $urgency }
card-intent = тема: { $intent }
card-language = язык: { $language }
language-de = немецкий
language-en = английский
language-es = испанский
language-fa = персидский
language-fr = французский
language-it = итальянский
language-pt = португальский
language-ru = русский
card-unreachable = Сообщения не доходят до клиента
card-previous = Продолжение #{ $previous }
card-forwarded = Переслано от: { $origin }.
card-follows = Полное сообщение ниже.
card-medium-follows = [{ $kind }] ниже.
card-how-to-answer = Чтобы ответить клиенту ({ $customer }), ответьте на это сообщение.
medium-photo = фото
medium-video = видео
medium-animation = анимация
medium-voice = голосовое сообщение
medium-audio = аудио
medium-document = файл
medium-sticker = стикер
medium-video_note = видеосообщение
medium-location = геопозиция
medium-contact = контакт
medium-poll = опрос
medium-dice = кубик
medium-other = сообщение
medium-gone = [{ $kind }] Не удалось скопировать сюда: { $reason }.

## Buttons (bot.callbacks.Press)

button-claim = Взять
button-release = Отказаться
button-assign = Назначить…
button-status = Статус…
button-resolve = Решено
button-reopen = Открыть снова
button-close = Закрыть
button-back = Назад
button-ask = Попросить: { $owner }
