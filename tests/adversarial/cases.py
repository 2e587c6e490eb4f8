"""Every attack: an order, in a language, in a disguise, at a place. Each is a different one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from tests.adversarial.disguises import SEEN, UNSEEN
from tests.adversarial.orders import SENTENCES, Order

#: The languages in which every order is given.
SPOKEN = ("en", "es", "ru", "pt", "fa")


class Place(StrEnum):
    """Where an order stands."""

    DIRECT = "direct"
    TURNS = "over-two-messages"
    FORWARD = "forward"
    CAPTION = "caption"
    DOCUMENT = "document"
    NAME = "name"
    RESULT = "tool-result"
    FAILURE = "tool-failure"
    ARTICLE = "article"
    TITLE = "article-title"
    HEADING = "article-heading"
    NOTE = "note"
    REPLY = "reply"
    QUOTE = "quote"
    FILE_NAME = "file-name"
    FORWARDED_FROM = "forwarded-from"


#: What no model is shown: only the words of a message are, and who wrote them.
NOT_SHOWN = frozenset({Place.QUOTE, Place.FILE_NAME, Place.FORWARDED_FROM})
#: The orders that disguises are tried with: one that tells, one that calls, one that changes.
_TRIED = (Order.NOTES, Order.INSTRUCTIONS, Order.DELETE, Order.STATUS)

#: Other places than a message, and disguises that belong there.
_READ = (Place.CAPTION, Place.NAME, Place.RESULT, Place.ARTICLE, Place.TURNS)
_HIDDEN = ("zero-width", "fake-fence", "fake-system", "base64-in-pieces", "html-comment")


@dataclass(frozen=True)
class Case:
    """An attack; `seen` is whether a model can find it."""

    order: Order
    text: str
    place: Place = Place.DIRECT
    language: str = "en"
    disguise: str = "plain"
    seen: bool = True

    @property
    def id(self) -> str:
        return f"{self.place}-{self.language}-{self.disguise}-{self.order}"


def _everywhere() -> Iterator[Case]:
    """Every order in every language, and at every place."""
    for language, orders in SENTENCES.items():
        for order, text in orders.items():
            yield Case(order, text, language=language)
    for place, (order, text) in product(Place, SENTENCES["en"].items()):
        if place is not Place.DIRECT:
            yield Case(order, text, place, seen=place not in NOT_SHOWN)


def _in_other_languages() -> Iterator[Case]:
    for language, place, order in product(SPOKEN[1:], _READ, (Order.NOTES, Order.RIGHTS)):
        yield Case(order, SENTENCES[language][order], place, language)


def _disguised() -> Iterator[Case]:
    for (disguise, dressed), order in product({**SEEN, **UNSEEN}.items(), _TRIED):
        text = dressed(SENTENCES["en"][order])
        yield Case(order, text, disguise=disguise, seen=disguise in SEEN)
    for disguise, place in product(_HIDDEN, (Place.RESULT, Place.ARTICLE, Place.CAPTION)):
        text = SEEN[disguise](SENTENCES["en"][Order.NOTES])
        yield Case(Order.NOTES, text, place, disguise=disguise)


CASES = (*_everywhere(), *_in_other_languages(), *_disguised())
