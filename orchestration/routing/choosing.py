"""From likelihoods to tasks: whether a message is for anybody, and for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orchestration.routing.decision import RoutingTask
from orchestration.routing.linear import OUT_OF_SCOPE


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """How sure is sure enough, found on messages that the model had not learned from.

    `accept`: below this confidence the router abstains; 0 where nothing was out of scope.
    `split`: a part of a message has a specialist of its own from this confidence on; None where
    no example was for several.
    `temperature`: what scores are divided by, so that a confidence is a share of right answers.
    """

    temperature: float = 1.0
    accept: float = 0.0
    split: float | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest specialist, and how likely it is."""

    specialist: str
    confidence: float

    @classmethod
    def of(cls, likely: Mapping[str, float]) -> "Guess":
        """The best of the likelihoods by label; out of scope is no specialist."""
        names = sorted(name for name in likely if name != OUT_OF_SCOPE)
        best = max(names, key=likely.__getitem__)
        return cls(best, likely[best])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model makes of a message as a whole, and of each of its parts."""

    whole: Guess
    parts: Sequence[tuple[str, Guess]]


def choose(reading: Reading, point: OperatingPoint) -> tuple[RoutingTask, ...]:
    """The tasks of a message, each with the words that are about it; none is to abstain.

    Parts of which the model is not sure go with the part before them, or after the beginning.
    """
    tasks = _several(reading, point.split) if point.split is not None else ()
    if len(tasks) < 2:  # noqa: PLR2004 - one matter is better judged from the whole message
        text = " ".join(part for part, _ in reading.parts)
        tasks = (RoutingTask(reading.whole.specialist, text, reading.whole.confidence),)
    sure = max(task.confidence for task in tasks) >= point.accept
    return tasks if sure else ()


def _several(reading: Reading, split: float) -> tuple[RoutingTask, ...]:
    texts: dict[str, list[str]] = {}
    confidence: dict[str, float] = {}
    before: list[str] = []
    current = before
    for part, guess in reading.parts:
        if guess.confidence >= split:
            current = texts.setdefault(guess.specialist, [])
            best = confidence.get(guess.specialist, 0.0)
            confidence[guess.specialist] = max(best, guess.confidence)
        current.append(part)
    for words in list(texts.values())[:1]:
        words[:0] = before
    return tuple(
        RoutingTask(name, " ".join(words), confidence[name]) for name, words in texts.items()
    )
