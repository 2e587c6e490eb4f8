"""The short form of `make crash`: real desks, killed with SIGKILL while people write."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.crash.judge import Verdict
from benchmarks.crash.matrix import WHILE_PEOPLE_WRITE, at, play, stage, whenever
from bot import crash_points
from bot.crash_points import Countdown, CrashPoint, UnknownCrashPoint
from tests.postgres import postgres_server

INSTANTS = 4
#: A desk starts some twenty times here, and a slow machine may take its time.
pytestmark = pytest.mark.timeout(600)
ON_POSTGRESQL = (
    CrashPoint.INBOX_COMMITTED,
    CrashPoint.USECASE_DECIDED,
    CrashPoint.OUTBOX_SENT,
    CrashPoint.TOPIC_CREATED,
)


@pytest.fixture
def postgres() -> Iterator[str]:
    with postgres_server() as address:
        yield address


async def test_sqlite_loses_nothing_at_any_named_point(tmp_path: Path) -> None:
    """Each point is reached and kills once; then a few random instants."""
    async with stage(f"sqlite:///{tmp_path / 'crash.db'}") as where:
        named = [at(point) for point in WHILE_PEOPLE_WRITE]
        verdict = await play(where, [*named, *[whenever] * INSTANTS])
    _all_arrived(verdict, len(WHILE_PEOPLE_WRITE) + INSTANTS)


async def test_postgresql_loses_nothing(postgres: str) -> None:
    """The same where transactions run side by side, and outlive a killed desk for a moment."""
    async with stage(postgres) as where:
        named = [at(point) for point in ON_POSTGRESQL]
        verdict = await play(where, [*named, *[whenever] * INSTANTS])
    _all_arrived(verdict, len(ON_POSTGRESQL) + INSTANTS)


def test_a_point_strikes_at_its_time_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """`outbox.sent:2` lets other points and the first time pass."""
    struck: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "kill", lambda pid, number: struck.append((pid, number)))
    crash_points.arm("outbox.sent:2")
    try:
        crash_points.reach(CrashPoint.OUTBOX_SENT)
        crash_points.reach(CrashPoint.OUTBOX_SENDING)
        assert struck == []
        crash_points.reach(CrashPoint.OUTBOX_SENT)
        assert struck == [(os.getpid(), signal.SIGKILL)]
    finally:
        crash_points.arm(None)
    crash_points.reach(CrashPoint.OUTBOX_SENT)
    assert len(struck) == 1


@pytest.mark.parametrize("order", ["outbox.lost", "outbox.sent:often", ":3"])
def test_an_unknown_point_is_refused_with_the_known_ones(order: str) -> None:
    with pytest.raises(UnknownCrashPoint, match=r"clock\.committed"):
        Countdown.parse(order)


def _all_arrived(verdict: Verdict, kills: int) -> None:
    """Complete, in order, none twice but for cut answers, and one topic a ticket."""
    assert verdict.wrong == []
    assert verdict.empty_topics == 0
    assert verdict.kills == kills
    assert verdict.from_customers > 0
    assert verdict.from_staff > 0
