"""Desks that are killed while specialists think: the turn is thought again, and kept once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.crash.consulted import DEATHS, DESK, play_consulted
from benchmarks.crash.matrix import stage
from tests.postgres import postgres_server

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def postgres() -> Iterator[str]:
    with postgres_server() as address:
        yield address


async def test_killed_while_specialists_think(tmp_path: Path) -> None:
    """At each step from the lease to the note: one turn in the timeline, one note in the topic."""
    async with stage(f"sqlite:///{tmp_path / 'desk.db'}", desk_dir=DESK) as where:
        verdict = await play_consulted(where)
    assert verdict.wrong == []
    assert verdict.kills == len(DEATHS)


async def test_killed_while_specialists_think_on_postgresql(postgres: str) -> None:
    """The same where what a killed desk had begun may outlive it for a moment."""
    async with stage(postgres, desk_dir=DESK) as where:
        verdict = await play_consulted(where)
    assert verdict.wrong == []
    assert verdict.kills == len(DEATHS)
