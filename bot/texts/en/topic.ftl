## The digest of a lost topic

digest-title = This topic was built anew. What the lost one had said:
digest-left-out = { $count ->
        [one] One earlier message is in the record only.
       *[other] { $count } earlier messages are in the record only.
    }

## Entries in the topic

entry-note = { $author } · note
entry-reply = { $author } → customer
entry-system = Desk → customer
entry-forwarded = { $head } · forwarded from { $origin }
entry-edited = { $author } edited this message. Before, it read:
entry-deleted = { $author } took this answer back from the customer:
entry-reacted = { $emoji-is ->
        [empty] { $author } took the reaction back
       *[other] { $author } reacted with { $emoji }
    }
reaction-other = a reaction of their own
no-words = (no words)
piece-gone = …

## Why a message did not arrive, after "because"

failure-blocked = they blocked the bot
failure-deactivated = their account was deleted
failure-never-started = they have not started the bot
failure-source-gone = the original was deleted or cannot be copied
failure-protected = it is protected from copying
failure-other = Telegram said: { $words }
