"""Subject, tags, priority and queue: what each verb records, and how it is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.cases import filing
from orchestration.clock.followups import FollowUpKind
from orchestration.content import SUBJECT_LENGTH
from orchestration.desk import DEFAULT_QUEUE, Desk, Queue
from orchestration.errors import DeskError
from orchestration.errors.asking import MissingArgument
from orchestration.errors.filing import BadTag, TooManyTags, UnknownPriority, UnknownQueue
from orchestration.errors.ticket import NotAllowed, TicketClosed, Unchanged
from orchestration.events import PrioritySet, QueueChanged, SubjectChanged, Tagged, Urgency
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience
from tests.unit.centre.cast import ANNA, BEN, EVA, LATER, READER, READING, SAM, ticket
from tests.unit.centre.house import House

BILLING = Queue("billing", "Billing desk")
DESK = Desk(queues={"support": DEFAULT_QUEUE, "billing": BILLING})


def test_a_subject_keeps_what_it_was() -> None:
    """One line, cut like the customer's own words; inside, with who and when."""
    renamed = ticket(Status.OPEN, BEN)
    entry = filing.rename(renamed, "Hats\nfor  Eva", ANNA, LATER)
    assert renamed.subject == "Hats for Eva"
    assert entry.event == SubjectChanged("Where is my order?", "Hats for Eva")
    assert (entry.actor, entry.at, entry.audience) == (ANNA, LATER, Audience.INTERNAL)


def test_tags_are_put_on_and_taken_off_at_once() -> None:
    """They are folded, so that one tag has one spelling."""
    tagged = ticket()
    filing.tag(tagged, "VIP #refund", ANNA, LATER)
    assert tagged.tags == ("vip", "refund")
    entry = filing.tag(tagged, "-refund late-fee vip", ANNA, LATER)
    assert tagged.tags == ("vip", "late_fee")
    assert entry.event == Tagged(("late_fee",), ("refund",))


def test_a_ticket_has_only_so_many_tags() -> None:
    """As many as its card can show."""
    tagged = ticket()
    filing.tag(tagged, " ".join(f"t{n}" for n in range(filing.MAX_TAGS)), ANNA, LATER)
    with pytest.raises(TooManyTags):
        filing.tag(tagged, "more", ANNA, LATER)
    filing.tag(tagged, "more -t0", ANNA, LATER)
    assert tagged.tags[-1] == "more"


def test_triage_does_not_overrule_a_person() -> None:
    """What a person decided stays, also when they decided on less."""
    decided = ticket()
    entry = filing.set_priority(decided, Urgency.LOW, ANNA, LATER)
    assert entry.event == PrioritySet(Urgency.NORMAL, Urgency.LOW)
    decided.take_triage(READING, 2, READER, LATER)
    assert decided.urgency is Urgency.LOW


def test_a_person_may_confirm_what_triage_guessed() -> None:
    """That is a decision too, once."""
    confirmed = ticket()
    filing.set_priority(confirmed, Urgency.NORMAL, ANNA, LATER)
    with pytest.raises(Unchanged):
        filing.set_priority(confirmed, Urgency.NORMAL, ANNA, LATER)


def test_another_team_claims_anew() -> None:
    """Whoever answered before is relieved in the same entry."""
    moved = ticket(Status.OPEN, ANNA)
    entry = filing.move_queue(moved, BILLING, ANNA, LATER)
    assert (moved.queue, moved.primary, moved.status) == ("billing", None, Status.OPEN)
    assert entry.event == QueueChanged("support", "billing", ANNA.id)


async def test_a_moved_ticket_waits_for_a_claim_again() -> None:
    """And if nobody of that team claims it, supervisors hear of it."""
    house = House(DESK)
    number, _ = await house.writes(EVA)
    await house.answers(ANNA, number)
    assert FollowUpKind.UNCLAIMED not in [due.kind for due in await house.scheduled()]
    await house.does(number, lambda uow, t: filing.move(uow, DESK, t, BILLING, ANNA, house.now))
    assert FollowUpKind.UNCLAIMED in [due.kind for due in await house.scheduled()]
    assert (await house.ticket(number)).queue == "billing"


@pytest.mark.parametrize("typed", ["billing", "Billing", " BILLING DESK "])
def test_a_queue_is_named_by_its_id_or_its_team(typed: str) -> None:
    """In whatever case."""
    assert filing.queue_named(DESK, typed) is BILLING


Deed = Callable[[Ticket], object]


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        (lambda t: filing.rename(t, " \n", ANNA, LATER), MissingArgument),
        (lambda t: filing.rename(t, t.subject, ANNA, LATER), Unchanged),
        (lambda t: filing.tag(t, "", ANNA, LATER), MissingArgument),
        (lambda t: filing.tag(t, "-gone", ANNA, LATER), Unchanged),
        (lambda t: filing.tag(t, "a!b", ANNA, LATER), BadTag),
        (lambda t: filing.tag(t, "4711", ANNA, LATER), BadTag),
        (lambda t: filing.tag(t, "x" * 33, ANNA, LATER), BadTag),
        (lambda t: filing.tag(t, "-", ANNA, LATER), BadTag),
        (lambda t: filing.move_queue(t, DEFAULT_QUEUE, ANNA, LATER), Unchanged),
        (lambda t: filing.move_queue(t, BILLING, BEN, LATER), NotAllowed),
        (lambda _: filing.priority_named("flarp"), UnknownPriority),
        (lambda _: filing.queue_named(DESK, "flarp"), UnknownQueue),
    ],
)
def test_what_is_refused_changes_nothing(deed: Deed, refusal: type[DeskError]) -> None:
    """A sentence says what is possible, and the ticket is as before."""
    filed = ticket(Status.OPEN, ANNA)
    before = replace(filed, recorded=[])
    with pytest.raises(refusal):
        deed(filed)
    assert filed == before


@pytest.mark.parametrize(
    "deed",
    [
        lambda t: filing.rename(t, "Hats", SAM, LATER),
        lambda t: filing.tag(t, "vip", SAM, LATER),
        lambda t: filing.set_priority(t, Urgency.LOW, SAM, LATER),
        lambda t: filing.move_queue(t, BILLING, SAM, LATER),
    ],
)
def test_a_closed_ticket_stays_as_it_was_filed(deed: Deed) -> None:
    """It only takes notes."""
    with pytest.raises(TicketClosed):
        deed(ticket(Status.CLOSED))


@given(st.text())
def test_whatever_is_typed_as_tags(typed: str) -> None:
    """Every tag is a hashtag in Telegram, and a subject is one line that fits."""
    filed = ticket()
    for verb in (filing.tag, filing.rename):
        before = replace(filed, recorded=list(filed.recorded))
        try:
            entry = verb(filed, typed, ANNA, LATER)
        except DeskError:
            assert filed == before
        else:
            assert filed.recorded == [*before.recorded, entry]
    assert len(filed.subject) <= SUBJECT_LENGTH
    assert len(filed.subject.splitlines()) == 1
    assert all(tag == tag.casefold() and len(tag) <= 32 for tag in filed.tags)
