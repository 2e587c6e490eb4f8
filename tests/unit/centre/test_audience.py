"""Who is told of what, as one table: every event, in every scope, whatever was said of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import product

import pytest

from orchestration.answering import holding
from orchestration.cases import filing
from orchestration.clock import snoozing
from orchestration.desk import Desk, Queue
from orchestration.ending import lapsing
from orchestration.ending.wrapping_up import withdraw_question
from orchestration.escalating import verbs
from orchestration.events import Escalated, Obstacle, ReplyHeld
from orchestration.events.sla import ClockAtRisk, ClockBreached, ClockEvent, ClockKind
from orchestration.events.team import Part
from orchestration.people import SYSTEM, Staff
from orchestration.status import Status
from orchestration.team import teamwork
from orchestration.team.mentions import Roster
from orchestration.team.relief import relieve
from orchestration.telling.audience import Audience
from orchestration.telling.notice import EVERYWHERE, MANNERS, Cause, Interest, Rule
from orchestration.ticket import Ticket
from orchestration.timeline import Audience as SeenBy
from orchestration.timeline import Entry
from tests.unit.centre.cast import ADA, ANNA, BEN, LATER, NOW, SAM, XENIA, known, ticket, words

STAFF = [known(each, each.name.lower()) for each in (ANNA, BEN, SAM, ADA, XENIA)]
DESK = Desk({name: Queue(name, name) for name in ("support", "billing")})
#: The scopes of the ticket, from the widest to the narrowest, and some that it is not in.
WITHIN = (EVERYWHERE, "support", "#vip", "#142")
OUTSIDE = ("billing", "#spam", "#7")


@dataclass(frozen=True)
class Told:
    """What happens, why Ben might hear of it, and whether it needs him.

    Who follows it in other scopes than `arrives` has heard of the ticket before.
    """

    happens: Callable[[Ticket], Entry]
    cause: Cause
    needs_ben: bool
    owner: Staff | None = None
    arrives: tuple[str, ...] = WITHIN
    before: Callable[[Ticket], object] = field(default=lambda _: None)


def suggested(ticket: Ticket, by: Staff) -> Entry:
    """An answer that `by` leaves to whoever answers."""
    held = holding.hold(ticket, ReplyHeld(words(), Obstacle.OFFERED), by, NOW)
    return holding.suggest(ticket, held, by, NOW)


def withdrawn(ticket: Ticket) -> Entry:
    """The question that was open is not, any more."""
    withdraw_question(ticket, NOW, ANNA)
    return ticket.recorded[-1]


EVENTS: Mapping[str, Told] = {
    "a ticket opens": Told(
        lambda t: Ticket.open(t.id, t.customer, words(), NOW, None).recorded[0],
        Cause.NEW_TICKET,
        needs_ben=False,
    ),
    "a ticket comes into a queue": Told(
        lambda t: filing.move_queue(t, DESK.queue("support"), ANNA, NOW),
        Cause.NEW_TICKET,
        needs_ben=False,
        arrives=("support",),
        before=lambda t: filing.move_queue(t, DESK.queue("billing"), ANNA, NOW),
    ),
    "a ticket gets a tag": Told(
        lambda t: filing.tag(t, "vip", ANNA, NOW),
        Cause.NEW_TICKET,
        needs_ben=False,
        arrives=("#vip",),
        before=lambda t: filing.tag(t, "-vip", ANNA, NOW),
    ),
    "his customer writes": Told(
        lambda t: t.receive(words(), NOW), Cause.CUSTOMER_WROTE, needs_ben=True, owner=BEN
    ),
    "another's customer writes": Told(
        lambda t: t.receive(words(), NOW), Cause.CUSTOMER_WROTE, needs_ben=False, owner=ANNA
    ),
    "a note names him": Told(
        lambda t: t.add_note(words("@ben?"), ANNA, NOW), Cause.MENTIONED, needs_ben=True
    ),
    "a note names another": Told(
        lambda t: t.add_note(words("@anna?"), SAM, NOW), Cause.MENTIONED, needs_ben=False
    ),
    "he gets it": Told(lambda t: t.assign(known(BEN), ANNA, NOW), Cause.ASSIGNED, needs_ben=True),
    "another gets it": Told(
        lambda t: t.assign(known(SAM), ANNA, NOW), Cause.ASSIGNED, needs_ben=False
    ),
    "it is handed over to him": Told(
        lambda t: teamwork.hand_over(t, known(BEN), words("Look."), SAM, NOW),
        Cause.HANDED_OVER,
        needs_ben=True,
        owner=ANNA,
    ),
    "he is relieved by a handover": Told(
        lambda t: teamwork.hand_over(t, known(ANNA), words("Look."), SAM, NOW),
        Cause.RELIEVED,
        needs_ben=True,
        owner=BEN,
    ),
    "he is relieved by a claim": Told(
        lambda t: t.claim(SAM, NOW), Cause.RELIEVED, needs_ben=True, owner=BEN
    ),
    "he is relieved as another gets it": Told(
        lambda t: t.assign(known(ANNA), SAM, NOW), Cause.RELIEVED, needs_ben=True, owner=BEN
    ),
    "it is taken from him": Told(
        lambda t: t.release(SAM, NOW), Cause.RELIEVED, needs_ben=True, owner=BEN
    ),
    "the desk relieves him": Told(
        lambda t: relieve(t, NOW), Cause.RELIEVED, needs_ben=True, owner=BEN
    ),
    "the question to him is withdrawn": Told(
        withdrawn,
        Cause.WITHDRAWN,
        needs_ben=True,
        before=lambda t: teamwork.consult(t, known(BEN), words("VAT?"), ANNA, NOW),
    ),
    "a colleague suggests an answer": Told(
        lambda t: suggested(t, XENIA), Cause.SUGGESTED, needs_ben=True, owner=BEN
    ),
    "his suggestion is declined": Told(
        lambda t: holding.decline(t, suggested(t, BEN), ANNA, NOW),
        Cause.SUGGESTION_DECLINED,
        needs_ben=True,
        owner=ANNA,
    ),
    "he is asked": Told(
        lambda t: teamwork.consult(t, known(BEN), words("VAT?"), ANNA, NOW),
        Cause.CONSULTED,
        needs_ben=True,
    ),
    "another is asked": Told(
        lambda t: teamwork.consult(t, known(XENIA), words("VAT?"), ANNA, NOW),
        Cause.CONSULTED,
        needs_ben=False,
    ),
    "whom he asked answers": Told(
        lambda t: t.add_note(words("19 %"), XENIA, NOW),
        Cause.EXPERT_ANSWERED,
        needs_ben=True,
        before=lambda t: teamwork.consult(t, known(XENIA), words("VAT?"), BEN, NOW),
    ),
    "whom he asked leaves": Told(
        lambda t: teamwork.lose(t, known(XENIA), NOW),
        Cause.EXPERT_LEFT,
        needs_ben=True,
        before=lambda t: teamwork.consult(t, known(XENIA), words("VAT?"), BEN, NOW),
    ),
    "he is brought in": Told(
        lambda t: teamwork.invite(t, [known(BEN)], ANNA, NOW), Cause.INVITED, needs_ben=True
    ),
    "it is escalated to him": Told(
        lambda t: verbs.escalate(t, Escalated("second", "manager"), [known(BEN)], SYSTEM, NOW),
        Cause.ESCALATED,
        needs_ben=True,
    ),
    "he is told that it is escalated": Told(
        lambda t: verbs.escalate(t, Escalated("second", "manager", told=(BEN.id,)), [], SAM, NOW),
        Cause.ESCALATED,
        needs_ben=True,
        owner=BEN,
    ),
    "his ticket is decided": Told(
        lambda t: teamwork.decide(t, words("Refund."), SAM, NOW),
        Cause.DECIDED,
        needs_ben=True,
        owner=BEN,
    ),
    "a ticket he works on is decided": Told(
        lambda t: teamwork.decide(t, words("Refund."), SAM, NOW),
        Cause.DECIDED,
        needs_ben=True,
        before=lambda t: teamwork.join(t, Part.COLLABORATOR, BEN, NOW),
    ),
    "what he watches is resolved": Told(
        lambda t: t.set_status(Status.RESOLVED, SAM, NOW),
        Cause.STATUS_REACHED,
        needs_ben=True,
        before=lambda t: teamwork.join(t, Part.WATCHER, BEN, NOW),
    ),
    "what he watches goes to sleep": Told(
        lambda t: snoozing.put_to_sleep(t, LATER, SAM, NOW),
        Cause.STATUS_REACHED,
        needs_ben=True,
        before=lambda t: teamwork.join(t, Part.WATCHER, BEN, NOW),
    ),
    "what he watches ends by itself": Told(
        lambda t: lapsing.lapse(t, Status.RESOLVED, NOW),
        Cause.STATUS_REACHED,
        needs_ben=True,
        before=lambda t: teamwork.join(t, Part.WATCHER, BEN, NOW),
    ),
    "what he does not watch is resolved": Told(
        lambda t: t.set_status(Status.RESOLVED, SAM, NOW), Cause.STATUS_REACHED, needs_ben=False
    ),
    "an approval is wanted": Told(
        lambda t: t.set_status(Status.WAITING_APPROVAL, SAM, NOW),
        Cause.APPROVAL_WANTED,
        needs_ben=False,
    ),
    "a deadline of his is near": Told(
        lambda t: by_the_clock(t, ClockAtRisk(ClockKind.RESOLUTION, NOW)),
        Cause.SLA_AT_RISK,
        needs_ben=True,
        owner=BEN,
    ),
    "a deadline of another is near": Told(
        lambda t: by_the_clock(t, ClockAtRisk(ClockKind.RESOLUTION, NOW)),
        Cause.SLA_AT_RISK,
        needs_ben=False,
        owner=ANNA,
    ),
    "a deadline of his has passed": Told(
        lambda t: by_the_clock(t, ClockBreached(ClockKind.RESOLUTION, NOW)),
        Cause.SLA_BREACHED,
        needs_ben=True,
        owner=BEN,
    ),
    "a deadline of nobody has passed": Told(
        lambda t: by_the_clock(t, ClockBreached(ClockKind.RESOLUTION, NOW)),
        Cause.SLA_BREACHED,
        needs_ben=False,
    ),
}


def by_the_clock(found: Ticket, event: ClockEvent) -> Entry:
    """What a clock of the ticket says."""
    return found.record(event, SYSTEM, SeenBy.INTERNAL, NOW)


def happened(told: Told) -> tuple[Ticket, Entry]:
    """Ticket 142 of the queue support with the tag vip, after that."""
    found = ticket(Status.OPEN, told.owner)
    filing.tag(found, "vip", ANNA, NOW)
    told.before(found)
    return found, told.happens(found)


def causes(found: Ticket, entry: Entry, *rules: Rule) -> dict[str, Cause]:
    """Who is told, by name, and why."""
    audience = Audience(DESK, found, Roster(STAFF), rules)
    return {each.person.name: each.cause for each in audience.concerned(entry)}


@pytest.mark.parametrize(
    ("event", "scope", "wish"),
    [*product(EVENTS, (*WITHIN, *OUTSIDE), (True, False)), *((each, "", None) for each in EVENTS)],
)
def test_everybody_hears_of_what_needs_them_and_of_what_they_chose(
    event: str,
    scope: str,
    wish: bool | None,  # noqa: FBT001
) -> None:
    """Told or not, for each event, wherever he said yes, no or nothing of it."""
    told = EVENTS[event]
    found, entry = happened(told)
    manner = MANNERS[told.cause]
    said = [Rule(BEN.id, manner.interest, wish, scope)] if wish is not None else []
    expected = told.needs_ben
    if said and scope in WITHIN:
        follows = wish and not manner.personal and scope in told.arrives
        expected = bool(wish and (told.needs_ben or follows))
    assert causes(found, entry, *said).get("Ben") == (told.cause if expected else None)


@pytest.mark.parametrize("event", EVENTS)
def test_a_word_about_something_else_changes_nothing(event: str) -> None:
    """Whoever mutes all but that is told as ever."""
    told = EVENTS[event]
    found, entry = happened(told)
    others = [each for each in Interest if each is not MANNERS[told.cause].interest]
    rules = [Rule(BEN.id, each, wanted=False) for each in others]
    assert causes(found, entry, *rules).get("Ben") == (told.cause if told.needs_ben else None)


@pytest.mark.parametrize(
    ("wide", "narrow", "wanted"),
    [
        (wide, narrow, wanted)
        for place, wide in enumerate(WITHIN)
        for narrow in WITHIN[place + 1 :]
        for wanted in (True, False)
    ],
)
def test_the_narrower_word_decides(wide: str, narrow: str, wanted: bool) -> None:  # noqa: FBT001
    """A ticket before a tag, that before a queue, and that before everything."""
    found, entry = happened(EVENTS["another's customer writes"])
    rules = [
        Rule(BEN.id, Interest.CUSTOMER, wanted, narrow),
        Rule(BEN.id, Interest.CUSTOMER, not wanted, wide),
    ]
    assert ("Ben" in causes(found, entry, *rules)) is wanted


def test_between_two_tags_silence_decides() -> None:
    """Whoever muted one does not want to hear of it because of the other."""
    found, entry = happened(EVENTS["another's customer writes"])
    filing.tag(found, "spam", ANNA, NOW)
    loud = Rule(BEN.id, Interest.CUSTOMER, wanted=True, scope="#vip")
    silent = Rule(BEN.id, Interest.CUSTOMER, wanted=False, scope="#spam")
    assert causes(found, entry, loud) == {"Anna": Cause.CUSTOMER_WROTE, "Ben": Cause.CUSTOMER_WROTE}
    assert "Ben" not in causes(found, entry, loud, silent)
    assert "Ben" not in causes(found, entry, silent, loud)


@pytest.mark.parametrize("reached", [Status.RESOLVED, Status.SNOOZED, Status.CLOSED])
@pytest.mark.parametrize("wish", [True, False])
def test_a_status_of_ones_choice(reached: Status, wish: bool) -> None:  # noqa: FBT001
    """A word about one status goes before one about all of them, in the same scope."""
    found = ticket(Status.OPEN)
    entry = found.set_status(reached, SAM, NOW)
    one = Rule(BEN.id, Interest.STATUS, wish, status=Status.RESOLVED)
    every = Rule(BEN.id, Interest.STATUS, not wish)
    hit = reached is Status.RESOLVED
    assert ("Ben" in causes(found, entry, one)) is (hit and wish)
    assert ("Ben" in causes(found, entry, one, every)) is (wish if hit else not wish)


@pytest.mark.parametrize("owner", [ANNA, SAM, None])
def test_who_answers_for_a_deadline(owner: Staff | None) -> None:
    """What is near is for one; what nobody has, or what has passed, is for supervisors."""
    found = ticket(Status.OPEN, owner)
    near = by_the_clock(found, ClockAtRisk(ClockKind.RESOLUTION, NOW))
    passed = by_the_clock(found, ClockBreached(ClockKind.RESOLUTION, NOW))
    supervise = {"Sam", "Ada"}
    assert causes(found, near).keys() == ({owner.name} if owner else supervise)
    assert causes(found, passed).keys() == supervise | ({owner.name} if owner else set())


@pytest.mark.parametrize("event", EVENTS)
def test_nobody_is_told_of_their_own_deeds(event: str) -> None:
    """Whatever they want to hear."""
    found, entry = happened(EVENTS[event])
    rules = [Rule(each.id, what, wanted=True) for each in STAFF for what in Interest]
    told = causes(found, entry, *rules)
    assert getattr(entry.actor, "name", SYSTEM.kind) not in told


def test_supervisors_hear_that_an_approval_is_wanted() -> None:
    """They decide, so it needs them; who asked is not told."""
    found = ticket(Status.OPEN)
    entry = found.set_status(Status.WAITING_APPROVAL, ANNA, NOW)
    audience = Audience(DESK, found, Roster(STAFF), ())
    told = [(each.person.name, each.cause, each.needed) for each in audience.concerned(entry)]
    assert sorted(told) == [(name, Cause.APPROVAL_WANTED, True) for name in ("Ada", "Sam")]


def test_each_cause_happens_here() -> None:
    """Whoever adds a cause adds it to the table; a look is for supervisors, and tested with it."""
    here = {told.cause for told in EVENTS.values()} | {Cause.LOOK_WANTED}
    assert here == {*Cause} == MANNERS.keys()
    assert {manner.interest for manner in MANNERS.values()} == {*Interest}
