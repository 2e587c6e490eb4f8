"""Several people on one ticket: who may, what it leaves, and who is told where."""

from dataclasses import replace

import pytest

from orchestration.delivery import NameInTopic
from orchestration.errors import DeskError
from orchestration.errors.team import (
    AlreadyAsked,
    AlreadyTakingPart,
    AskAnother,
    BadSkill,
    CannotGrant,
    NotTakingPart,
    SupervisorsDecide,
    UnknownRole,
)
from orchestration.errors.ticket import (
    AnonymousCannotOwn,
    IllegalTransition,
    NotAllowed,
    TicketClosed,
    UnknownPerson,
)
from orchestration.errors.words import NothingToSend
from orchestration.events import NoteAdded
from orchestration.events.team import Decided, HandedOver, Joined, Part
from orchestration.people import Person, Role, Staff
from orchestration.ports import RoleGiven
from orchestration.sentences import StaffSentence
from orchestration.status import Status
from orchestration.team import assignment, collaboration, roles, teamwork
from orchestration.telling.notice import Cause
from orchestration.timeline import Move
from tests.unit.centre.cast import (
    ADA,
    ANNA,
    ANONYMOUS,
    BEN,
    EVA,
    LATER,
    NOW,
    SAM,
    XENIA,
    known,
    ticket,
    words,
)
from tests.unit.centre.house import House

STRANGER = Person(99, "Zoe")
STAFF = (ANNA, BEN, XENIA, SAM)


async def told(house: House) -> dict[str, list[Cause]]:
    """What waits for each of the staff, by name."""
    async with house.store.begin() as uow:
        found = {each.name: await uow.notices.waiting(each.id) for each in STAFF}
    return {name: [one.cause for one in notices] for name, notices in found.items() if notices}


async def test_a_question_waits_for_the_experts_note() -> None:
    """Who is asked, since when, and by whom; only the expert's own note ends it."""
    asked = ticket(Status.OPEN, ANNA)
    teamwork.consult(asked, known(XENIA), words("VAT?"), ANNA, LATER)
    assert asked.status is Status.WAITING_EXPERT
    assert asked.consultation is not None
    assert (asked.consultation.expert, asked.consultation.since) == (XENIA.id, LATER)
    asked.add_note(words("I wonder."), BEN, LATER)
    asked.reply_publicly(words("A moment."), ANNA, LATER)
    entry = asked.add_note(words("19 %"), XENIA, LATER)
    assert entry.event == NoteAdded(words("19 %"), answers=ANNA.id)
    assert entry.move == Move(Status.WAITING_EXPERT, Status.OPEN)
    assert asked.consultation is None


async def test_a_ticket_that_moves_on_asks_nobody() -> None:
    """`/status open` stops waiting, and a later note of the expert is a note like any other."""
    asked = ticket(Status.OPEN, ANNA)
    teamwork.consult(asked, known(XENIA), words("VAT?"), ANNA, NOW)
    asked.set_status(Status.OPEN, ANNA, NOW)
    assert asked.consultation is None
    assert asked.add_note(words("19 %"), XENIA, NOW).event == NoteAdded(words("19 %"))


@pytest.mark.parametrize(
    ("status", "by", "expert", "question", "error"),
    [
        (Status.OPEN, BEN, known(XENIA), "VAT?", NotAllowed),
        (Status.OPEN, ANNA, known(ANNA), "VAT?", AskAnother),
        (Status.OPEN, ANNA, STRANGER, "VAT?", UnknownPerson),
        (Status.OPEN, ANNA, known(XENIA), " ", NothingToSend),
        (Status.RESOLVED, ANNA, known(XENIA), "VAT?", IllegalTransition),
        (Status.CLOSED, ANNA, known(XENIA), "VAT?", TicketClosed),
    ],
)
def test_a_question_that_is_refused(
    status: Status, by: Staff, expert: Person, question: str, error: type[DeskError]
) -> None:
    """And changes nothing."""
    asked = ticket(status, ANNA)
    before = replace(asked)
    with pytest.raises(error):
        teamwork.consult(asked, expert, words(question), by, NOW)
    assert asked == before


def test_one_expert_is_asked_at_a_time() -> None:
    """The refusal names who is."""
    asked = ticket(Status.OPEN, ANNA)
    teamwork.consult(asked, known(XENIA), words("VAT?"), ANNA, NOW)
    with pytest.raises(AlreadyAsked) as refused:
        teamwork.consult(asked, known(BEN), words("VAT?"), ANNA, NOW)
    assert refused.value.facts["who"] == "Xenia"


def test_people_are_brought_in_once() -> None:
    """One entry for all who came; the primary and those who are in are no news."""
    mine = ticket(Status.OPEN, ANNA)
    entry = teamwork.invite(mine, [known(ANNA), known(BEN), known(XENIA)], ANNA, NOW)
    assert isinstance(entry.event, Joined)
    assert [each.name for each in entry.event.people] == ["Ben", "Xenia"]
    with pytest.raises(AlreadyTakingPart):
        teamwork.invite(mine, [known(BEN)], SAM, NOW)
    with pytest.raises(UnknownPerson):
        teamwork.invite(mine, [STRANGER], ANNA, NOW)


def test_whoever_works_along_may_bring_in_others_and_ask() -> None:
    """But not take the ticket, nor give it away; whoever does not, may only join."""
    theirs = ticket(Status.OPEN, ANNA)
    with pytest.raises(NotAllowed):
        teamwork.invite(theirs, [known(XENIA)], BEN, NOW)
    teamwork.join(theirs, Part.COLLABORATOR, BEN, NOW)
    teamwork.invite(theirs, [known(XENIA)], BEN, NOW)
    teamwork.consult(theirs, known(SAM), words("VAT?"), BEN, NOW)
    with pytest.raises(NotAllowed):
        teamwork.hand_over(theirs, known(BEN), words(""), BEN, NOW)


def test_one_takes_one_part_and_leaves_it() -> None:
    """To watch instead of working along is to change; an anonymous one takes none."""
    theirs = ticket(Status.OPEN, ANNA)
    teamwork.join(theirs, Part.COLLABORATOR, BEN, NOW)
    teamwork.join(theirs, Part.WATCHER, BEN, NOW)
    assert [each.part for each in theirs.participants] == [Part.WATCHER]
    with pytest.raises(AlreadyTakingPart):
        teamwork.join(theirs, Part.WATCHER, BEN, NOW)
    teamwork.leave(theirs, BEN, NOW)
    with pytest.raises(NotTakingPart):
        teamwork.leave(theirs, BEN, NOW)
    with pytest.raises(AnonymousCannotOwn):
        teamwork.join(theirs, Part.WATCHER, ANONYMOUS, NOW)


def test_a_decision_stands_until_a_supervisor_decides_anew() -> None:
    """Nobody else changes it; the new one names the old one's entry. It fits a card."""
    theirs = ticket(Status.OPEN, ANNA)
    first = teamwork.decide(theirs, words("Refund both."), SAM, NOW)
    for by in (ANNA, XENIA):
        with pytest.raises(SupervisorsDecide):
            teamwork.decide(theirs, words("Refund nothing."), by, NOW)
    with pytest.raises(NothingToSend):
        teamwork.decide(theirs, words("  "), SAM, NOW)
    second = teamwork.decide(theirs, words("Refund\none. " * 100), ADA, NOW)
    assert isinstance(second.event, Decided)
    assert second.event.former == first.seq
    assert theirs.decision is not None
    assert (theirs.decision.seq, theirs.decision.by) == (second.seq, "Ada")
    assert len(theirs.decision.words) == 200
    assert "\n" not in theirs.decision.words


async def test_a_handover_tells_the_next_and_whom_it_relieves() -> None:
    """In private, because both can be written to; nobody hears of their own deeds."""
    house = House()
    await house.meets(ANNA, BEN, SAM)
    number, _ = await house.writes(EVA)
    await house.does(number, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    await house.sent()
    note = house.written(SAM, "She is on leave.")
    await house.does(
        number, lambda uow, t: assignment.hand_over(uow, t, known(BEN), note, house.now)
    )
    assert await told(house) == {"Anna": [Cause.RELIEVED], "Ben": [Cause.HANDED_OVER]}
    newest = (await house.entries(number))[-1]
    assert newest.event == HandedOver(BEN.id, "Ben", words("She is on leave."), ANNA.id)
    assert newest.actor == SAM


async def test_those_who_cannot_be_written_to_share_one_message_in_the_topic() -> None:
    """It names them all; those who can be are told in private."""
    house = House()
    await house.meets(ANNA, BEN, XENIA)
    async with house.begin() as uow:
        for each in (BEN, XENIA):
            await uow.people.learn(replace(known(each, each.name.lower()), reachable=False))
    number, _ = await house.writes(EVA)
    people = [known(BEN), known(XENIA), known(ANNA)]
    await house.does(number, lambda uow, t: collaboration.invite(uow, t, people, SAM, house.now))
    aloud = [each.body for each in await house.outbox() if isinstance(each.body, NameInTopic)]
    assert aloud == [NameInTopic((BEN.id, XENIA.id), StaffSentence.INVITED, "Sam")]
    assert await told(house) == {"Anna": [Cause.INVITED]}


async def test_an_expert_who_left_the_staff_is_not_waited_for() -> None:
    """The ticket is open again, who asked hears of it, and they take part nowhere."""
    house = House()
    await house.meets(ANNA, XENIA)
    number, _ = await house.writes(EVA)
    question = house.written(ANNA, "VAT?")
    await house.does(
        number,
        lambda uow, t: collaboration.join(uow, t, Part.WATCHER, XENIA, house.now),
    )
    await house.does(
        number, lambda uow, t: collaboration.consult(uow, t, known(XENIA), question, house.now)
    )
    async with house.begin() as uow:
        await assignment.someone_left(uow, house.desk, known(XENIA), house.now)
    now = await house.ticket(number)
    assert (now.status, now.consultation, now.participants) == (Status.OPEN, None, ())
    assert (await told(house))["Anna"] == [Cause.EXPERT_LEFT]
    kinds = [entry.event.kind for entry in await house.entries(number)]
    assert kinds[-3:] == ["joined", "consulted", "staff_left"]


async def test_watchers_hear_where_it_stands_but_not_of_their_own_deeds() -> None:
    """In private only: watching costs the group nothing."""
    house = House()
    await house.meets(ANNA, BEN)
    number, _ = await house.writes(EVA)
    for each in (ANNA, BEN):
        async with house.begin() as uow:
            ticket_ = await uow.tickets.get(number)
            await collaboration.join(uow, ticket_, Part.WATCHER, each, house.now)
    await house.sent()
    await house.moves(number, Status.RESOLVED, ANNA)
    assert await told(house) == {"Ben": [Cause.STATUS_REACHED]}
    assert not [each for each in await house.outbox() if isinstance(each.body, NameInTopic)]


def test_the_group_and_a_given_role_stand_beside_each_other() -> None:
    """The greater counts; whoever leaves the group loses both."""
    joe = Person(1, "Joe").in_group(Role.AGENT).given(Role.EXPERT, ("billing",))
    assert (joe.role, joe.skills) == (Role.EXPERT, ("billing",))
    risen = joe.in_group(Role.SUPERVISOR)
    assert (risen.role, risen.granted) == (Role.SUPERVISOR, Role.EXPERT)
    assert risen.given(Role.AGENT).role is Role.SUPERVISOR
    assert risen.in_group(Role.AGENT).role is Role.EXPERT
    assert joe.in_group(None) == Person(1, "Joe")
    assert joe.in_group(None).in_group(Role.AGENT).role is Role.AGENT


@pytest.mark.parametrize(
    ("said", "by", "error"),
    [
        ("", SAM, UnknownRole),
        ("king", SAM, UnknownRole),
        ("expert billing!", SAM, BadSkill),
        ("expert a b c d e f g h i j k", SAM, BadSkill),
        ("agent billing", SAM, BadSkill),
        ("admin", SAM, CannotGrant),
        ("expert billing", ANNA, CannotGrant),
        ("expert billing", XENIA, CannotGrant),
    ],
)
async def test_a_role_that_is_not_given(said: str, by: Staff, error: type[DeskError]) -> None:
    """And nothing changes."""
    house = House()
    await house.meets(BEN)
    async with house.begin() as uow:
        with pytest.raises(error):
            await roles.give_role(uow, known(BEN), said.split(), by, NOW)
        assert await uow.people.get(BEN.id) == known(BEN, "ben")


async def test_skills_are_words_in_small_letters_each_once() -> None:
    """As people type them, with commas or without."""
    house = House()
    async with house.begin() as uow:
        given = await roles.give_role(
            uow, known(BEN), ["Expert", "Billing,", "VAT", "billing"], SAM, NOW
        )
        assert (given.role, given.skills) == (Role.EXPERT, ("billing", "vat"))
        assert await uow.people.get(BEN.id) == given
    written = RoleGiven(NOW, SAM, BEN.id, "Ben", Role.EXPERT, ("billing", "vat"))
    assert [*house.store.kept.record.rows.values()] == [written]
