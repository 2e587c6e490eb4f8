"""Text with its formatting, and the arithmetic of entities.

Entities count UTF-16 units while limits count code points (telegram-facts, section 3.13).
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aiogram.enums import MessageEntityType
from aiogram.types import InlineKeyboardMarkup, MessageEntity, User

from orchestration.content import Entity

MAX_TEXT = 4096
MAX_CAPTION = 1024

#: Formatting that a bot may send. Links, mentions, hashtags and the like are found by Telegram.
_SENT = frozenset(
    {
        MessageEntityType.BOLD,
        MessageEntityType.ITALIC,
        MessageEntityType.UNDERLINE,
        MessageEntityType.STRIKETHROUGH,
        MessageEntityType.SPOILER,
        MessageEntityType.BLOCKQUOTE,
        MessageEntityType.EXPANDABLE_BLOCKQUOTE,
        MessageEntityType.CODE,
        MessageEntityType.PRE,
        MessageEntityType.TEXT_LINK,
        MessageEntityType.TEXT_MENTION,
        MessageEntityType.CUSTOM_EMOJI,
    }
)
QUOTES = frozenset({MessageEntityType.BLOCKQUOTE, MessageEntityType.EXPANDABLE_BLOCKQUOTE})


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a message says, how it is formatted, and its buttons."""

    text: str
    entities: tuple[MessageEntity, ...] = ()
    buttons: InlineKeyboardMarkup | None = None


def units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(words: str, limit: int = 64) -> str:
    """Someone's words as a part of one line: no line breaks, no direction marks, not too long.

    A name with a line break or a right-to-left override could pass for a line of the desk's.
    """
    visible = "".join(
        " " if unicodedata.category(letter) == "Cc" else letter
        for letter in words
        if unicodedata.bidirectional(letter)
        not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )
    line = " ".join(visible.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def telegram_entities(entities: Iterable[Entity]) -> tuple[MessageEntity, ...]:
    """The desk's entities as Telegram takes them."""
    return tuple(
        MessageEntity(
            type=entity.type,
            offset=entity.offset,
            length=entity.length,
            url=entity.url,
            language=entity.language,
            user=None if entity.user_id is None else mentioned(entity.user_id),
            custom_emoji_id=entity.custom_emoji_id,
        )
        for entity in entities
        if entity.type in _SENT
    )


def mentioned(user: int, name: str = "-") -> User:
    """A user inside a text mention, of whom Telegram only reads the id."""
    return User(id=user, is_bot=False, first_name=name)


def cut(
    entities: Iterable[MessageEntity], start: int, end: int, shift: int = 0
) -> tuple[MessageEntity, ...]:
    """The parts of entities that lie between two offsets, counted from `start` and shifted."""
    kept: list[MessageEntity] = []
    for entity in entities:
        first = max(entity.offset, start)
        last = min(entity.offset + entity.length, end)
        if first < last:
            moved = {"offset": first - start + shift, "length": last - first}
            kept.append(entity.model_copy(update=moved))
    return tuple(kept)


def bold(words: str) -> Rendered:
    """Words in bold."""
    return styled(words, MessageEntityType.BOLD)


def italic(words: str) -> Rendered:
    """Words in italics."""
    return styled(words, MessageEntityType.ITALIC)


def styled(words: str, kind: MessageEntityType) -> Rendered:
    """Words that are of that kind as a whole."""
    return Rendered(words, (MessageEntity(type=kind, offset=0, length=units(words)),))


def joined(head: Rendered, tail: Rendered, between: str = "\n") -> Rendered:
    """One text after another, each with its own formatting; the buttons are the head's."""
    text = head.text + between + tail.text
    shift = units(head.text + between)
    moved = cut(tail.entities, 0, units(tail.text), shift)
    return Rendered(text, head.entities + moved, head.buttons)


def quoted(words: Rendered) -> Rendered:
    """Words as a quotation. Telegram refuses a quote within a quote, so it has none of its own."""
    block = MessageEntity(type=MessageEntityType.BLOCKQUOTE, offset=0, length=units(words.text))
    own = tuple(one for one in words.entities if one.type not in QUOTES)
    return Rendered(words.text, (block, *own))


def stacked(lines: Sequence[Rendered]) -> Rendered:
    """Lines below each other."""
    first, *rest = lines
    for line in rest:
        first = joined(first, line)
    return first
