"""Whatever an owner writes, escalating comes to an end: the whole desk under arbitrary tiers."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from orchestration.cases import filing
from orchestration.errors import DeskError
from orchestration.escalating import attending
from orchestration.escalating.conditions import Firing
from orchestration.escalating.policy import (
    Answered,
    ClockReaches,
    Condition,
    EscalationPolicy,
    HasPriority,
    HasTag,
    ManagerWanted,
    NegativeTone,
    OfTier,
    Reopened,
    Tier,
    Undecided,
)
from orchestration.events import Escalated, Urgency
from orchestration.events.escalation import BY_HAND
from orchestration.events.sla import ClockKind
from orchestration.ports import UnitOfWork
from orchestration.sla import policy as sla
from orchestration.sla.clocks import Stage
from orchestration.status import Status
from orchestration.ticket import Ticket
from tests.unit.centre.cast import ANNA, BEN, EVA, SAM, XENIA
from tests.unit.centre.sla.house import HOUR, POLICY, ClockHouse, clock_house

TAGS, LEVELS = ("vip", "tea"), (POLICY.tiers[0], sla.Tier("hers", customers=frozenset({EVA.id})))
CONDITIONS = st.one_of(
    st.just(ManagerWanted()),
    st.just(NegativeTone()),
    st.builds(Answered, st.integers(1, 3)),
    st.builds(Reopened, st.integers(1, 2)),
    st.builds(HasTag, st.just(frozenset(TAGS))),
    st.builds(HasPriority, st.just(frozenset(Urgency))),
    st.builds(OfTier, st.just(LEVELS)),
    st.builds(ClockReaches, st.sampled_from([Stage.AT_RISK, Stage.BREACHED])),
    st.builds(Undecided, st.sampled_from([HOUR, 4 * HOUR])),
)
NAMES = st.lists(st.sampled_from(["sam", "xenia", "supervisors", "oncall"]), max_size=2).map(tuple)
TIERS = st.builds(
    Tier,
    st.sampled_from("abcd"),
    st.lists(CONDITIONS, max_size=4).map(tuple),
    st.sampled_from([frozenset(), frozenset({"support"}), frozenset({"night"})]),
    add=NAMES,
    notify=NAMES,
    priority=st.none() | st.sampled_from(Urgency),
    queue=st.sampled_from([None, "support", "night"]),
    status=st.sampled_from(
        [None, Status.OPEN, Status.WAITING_EXPERT, Status.WAITING_APPROVAL, Status.WAITING_APPROVAL]
    ),
    reassign_after=st.sampled_from([None, HOUR]),
)
POLICIES = st.lists(TIERS, min_size=1, max_size=4, unique_by=lambda tier: tier.id).map(
    lambda tiers: EscalationPolicy(tuple(tiers))
)


def on_ticket(verb: Callable[[ClockHouse, Ticket], object]) -> "Deed":
    async def deed(house: ClockHouse) -> None:
        async def work(uow: UnitOfWork, ticket: Ticket) -> None:
            verb(house, ticket)
            await filing.keep(uow, ticket)

        await house.does(1, work)

    return deed


async def by_hand(house: ClockHouse) -> None:
    firing = Firing(house.desk.escalation.tiers[0], BY_HAND, "please")
    await house.does(
        1, lambda uow, t: attending.escalate(uow, house.desk, t, firing, ANNA, house.now)
    )


async def back(house: ClockHouse) -> None:
    await house.does(1, lambda uow, t: attending.deescalate(uow, t, "", SAM, house.now))


Deed = Callable[[ClockHouse], Awaitable[object]]
DEEDS: Sequence[Deed] = (
    lambda house: house.writes(EVA, "A manager, please"),
    lambda house: house.writes(EVA, "You lied to me!"),
    lambda house: house.answers(BEN, 1),
    lambda house: house.moves(1, Status.WAITING_APPROVAL, SAM),
    lambda house: house.moves(1, Status.OPEN, SAM),
    lambda house: house.moves(1, Status.RESOLVED, SAM),
    on_ticket(lambda house, t: filing.tag(t, "vip tea", ANNA, house.now)),
    on_ticket(lambda house, t: filing.tag(t, "-vip", ANNA, house.now)),
    on_ticket(lambda house, t: filing.set_priority(t, Urgency.URGENT, SAM, house.now)),
    by_hand,
    back,
    lambda house: house.until(house.now + 5 * HOUR),
)


def most(policy: EscalationPolicy) -> int:
    """How often such tiers can be reached between two deeds: as often as their conditions can."""

    def causes(condition: Condition) -> int:
        match condition:
            case ClockReaches():
                return len(ClockKind)
            case HasTag(tags):
                return len(tags)
            case HasPriority(priorities):
                return len(priorities)
            case OfTier(tiers):
                return len(tiers)
            case _:
                return 1

    return sum(causes(condition) for tier in policy.tiers for condition in tier.when)


async def by_rule(house: ClockHouse) -> list[tuple[str, str]]:
    events = [entry.event for entry in await house.entries(1)]
    marks = [(each.tier, each.cause) for each in events if isinstance(each, Escalated)]
    return [mark for mark in marks if mark[1] != BY_HAND]


async def live(policy: EscalationPolicy, deeds: Sequence[Deed]) -> None:
    house = clock_house()
    house.desk = replace(house.desk, escalation=policy)
    await house.meets(ANNA, BEN, XENIA, SAM)
    await house.writes(EVA)
    count = 0
    for deed in deeds:
        with contextlib.suppress(DeskError):
            await deed(house)
        marks = await by_rule(house)
        assert len(marks) == len(set(marks))
        assert len(marks) - count <= most(policy)
        count = len(marks)
    await house.until(house.now + timedelta(days=5))
    marks = await by_rule(house)
    assert len(marks) == len(set(marks)) <= count + most(policy)
    await house.until(house.now + timedelta(days=2))
    assert await by_rule(house) == marks


#: Two tiers that send a ticket away and back, and one that starts them.
ANSWERING = EscalationPolicy(
    (
        Tier("a", (ManagerWanted(),), status=Status.WAITING_APPROVAL),
        Tier("b", (Undecided(HOUR),), status=Status.OPEN),
        Tier("c", (Undecided(HOUR),), status=Status.WAITING_APPROVAL),
    )
)


@given(POLICIES, st.lists(st.sampled_from(DEEDS), max_size=8))
@example(ANSWERING, DEEDS[:1])
@settings(max_examples=60)
def test_escalating_ends(policy: EscalationPolicy, deeds: Sequence[Deed]) -> None:
    """No cause leads to its tier twice, and no unit of work, or time alone, goes on escalating.

    Every condition and every effect may stand in any tier, also those that answer each other.
    """
    asyncio.run(live(policy, deeds))
