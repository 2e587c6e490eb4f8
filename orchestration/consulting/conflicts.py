"""Specialists who contradict each other: which fact, who says what, and on what evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orchestration.events.specialists import Advised, Claim
from orchestration.people import Specialist


@dataclass(frozen=True, slots=True)
class Side:
    """Who says so, and the claim with its evidence."""

    by: Specialist
    claim: Claim


@dataclass(frozen=True, slots=True)
class Conflict:
    """One fact with several values, each with the first who claims it."""

    about: str
    sides: Sequence[Side]


def conflicts(advised: Iterable[tuple[Specialist, Advised]]) -> Sequence[Conflict]:
    """Every fact that is claimed differently, in the order in which they were first claimed.

    One specialist who read two systems may be in conflict alone: what they say differs all the
    same.
    """
    claimed: dict[str, dict[str, Side]] = {}
    for by, said in advised:
        for claim in said.claims:
            sides = claimed.setdefault(_folded(claim.about), {})
            sides.setdefault(_folded(claim.value), Side(by, claim))
    return [
        Conflict(next(iter(sides.values())).claim.about, [*sides.values()])
        for sides in claimed.values()
        if len(sides) > 1
    ]


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
