"""An office in Madrid, in March 2027: its wall clock, and how a story sets it."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.stories.conftest import Cast
from tests.stories.people import Someone, Topic

MADRID = ZoneInfo("Europe/Madrid")


def madrid(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2027: Good Friday is the 26th, and the clocks change on the 28th."""
    return datetime(2027, 3, day, hour, minute, tzinfo=MADRID)


def begin_at(folder: Path, start: datetime) -> None:
    """The next desk of that folder begins at `start`."""
    offset = (start - datetime.now(UTC)).total_seconds()
    (folder / "clock.json").write_text(json.dumps({"offset_s": offset}))


@dataclass
class Office:
    """The desk of a story, and its wall clock."""

    cast: Cast
    folder: Path

    async def until(self, moment: datetime) -> None:
        """Time passes up to that moment and a second more."""
        kept = json.loads((self.folder / "clock.json").read_text())
        now = datetime.now(UTC) + timedelta(seconds=kept["offset_s"])
        await self.cast.telegram.time_passes(seconds=(moment - now).total_seconds() + 1)

    async def opens(
        self, by: Someone | None = None, words: str = "Where is my order 4711?", number: int = 1
    ) -> Topic:
        """A customer, Ana if nobody is named, opens the ticket of that number."""
        await (by or self.cast.ana).writes(words)
        topic = await self.cast.topic(f"#{number}")
        await topic.pinned_card()
        return topic
