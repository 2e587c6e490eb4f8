## The digest of a lost topic

digest-title = Эта тема создана заново. В потерянной было:
digest-left-out =
    { $count ->
        [one] Ещё { $count } более раннее сообщение есть только в записях.
        [few] Ещё { $count } более ранних сообщения есть только в записях.
       *[many] Ещё { $count } более ранних сообщений есть только в записях.
    }

## Entries in the topic

entry-note = { $author } · заметка
entry-reply = { $author } → клиент
entry-system = Служба → клиент
entry-forwarded = { $head } · переслано от: { $origin }
entry-edited = { $author } · сообщение изменено. Раньше было:
entry-deleted = { $author } · этот ответ отозван у клиента:
entry-reacted =
    { $emoji-is ->
        [empty] { $author } · реакция снята
       *[other] { $author } · реакция: { $emoji }
    }
reaction-other = своя реакция
no-words = (без текста)
piece-gone = …

## Why a message did not arrive, after "because"

failure-blocked = бот заблокирован
failure-deactivated = учётная запись удалена
failure-never-started = клиент не запускал бота
failure-source-gone = оригинал удалён или его нельзя скопировать
failure-protected = защищено от копирования
failure-other = Telegram сообщил: { $words }
