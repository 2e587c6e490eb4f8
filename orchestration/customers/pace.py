"""How fast a customer writes, and when that is too fast to show each message by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestration.desk import Flood

#: What a flood brings within this time is shown together: four operations a minute, whatever comes.
GATHER = timedelta(seconds=15)
#: The card tells of a flood from this message over the limit on: by then gathering has saved the
#: two operations that the card's edits cost, there and back.
TOLD_ON_CARD = 3
#: More moments than these tell nothing more.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Pace:
    """When a customer wrote lately.

    `moments` lie within the desk's span, oldest first. What they write is shown together with the
    rest at `gathers_until`, where that is set; `flood_until` is when a flood is over if nothing
    more comes. `told` is whether they were told of it since they last rested for a whole span.
    """

    customer: int
    moments: tuple[datetime, ...] = ()
    gathers_until: datetime | None = None
    flood_until: datetime | None = None
    told: bool = False

    def wrote(self, at: datetime, limit: Flood) -> "Pace":
        """The pace after one more message."""
        lately = tuple(moment for moment in self.moments if moment > at - limit.within)
        moments = (*lately, at)[-MOST:]
        floods = len(moments) > limit.messages
        gathers = self.gathers_until
        if gathers is not None and gathers <= at:
            gathers = None
        if floods and gathers is None:
            gathers = at + GATHER
        until = at + limit.within if floods else self.flood_until
        return Pace(self.customer, moments, gathers, until, self.told and bool(lately))

    def floods(self, at: datetime) -> bool:
        """Whether more than the limit came within the span before `at`, as far as is known."""
        return self.flood_until is not None and at < self.flood_until
