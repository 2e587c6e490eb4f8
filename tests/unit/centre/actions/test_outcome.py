"""What became of an action, and what takes it back."""

from datetime import UTC, datetime

import pytest

from orchestration.actions.action import Action
from orchestration.actions.expressions import ExpressionFailed
from orchestration.actions.outcome import asked, happened, reference, undoing
from orchestration.actions.policy import ActionPolicy, Check, Undo
from tests.unit.centre.actions.scene import when

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
RESEND = Action("shop.resend", {"invoice": "I-7"})
CHECK = Check("shop.find_invoice", {"number": when("action.invoice")}, when("found.sent == today"))


def test_how_an_unknown_outcome_is_looked_up() -> None:
    """By a read, whose answer is held against the day."""
    assert asked(CHECK, RESEND) == {"number": "I-7"}
    assert happened(CHECK, RESEND, {"sent": "2026-05-04"}, NOW)
    assert not happened(CHECK, RESEND, {"sent": None}, NOW)
    with pytest.raises(ExpressionFailed):
        happened(CHECK, RESEND, {}, NOW)


def test_what_takes_an_action_back() -> None:
    """Another action, of what this one was and what it answered."""
    undo = Undo("shop.cancel", {"refund": when("result.number"), "invoice": when("action.invoice")})
    policy = ActionPolicy("shop.refund", {"en": "Refund"}, undo=undo, result="number")
    made = undoing(policy, RESEND, {"number": "R-1"})
    assert made == Action("shop.cancel", {"refund": "R-1", "invoice": "I-7"})
    assert undoing(ActionPolicy("shop.resend", {"en": "Copy"}), RESEND, {}) is None


@pytest.mark.parametrize(
    ("result", "expected"), [({"number": "R-1"}, "R-1"), ({"number": 7}, "7"), ({}, ""), (None, "")]
)
def test_what_people_refer_to(result: object, expected: str) -> None:
    """Nothing, where the answer has none."""
    policy = ActionPolicy("shop.refund", {"en": "Refund"}, result="number")
    assert reference(policy, result) == expected
    assert reference(ActionPolicy("shop.refund", {"en": "Refund"}), result) == ""
