"""More at once than the group takes: nothing is refused, dropped or out of order."""

from pathlib import Path

from benchmarks.flood import flood


async def test_a_small_flood(tmp_path: Path) -> None:
    """Telegram's limits and the desk's budget are on; what waits merges, and so fits a minute."""
    found = await flood(tmp_path, tickets=2, notes=10, pause=0)
    assert found.refused == 0
    assert (found.disorder, found.missing, found.repeated) == ([], [], [])
    assert found.merged > 0
    assert found.opening == [3, 3]
