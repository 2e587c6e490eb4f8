"""What people write: words with their formatting, or a medium that stands in a chat."""

from dataclasses import dataclass
from enum import StrEnum

#: A subject fits a topic's title with its number and room to spare (128 characters).
SUBJECT_LENGTH = 80


class ContentKind(StrEnum):
    """The kinds of message that a messenger carries."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"
    VIDEO_NOTE = "video_note"
    LOCATION = "location"
    CONTACT = "contact"
    POLL = "poll"
    DICE = "dice"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MessageRef:
    """Where a message stands: the chat and its number in it."""

    chat: int
    message: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Formatting of a stretch of text; offset and length count UTF-16 units, as Telegram does."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user_id: int | None = None
    custom_emoji_id: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of someone's words that a reply points at."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyTo:
    """What a message replies to: an entry of its own ticket, and the words of it that it quotes.

    A quote may stand alone: of a message elsewhere, or of one that the ticket does not hold.
    """

    seq: int | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """One message's content.

    `text` is the text, or a medium's caption. `source` is where the original stands, so that a
    medium is copied from there and never passes through the desk. `file` names the medium itself
    where it is a file, for sending it again when the original is gone. `album` is Telegram's name
    for the album that it is an item of. `forwarded_from` names whoever wrote it first.
    """

    text: str = ""
    kind: ContentKind = ContentKind.TEXT
    entities: tuple[Entity, ...] = ()
    source: MessageRef | None = None
    file: str | None = None
    album: str | None = None
    forwarded_from: str | None = None

    @property
    def is_text(self) -> bool:
        """Whether the words are all there is to it."""
        return self.kind is ContentKind.TEXT

    def reads_as(self, other: "Content") -> bool:
        """Whether both say the same: the words and their formatting."""
        return (self.text, self.entities) == (other.text, other.entities)


def subject_of(content: Content) -> str:
    """One line from the first words, cut at a word; a medium without words is named by its kind."""
    line = " ".join(content.text.replace("\0", " ").split())  # PostgreSQL keeps no NUL in a text
    if not line:
        return "…" if content.kind is ContentKind.TEXT else content.kind.value.replace("_", " ")
    if len(line) <= SUBJECT_LENGTH:
        return line
    cut = line[: SUBJECT_LENGTH - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > SUBJECT_LENGTH // 2 else cut) + "…"
