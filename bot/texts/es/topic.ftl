## The digest of a lost topic

digest-title = Este tema se ha creado de nuevo. El perdido decía:
digest-left-out =
    { $count ->
        [one] Un mensaje anterior está solo en el registro.
       *[other] { $count } mensajes anteriores están solo en el registro.
    }

## Entries in the topic

entry-note = { $author } · nota
entry-reply = { $author } → cliente
entry-system = Servicio → cliente
entry-forwarded = { $head } · reenviado de { $origin }
entry-edited = { $author } editó este mensaje. Antes decía:
entry-deleted = { $author } retiró esta respuesta al cliente:
entry-reacted =
    { $emoji-is ->
        [empty] { $author } quitó su reacción
       *[other] { $author } reaccionó con { $emoji }
    }
reaction-other = una reacción propia
no-words = (sin texto)
piece-gone = …

## Why a message did not arrive, after "because"

failure-blocked = bloqueó el bot
failure-deactivated = su cuenta se eliminó
failure-never-started = no ha iniciado el bot
failure-source-gone = el original se borró o no se puede copiar
failure-protected = está protegido contra copias
failure-other = Telegram dijo: { $words }
