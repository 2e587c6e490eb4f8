"""What is to go wrong in the demo's systems, so that crashes and refusals can be played.

A fault is planned for a tool and taken by its next calls. It stands in the systems' own file, so
that it holds for servers that run already.
"""

from enum import StrEnum
from pathlib import Path

from connectors.demo.schema import Records, add, change, find, opened, written


class Fault(StrEnum):
    """What a planned fault does to a call."""

    LOST_ANSWER = "lost_answer"  # a write is kept, and its server ends before it answers
    REFUSE = "refuse"  # a tool error, and nothing is kept
    SLOW = "slow"  # no answer ever, and nothing is kept


def plan(records: Records, tool: str, fault: Fault, times: int) -> None:
    """The next so many calls of `server.tool` go wrong, after what is planned for it already."""
    (last,) = records.execute("SELECT max(id) FROM faults").fetchone()
    add(records, "faults", {"id": (last or 0) + 1, "tool": tool, "kind": fault, "times": times})


def mend(records: Records) -> None:
    """Nothing is planned any more."""
    records.execute("DELETE FROM faults")


def take(file: Path, tool: str) -> Fault | None:
    """What goes wrong with this call of `server.tool`: each planned time counts once."""
    with opened(file, "ro") as records:
        if not _planned(records, tool):
            return None
    with written(file) as records:
        for row in _planned(records, tool):
            change(records, "faults", row["id"], times=int(row["times"] or 0) - 1)
            return Fault(str(row["kind"]))
    return None


def _planned(records: Records, tool: str) -> list[dict[str, str | int | None]]:
    return [row for row in find(records, "faults", tool=tool) if int(row["times"] or 0) > 0]
