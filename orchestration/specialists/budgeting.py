"""Whether a specialist may still use its model."""

from enum import StrEnum

from orchestration.ports.usage import Spent
from orchestration.specialists.cast import Budget


class Limit(StrEnum):
    """Which part of a budget is used up."""

    TICKET = "ticket"
    DAY = "day"


def reached(budget: Budget, spent: Spent) -> Limit | None:
    """What keeps it from asking once more; work under way is not cut off."""
    if spent.ticket >= budget.ticket:
        return Limit.TICKET
    if spent.day >= budget.day:
        return Limit.DAY
    return None
