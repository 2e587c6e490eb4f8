"""What staff do with tickets: answer, note, claim, assign, release, move."""

import pytest

from orchestration.answering.replies import answered_entry
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import ReplyTo
from orchestration.delivery import DressTopic, SendEntry, ShowCard, TellNotices, TellTopic
from orchestration.ending import resolution
from orchestration.errors.ticket import AlreadyOwned, IllegalTransition, UnknownStatus
from orchestration.errors.words import NotYourReply
from orchestration.events import Released, ReleaseReason, RepliedPublicly
from orchestration.people import Staff
from orchestration.ports import Side
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.ticket import Primary
from orchestration.timeline import EntryRef
from tests.unit.centre.cast import ADA, ANNA, ANONYMOUS, BEN, EVA, MAX, SAM, known
from tests.unit.centre.house import House


async def claims(house: House, by: Staff, number: int = 1) -> None:
    await house.does(number, lambda uow, t: assignment.claim(uow, t, by, house.now))


async def kinds(house: House) -> set[FollowUpKind]:
    return {due.kind for due in await house.scheduled()}


async def test_a_public_reply_goes_to_the_customer(house: House) -> None:
    """The answer is sent below what it answers, linked, and shown on card and topic."""
    await house.writes(EVA)
    await house.sent()
    message = await house.answers(ANNA, 1, "Tomorrow", EntryRef(1, 2))
    answer = EntryRef(1, 4)
    assert await house.sent() == [SendEntry(answer), DressTopic(), ShowCard()]
    async with house.begin() as uow:
        event = (await uow.timeline.entry(answer)).event
        assert isinstance(event, RepliedPublicly)
        assert event.reply_to == ReplyTo(2)
        assert await uow.links.messages_of(answer, Side.STAFF) == [message]


async def test_the_first_reply_claims(house: House) -> None:
    """Who answers first has the ticket, and no claim is awaited any more."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    assert (await house.ticket(1)).primary == Primary(ANNA.id, "Anna")
    assert await kinds(house) == {FollowUpKind.CONSULT, FollowUpKind.NUDGE}


async def test_a_second_reply_is_only_sent(house: House) -> None:
    """Nothing on the card changed but until when the customer is waited for."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    await house.sent()
    await house.answers(ANNA, 1, "In the morning")
    assert await house.sent() == [SendEntry(EntryRef(1, 5)), ShowCard()]


async def test_an_anonymous_reply_leaves_the_watch(house: House) -> None:
    """The customer is answered, but somebody must still claim the ticket."""
    await house.writes(EVA)
    await house.answers(ANONYMOUS, 1)
    assert FollowUpKind.UNCLAIMED in await kinds(house)


async def test_a_colleagues_reply_is_not_sent(house: House) -> None:
    """Someone else's answer on an owned ticket is refused, and nothing was kept of it."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    before, entries = await house.ticket(1), await house.entries(1)
    await house.sent()
    house.passes(minutes=1)
    with pytest.raises(NotYourReply):
        await house.answers(BEN, 1)
    assert (await house.ticket(1), await house.entries(1)) == (before, entries)
    assert await house.sent() == []


async def test_a_note_goes_nowhere(house: House) -> None:
    """A note is kept where it was written: nothing is sent to anyone."""
    await house.writes(EVA)
    await house.sent()
    message = await house.notes(BEN, 1)
    assert await house.sent() == []
    async with house.begin() as uow:
        assert await uow.links.entry_of(message) == EntryRef(1, 4)


async def test_only_the_customers_messages_are_answered_by_replying(house: House) -> None:
    """Replying to their message answers it; to a note, an answer or another ticket's does not."""
    _, asked = await house.writes(EVA)
    note = await house.notes(ANNA, 1)
    answer = await house.answers(ANNA, 1)
    _, others = await house.writes(MAX)
    async with house.begin() as uow:
        assert await answered_entry(uow, 1, asked) == EntryRef(1, 2)
        assert await answered_entry(uow, 1, note) is None
        assert await answered_entry(uow, 1, answer) is None
        assert await answered_entry(uow, 1, others) is None


async def test_a_claim_shows_and_ends_the_watch(house: House) -> None:
    """The card names the claimant, the ticket is open, and no claim is awaited."""
    await house.writes(EVA)
    await house.sent()
    await claims(house, ANNA)
    taken = await house.ticket(1)
    assert (taken.primary, taken.status) == (Primary(ANNA.id, "Anna"), Status.OPEN)
    assert await house.sent() == [ShowCard(), DressTopic()]
    assert await kinds(house) == {FollowUpKind.CONSULT}


async def test_a_claim_on_an_owned_ticket_names_the_owner(house: House) -> None:
    """Ben hears that Anna has it, and she keeps it."""
    await house.writes(EVA)
    await claims(house, ANNA)
    with pytest.raises(AlreadyOwned) as refused:
        await claims(house, BEN)
    assert refused.value.facts == {"ticket": 1, "owner": "Anna"}
    assert (await house.ticket(1)).primary == Primary(ANNA.id, "Anna")


async def test_the_owner_can_be_asked(house: House) -> None:
    """Asking mentions the owner in the topic, with who asks."""
    await house.meets(ANNA)
    await house.writes(EVA)
    await claims(house, ANNA)
    await house.sent()
    await house.does(1, lambda uow, t: assignment.ask_owner(uow, t, BEN))
    facts: Facts = {"ticket": 1, "who": "@anna", "by": "Ben"}
    assert await house.sent() == [TellTopic(StaffSentence.ASKED_FOR, facts)]


async def test_an_owner_nobody_knows_is_asked_by_name(house: House) -> None:
    """Where no user name is known the name must do; a free ticket has nobody to ask."""
    await house.writes(EVA)
    await house.sent()
    await house.does(1, lambda uow, t: assignment.ask_owner(uow, t, BEN))
    assert await house.sent() == []
    await claims(house, ANNA)
    await house.sent()
    await house.does(1, lambda uow, t: assignment.ask_owner(uow, t, BEN))
    facts: Facts = {"ticket": 1, "who": "Anna", "by": "Ben"}
    assert await house.sent() == [TellTopic(StaffSentence.ASKED_FOR, facts)]


@pytest.mark.parametrize("boss", [SAM, ADA])
async def test_a_supervisor_takes_over(house: House, boss: Staff) -> None:
    """A supervisor's claim relieves the owner."""
    await house.writes(EVA)
    await claims(house, ANNA)
    await claims(house, boss)
    assert (await house.ticket(1)).primary == Primary(boss.id, boss.name)


async def test_an_assignment_is_told(house: House) -> None:
    """Whoever is given a ticket is told, and no claim is awaited."""
    await house.meets(BEN)
    await house.writes(EVA)
    await house.sent()
    to = known(BEN, "ben")
    await house.does(1, lambda uow, t: assignment.assign(uow, t, to, ANNA, house.now))
    assert await house.sent() == [ShowCard(), DressTopic(), TellNotices(BEN.id)]
    assert await kinds(house) == {FollowUpKind.CONSULT}


async def test_assigning_to_oneself_is_told_to_nobody(house: House) -> None:
    """It is a claim in other words."""
    await house.writes(EVA)
    await house.does(1, lambda uow, t: assignment.assign(uow, t, known(ANNA), ANNA, house.now))
    assert await house.alerts() == []


async def test_a_release_is_watched_again(house: House) -> None:
    """A freed ticket must be claimed in time, counted from its release."""
    await house.writes(EVA)
    await claims(house, ANNA)
    house.passes(hours=3)
    await house.does(1, lambda uow, t: assignment.release(uow, house.desk, t, ANNA, house.now))
    assert (await house.ticket(1)).primary is None
    watch = FollowUp(1, FollowUpKind.UNCLAIMED, house.now + house.desk.claim_within)
    assert watch in await house.scheduled()


async def test_someone_who_leaves_loses_their_tickets(house: House) -> None:
    """Each is freed by the desk; the open ones are named to supervisors and wait for a claim."""
    await house.meets(ANNA, SAM)
    for customer in (EVA, MAX):
        await claims(house, ANNA, (await house.writes(customer))[0])
    ended, _ = await house.writes(EVA.__class__(9, "Ida"))
    await claims(house, ANNA, ended)
    await house.moves(ended, Status.RESOLVED)
    bens, _ = await house.writes(EVA.__class__(10, "Leo"))
    await claims(house, BEN, bens)
    await house.sent()
    async with house.begin() as uow:
        await assignment.someone_left(uow, house.desk, known(ANNA), house.now)
    for number in (1, 2, ended):
        assert (await house.ticket(number)).primary is None
        assert (await house.entries(number))[-1].event == Released(ANNA.id, ReleaseReason.LEFT)
    assert (await house.ticket(bens)).primary == Primary(BEN.id, "Ben")
    told = [body for body in await house.sent() if isinstance(body, TellTopic)]
    assert [body.sentence for body in told] == [StaffSentence.RELEASED_LEFT] * 2
    facts: Facts = {"ticket": 1, "who": "Anna", "supervisors": "@sam"}
    assert told[0].facts == facts


@pytest.mark.parametrize("ended", [Status.RESOLVED, Status.CLOSED])
async def test_an_ended_ticket_is_left_in_peace(house: House, ended: Status) -> None:
    """What has ended shows it, and nothing is due on it any more but its end for good."""
    await house.writes(EVA)
    await house.sent()
    await house.moves(1, ended)
    assert (await house.sent())[:2] == [ShowCard(), DressTopic()]
    assert await kinds(house) == ({FollowUpKind.CLOSE} if ended is Status.RESOLVED else set())


async def test_an_illegal_move_keeps_everything(house: House) -> None:
    """A refused move is neither saved nor shown."""
    await house.writes(EVA)
    await house.moves(1, Status.CLOSED)
    await house.sent()
    before = await house.ticket(1)
    with pytest.raises(IllegalTransition):
        await house.moves(1, Status.OPEN)
    assert (await house.ticket(1), await house.sent()) == (before, [])


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("resolved", Status.RESOLVED),
        (" Waiting-Expert ", Status.WAITING_EXPERT),
        ("waiting customer", Status.WAITING_CUSTOMER),
        ("waiting for the customer", Status.WAITING_CUSTOMER),
        ("waiting for an expert", Status.WAITING_EXPERT),
        ("SNOOZED", Status.SNOOZED),
    ],
)
def test_a_status_is_found_as_it_is_typed(word: str, status: Status) -> None:
    """Case, hyphens, spaces and the small words of a status written out are forgiven."""
    assert resolution.status_named(word) is status


def test_an_unknown_status_names_those_there_are() -> None:
    """The refusal repeats the word, not too long, and lists every status."""
    with pytest.raises(UnknownStatus) as refused:
        resolution.status_named("done" * 20)
    assert refused.value.facts == {"word": "done" * 10, "allowed": tuple(Status)}
