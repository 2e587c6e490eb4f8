"""What is due, and what is held, while desks are killed: it is told, and told once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.crash.due import DESK, ON_THE_WAY, play_due
from benchmarks.crash.held import play_held
from benchmarks.crash.matrix import at, stage
from bot.crash_points import CrashPoint
from tests.postgres import postgres_server

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def postgres() -> Iterator[str]:
    with postgres_server() as address:
        yield address


async def test_killed_between_due_and_sent(tmp_path: Path) -> None:
    """Follow-ups, a snooze, a nudge, clocks, an escalation and a shift's digest come once each."""
    async with stage(f"sqlite:///{tmp_path / 'desk.db'}", desk_dir=DESK) as where:
        verdict = await play_due(where, ON_THE_WAY)
    assert verdict.wrong == []
    assert (verdict.kills, verdict.due) == (len(ON_THE_WAY), 9)


async def test_killed_between_due_and_sent_on_postgresql(postgres: str) -> None:
    """The same where transactions run side by side."""
    deaths = (
        at(CrashPoint.CLOCK_DECIDED, 2),
        at(CrashPoint.CLOCK_COMMITTED, 2),
        at(CrashPoint.OUTBOX_CLAIMED),
    )
    async with stage(postgres, desk_dir=DESK) as where:
        verdict = await play_due(where, deaths)
    assert verdict.wrong == []
    assert (verdict.kills, verdict.due, verdict.cut) == (len(deaths), 9, 0)


async def test_a_held_reply_is_sent_once(tmp_path: Path) -> None:
    """Killed while it is held, while its author is asked, and when he has chosen."""
    by_update = (at(CrashPoint.USECASE_DECIDED), at(CrashPoint.USECASE_COMMITTED))
    by_clock = (at(CrashPoint.CLOCK_DECIDED, 2), at(CrashPoint.CLOCK_COMMITTED, 2))
    sending = (at(CrashPoint.OUTBOX_CLAIMED), at(CrashPoint.OUTBOX_SENDING))
    async with stage(f"sqlite:///{tmp_path / 'desk.db'}", desk_dir=DESK) as where:
        verdict = await play_held(where, by_update, by_clock, (*by_update, *sending))
    assert verdict.wrong == []
    assert (verdict.kills, verdict.due, verdict.cut) == (8, 1, 0)
