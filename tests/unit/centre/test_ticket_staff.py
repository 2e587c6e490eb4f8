"""What the verbs of staff do to a ticket, and how they are refused."""

from collections.abc import Callable

import pytest

from orchestration.content import Content, ContentKind
from orchestration.errors import DeskError
from orchestration.errors.ticket import (
    AlreadyOwned,
    AlreadyYours,
    AnonymousCannotOwn,
    NotAllowed,
    NotOwned,
    TicketClosed,
    UnknownPerson,
)
from orchestration.errors.words import NothingToSend, NotYourReply
from orchestration.events import Assigned, Claimed, NoteAdded, Released, RepliedPublicly
from orchestration.people import Person, Staff
from orchestration.status import Status
from orchestration.ticket import Primary, Ticket
from orchestration.timeline import Audience
from tests.unit.centre.cast import (
    ADA,
    ANNA,
    ANONYMOUS,
    BEN,
    LATER,
    READER,
    SAM,
    XENIA,
    known,
    ticket,
    words,
)

BLANK = Content(" \n ")


def test_a_claim_makes_one_the_primary() -> None:
    """The claimant answers from now on, and a new ticket is open."""
    taken = ticket()
    entry = taken.claim(ANNA, LATER)
    assert (taken.primary, taken.status) == (Primary(11, "Anna"), Status.OPEN)
    assert (entry.event, entry.audience, entry.actor) == (Claimed(), Audience.INTERNAL, ANNA)


@pytest.mark.parametrize("supervisor", [SAM, ADA])
def test_a_supervisors_claim_relieves_the_owner(supervisor: Staff) -> None:
    """A supervisor takes an owned ticket over, and the entry says from whom."""
    taken = ticket(Status.OPEN, ANNA)
    assert taken.claim(supervisor, LATER).event == Claimed(relieved=11)
    assert taken.primary == Primary(supervisor.id, supervisor.name)


def test_assigning_gives_the_ticket_to_someone() -> None:
    """The one named becomes the primary; the giver is on record."""
    given = ticket()
    entry = given.assign(known(BEN), ANNA, LATER)
    assert (given.primary, given.status) == (Primary(12, "Ben"), Status.OPEN)
    assert (entry.event, entry.actor) == (Assigned(12, "Ben"), ANNA)


def test_an_anonymous_administrator_assigns() -> None:
    """Who cannot own may still give."""
    given = ticket(Status.OPEN, ANNA)
    given.assign(known(BEN), ANONYMOUS, LATER)
    assert given.primary == Primary(12, "Ben")


@pytest.mark.parametrize("status", ["waiting_customer", "waiting_expert", "snoozed", "resolved"])
def test_taking_a_ticket_keeps_where_it_stands(status: str) -> None:
    """Only a new ticket opens by being claimed or assigned."""
    claimed, assigned = ticket(Status(status)), ticket(Status(status))
    claimed.claim(ANNA, LATER)
    assigned.assign(known(ANNA), SAM, LATER)
    assert claimed.status == assigned.status == status


@pytest.mark.parametrize("by", [ANNA, SAM, ANONYMOUS])
def test_a_release_frees_the_ticket(by: Staff) -> None:
    """The primary, or a supervisor, lets go."""
    freed = ticket(Status.OPEN, ANNA)
    assert freed.release(by, LATER).event == Released(relieved=11)
    assert freed.primary is None


def test_a_first_public_reply_claims() -> None:
    """Who answers an unowned ticket owns it, and the customer has the next word."""
    answered = ticket()
    entry = answered.reply_publicly(words("Tomorrow"), ANNA, LATER)
    assert entry.event == RepliedPublicly(Content("Tomorrow"), claimed=True)
    assert entry.audience is Audience.PUBLIC
    assert (answered.primary, answered.status) == (Primary(11, "Anna"), Status.WAITING_CUSTOMER)


def test_a_supervisor_answers_without_taking_over() -> None:
    """A supervisor may speak on someone's ticket, which stays theirs."""
    answered = ticket(Status.OPEN, ANNA)
    assert answered.reply_publicly(words(), SAM, LATER).event == RepliedPublicly(words())
    assert answered.primary == Primary(11, "Anna")


def test_an_anonymous_reply_claims_nothing() -> None:
    """The customer is answered, and the ticket stays free."""
    answered = ticket()
    answered.reply_publicly(words(), ANONYMOUS, LATER)
    assert (answered.primary, answered.status) == (None, Status.WAITING_CUSTOMER)


@pytest.mark.parametrize("status", [Status.RESOLVED, Status.WAITING_CUSTOMER])
def test_a_parting_word_leaves_the_status(status: Status) -> None:
    """An answer on a resolved or already answered ticket moves nothing."""
    answered = ticket(status, ANNA)
    assert answered.reply_publicly(words(), ANNA, LATER).move is None
    assert answered.status is status


def test_a_wordless_medium_is_an_answer() -> None:
    """A photo needs no caption."""
    photo = Content("", ContentKind.PHOTO)
    assert ticket().reply_publicly(photo, ANNA, LATER).event == RepliedPublicly(photo, claimed=True)


@pytest.mark.parametrize("status", Status)
def test_a_note_stays_inside_in_every_status(status: Status) -> None:
    """Anyone's note is kept, even on a closed ticket, and moves nothing."""
    noted = ticket(status)
    for author in (BEN, SAM, ANONYMOUS, READER):
        entry = noted.add_note(words(), author, LATER)
        assert (entry.event, entry.audience) == (NoteAdded(words()), Audience.INTERNAL)
    assert noted.status is status


Attempt = Callable[[Ticket], object]
NOBODY = Person(99, "Zoe")
REFUSED: list[tuple[str, Status, Staff | None, Attempt, type[DeskError], dict[str, object]]] = [
    (
        "a claim on a colleague's ticket names the owner",
        Status.OPEN,
        ANNA,
        lambda t: t.claim(BEN, LATER),
        AlreadyOwned,
        {"owner": "Anna"},
    ),
    (
        "an expert's claim on a colleague's ticket does too",
        Status.OPEN,
        ANNA,
        lambda t: t.claim(XENIA, LATER),
        AlreadyOwned,
        {"owner": "Anna"},
    ),
    (
        "one's own ticket is one's own already",
        Status.OPEN,
        ANNA,
        lambda t: t.claim(ANNA, LATER),
        AlreadyYours,
        {},
    ),
    (
        "an anonymous administrator cannot own",
        Status.NEW,
        None,
        lambda t: t.claim(ANONYMOUS, LATER),
        AnonymousCannotOwn,
        {},
    ),
    (
        "a colleague's ticket is not given away",
        Status.OPEN,
        ANNA,
        lambda t: t.assign(known(XENIA), BEN, LATER),
        NotAllowed,
        {"owner": "Anna"},
    ),
    (
        "a ticket is not given to its owner",
        Status.OPEN,
        ANNA,
        lambda t: t.assign(known(ANNA), SAM, LATER),
        AlreadyOwned,
        {"owner": "Anna"},
    ),
    (
        "a ticket is not released by a colleague",
        Status.OPEN,
        ANNA,
        lambda t: t.release(BEN, LATER),
        NotAllowed,
        {"owner": "Anna"},
    ),
    (
        "a free ticket is not released",
        Status.OPEN,
        None,
        lambda t: t.release(SAM, LATER),
        NotOwned,
        {},
    ),
    (
        "nobody leaves a free ticket",
        Status.OPEN,
        None,
        lambda t: t.lose_primary(LATER),
        NotOwned,
        {},
    ),
    (
        "a colleague does not answer, and hears whose it is",
        Status.OPEN,
        ANNA,
        lambda t: t.reply_publicly(words(), BEN, LATER),
        NotYourReply,
        {"owner": "Anna"},
    ),
    (
        "a blank answer is none",
        Status.OPEN,
        None,
        lambda t: t.reply_publicly(BLANK, ANNA, LATER),
        NothingToSend,
        {},
    ),
    (
        "a blank note is none",
        Status.OPEN,
        None,
        lambda t: t.add_note(BLANK, ANNA, LATER),
        NothingToSend,
        {},
    ),
    (
        "a colleague's ticket is not snoozed",
        Status.OPEN,
        ANNA,
        lambda t: t.set_status(Status.SNOOZED, BEN, LATER),
        NotAllowed,
        {"owner": "Anna"},
    ),
    (
        "a colleague's ticket is not resolved",
        Status.OPEN,
        ANNA,
        lambda t: t.set_status(Status.RESOLVED, BEN, LATER),
        NotAllowed,
        {"owner": "Anna"},
    ),
    (
        "a colleague's ticket is not closed",
        Status.RESOLVED,
        ANNA,
        lambda t: t.set_status(Status.CLOSED, BEN, LATER),
        NotAllowed,
        {"owner": "Anna"},
    ),
    (
        "a closed ticket is not claimed",
        Status.CLOSED,
        None,
        lambda t: t.claim(SAM, LATER),
        TicketClosed,
        {},
    ),
    (
        "a closed ticket is not assigned",
        Status.CLOSED,
        None,
        lambda t: t.assign(known(BEN), SAM, LATER),
        TicketClosed,
        {},
    ),
    (
        "a closed ticket is not released",
        Status.CLOSED,
        ANNA,
        lambda t: t.release(ANNA, LATER),
        TicketClosed,
        {},
    ),
    (
        "a closed ticket is not answered",
        Status.CLOSED,
        ANNA,
        lambda t: t.reply_publicly(words(), ANNA, LATER),
        TicketClosed,
        {},
    ),
]


@pytest.mark.parametrize(
    ("status", "owner", "attempt", "error", "facts"),
    [row[1:] for row in REFUSED],
    ids=[row[0] for row in REFUSED],
)
def test_refused(
    status: Status,
    owner: Staff | None,
    attempt: Attempt,
    error: type[DeskError],
    facts: dict[str, object],
) -> None:
    """A refusal names the ticket and who or what stands in the way, and changes nothing."""
    before = ticket(status, owner)
    with pytest.raises(error) as refused:
        attempt(before)
    assert refused.value.facts == {"ticket": 142, **facts}
    assert before == ticket(status, owner)


def test_a_ticket_is_given_to_staff_only() -> None:
    """Who has no role cannot be given a ticket, and is named."""
    given = ticket()
    with pytest.raises(UnknownPerson) as refused:
        given.assign(NOBODY, SAM, LATER)
    assert refused.value.facts == {"name": "Zoe"}
    assert given == ticket()


def test_a_colleague_may_reopen() -> None:
    """A resolved ticket is reopened by anyone of the staff, whoever answers it."""
    reopened = ticket(Status.RESOLVED, ANNA)
    reopened.set_status(Status.OPEN, BEN, LATER)
    assert reopened.status is Status.OPEN
