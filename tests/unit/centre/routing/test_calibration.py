"""The operating point comes from messages that were held back."""

from orchestration.routing.calibration import calibrate
from orchestration.routing.choosing import OperatingPoint
from orchestration.routing.examples import Example
from tests.unit.centre.routing.shop import ALL, IN_SCOPE, examples


def test_the_operating_point_is_the_best_of_its_curve() -> None:
    """It keeps out what is for nobody, and lets in what is for somebody."""
    calibration = calibrate(ALL)
    (chosen,) = [at for at in calibration.curve if at.accept == calibration.point.accept]
    assert 0 < chosen.accept < 1
    assert calibration.point.split is not None
    everything, nothing = calibration.curve[0], calibration.curve[-1]
    assert everything.oos == 0
    assert chosen.oos > everything.oos
    assert (chosen.in_scope or 0) > (nothing.in_scope or 0)


def test_nothing_abstains_or_splits_where_no_example_did() -> None:
    """A router does what its examples do."""
    point = calibrate(IN_SCOPE).point
    assert point == OperatingPoint(temperature=point.temperature, accept=0.0, split=None)
    assert calibrate(IN_SCOPE).curve == ()
    assert calibrate(examples("billing", "returns", "")).point.split is None
    assert calibrate(examples("billing", "returns", "billing+returns")).point.accept == 0.0


def test_examples_of_one_group_are_held_back_together() -> None:
    """With all in one group nothing is left to learn from, and nothing is measured."""
    together = [Example(each.text, each.specialists, group="one") for each in ALL]
    assert calibrate(together).point == OperatingPoint()


def test_messages_out_of_scope_without_any_to_measure_by_change_nothing() -> None:
    """A single example can be held back only from nothing."""
    assert calibrate([Example("one", frozenset({"x"}))]).point == OperatingPoint()
