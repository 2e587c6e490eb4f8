"""A follow-up that people set for themselves and each other: what, for whom, when, how often.

What the desk itself has due on a ticket is a `FollowUp`, one of a kind (decision 2); of these there
may be many.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reminder:
    """One follow-up, in a ticket's topic or, without a `ticket`, in private.

    `by` set it. It is for `person`, or for whoever the name `whom`, such as that of a queue, means
    by then; `whom` is also what the person is called. It is due at `due_at` and, where there is a
    `rule` (`orchestration.times.series`), again and again on the clocks of `zone`. `said` is how
    the time was typed. One that is `unless_written` ends when the customer writes. One
    `with_conversation` brings what was said on the ticket along, as a file.
    """

    id: int
    due_at: datetime
    zone: str
    words: str
    by: int
    by_name: str
    whom: str
    person: int | None = None
    ticket: int | None = None
    said: str = ""
    rule: str | None = None
    unless_written: bool = False
    with_conversation: bool = False
