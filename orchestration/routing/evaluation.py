"""How well a router does on labelled messages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from orchestration.routing.linear import OUT_OF_SCOPE


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whom a message was for, and whom the router called; nobody is an empty set."""

    expected: AbstractSet[str]
    called: AbstractSet[str]

    @property
    def right(self) -> bool:
        """Whether exactly those were called whom it was for."""
        return self.expected == self.called


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1. `confusion` counts messages by whom they were for and who was called.

    `oos_recall` is the share of messages for nobody on which the router abstained; None if there
    were none.
    """

    accuracy: float
    macro_f1: float
    oos_recall: float | None
    labels: tuple[str, ...]
    confusion: Mapping[tuple[str, str], int]


def score(outcomes: Sequence[Outcome]) -> Score:
    """What became of messages, at least one.

    Macro-F1 is the mean over those whom the messages were for, nobody being one of them.
    """
    outside = [outcome for outcome in outcomes if not outcome.expected]
    confusion = _confusion(outcomes)
    expected = sorted({label for each in outcomes for label in _labels(each.expected)})
    return Score(
        accuracy=_share([outcome.right for outcome in outcomes]),
        macro_f1=sum(_f1(label, outcomes) for label in expected) / len(expected),
        oos_recall=_share([outcome.right for outcome in outside]) if outside else None,
        labels=tuple(sorted({label for pair in confusion for label in pair})),
        confusion=confusion,
    )


def _confusion(outcomes: Sequence[Outcome]) -> Counter[tuple[str, str]]:
    """A specialist who was rightly called stands on the diagonal, whoever was called beside them.

    A message of several then counts once for each; what was missed stands by what was called
    instead, or by nobody.
    """
    found: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        expected, called = _labels(outcome.expected), _labels(outcome.called)
        found.update((label, label) for label in expected & called)
        missed = sorted(expected - called)
        instead = sorted(called - expected)
        if missed and instead:
            found.update((one, other) for one in missed for other in instead)
        else:
            found.update((one, OUT_OF_SCOPE) for one in missed)
            found.update((OUT_OF_SCOPE, other) for other in instead)
    return found


def _f1(label: str, outcomes: Sequence[Outcome]) -> float:
    counts = Counter((label in _labels(o.expected), label in _labels(o.called)) for o in outcomes)
    both, either = counts[True, True], counts[True, False] + counts[False, True]
    return 2 * both / (2 * both + either) if both else 0.0


def _labels(specialists: AbstractSet[str]) -> AbstractSet[str]:
    return specialists or {OUT_OF_SCOPE}


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)
