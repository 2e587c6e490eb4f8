"""What a customer's verbs do to a ticket."""

import pytest

from orchestration.content import Content, ContentKind, subject_of
from orchestration.errors.ticket import IllegalTransition, TicketClosed
from orchestration.events import CustomerWrote, Opened, PeopleCalled, StatusSet, Urgency
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef, Move
from tests.unit.centre.cast import EVA, LATER, NOW, READER, READING, ticket, words


def test_a_ticket_opens_new_and_free() -> None:
    """A new ticket is new, unowned, and its first entry says how it began."""
    opened = Ticket.open(142, EVA, words("A vase"), NOW, 99)
    assert (opened.status, opened.primary, opened.version) == (Status.NEW, None, 1)
    assert (opened.subject, opened.previous, opened.created_at) == ("A vase", 99, NOW)
    assert (opened.urgency, opened.autonomy, opened.people_called) == (Urgency.NORMAL, True, False)
    event = Opened("A vase", 99)
    assert opened.recorded == [Entry(142, 1, NOW, EVA, Audience.INTERNAL, event)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("new", "new"),
        ("open", "open"),
        ("waiting_customer", "open"),
        ("waiting_expert", "waiting_expert"),
        ("waiting_approval", "waiting_approval"),
        ("snoozed", "open"),
        ("resolved", "open"),
    ],
)
@pytest.mark.parametrize("verb", ["receive", "call_people"])
def test_a_customer_wakes_what_waits_for_them(before: str, after: str, verb: str) -> None:
    """Words, and asking for people, open what waited for the customer and leave the rest."""
    woken = ticket(Status(before))
    entry = woken.receive(words(), LATER) if verb == "receive" else woken.call_people(LATER)
    assert woken.status == after
    assert entry.move == (None if before == after else Move(Status(before), Status(after)))
    assert woken.status_since == (NOW if before == after else LATER)
    assert entry.actor == EVA


def test_words_are_public() -> None:
    """What the customer wrote is kept as theirs, for both sides to see."""
    entry = ticket().receive(words("Hello"), LATER)
    assert (entry.event, entry.audience) == (CustomerWrote(Content("Hello")), Audience.PUBLIC)
    assert entry.ref == EntryRef(142, entry.seq)


def test_asking_for_people_raises_urgency_and_ends_autonomy() -> None:
    """A person is wanted: high at least, and no specialist speaks publicly."""
    called = ticket()
    entry = called.call_people(LATER)
    assert (called.urgency, called.autonomy, called.people_called) == (Urgency.HIGH, False, True)
    assert (entry.event, entry.audience) == (PeopleCalled(), Audience.INTERNAL)


def test_asking_for_people_keeps_what_is_more_urgent() -> None:
    """Urgent stays urgent."""
    called = ticket()
    called.take_triage(READING.__class__("x", Urgency.URGENT, None), 2, READER, NOW)
    called.call_people(LATER)
    assert called.urgency is Urgency.URGENT


@pytest.mark.parametrize("verb", ["receive", "call_people"])
def test_a_closed_ticket_takes_no_more_from_its_customer(verb: str) -> None:
    """A closed ticket refuses and is as before."""
    closed = ticket(Status.CLOSED)
    with pytest.raises(TicketClosed) as refused:
        closed.receive(words(), LATER) if verb == "receive" else closed.call_people(LATER)
    assert refused.value.facts == {"ticket": 142}
    assert closed == ticket(Status.CLOSED)


def test_a_customers_close_resolves() -> None:
    """The customer needs no more: resolved, by the customer."""
    settled = ticket(Status.OPEN)
    entry = settled.settle_by_customer(LATER)
    assert (settled.status, entry.actor, entry.event) == (Status.RESOLVED, EVA, StatusSet())


@pytest.mark.parametrize("ended", [Status.RESOLVED, Status.CLOSED])
def test_what_has_ended_is_not_resolved_again(ended: Status) -> None:
    """An ended ticket refuses to be resolved by its customer."""
    with pytest.raises(IllegalTransition):
        ticket(ended).settle_by_customer(LATER)


@pytest.mark.parametrize(
    ("content", "subject"),
    [
        (Content("Where is my order?"), "Where is my order?"),
        (Content("  two\n\nlines \t here "), "two lines here"),
        (Content("x" * 80), "x" * 80),
        (Content("x" * 81), "x" * 79 + "…"),
        (Content("word " * 16 + "end"), "word " * 14 + "word…"),
        (Content("a " + "x" * 100), "a " + "x" * 77 + "…"),
        (Content(""), "…"),
        (Content(" \n "), "…"),
        (Content("", ContentKind.PHOTO), "photo"),
        (Content("", ContentKind.VIDEO_NOTE), "video note"),
        (Content("My broken vase", ContentKind.PHOTO), "My broken vase"),
    ],
)
def test_the_subject_is_the_first_words(content: Content, subject: str) -> None:
    """One line, cut at a word where one is near; a wordless medium is named by its kind."""
    assert subject_of(content) == subject
    assert len(subject) <= 80
