"""What keeps a ticket from ending: what stands open, and what its queue wants first."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import EndPress, EndStep
from orchestration import events
from orchestration.answering import changes, drafting
from orchestration.cases import linking
from orchestration.content import Content
from orchestration.customers import conversation
from orchestration.desk import BeforeClosing, Desk, Queue
from orchestration.ending import wrapping_up
from orchestration.ending.closing_conditions import (
    Matter,
    OpenMatter,
    lacking,
    open_matters,
    seal_of,
)
from orchestration.ending.resolution import set_status_anyway
from orchestration.errors.closing import NotWrappedUp, StillOpen, SummaryStands
from orchestration.errors.team import SupervisorsOnly
from orchestration.errors.ticket import NotAllowed, TicketClosed, Unchanged
from orchestration.errors.words import NothingToSend
from orchestration.events.closing import ConsultationWithdrawn, Looked, Summary
from orchestration.people import SYSTEM, Staff
from orchestration.ports import UnitOfWork
from orchestration.status import Status
from orchestration.team import collaboration
from orchestration.telling.notice import Cause
from orchestration.ticket import Ticket
from tests.unit.centre.cast import (
    ADA,
    ANNA,
    BEN,
    EVA,
    LATER,
    NOW,
    READER,
    SAM,
    STAFF,
    XENIA,
    known,
    ticket,
    words,
)
from tests.unit.centre.house import House

WANTED = BeforeClosing(summary=True, look=True)
STRICT = Desk({"support": Queue("support", "Support", before_closing=WANTED)})


async def consulted(house: House) -> None:
    """Anna's ticket of Eva's, about which Xenia is asked."""
    await house.meets(ANNA, XENIA, SAM)
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    asked = house.written(ANNA, "VAT?")
    expert = known(XENIA, "xenia")
    await house.does(1, lambda uow, t: collaboration.consult(uow, t, expert, asked, house.now))
    await house.sent()


async def withdrawn(house: House, number: int = 1) -> list[object]:
    """Who withdrew a question, by the timeline."""
    kinds = [(one.event, one.actor) for one in await house.entries(number)]
    return [actor for event, actor in kinds if isinstance(event, ConsultationWithdrawn)]


async def told_xenia(house: House) -> list[Cause]:
    async with house.begin() as uow:
        return [each.cause for each in await uow.notices.waiting(XENIA.id)]


@pytest.mark.parametrize("status", Status)
def test_what_stands_open_by_status(status: Status) -> None:
    """Waiting for an expert or an approval is open, also where nobody is named; nothing else is."""
    kinds = {Status.WAITING_EXPERT: Matter.CONSULTATION, Status.WAITING_APPROVAL: Matter.APPROVAL}
    found = open_matters(ticket(status), ANNA, NOW)
    expected = (OpenMatter(kinds[status], NOW),) if status in kinds else ()
    assert found == expected


@pytest.mark.parametrize("to", [Status.RESOLVED, Status.CLOSED])
async def test_an_open_question_is_named_first(house: House, to: Status) -> None:
    """With who is asked and since when; and nothing has changed."""
    await consulted(house)
    before = await house.ticket(1)
    with pytest.raises(StillOpen) as refused:
        await house.moves(1, to, ANNA)
    assert refused.value.matters == (OpenMatter(Matter.CONSULTATION, house.now, "Xenia"),)
    assert await house.ticket(1) == before
    assert await house.sent() == []


async def test_anothers_lock_is_named_first(house: House) -> None:
    """With who is answering and until when; one's own asks nothing, and neither does an old one."""
    await house.writes(EVA)
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, SAM, house.now))
    locked = await house.ticket(1)
    until = house.now + house.desk.draft_lock
    assert open_matters(locked, ADA, house.now) == (OpenMatter(Matter.LOCK, until, "Sam"),)
    assert open_matters(locked, SAM, house.now) == ()
    assert open_matters(locked, ADA, until) == ()
    with pytest.raises(StillOpen):
        await house.moves(1, Status.RESOLVED, ADA)


async def test_rights_come_before_the_question(house: House) -> None:
    """Ben is told that the ticket is Anna's, not what is open on it."""
    await consulted(house)
    with pytest.raises(NotAllowed):
        await house.moves(1, Status.RESOLVED, BEN)


async def test_ending_it_anyway_withdraws_the_question(house: House) -> None:
    """One entry for the question, one for the status; Xenia hears of it."""
    await consulted(house)
    to = Status.RESOLVED
    await house.does(1, lambda uow, t: set_status_anyway(uow, house.desk, t, to, ANNA, house.now))
    ended = await house.ticket(1)
    assert (ended.status, ended.consultation) == (to, None)
    kinds = [entry.event for entry in await house.entries(1)]
    place = kinds.index(ConsultationWithdrawn(XENIA.id, "Xenia"))
    assert kinds[place + 1] == events.StatusSet()
    assert await told_xenia(house) == [Cause.CONSULTED, Cause.WITHDRAWN]


async def test_a_customer_is_not_asked(house: House) -> None:
    """The desk withdraws the question for them."""
    await consulted(house)
    async with house.begin() as uow:
        await conversation.close(uow, EVA, house.now)
    assert (await house.ticket(1)).status is Status.RESOLVED
    assert await withdrawn(house) == [SYSTEM]
    assert await told_xenia(house) == [Cause.CONSULTED, Cause.WITHDRAWN]


async def test_what_is_merged_away_asks_nobody_any_more(house: House) -> None:
    """The question on the other ticket is withdrawn, and its summary comes along."""
    await consulted(house)
    await house.does(1, lambda uow, t: _summarised(uow, t, house))
    async with house.begin() as uow:
        await conversation.start_another(uow, EVA)
    await house.writes(EVA, "The same again")
    await house.does(2, lambda uow, t: linking.merge(uow, house.desk, t, 1, ANNA, house.now))
    assert await withdrawn(house) == [ANNA]
    summary = (await house.ticket(2)).summary
    assert summary is not None
    assert summary.words == "Paid twice"


async def _summarised(uow: UnitOfWork, ticket: Ticket, house: House) -> None:
    written = house.written(ANNA, "Paid\n twice")
    await wrapping_up.keep_summary(uow, ticket, written, house.now)


def test_a_summary_stays_inside_and_the_newest_counts() -> None:
    """Anyone may write one, a specialist too, in every status."""
    case = ticket(Status.CLOSED, ANNA)
    wrapping_up.summarise(case, words("One"), BEN, NOW)
    entry = wrapping_up.summarise(case, words("Two\nlines " + "x" * 300), READER, LATER)
    assert entry.audience.value == "internal"
    assert case.summary is not None
    assert (case.summary.by, case.summary.at) == ("Triage", LATER)
    assert case.summary.words.startswith("Two lines xxx")
    assert len(case.summary.words) == wrapping_up.SUMMARY_WORDS
    with pytest.raises(NothingToSend):
        wrapping_up.summarise(case, words(" \n"), ANNA, LATER)


@pytest.mark.parametrize("by", STAFF, ids=lambda by: by.name)
def test_a_supervisor_looks(by: Staff) -> None:
    """Once; nobody else does, and nobody at what is closed."""
    case = ticket(Status.RESOLVED, ANNA)
    if not by.role.supervises:
        with pytest.raises(SupervisorsOnly):
            wrapping_up.look(case, by, NOW)
        return
    assert wrapping_up.look(case, by, NOW).event == Looked()
    with pytest.raises(Unchanged):
        wrapping_up.look(case, by, LATER)
    with pytest.raises(TicketClosed):
        wrapping_up.look(ticket(Status.CLOSED), by, NOW)


async def test_what_is_said_after_a_look_wants_another(house: House) -> None:
    """An answer and a customer's message do; a note, a thank you and a rating do not."""
    await house.meets(ANNA, SAM)
    await house.writes(EVA)
    await house.moves(1, Status.RESOLVED)

    async def looked() -> bool:
        return (await house.ticket(1)).look is not None

    await house.does(1, lambda uow, t: wrapping_up.keep_look(uow, t, SAM, house.now))
    await house.notes(ANNA, 1)
    await house.writes(EVA, "Thank you!")
    assert await looked()
    await house.answers(ANNA, 1)
    assert not await looked()
    await house.does(1, lambda uow, t: wrapping_up.keep_look(uow, t, SAM, house.now))
    await house.writes(EVA, "It is broken again")
    assert not await looked()


@pytest.mark.parametrize("summary", [True, False])
@pytest.mark.parametrize("look", [True, False])
async def test_a_queue_wants_it_before_closing_only(
    house: House, *, summary: bool, look: bool
) -> None:
    """An agent who lacks anything is told what; resolving waits for nothing."""
    house.desk = STRICT
    await house.meets(ANNA, SAM)
    await house.writes(EVA)
    await house.moves(1, Status.RESOLVED, ANNA)
    if summary:
        await house.does(1, lambda uow, t: _summarised(uow, t, house))
    if look:
        await house.does(1, lambda uow, t: wrapping_up.keep_look(uow, t, SAM, house.now))
    if summary and look:
        await house.moves(1, Status.CLOSED, ANNA)
        return
    with pytest.raises(NotWrappedUp) as refused:
        await house.moves(1, Status.CLOSED, ANNA)
    facts = refused.value.facts
    assert (facts["summary"], facts["look"]) == (int(not summary), int(not look))
    assert (await house.ticket(1)).status is Status.RESOLVED


async def test_a_supervisor_who_closes_has_looked(house: House) -> None:
    """Which is an entry of its own; the summary is wanted all the same."""
    house.desk = STRICT
    await house.writes(EVA)
    with pytest.raises(NotWrappedUp):
        await house.moves(1, Status.CLOSED, SAM)
    await house.does(1, lambda uow, t: _summarised(uow, t, house))
    await house.moves(1, Status.CLOSED, SAM)
    assert [entry.event.kind for entry in (await house.entries(1))[-2:]] == [
        "looked",
        "status_set",
    ]


async def test_supervisors_are_told_of_a_look_that_is_wanted(house: House) -> None:
    """When it is resolved, in a queue that wants one, while nobody has looked."""
    await house.meets(ANNA, SAM)
    for desk, expected in ((STRICT, [Cause.LOOK_WANTED]), (Desk(), [])):
        house.desk = desk
        number, _ = await house.writes(EVA)
        await house.moves(number, Status.RESOLVED, ANNA)
        async with house.begin() as uow:
            waiting = await uow.notices.waiting(SAM.id)
            await uow.notices.remove(SAM.id, waiting)
        assert [each.cause for each in waiting] == expected


async def test_a_summary_is_not_edited(house: House) -> None:
    """A new one takes its place, so what a supervisor read stands."""
    await house.writes(EVA)
    written = house.written(ANNA, "Paid twice")
    await house.does(1, lambda uow, t: wrapping_up.keep_summary(uow, t, written, house.now))
    assert written.message is not None
    async with house.begin() as uow:
        with pytest.raises(SummaryStands):
            await changes.staff_edited(uow, written.message, Content("x"), ANNA, house.now)


@given(
    summary=st.booleans(),
    look=st.booleans(),
    has=st.none() | st.builds(Summary, st.text(), st.just(NOW), st.text()),
)
def test_nothing_lacks_that_is_not_wanted(
    *, summary: bool, look: bool, has: Summary | None
) -> None:
    """And what is there never lacks."""
    case = ticket()
    case.summary = has
    lacks = lacking(case, BeforeClosing(summary=summary, look=look))
    assert lacks == BeforeClosing(summary=summary and has is None, look=look)


@given(st.text(max_size=60), st.datetimes())
def test_a_seal_tells_what_was_read(who: str, since: datetime) -> None:
    """And the button that bears it fits Telegram, whoever was asked."""
    matter = OpenMatter(Matter.CONSULTATION, since, who)
    seal = seal_of([matter])
    assert seal != seal_of([replace(matter, who=f"{who}!")])
    assert seal != seal_of([])
    assert seal != seal_of([matter, replace(matter, kind=Matter.APPROVAL)])
    press = EndPress(
        step=EndStep.ANYWAY, message=2**31 - 1, to=Status.RESOLVED, asker=10**16 - 1, seal=seal
    )
    assert len(press.pack().encode()) <= 64
    assert EndPress.unpack(press.pack()) == press
