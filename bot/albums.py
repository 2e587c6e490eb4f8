"""Albums: Telegram sends them item by item, and only the first may say what they are for."""

from dataclasses import dataclass, field

from aiogram.types import Message

from orchestration.timeline import EntryRef

#: An album's items come at once, so only the newest albums are remembered.
REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a staff message is for: to answer the customer, perhaps a certain entry, or a note."""

    public: bool
    answers: EntryRef | None = None


@dataclass(slots=True)
class Albums:
    """What the first item of each recent album of the staff was for; the others follow it.

    A restart in the middle of an album forgets it, and the rest is kept as notes.
    """

    _known: dict[tuple[int, str], Purpose] = field(default_factory=dict)

    def purpose(self, message: Message, own: Purpose) -> Purpose:
        """What a message is for, which is its `own` purpose unless it continues an album."""
        if message.media_group_id is None:
            return own
        purpose = self._known.setdefault((message.chat.id, message.media_group_id), own)
        if len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return purpose
