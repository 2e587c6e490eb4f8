"""The table of moves, word for word as the desk promises it."""

import pytest

from orchestration.errors.ticket import IllegalTransition
from orchestration.status import ENDED, REOPENED_BY_CUSTOMER, TRANSITIONS, Status
from tests.unit.centre.cast import ADA, LATER, ticket

PROMISED = {
    "new": "open waiting_customer waiting_expert waiting_approval snoozed resolved closed",
    "open": "waiting_customer waiting_expert waiting_approval snoozed resolved closed",
    "waiting_customer": "open waiting_expert waiting_approval snoozed resolved closed",
    "waiting_expert": "open waiting_customer waiting_approval snoozed resolved closed",
    "waiting_approval": "open waiting_customer waiting_expert snoozed resolved closed",
    "snoozed": "open waiting_customer waiting_expert waiting_approval resolved closed",
    "resolved": "open closed",
    "closed": "",
}


def test_the_table_is_the_promised_one() -> None:
    """Every status stands in the table with exactly the moves that were promised."""
    table = {before.value: {after.value for after in to} for before, to in TRANSITIONS.items()}
    assert table == {before: set(to.split()) for before, to in PROMISED.items()}


def test_every_status_has_its_row() -> None:
    """No status is outside the table."""
    assert set(TRANSITIONS) == set(Status)


def test_ended_and_reopened() -> None:
    """Resolved and closed are ends; a customer's message reopens what waited for them."""
    assert set(ENDED) == {"resolved", "closed"}
    assert set(REOPENED_BY_CUSTOMER) == {"waiting_customer", "snoozed", "resolved"}


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", Status)
def test_a_move_by_name(before: Status, after: Status) -> None:
    """A move of the table is made; any other is refused, naming what is possible."""
    moved = ticket(before)
    allowed = PROMISED[before].split()
    if after.value in allowed:
        entry = moved.set_status(after, ADA, LATER)
        assert (moved.status, moved.status_since) == (after, LATER)
        assert entry.move is not None
        assert (entry.move.before, entry.move.after) == (before, after)
        return
    with pytest.raises(IllegalTransition) as refused:
        moved.set_status(after, ADA, LATER)
    assert refused.value.facts == {
        "ticket": 142,
        "before": before,
        "after": after,
        "allowed": tuple(status for status in Status if status in allowed),
    }
    assert moved == ticket(before)
