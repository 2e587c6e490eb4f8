"""From likelihoods to tasks."""

from orchestration.routing.choosing import Guess, OperatingPoint, Reading, choose
from orchestration.routing.decision import RoutingTask

_SURE, _UNSURE = 0.9, 0.2
_READING = Reading(
    Guess("billing", 0.6),
    [
        ("Hello.", Guess("sales", _UNSURE)),
        ("Charged twice.", Guess("billing", _SURE)),
        ("Really.", Guess("sales", _UNSURE)),
        ("Shoes too small.", Guess("returns", 0.8)),
        ("And again charged.", Guess("billing", 0.7)),
    ],
)


def test_parts_are_gathered_by_specialist() -> None:
    """What the model is not sure of stays beside what it was said with."""
    assert choose(_READING, OperatingPoint(split=0.5)) == (
        RoutingTask("billing", "Hello. Charged twice. Really. And again charged.", _SURE),
        RoutingTask("returns", "Shoes too small.", 0.8),
    )


def test_a_part_needs_to_be_sure_enough_for_a_task_of_its_own() -> None:
    """Otherwise the whole message decides."""
    whole = " ".join(part for part, _ in _READING.parts)
    for point in (OperatingPoint(split=0.95), OperatingPoint(split=0.85), OperatingPoint()):
        assert choose(_READING, point) == (RoutingTask("billing", whole, 0.6),)


def test_below_the_operating_point_nobody_is_called() -> None:
    """At it, somebody is."""
    assert choose(_READING, OperatingPoint(accept=0.61)) == ()
    assert len(choose(_READING, OperatingPoint(accept=0.6))) == 1
    assert len(choose(_READING, OperatingPoint(accept=0.89, split=0.5))) == 2
    assert choose(_READING, OperatingPoint(accept=0.91, split=0.5)) == ()


def test_nobody_is_no_specialist() -> None:
    """Out of scope takes likelihood from the others, and is never called."""
    assert Guess.of({"": 0.8, "billing": 0.15, "sales": 0.05}) == Guess("billing", 0.15)
