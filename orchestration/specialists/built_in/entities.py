"""What a customer's words name: orders, invoices, amounts, days, addresses, in five languages.

Tables and patterns, no model. What is read is bounded, work grows with the text and no faster, and
no letter counts for two things: whatever is surer is looked for first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from orchestration.containment.numbers import cards
from orchestration.specialists.built_in.addresses import addresses
from orchestration.specialists.built_in.amounts import amounts
from orchestration.specialists.built_in.dates import dates, worded_dates
from orchestration.specialists.built_in.folding import composed, folded
from orchestration.specialists.built_in.numbers import bare_numbers, named_numbers
from orchestration.specialists.built_in.spans import Span
from orchestration.specialists.kinds import Kind

#: So many characters of a message are read.
CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that was named: what it is, as systems know it, and as it was written.

    `seq` is the entry that names it, `start` and `end` are its place there: in the text with every
    accented letter as one (NFC).
    """

    kind: Kind
    value: str
    written: str
    seq: int
    start: int
    end: int


#: Four times four digits are a card even where one of them is wrong.
_PRINTED = re.compile(r"(?<!\d)\d{4}(?:[ -]\d{4}){3}(?!\d)")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,4}[a-z]{2,24}(?![\w@-])"
)
#: With its country; the others are known by the word before them.
_PHONE = re.compile(r"(?<![\w+])\+\d[\d ()./-]{6,20}\d(?![\w-])")
_FEWEST, _MOST = 8, 15
#: UPS, and the post of every country (UPU S10).
_TRACKING = re.compile(r"(?<!\w)(?:1z[0-9a-z]{16}|[a-z]{2}\d{9}[a-z]{2})(?!\w)")


def entities_in(text: str, written: date, seq: int = 0) -> list[Entity]:
    """All that a text names, in its order; `written` is the day on which it was, where they are."""
    shown = composed(text[:CHARACTERS])[:CHARACTERS]
    plain = folded(shown)
    taken = bytearray(len(plain))
    for start, end in _nothing(plain):
        _take(taken, start, end)
    found = []
    for kind, span in _candidates(plain, shown, written, taken):
        if not any(taken[span.start : span.end]):
            _take(taken, span.start, span.end)
            said = shown[span.start : span.end]
            found.append(Entity(kind, span.value, said, seq, span.start, span.end))
    return sorted(found, key=lambda each: each.start)


def _candidates(
    plain: str, shown: str, written: date, taken: Sequence[int]
) -> Iterator[tuple[Kind, Span]]:
    """What may be an entity, the surest first; `taken` is what others are by then."""
    for kind, spans in (
        (Kind.EMAIL, _emails(plain, shown)),
        (Kind.PHONE, _phones(plain)),
        (Kind.ADDRESS, addresses(plain, shown)),
        (Kind.DATE, dates(plain)),
        (Kind.AMOUNT, amounts(plain)),
        (Kind.DATE, worded_dates(plain, written)),
        (Kind.TRACKING, _trackings(plain)),
    ):
        yield from ((kind, span) for span in spans)
    yield from named_numbers(plain, taken)


def _nothing(plain: str) -> Iterator[tuple[int, int]]:
    """Where cards and links stand: nothing in them is an entity."""
    yield from cards(plain)
    for pattern in (_PRINTED, _LINK):
        yield from (found.span() for found in pattern.finditer(plain))


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _emails(plain: str, shown: str) -> Iterator[Span]:
    for found in _EMAIL.finditer(plain):
        yield Span(found.start(), found.end(), shown[found.start() : found.end()].casefold())


def _phones(plain: str) -> Iterator[Span]:
    for found in _PHONE.finditer(plain):
        digits = "".join(filter(str.isdecimal, found[0]))
        if _FEWEST <= len(digits) <= _MOST:
            yield Span(found.start(), found.end(), f"+{digits}")


def _trackings(plain: str) -> Iterator[Span]:
    for found in _TRACKING.finditer(plain):
        yield Span(found.start(), found.end(), found[0].upper())


def numbers_answering(
    text: str, asked: Sequence[Kind], seq: int, found: Sequence[Entity] = ()
) -> list[Entity]:
    """What else a short text names that answers a question for these kinds: "4711, thank you"."""
    wanted = [kind for kind in asked if all(each.kind is not kind for each in found)]
    if not wanted:
        return []
    shown = composed(text[:CHARACTERS])[:CHARACTERS]
    plain = folded(shown)
    taken = bytearray(len(plain))
    for start, end in [*_nothing(plain), *((each.start, each.end) for each in found)]:
        _take(taken, start, end)
    return [
        Entity(kind, span.value, shown[span.start : span.end], seq, span.start, span.end)
        for kind, span in bare_numbers(plain, wanted, taken)
    ]
