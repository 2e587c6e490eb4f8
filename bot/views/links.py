"""Links that jump to a message of the staff group."""

import re
from collections.abc import Iterator, Mapping

from aiogram.enums import MessageEntityType
from aiogram.types import MessageEntity

from bot.views.rendered import Rendered, units
from orchestration.content import MessageRef

#: A supergroup's id is its number in links with this before it (Bot API, Chat.id).
_SUPERGROUP = "-100"


def address(where: MessageRef) -> str | None:
    """The link to a message, or to a topic by its first one; None where there are no such links."""
    chat = str(where.chat)
    if not chat.startswith(_SUPERGROUP):
        return None
    return f"https://t.me/c/{chat.removeprefix(_SUPERGROUP)}/{where.message}"


def with_jumps(words: Rendered, jumps: Mapping[str, MessageRef]) -> Rendered:
    """Words in which each of the names of `jumps`, such as `#142`, leads where it says."""
    links = tuple(link for name, where in jumps.items() for link in _links(words.text, name, where))
    return Rendered(words.text, words.entities + links, words.buttons)


def _links(text: str, name: str, where: MessageRef) -> Iterator[MessageEntity]:
    url = address(where)
    if url is None:
        return
    for found in re.finditer(rf"{re.escape(name)}(?!\w)", text):
        offset = units(text[: found.start()])
        yield MessageEntity(
            type=MessageEntityType.TEXT_LINK, offset=offset, length=units(name), url=url
        )
