"""A specialist uses its model until its budget is used up."""

import pytest

from orchestration.ports.usage import Spent
from orchestration.specialists.budgeting import Limit, reached
from orchestration.specialists.cast import Budget


@pytest.mark.parametrize(
    ("spent", "limit"),
    [
        (Spent(), None),
        (Spent(99, 999), None),
        (Spent(100, 100), Limit.TICKET),
        (Spent(0, 1000), Limit.DAY),
        (Spent(5000, 5000), Limit.TICKET),
    ],
)
def test_what_is_used_up(spent: Spent, limit: Limit | None) -> None:
    """The last token of a budget ends it, on the ticket or for the day."""
    assert reached(Budget(ticket=100, day=1000), spent) is limit


def test_a_budget_of_nothing() -> None:
    """A specialist may be forbidden its model without losing its name."""
    assert reached(Budget(0, 0), Spent()) is Limit.TICKET
