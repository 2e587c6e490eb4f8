## The digest of a lost topic

digest-title = Este tópico foi criado de novo. O que se perdeu dizia:
digest-left-out =
    { $count ->
        [one] Uma mensagem anterior está só no registro.
       *[other] { $count } mensagens anteriores estão só no registro.
    }

## Entries in the topic

entry-note = { $author } · nota
entry-reply = { $author } → cliente
entry-system = Serviço → cliente
entry-forwarded = { $head } · encaminhado de { $origin }
entry-edited = { $author } editou esta mensagem. Antes dizia:
entry-deleted = { $author } retirou esta resposta do cliente:
entry-reacted =
    { $emoji-is ->
        [empty] { $author } retirou a reação
       *[other] { $author } reagiu com { $emoji }
    }
reaction-other = uma reação própria
no-words = (sem texto)
piece-gone = …

## Why a message did not arrive, after "because"

failure-blocked = bloqueou o bot
failure-deactivated = a conta foi excluída
failure-never-started = ainda não iniciou o bot
failure-source-gone = o original foi apagado ou não pode ser copiado
failure-protected = está protegido contra cópia
failure-other = o Telegram disse: { $words }
