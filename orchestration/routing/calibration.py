"""Finding the operating point: a model reads messages that were held back from its training."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.choosing import OperatingPoint, Reading, choose
from orchestration.routing.examples import Example, in_order
from orchestration.routing.linear import LinearModel, probabilities
from orchestration.routing.model import RoutingModel
from orchestration.routing.training import train

#: A fifth of the examples is held back at a time, until so many were.
FOLDS, ENOUGH = 5, 2_000
#: Messages out of scope count as at least this share: training seldom has as many as a desk meets.
OUT_OF_SCOPE_SHARE = 0.15

_SEED = 6
_TEMPERATURES = [round(0.3 * 1.1**step, 3) for step in range(32)]
_STEPS = [step / 100 for step in range(100)]
_SPLITS = [step / 20 for step in range(6, 20)]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a threshold came to on messages held back: shares from 0 to 1, None where none were."""

    accept: float
    in_scope: float | None
    out_of_scope: float | None

    @property
    def oos(self) -> float:
        """How well it keeps out what is for nobody; 1 where nothing was."""
        return 1.0 if self.out_of_scope is None else self.out_of_scope


@dataclass(frozen=True, slots=True)
class Calibration:
    """An operating point, and the curve that it was chosen from."""

    point: OperatingPoint
    curve: Sequence[Measured] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _HeldBack:
    example: Example
    model: LinearModel


def calibrate(examples: Sequence[Example], embedder: Embedder | None = None) -> Calibration:
    """The operating point that gets most messages right, of those held back group by group.

    Where too little is there to hold anything back, nothing abstains and nothing is split.
    """
    held = list(_held_back(in_order(examples), embedder))
    if not held:
        return Calibration(OperatingPoint())
    point = OperatingPoint(temperature=_temperature(held))
    spans = any(len(each.example.specialists) > 1 for each in held)
    if spans:
        point = replace(point, split=_split(held, point))
    read = [(each.example, _read(each, point)) for each in held]
    if all(each.specialists for each in examples):
        return Calibration(point)
    curve = [_measure(read, replace(point, accept=step)) for step in _STEPS]
    share = sum(not example.specialists for example, _ in read) / max(1, len(read))
    weight = max(share, OUT_OF_SCOPE_SHARE)

    def worth(at: Measured) -> float:
        return (1 - weight) * (at.in_scope or 0.0) + weight * at.oos

    best = max(worth(at) for at in curve)
    plateau = [at.accept for at in curve if worth(at) >= best]
    return Calibration(replace(point, accept=plateau[len(plateau) // 2]), curve)


def _held_back(examples: Sequence[Example], embedder: Embedder | None) -> Iterator[_HeldBack]:
    groups = sorted({_group(each) for each in examples})
    random.Random(_SEED).shuffle(groups)
    fold = {group: place % FOLDS for place, group in enumerate(groups)}
    held = 0
    for number in range(FOLDS):
        rest = [each for each in examples if fold[_group(each)] != number]
        if held >= ENOUGH or not any(each.specialists for each in rest):
            continue
        model = train(rest, embedder)
        for each in examples:
            if fold[_group(each)] == number:
                held += 1
                yield _HeldBack(each, model)


def _group(example: Example) -> str:
    return example.group or example.text


def _temperature(held: Iterable[_HeldBack]) -> float:
    """The one under which what was right was likeliest."""
    seen: list[tuple[Floats, int]] = []
    for each in held:
        label = each.example.label
        if label in each.model.labels:
            scores = each.model.scores(each.example.conversation)
            seen.append((scores, each.model.labels.index(label)))

    def surprise(temperature: float) -> float:
        shares = [probabilities(scores, temperature)[right] for scores, right in seen]
        return -float(np.log(np.maximum(shares, 1e-9)).sum())

    return min(_TEMPERATURES, key=lambda each: (surprise(each), abs(each - 1)))


def _split(held: Sequence[_HeldBack], point: OperatingPoint) -> float:
    """Where most messages with a specialist, of one matter or several, are taken apart rightly."""
    readings = [
        (each.example, _read(each, replace(point, split=0.0)))
        for each in held
        if each.example.specialists
    ]

    def right(split: float) -> int:
        at = replace(point, split=split)
        return sum(_called(reading, at) == example.specialists for example, reading in readings)

    return max(_SPLITS, key=lambda split: (right(split), split))


def _read(held: _HeldBack, point: OperatingPoint) -> Reading:
    return RoutingModel(held.model, point).read(held.example.conversation)


def _measure(read: Sequence[tuple[Example, Reading]], point: OperatingPoint) -> Measured:
    inside = [_called(each, point) == one.specialists for one, each in read if one.specialists]
    outside = [not choose(each, point) for one, each in read if not one.specialists]
    return Measured(point.accept, _share(inside), _share(outside))


def _called(reading: Reading, point: OperatingPoint) -> frozenset[str]:
    return frozenset(task.specialist for task in choose(reading, point))


def _share(right: Sequence[bool]) -> float | None:
    return sum(right) / len(right) if right else None
