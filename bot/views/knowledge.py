"""How passages of articles are shown to staff, with where they stand."""

import re
from collections.abc import Sequence

from aiogram.enums import MessageEntityType

from bot.texts import Texts
from bot.views.rendered import plain, units
from orchestration.content import Content, Entity
from orchestration.knowledge.articles import BELOW, Passage
from orchestration.sentences import Facts

_WORDS = 100
_TITLE = 120
_HEADING = 160
_FILE = 160
#: Three of them fit a message with all that stands around them.
_TEXT = 700

_BROKEN = re.compile(r"(?<!\n)\n(?!\n|\s*([-*+]|\d+\.) )")


def passages(
    words: str, found: Sequence[Passage], texts: Texts, language: str | None = None
) -> Content:
    """What was found, the best first; or that there is nothing."""
    asked: Facts = {"words": plain(words, _WORDS)}
    if not found:
        return Content(texts.say("kb-nothing", asked, language))
    title = texts.say("kb-found", asked, language)
    blocks = [title, *(_block(n, each, texts, language) for n, each in enumerate(found, 1))]
    bold = Entity(MessageEntityType.BOLD, 0, units(title))
    return Content("\n\n".join(blocks), entities=(bold,))


def _block(place: int, passage: Passage, texts: Texts, language: str | None) -> str:
    facts: Facts = {
        "place": place,
        "title": plain(passage.title, _TITLE),
        "heading": plain(" › ".join(passage.heading.split(BELOW)), _HEADING),  # noqa: RUF001
        "text": _short(passage.text),
        "file": plain(passage.file, _FILE),
    }
    return texts.say("kb-passage", facts, language)


def _short(text: str) -> str:
    """As it is read: lines that an editor broke are whole again, lists are kept."""
    text = _BROKEN.sub(" ", text.replace("**", ""))
    return text if len(text) <= _TEXT else text[: _TEXT - 1].rstrip() + "…"
