"""Where a crash is rehearsed: named instants at which the process kills itself when it is told to.

`TOPICDESK_CRASH_AT=outbox.sent:3` has `topicdesk run` die by SIGKILL at the third time that this
point is reached. Nothing is cleaned up, as in a power cut. Nobody sets it but `make crash` and its
tests; unset, a point costs one comparison.
"""

import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import StrEnum

from orchestration.ports import Begin, UnitOfWork

VARIABLE = "TOPICDESK_CRASH_AT"


class CrashPoint(StrEnum):
    """Every instant before and after a commit, and before and after a call."""

    #: Updates came, and nothing of them is kept.
    INBOX_RECEIVED = "inbox.received"
    #: They are kept, and Telegram has not heard so.
    INBOX_COMMITTED = "inbox.committed"
    #: An update is marked as handled, in a transaction that has done nothing else.
    USECASE_BEGUN = "usecase.begun"
    #: Everything is decided and nothing is committed.
    USECASE_DECIDED = "usecase.decided"
    #: A refusal is about to be committed.
    USECASE_REFUSED = "usecase.refused"
    #: What was decided is committed, and nobody was woken to send it.
    USECASE_COMMITTED = "usecase.committed"
    #: A restarted desk has taken its leases back, and has done nothing else.
    OUTBOX_RECOVERED = "outbox.recovered"
    #: Outcomes are written down and not committed.
    OUTBOX_RECORDING = "outbox.recording"
    #: They are committed.
    OUTBOX_RECORDED = "outbox.recorded"
    #: Leases are taken and not committed.
    OUTBOX_CLAIMING = "outbox.claiming"
    #: Leases are committed, and no call was made.
    OUTBOX_CLAIMED = "outbox.claimed"
    #: Before a call.
    OUTBOX_SENDING = "outbox.sending"
    #: Telegram has answered, and nothing says so: the one instant that may repeat a message.
    OUTBOX_SENT = "outbox.sent"
    #: A topic was opened, and nothing says where.
    TOPIC_CREATED = "topic.created"
    #: Its place is kept, and it is empty.
    TOPIC_PLACED = "topic.placed"
    #: What the clock's turn decided is not committed.
    CLOCK_DECIDED = "clock.decided"
    #: It is committed, and nobody was woken to send it.
    CLOCK_COMMITTED = "clock.committed"
    #: Specialists have a turn to think of, and have read nothing.
    CONSULT_BEGUN = "consult.begun"
    #: Something of it is read, or at the end the turn is to be kept, and nothing is committed.
    CONSULT_DECIDED = "consult.decided"
    #: It is committed, and nobody was woken to send it.
    CONSULT_COMMITTED = "consult.committed"
    #: How far an action comes is decided and not committed.
    ACTION_DECIDED = "action.decided"
    #: It is committed, such as that a system is about to be asked.
    ACTION_COMMITTED = "action.committed"
    #: A system is about to be asked, for a read or a write.
    ACTION_ASKING = "action.asking"
    #: It has answered, and nothing says so.
    ACTION_ANSWERED = "action.answered"


class UnknownCrashPoint(Exception):
    """The variable names no point; the words say which there are."""


class _Armed:
    """What happens at a point. Nothing, unless somebody arms it."""

    strike: Callable[[CrashPoint], None] | None = None


def reach(point: CrashPoint) -> None:
    """The process is here. It ends here if it was told to."""
    if _Armed.strike is not None:
        _Armed.strike(point)


def arm(order: str | None) -> None:
    """Tells this process where to die: `name`, or `name:3` for the third time. None is nowhere.

    Raises `UnknownCrashPoint`.
    """
    _Armed.strike = Countdown.parse(order) if order else None


class Countdown:
    """Kills the process at one point, when it has been reached so many times."""

    def __init__(self, point: CrashPoint, times: int) -> None:
        self._point = point
        self._left = times

    @classmethod
    def parse(cls, order: str) -> "Countdown":
        """Reads `name` or `name:times`; raises `UnknownCrashPoint`."""
        name, _, times = order.partition(":")
        try:
            return cls(CrashPoint(name), int(times or 1))
        except ValueError:
            msg = f"{VARIABLE}={order} is none of {', '.join(CrashPoint)}, with :times or without"
            raise UnknownCrashPoint(msg) from None

    def __call__(self, point: CrashPoint) -> None:
        """Counts, and ends everything at the last."""
        if point is not self._point:
            return
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def watched(begin: Begin, decided: CrashPoint, committed: CrashPoint) -> Begin:
    """Units of work with a crash point on each side of their commit."""

    @asynccontextmanager
    async def watching() -> AsyncIterator[UnitOfWork]:
        async with begin() as uow:
            yield uow
            reach(decided)
        reach(committed)

    return watching
