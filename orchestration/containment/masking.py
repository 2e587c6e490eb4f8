"""Masks secrets before a model reads them, and says who may read which of them again.

Within one brief the same secret is the same placeholder in every text, such as `⟦card-1 ···4242⟧`:
a model can speak of it without having it. Cards, keys and passwords are not kept at all, so nobody
can bring them back. Account numbers, addresses and telephones are: for staff, for a business system
that is asked about them, and for the customer who wrote them.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from orchestration.containment.finding import ALWAYS, Found, Kind, secrets_in

#: What is kept behind its placeholder.
REVERSIBLE = frozenset({Kind.IBAN, Kind.EMAIL, Kind.PHONE})
#: Of these the last four characters stand in the placeholder, as on a receipt.
_LAST_FOUR = frozenset({Kind.CARD, Kind.IBAN})
#: What a customer reads of a secret that is not theirs to read.
WITHHELD = "···"

_PLACEHOLDER = re.compile(rf"⟦({'|'.join(Kind)})-([0-9]{{1,6}})(?: ···[0-9A-Za-z]{{1,4}})?⟧")


@dataclass(frozen=True, slots=True)
class _Secret:
    """One secret: what stands for it; the secret itself only if it may be brought back.

    `essence` is the same however the secret is written.
    """

    placeholder: str
    essence: int
    last: str
    whole: str | None = field(repr=False)

    @property
    def shown(self) -> str:
        """What its owner may read of it; nothing of a key and a password."""
        return self.whole or (f"{WITHHELD}{self.last}" if self.last else "")


class ForCustomer(NamedTuple):
    """Words as a customer may read them; with `withheld`, a person has to look at them first."""

    text: str
    withheld: bool


class Secrets:
    """The secrets of one brief, by their placeholders. It is never stored and never logged."""

    def __init__(self, kinds: Collection[Kind] = ALWAYS) -> None:
        self._kinds = frozenset(kinds)
        #: By what Python's salted hash makes of them, so that what is not kept is not here either.
        self._by_hash: dict[int, _Secret] = {}
        self._by_number: dict[tuple[str, int], _Secret] = {}
        self._sayable: set[int] = set()
        self._written: set[tuple[str, int]] = set()
        self._last_number = dict.fromkeys(Kind, 0)

    def mask(self, text: str, *, sayable: bool = False) -> str:
        """The text with a placeholder for each secret; `sayable` if the customer may read them.

        That is so of the customer's own words, and of what the company has told them. Masking twice
        changes nothing. A placeholder that somebody typed stays theirs, and is never given out.
        """
        while True:  # what is masked may have hidden the beginning of something else
            typed = list(_PLACEHOLDER.finditer(text))
            self._written.update((each[1], int(each[2])) for each in typed)
            found = secrets_in(text, self._kinds, (each.span() for each in typed))
            if not found:
                return text
            text = "".join(self._masked(text, found, sayable=sayable))

    def unmask(self, text: str) -> str:
        """As staff, and the business systems that a tool asks, read it.

        Account numbers, addresses and telephones are whole. Placeholders of cards stand, with the
        last four digits; so do those of keys and passwords, and those that somebody made up.
        """
        return _PLACEHOLDER.sub(self._unmasked, text)

    def for_customer(self, text: str) -> ForCustomer:
        """As the customer may read it, also where a model wrote a secret out.

        Whole only what they wrote themselves or were told before, and of a card no more than its
        last four digits; keys, passwords and everything else are withheld.
        """
        withheld = False

        def said(each: re.Match[str]) -> str:
            nonlocal withheld
            secret = self._named(each)
            if secret is None or secret.essence not in self._sayable or not secret.shown:
                withheld = True
                return WITHHELD
            return secret.shown

        words = _PLACEHOLDER.sub(said, self.mask(text))
        return ForCustomer(words, withheld or "⟦" in words)  # half a placeholder reads like nothing

    def _masked(self, text: str, found: list[Found], *, sayable: bool) -> Iterator[str]:
        reached = 0
        for each in found:
            secret = self._known(each, text[each.start : each.end])
            if sayable:
                self._sayable.add(secret.essence)
            yield text[reached : each.start]
            yield secret.placeholder
            reached = each.end
        yield text[reached:]

    def _known(self, found: Found, written: str) -> _Secret:
        letters = "".join(filter(str.isalnum, found.plain)).upper()
        essence = hash((found.kind, letters))
        same = hash((found.kind, written)) if found.kind in REVERSIBLE else essence
        known = self._by_hash.get(same)
        if known is None:
            last = letters[-4:] if found.kind in _LAST_FOUR else ""
            hint = f" {WITHHELD}{last}" if last else ""
            number = self._next_number(found.kind)
            whole = written if found.kind in REVERSIBLE else None
            known = _Secret(f"⟦{found.kind}-{number}{hint}⟧", essence, last, whole)
            self._by_hash[same] = known
            self._by_number[found.kind, number] = known
        return known

    def _next_number(self, kind: Kind) -> int:
        number = self._last_number[kind] + 1
        while (kind, number) in self._written:
            number += 1
        self._last_number[kind] = number
        return number

    def _named(self, placeholder: re.Match[str]) -> _Secret | None:
        """A model may have left out the last four; the number is what counts."""
        return self._by_number.get((placeholder[1], int(placeholder[2])))

    def _unmasked(self, placeholder: re.Match[str]) -> str:
        secret = self._named(placeholder)
        return placeholder[0] if secret is None or secret.whole is None else secret.whole
