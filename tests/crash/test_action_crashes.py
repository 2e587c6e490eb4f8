"""Desks that are killed while they write to business systems: nothing is done twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.crash.acted import SHORT, acting, play_acted
from tests.postgres import postgres_server

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def postgres() -> Iterator[str]:
    with postgres_server() as address:
        yield address


async def test_killed_around_a_write(tmp_path: Path) -> None:
    """With a key it is done once; without one once at most, and people are told."""
    async with acting(f"sqlite:///{tmp_path / 'desk.db'}", tmp_path) as (where, records):
        verdict = await play_acted(where, records, SHORT)
    assert verdict.wrong == []
    assert verdict.kills == len(SHORT)


async def test_killed_around_a_write_on_postgresql(postgres: str, tmp_path: Path) -> None:
    """The same where what a killed desk had begun may outlive it for a moment."""
    async with acting(postgres, tmp_path) as (where, records):
        verdict = await play_acted(where, records, SHORT)
    assert verdict.wrong == []
    assert verdict.kills == len(SHORT)
