"""What the desk hears is kept first; trouble on the way is said once and tried again."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import RequestMiddlewareType
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import GetMe
from structlog.testing import capture_logs

from bot.incoming.intake import (
    BATCH,
    CALM_SECONDS,
    CONFLICT_REST_SECONDS,
    POLL_SECONDS,
    Intake,
    Polling,
)
from orchestration.delivery import WarnPrivately
from orchestration.people import Person, Role
from orchestration.ports import UnitOfWork
from orchestration.sentences import StaffSentence
from tests.fakes import FakeStore

MESSAGE = {"chat": {"id": 7, "type": "private"}, "text": "Hello"}
ONE, TWO = {"update_id": 1, "message": MESSAGE}, {"update_id": 2, "message": MESSAGE}
NEVER = GetMe()
CONFLICT = TelegramConflictError(NEVER, "Conflict: terminated by other getUpdates request")
MISSED = (
    "the desk did not hear Telegram for more than a day, and Telegram keeps updates for a day: "
    "messages from before that may be missing"
)


SUE = 11


class Desk:
    """An intake on a store in memory, and a poll whose answers are written down beforehand."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.now = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
        self.at = 1000.0
        self.woken: list[str] = []
        self.rests: list[float] = []
        self.offsets: list[int | None] = []
        self.timeouts: list[int] = []
        self.caught_up: list[int] = []
        self.trouble: list[Exception] = []

    def intake(self) -> Intake:
        return Intake(1, self._begin, lambda: self.now, self.woken.append, lambda: self.at)

    def kept(self) -> list[int]:
        return [update for _, update in self.store.kept.arrived.rows]

    async def polls(self, *answers: object, seconds: float = 0) -> list[str]:
        """Polls until the answers are used up, each taking so long; returns what was said."""
        left = list(answers)

        async def answer(_: object, __: object, method: Any) -> object:
            self.at += seconds
            self.offsets.append(method.offset)
            self.timeouts.append(method.timeout)
            found = left.pop(0) if left else asyncio.CancelledError()
            if isinstance(found, BaseException):
                raise found
            return found

        bot = Bot("1:x")
        bot.session.middleware.register(cast("RequestMiddlewareType", answer))
        polling = Polling(bot, self.intake(), self._catch_up, lambda: self.at, self._rest)
        with capture_logs() as logs, pytest.raises(asyncio.CancelledError):
            await polling.run()
        return [each["event"] for each in logs]

    def _begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        if self.trouble:
            raise self.trouble.pop(0)
        return self.store.begin()

    async def _catch_up(self) -> None:
        self.caught_up.append(len(self.kept()))

    async def _rest(self, seconds: float) -> None:
        self.rests.append(seconds)


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_the_next_poll_confirms_what_was_kept(desk: Desk) -> None:
    """And nothing else: what was not kept is asked for again, and no old offset hides a new id."""
    desk.trouble = [ConnectionError("the database is away")]
    said = await desk.polls([ONE], [ONE, TWO], [])
    assert desk.offsets == [None, None, 3, None]
    assert desk.kept() == [1, 2]
    assert desk.woken == ["private:7"]
    assert said == [
        "updates could not be kept; Telegram will repeat them",
        "Telegram answers again",
    ]


async def test_what_waited_is_kept_before_the_desk_has_caught_up(desk: Desk) -> None:
    """That is so when Telegram hands out less than it could, and it is not kept waiting."""
    many = [{"update_id": number, "message": MESSAGE} for number in range(1, BATCH + 1)]
    await desk.polls(many, [{"update_id": BATCH + 1, "message": MESSAGE}], [])
    assert desk.caught_up == [BATCH + 1]
    assert desk.timeouts == [0, 0, POLL_SECONDS, POLL_SECONDS]


async def test_trouble_is_said_once_and_waited_out(desk: Desk) -> None:
    """Longer each time; once it is over that is said too, and the next trouble is short again."""
    down = [TelegramNetworkError(NEVER, "gone"), ClientDecodeError("no JSON", ValueError(), "<")]
    said = await desk.polls(*down, *down, *down, [], down[0])
    assert said == [
        "Telegram cannot be reached; trying again",
        "Telegram answers again",
        "Telegram cannot be reached; trying again",
    ]
    assert desk.rests == [1, 2, 5, 10, 30, 30, 1]


async def test_telegrams_own_pace_is_kept(desk: Desk) -> None:
    """What it asks for is waited, and is no trouble."""
    assert await desk.polls(TelegramRetryAfter(NEVER, "slow", 7), []) == []
    assert desk.rests == [7]


async def test_a_conflict_is_said_once_however_long_it_lasts(desk: Desk) -> None:
    """Polls that succeed between two conflicts do not count as peace."""
    said = await desk.polls(CONFLICT, [ONE], CONFLICT, [], CONFLICT, [], seconds=CALM_SECONDS / 2)
    assert said == ["another process polls with this bot's token: stop one of the two"]
    assert desk.rests == [CONFLICT_REST_SECONDS] * 3


async def test_peace_is_said_when_it_is_sure(desk: Desk) -> None:
    """A conflict after that is a new one."""
    said = await desk.polls(CONFLICT, [], [], CONFLICT, seconds=CALM_SECONDS / 2)
    assert said == [
        "another process polls with this bot's token: stop one of the two",
        "Telegram answers again",
        "another process polls with this bot's token: stop one of the two",
    ]


def _later(desk: Desk, hours: float) -> None:
    desk.now += timedelta(hours=hours)


def _runs_on(desk: Desk, hours: float) -> None:
    desk.at += hours * 3600
    desk.now += timedelta(hours=hours)


@pytest.mark.parametrize("hours", [0.1, 23.9])
async def test_a_short_absence_is_nobodys_business(desk: Desk, hours: float) -> None:
    """Telegram has kept everything; a desk that is new has missed nothing either."""
    with capture_logs() as logs:
        await desk.intake().keep(())
        _later(desk, hours)
        await desk.intake().keep([ONE])
    assert logs == []


@pytest.mark.parametrize(("passes", "same"), [(_later, False), (_runs_on, True)])
async def test_after_more_than_a_day_something_may_be_missing(
    desk: Desk, passes: Callable[[Desk, float], None], *, same: bool
) -> None:
    """Said once, in private too, whether the desk was down or Telegram out of its reach."""
    async with desk.store.begin() as uow:
        await uow.people.learn(Person(SUE, "Sue", role=Role.SUPERVISOR, reachable=True))
    intake = desk.intake()
    await intake.keep(())
    passes(desk, 25)
    again = intake if same else desk.intake()
    with capture_logs() as logs:
        await again.keep(())
        await again.keep([ONE])
    assert [(each["event"], each["hours"]) for each in logs] == [(MISSED, 25)]
    async with desk.store.begin() as uow:
        told = [each.delivery.body for each in await uow.courier.pending(desk.now)]
    assert told == [WarnPrivately(SUE, StaffSentence.UPDATES_MISSED, {"hours": 25})]


async def test_a_quiet_day_is_no_absence(desk: Desk) -> None:
    """A desk that listens notes that it does, although nobody writes."""
    intake = desk.intake()
    for _ in range(30):
        await intake.keep(())
        _runs_on(desk, 1)
    with capture_logs() as logs:
        await desk.intake().keep([ONE])
    assert logs == []


async def test_a_moved_clock_is_no_absence(desk: Desk) -> None:
    """The demo's clock jumps while the desk listens."""
    intake = desk.intake()
    await intake.keep(())
    _later(desk, 48)
    with capture_logs() as logs:
        await intake.keep([ONE])
    assert logs == []
