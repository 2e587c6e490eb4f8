"""Which tiers a ticket reaches: each once for a cause, and none because of another."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.cases import filing
from orchestration.errors import DeskError
from orchestration.escalating import verbs
from orchestration.escalating.conditions import fired, touched
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
    Triggered,
)
from orchestration.escalating.trigger_words import Trigger
from orchestration.events import ClockAtRisk, ClockBreached, Escalated, Urgency
from orchestration.events.escalation import BY_HAND
from orchestration.events.sla import ClockEvent, ClockKind
from orchestration.people import SYSTEM
from orchestration.sla import policy as sla
from orchestration.sla.clocks import Stage
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry
from tests.unit.centre.cast import (
    ADA,
    ANNA,
    BEN,
    EVA,
    NOW,
    READER,
    READING,
    SAM,
    XENIA,
    known,
    ticket,
    words,
)

FIRST, RESOLUTION = ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION
GOLD = sla.Tier("gold", tags=frozenset({"vip"}))
HERS = sla.Tier("hers", customers=frozenset({EVA.id}))
SAFETY = Triggered(frozenset({Trigger.SAFETY}))
Deed = Callable[[Ticket], object]


def clock(event: ClockEvent) -> Deed:
    return lambda t: t.record(event, SYSTEM, Audience.INTERNAL, NOW)


def answers(t: Ticket) -> Entry:
    return t.reply_publicly(words("Tomorrow"), ADA, NOW)


def moves(to: Status) -> Deed:
    return lambda t: t.set_status(to, ADA, NOW)


def back_and_forth(t: Ticket) -> Sequence[object]:
    return moves(Status.RESOLVED)(t), moves(Status.OPEN)(t)


@pytest.mark.parametrize(
    ("condition", "happens", "causes"),
    [
        (ManagerWanted(), lambda t: t.receive(words("A manager, please"), NOW), ["manager"]),
        (ManagerWanted(), lambda t: t.add_note(words("A manager, please"), ANNA, NOW), []),
        (ClockReaches(Stage.BREACHED), clock(ClockBreached(FIRST, NOW)), [f"breached:{FIRST}"]),
        (ClockReaches(Stage.BREACHED), clock(ClockAtRisk(FIRST, NOW)), []),
        (ClockReaches(Stage.AT_RISK), clock(ClockAtRisk(FIRST, NOW)), [f"at_risk:{FIRST}"]),
        (
            ClockReaches(Stage.BREACHED, frozenset({RESOLUTION})),
            clock(ClockBreached(FIRST, NOW)),
            [],
        ),
        (NegativeTone(), lambda t: t.receive(words("You lied!"), NOW), ["negative_tone"]),
        (NegativeTone(), lambda t: t.receive(words("Where is it?"), NOW), []),
        (NegativeTone(), lambda t: t.reply_publicly(words("You lied!"), ADA, NOW), []),
        (
            Triggered(frozenset({Trigger.LEGAL, Trigger.PRESS, Trigger.CHURN})),
            lambda t: t.receive(words("I will sue you and go to the press. I smell gas"), NOW),
            ["trigger:legal", "trigger:press"],
        ),
        (SAFETY, lambda t: t.receive(words("My son was injured"), NOW), ["trigger:safety"]),
        (SAFETY, lambda t: t.receive(words("Nobody here, no injury"), NOW), []),
        (SAFETY, lambda t: t.add_note(words("Her son was injured"), ANNA, NOW), []),
        (Answered(2), lambda t: (answers(t), answers(t)), ["answered:2"]),
        (Answered(2), lambda t: (answers(t), back_and_forth(t), answers(t)), []),
        (Reopened(1), back_and_forth, ["reopened:1"]),
        (Reopened(2), back_and_forth, []),
        (HasTag(frozenset({"vip"})), lambda t: filing.tag(t, "vip tea", ANNA, NOW), ["tag:vip"]),
        (HasTag(frozenset({"vip"})), lambda t: filing.tag(t, "tea", ANNA, NOW), []),
        (OfTier((GOLD,)), lambda t: filing.tag(t, "vip", ANNA, NOW), ["tier:gold"]),
        (OfTier((GOLD,)), lambda t: filing.tag(t, "tea", ANNA, NOW), []),
        (OfTier((HERS,)), lambda t: t.receive(words(), NOW), []),
        (
            HasPriority(frozenset({Urgency.HIGH})),
            lambda t: t.take_triage(READING, 2, READER, NOW),
            ["priority:high"],
        ),
        (
            HasPriority(frozenset({Urgency.URGENT})),
            lambda t: filing.set_priority(t, Urgency.URGENT, SYSTEM, NOW),
            [],
        ),
    ],
)
def test_each_condition(condition: Condition, happens: Deed, causes: Sequence[str]) -> None:
    """What leads to a tier, and what does not; the desk's own deeds are among the latter."""
    policy = EscalationPolicy((Tier("second", when=(condition,)),))
    found = ticket(Status.OPEN)
    happens(found)
    fresh = found.recorded
    assert [each.cause for each in fired(policy, found, fresh, fresh)] == causes
    assert touched(policy, found, fresh) or not causes


def test_a_customer_of_a_tier_is_known_when_the_ticket_opens() -> None:
    """Each of the tiers that it is of is a cause of its own."""
    policy = EscalationPolicy((Tier("second", when=(OfTier((GOLD, HERS)),)),))
    found = Ticket.open(1, EVA, words(), NOW, None)
    fresh = found.recorded
    assert [each.cause for each in fired(policy, found, fresh, fresh)] == ["tier:hers"]


def test_only_in_its_queues_and_never_once_it_has_ended() -> None:
    """A parting word of a resolved ticket calls nobody."""
    when = (Answered(1),)
    elsewhere = EscalationPolicy((Tier("a", when=when, queues=frozenset({"billing"})),))
    here = EscalationPolicy((Tier("a", when=when, queues=frozenset({"support"})),))
    found = ticket(Status.OPEN)
    answers(found)
    assert not fired(elsewhere, found, found.recorded, found.recorded)
    assert fired(here, found, found.recorded, found.recorded)
    moves(Status.RESOLVED)(found)
    assert not fired(here, found, found.recorded, found.recorded)


CONDITIONS = st.one_of(
    st.just(ManagerWanted()),
    st.just(NegativeTone()),
    st.just(Triggered(frozenset(Trigger))),
    st.just(OfTier((GOLD, HERS))),
    st.builds(Answered, st.integers(1, 3)),
    st.builds(Reopened, st.integers(1, 2)),
    st.builds(HasTag, st.sets(st.sampled_from(["vip", "tea"]), min_size=1).map(frozenset)),
    st.builds(HasPriority, st.sets(st.sampled_from(Urgency), min_size=1).map(frozenset)),
    st.builds(ClockReaches, st.sampled_from([Stage.AT_RISK, Stage.BREACHED])),
)
TIERS = st.builds(
    Tier,
    st.sampled_from("abc"),
    st.lists(CONDITIONS, max_size=3).map(tuple),
    priority=st.none() | st.sampled_from(Urgency),
    status=st.none() | st.sampled_from([Status.OPEN, Status.WAITING_APPROVAL]),
)
POLICIES = st.lists(TIERS, max_size=3, unique_by=lambda tier: tier.id).map(
    lambda tiers: EscalationPolicy(tuple(tiers))
)
DEEDS: Sequence[Deed] = (
    lambda t: t.receive(words("A manager, please"), NOW),
    lambda t: t.receive(words("You lied to me!"), NOW),
    lambda t: t.receive(words("I will sue you, and cancel my subscription"), NOW),
    lambda t: filing.tag(t, "vip", ANNA, NOW),
    lambda t: filing.tag(t, "-vip tea", ANNA, NOW),
    lambda t: filing.set_priority(t, Urgency.URGENT, ADA, NOW),
    lambda t: filing.set_priority(t, Urgency.LOW, ADA, NOW),
    lambda t: verbs.escalate(t, Escalated("a", BY_HAND), [known(SAM)], ANNA, NOW),
    lambda t: verbs.deescalate(t, "", SAM, NOW),
    answers,
    back_and_forth,
    clock(ClockAtRisk(FIRST, NOW + timedelta(hours=1))),
    clock(ClockBreached(FIRST, NOW)),
    clock(ClockBreached(RESOLUTION, NOW)),
)


@given(POLICIES, st.lists(st.sampled_from(DEEDS), max_size=25))
def test_once_for_a_cause_and_never_because_of_another(
    policy: EscalationPolicy, deeds: Sequence[Deed]
) -> None:
    """Whatever the file says and whatever happens; and what a tier does leads to no tier."""
    found = ticket(Status.OPEN)
    timeline: list[Entry] = []

    def attend() -> Sequence[Entry]:
        """What escalating does to what was recorded last; returns what it records itself."""
        fresh = list(found.recorded)
        found.recorded.clear()
        timeline.extend(fresh)
        for tier, cause, _ in fired(policy, found, fresh, timeline):
            verbs.escalate(found, Escalated(tier.id, cause), [known(XENIA)], SYSTEM, NOW)
            if tier.priority and tier.priority is not found.urgency:
                filing.set_priority(found, tier.priority, SYSTEM, NOW)
            if tier.status is not None and tier.status is not found.status:
                found.set_status(tier.status, SYSTEM, NOW)
        return list(found.recorded)

    for deed in deeds:
        try:
            deed(found)
        except DeskError:
            continue
        did = attend()
        assert not touched(policy, found, did)
        assert not attend()
    marks = [(e.event.tier, e.event.cause) for e in timeline if isinstance(e.event, Escalated)]
    by_rule = [mark for mark in marks if mark[1] != BY_HAND]
    assert len(by_rule) == len(set(by_rule))


def test_nobody_leaves_and_a_mark_is_taken_back_alone() -> None:
    """Whoever answers and whoever works along stay, also when the mark is gone."""
    found = ticket(Status.OPEN, owner=BEN)
    verbs.escalate(found, Escalated("second", "manager"), [known(XENIA), known(BEN)], SYSTEM, NOW)
    (entry,) = found.recorded
    assert isinstance(entry.event, Escalated)
    assert [each.name for each in entry.event.people] == ["Xenia"]
    assert entry.event.told == (XENIA.id, BEN.id)
    assert (found.primary_id, found.escalations) == (BEN.id, ("second",))
    verbs.escalate(found, Escalated("@sam", BY_HAND), [known(SAM)], ANNA, NOW)
    verbs.deescalate(found, "SECOND", SAM, NOW)
    assert (found.primary_id, found.escalations) == (BEN.id, ("@sam",))
    assert found.collaborators == {XENIA.id, SAM.id}


def test_what_cannot_be_escalated_changes_nothing() -> None:
    """Twice to the same tier by hand, what has ended, and a mark that is not there."""
    found = ticket(Status.OPEN)
    verbs.escalate(found, Escalated("second", BY_HAND), [known(SAM)], ANNA, NOW)
    twice = Escalated("second", BY_HAND)
    refused: Sequence[Deed] = (
        lambda t: verbs.escalate(t, twice, [known(ADA)], ANNA, NOW),
        lambda t: verbs.deescalate(t, "third", ANNA, NOW),
        lambda _: verbs.escalate(ticket(Status.CLOSED), twice, [known(ADA)], ANNA, NOW),
        lambda _: verbs.deescalate(ticket(Status.OPEN), "", ANNA, NOW),
    )
    for deed in refused:
        with pytest.raises(DeskError):
            deed(found)
    assert (len(found.recorded), [*found.collaborators]) == (1, [SAM.id])
