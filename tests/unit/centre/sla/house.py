"""The house with its clocks going, and calendars to go by."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from orchestration.attending import attended
from orchestration.desk import DEFAULT_QUEUE, Desk, Queue
from orchestration.events import ClockAtRisk, ClockBreached, Urgency
from orchestration.events.sla import ClockKind
from orchestration.ports import UnitOfWork
from orchestration.sla.calendar import DAY, Calendar
from orchestration.sla.clocks import SlaClock
from orchestration.sla.policy import Policy, Target, Tier
from tests.unit.centre.house import House

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
FIRST, NEXT, RESOLUTION = ClockKind.FIRST_RESPONSE, ClockKind.NEXT_RESPONSE, ClockKind.RESOLUTION

MADRID = ZoneInfo("Europe/Madrid")
NEW_YORK = ZoneInfo("America/New_York")
_OFFICE_DAY = ((9 * 60, 14 * 60), (15 * 60, 18 * 60))
OFFICE = Calendar(MADRID, (*(_OFFICE_DAY,) * 5, (), ()), frozenset({date(2026, 12, 8)}))
NIGHTS = Calendar(NEW_YORK, (((0, 8 * 60), (20 * 60, DAY)),) * 7)

TARGETS = (
    Target({FIRST: HOUR}, tiers=frozenset({"vip"})),
    Target({FIRST: 2 * HOUR, NEXT: HOUR}, priorities=frozenset({Urgency.URGENT})),
    Target({RESOLUTION: None}, queues=frozenset({"night"})),
    Target({FIRST: 4 * HOUR, NEXT: 2 * HOUR, RESOLUTION: 16 * HOUR}),
)
POLICY = Policy(
    calendars={"office": OFFICE, "nights": NIGHTS},
    usual="office",
    queues={"night": "nights"},
    tiers=(Tier("vip", frozenset({"vip"}), frozenset({8})),),
    targets=TARGETS,
)
QUEUES: Mapping[str, Queue] = {
    DEFAULT_QUEUE.id: DEFAULT_QUEUE,
    "night": Queue("night", "Night shift"),
}
#: A Friday, 9:00 in Madrid.
FRIDAY = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@dataclass
class ClockHouse(House):
    """A house whose units of work wind clocks, as the running desk's do."""

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        return attended(self.store.begin, self.desk, self.clock)()

    async def clocks(self, number: int = 1) -> dict[ClockKind, SlaClock]:
        async with self.begin() as uow:
            return {clock.kind: clock for clock in await uow.clocks.of(number)}

    async def due(self, number: int = 1) -> dict[ClockKind, datetime]:
        """When each running clock of a ticket runs out."""
        clocks = (await self.clocks(number)).values()
        return {clock.kind: clock.due for clock in clocks if clock.due is not None}

    async def ran_out(self, number: int = 1) -> list[tuple[str, ClockKind, datetime, int]]:
        """What the clocks said: at risk or breached, which, when, and how late."""
        return [
            (entry.event.kind.removeprefix("clock_"), entry.event.clock, entry.at, entry.event.late)
            for entry in await self.entries(number)
            if isinstance(entry.event, ClockAtRisk | ClockBreached)
        ]

    async def until(self, moment: datetime) -> None:
        """Time goes by, and everything on the way happens when it is due."""
        while True:
            following = await self.runs_due()
            if following is None or following > moment:
                self.now = max(self.now, moment)
                await self.runs_due()
                return
            self.now = max(self.now, following)


def clock_house(policy: Policy = POLICY) -> ClockHouse:
    """A desk with these service levels, on a Friday morning."""
    desk = Desk(queues=QUEUES, sla=policy, claim_within=timedelta(days=30))
    return ClockHouse(desk, now=FRIDAY)


def madrid(*wall: int) -> datetime:
    """A moment as the office's wall shows it, in UTC."""
    return datetime(*wall, tzinfo=MADRID).astimezone(UTC)  # type: ignore[misc, arg-type]
