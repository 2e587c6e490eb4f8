"""One update of an incident: drafted for each, sent by a person's press only, once at most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.routers.incidents import wordings
from orchestration.cases import incidents
from orchestration.clock.followups import FollowUpKind
from orchestration.content import Content, MessageRef
from orchestration.delivery import SendEntry
from orchestration.errors import DeskError
from orchestration.errors.asking import MissingArgument
from orchestration.errors.incidents import (
    IncidentResolved,
    NoDraft,
    NothingToSendAll,
    NotInIncident,
    SupervisorsSend,
    UnknownIncident,
)
from orchestration.errors.ticket import NotAllowed, TicketClosed, Unchanged
from orchestration.events import RepliedPublicly, UpdateDrafted
from orchestration.people import Customer, Person, Staff
from orchestration.ports import Side
from orchestration.ports.incidents import Incident
from orchestration.status import Status
from orchestration.timeline import EntryRef
from tests.unit.centre.cast import ANNA, BEN, EVA, MAX, NOW, SAM, ticket
from tests.unit.centre.house import GROUP, House

DOWN = Incident(1, "Payment provider down", "Anna", NOW)
SAID = {"": Content("We are on it"), "es": Content("Estamos en ello")}


async def begun(house: House, *customers: Customer) -> None:
    """A ticket of each, all in incident 1; Anna answers the first."""
    async with house.begin() as uow:
        await incidents.begin(uow, "Payment provider down", ANNA, house.now)
    for number, customer in enumerate(customers, 1):
        await house.writes(customer)
        await joins(house, number)
    await house.answers(ANNA, 1)


async def joins(house: House, number: int) -> None:
    async with house.begin() as uow:
        one = await uow.tickets.get(number)
        incidents.join(one, await incidents.named(uow, 1), BEN, house.now)
        await incidents.keep(uow, one)


async def says(house: House, *, last: bool = False) -> incidents.Standing:
    """Ben drafts an update for all, and the courier shows it where it has not been shown."""
    async with house.begin() as uow:
        found = await incidents.named(uow, 1)
        return await incidents.update(uow, found, SAID, BEN, house.now, last=last)


async def shown(house: House) -> None:
    """The drafts stand in their topics."""
    async with house.begin() as uow:
        for one in await uow.tickets.of_incident(1):
            if one.draft is not None:
                ref = EntryRef(one.id, one.draft)
                await uow.links.add(MessageRef(GROUP, 1000 + one.id), ref, Side.STAFF)


async def presses(house: House, number: int, seq: int | None, by: Staff) -> None:
    """Someone presses Send below a draft."""
    message = MessageRef(GROUP, 1000 + number)
    await house.does(
        number, lambda uow, t: incidents.send(uow, t, seq or 0, by, message, house.now)
    )


async def releases(house: House, by: Staff = SAM, upto: int = 1) -> int:
    async with house.begin() as uow:
        found = await incidents.named(uow, 1)
        return await incidents.release(uow, found, upto, by, house.now)


async def heard(house: House, number: int) -> list[str]:
    """What the ticket's customer was answered about the incident."""
    said = [entry.event for entry in await house.entries(number)]
    words = [each.content.text for each in said if isinstance(each, RepliedPublicly)]
    return [each for each in words if each != "Tomorrow"]


async def test_a_draft_is_inside_until_someone_presses(house: House) -> None:
    """Nothing goes to a customer; then it is the presser's own public reply, and once."""
    await begun(house, EVA, MAX)
    await house.sent()
    standing = await says(house)
    assert (standing.tickets, standing.waiting) == (2, 2)
    assert not [body for body in await house.sent() if isinstance(body, SendEntry)]
    seq = (await house.ticket(1)).draft
    await presses(house, 1, seq, ANNA)
    assert await heard(house, 1) == ["We are on it"]
    with pytest.raises(NoDraft):
        await presses(house, 1, seq, ANNA)
    assert await heard(house, 2) == []


async def test_rights_are_those_of_a_reply(house: House) -> None:
    """Ben may not send, change or discard on Anna's ticket; nor may he send all."""
    await begun(house, EVA)
    await says(house)
    seq = (await house.ticket(1)).draft
    house.passes(minutes=1)
    with pytest.raises(DeskError, match="not-your-reply"):
        await presses(house, 1, seq, BEN)
    with pytest.raises(NotAllowed):
        await house.does(1, lambda uow, t: incidents.redraft(uow, t, Content("x"), BEN, house.now))
    one = await house.ticket(1)
    with pytest.raises(NotAllowed):
        incidents.discard(one, seq or 0, BEN, house.now)
    with pytest.raises(SupervisorsSend):
        await releases(house, BEN)


async def test_one_customer_gets_one_draft(house: House) -> None:
    """On the newest of their tickets; a closed one gets none."""
    await begun(house, EVA, MAX)
    async with house.begin() as uow:
        await uow.tickets.make_current(EVA.id, None)
    await house.writes(EVA, "Again")
    await joins(house, 3)
    await house.moves(2, Status.CLOSED)
    await says(house)
    drafts = [(await house.ticket(number)).draft is not None for number in (1, 2, 3)]
    assert drafts == [False, False, True]


async def test_all_that_wait_are_sent_by_the_clock(house: House) -> None:
    """Each in a commit of its own, where it stands in its topic; unowned tickets stay so."""
    await begun(house, EVA, MAX)
    await says(house)
    assert await releases(house) == 2
    await house.runs_due()
    assert (await heard(house, 1), await heard(house, 2)) == ([], [])  # not shown yet
    await shown(house)
    house.passes(seconds=5)
    await house.runs_due()
    await house.runs_due()
    assert await heard(house, 1) == ["We are on it"]
    assert await heard(house, 2) == ["We are on it"]
    assert (await house.ticket(2)).primary is None
    owner = (await house.ticket(1)).primary
    assert owner is not None
    assert owner.id == ANNA.id
    with pytest.raises(NothingToSendAll):
        await releases(house)


async def test_a_draft_that_is_never_shown_stays_for_people(house: House) -> None:
    """The clock does not ask for ever; the list of incidents shows that it waits."""
    await begun(house, EVA)
    await says(house)
    await releases(house)
    house.passes(hours=2)
    await house.runs_due()
    assert not [each for each in await house.scheduled() if each.kind is FollowUpKind.SEND_DRAFT]
    assert (await house.ticket(1)).draft is not None


async def test_each_reads_their_language(house: House) -> None:
    """Who writes in the language of the words without a mark reads those, whatever their app."""
    async with house.begin() as uow:
        await uow.people.learn(Person(EVA.id, "Eva", language="es"))
        await uow.people.learn(Person(MAX.id, "Max", language="es"))
        await incidents.begin(uow, "Payments", ANNA, house.now)
    for number, (customer, words) in enumerate(
        ((EVA, "Where is my order, please?"), (MAX, "¿Dónde está mi pedido?")), 1
    ):
        await house.writes(customer, words)
        await joins(house, number)
    async with house.begin() as uow:
        said = {"": Content("We are working on it, please wait"), "es": SAID["es"]}
        found = await incidents.named(uow, 1)
        await incidents.update(uow, found, said, BEN, house.now, last=False)
    for number, expected in ((1, "We are working on it, please wait"), (2, "Estamos en ello")):
        event = (await house.entries(number))[-1].event
        assert isinstance(event, UpdateDrafted)
        assert event.content.text == expected


async def test_what_was_released_is_not_a_newer_update(house: House) -> None:
    """A draft that came after Sam's press waits for a press of its own."""
    await begun(house, EVA)
    await says(house)
    await releases(house)
    await says(house)
    await shown(house)
    await house.runs_due()
    assert await heard(house, 1) == []
    with pytest.raises(NothingToSendAll):
        await releases(house, upto=1)
    assert not [each for each in await house.scheduled() if each.kind is FollowUpKind.SEND_DRAFT]


async def test_a_ticket_that_was_closed_meanwhile_is_skipped(house: House) -> None:
    """Nothing is said on it, and nothing fails."""
    await begun(house, EVA)
    await says(house)
    await shown(house)
    await releases(house)
    await house.moves(1, Status.CLOSED)
    await house.runs_due()
    assert await heard(house, 1) == []


async def test_the_last_update_ends_the_incident(house: House) -> None:
    """Its words are drafted; nothing joins it, and nothing more is said of it."""
    await begun(house, EVA)
    standing = await says(house, last=True)
    assert standing.incident.resolved_at == house.now
    assert (await house.ticket(1)).draft is not None
    with pytest.raises(IncidentResolved):
        await says(house)
    await house.writes(MAX)
    with pytest.raises(IncidentResolved):
        await joins(house, 2)


async def test_what_there_is_not(house: House) -> None:
    """Neither that incident nor a title."""
    async with house.begin() as uow:
        with pytest.raises(UnknownIncident):
            await incidents.named(uow, 9)
        with pytest.raises(MissingArgument):
            await incidents.begin(uow, " ", ANNA, house.now)


def test_joining_and_leaving() -> None:
    """Once each; who leaves leaves the draft behind; a closed ticket joins nothing."""
    case = ticket()
    with pytest.raises(NotInIncident):
        incidents.leave(case, ANNA, NOW)
    with pytest.raises(NotInIncident):
        incidents.draft(case, 1, Content("x"), ANNA, NOW)
    incidents.join(case, DOWN, ANNA, NOW)
    with pytest.raises(Unchanged):
        incidents.join(case, DOWN, ANNA, NOW)
    incidents.draft(case, 1, Content("x"), ANNA, NOW)
    incidents.leave(case, ANNA, NOW)
    assert (case.incident, case.draft) == (None, None)
    with pytest.raises(TicketClosed):
        incidents.join(ticket(Status.CLOSED), DOWN, ANNA, NOW)


def test_a_line_begins_another_language() -> None:
    """Where the desk speaks it; a language without words is refused."""
    spoken = frozenset({"en", "es"})
    said = wordings(Content("Wait.\nxx: no\nes: Espere.\nGracias."), spoken)
    assert {key: each.text for key, each in said.items()} == {
        "": "Wait.\nxx: no",
        "es": "Espere.\nGracias.",
    }
    with pytest.raises(MissingArgument):
        wordings(Content("es: Espere."), spoken)
    with pytest.raises(MissingArgument):
        wordings(Content("Wait.\nes:"), spoken)


@given(st.text(max_size=80))
def test_any_words_are_wordings_or_refused(text: str) -> None:
    """Nothing that people write breaks it, and nothing is said without words."""
    try:
        said = wordings(Content(text), frozenset({"en", "es"}))
    except MissingArgument:
        return
    assert "" in said
    assert len(said) == 1 or all(each.text for each in said.values())


DEEDS = st.lists(
    st.sampled_from(["update", "send", "stale", "discard", "release", "clock", "show", "write"]),
    max_size=14,
)


@given(DEEDS, st.sampled_from([ANNA, BEN, SAM]))
async def test_no_update_reaches_a_customer_without_a_press(deeds: list[str], who: Staff) -> None:
    """In whatever order people act: at most once each, and never more updates than presses."""
    house = House()
    await begun(house, EVA)
    drafts: list[int] = []
    pressed = updates = 0
    for deed in deeds:
        seq = (await house.ticket(1)).draft
        try:
            match deed:
                case "update":
                    await says(house)
                    updates += 1
                    drafts.append((await house.ticket(1)).draft or 0)
                case "send":
                    pressed += 1
                    await presses(house, 1, seq, who)
                case "stale" if drafts:
                    pressed += 1
                    await presses(house, 1, drafts[0], who)
                case "release":
                    pressed += 1
                    await releases(house, who, updates)
                case "discard" if seq:
                    one = await house.ticket(1)
                    incidents.discard(one, seq, who, house.now)
                    async with house.begin() as uow:
                        await incidents.keep(uow, one)
                case "clock":
                    house.passes(seconds=6)
                    await house.runs_due()
                case "show":
                    await shown(house)
                case _:
                    await house.writes(EVA, "Any news?")
        except DeskError:
            pass
    assert len(await heard(house, 1)) <= min(pressed, updates)
