"""The audit of a ticket: its pages, and where a supervisor stepped in."""

from datetime import datetime

import pytest

from orchestration import audit
from orchestration.answering import rewording
from orchestration.audit import PAGE, Auditor
from orchestration.content import Content
from orchestration.people import Staff
from orchestration.status import Status
from orchestration.ticket import Ticket
from tests.unit.centre.cast import ADA, ANNA, BEN, EVA, NOW, SAM, known, words
from tests.unit.centre.house import House


def _owned(by: Staff | None) -> Ticket:
    ticket = Ticket.open(142, EVA, words(), NOW, None)
    ticket.receive(words(), NOW)
    if by is not None:
        ticket.claim(by, NOW)
    return ticket


def _marks(ticket: Ticket) -> list[bool]:
    return [each.intervention for each in Auditor().read(ticket.recorded)]


def _does(ticket: Ticket, what: str, by: Staff, at: datetime = NOW) -> None:
    match what:
        case "claim":
            ticket.claim(by, at)
        case "assign":
            ticket.assign(known(BEN), by, at)
        case "release":
            ticket.release(by, at)
        case "reply":
            ticket.reply_publicly(Content("Sorry"), by, at)
        case "status":
            ticket.set_status(Status.RESOLVED, by, at)
        case "take back":
            reply = ticket.reply_publicly(Content("Sorry"), ANNA, at)
            rewording.delete_reply(ticket, reply, by, at)
        case _:
            ticket.add_note(Content("Hm"), by, at)


@pytest.mark.parametrize("by", [SAM, ADA])
@pytest.mark.parametrize(
    ("what", "stepped_in"),
    [
        ("claim", True),
        ("assign", True),
        ("release", True),
        ("reply", True),
        ("status", True),
        ("take back", True),
        ("note", False),
    ],
)
def test_what_is_an_intervention(by: Staff, what: str, *, stepped_in: bool) -> None:
    """What a supervisor does to a colleague's ticket, save for notes."""
    ticket = _owned(ANNA)
    _does(ticket, what, by)
    assert _marks(ticket)[-1] is stepped_in
    assert not any(_marks(ticket)[:-1])


@pytest.mark.parametrize("what", ["claim", "assign", "reply", "status", "note"])
def test_what_is_none(what: str) -> None:
    """What a supervisor does to a ticket that nobody has; what its owner does."""
    free = _owned(None)
    _does(free, what, SAM)
    own = _owned(ANNA)
    _does(own, "assign" if what == "claim" else what, ANNA)
    assert not any((*_marks(free), *_marks(own)))


def test_who_answers_is_followed() -> None:
    """Through claims, assignments, releases and first answers."""
    ticket = _owned(ANNA)
    ticket.assign(known(SAM), ANNA, NOW)
    ticket.reply_publicly(Content("Mine now"), SAM, NOW)
    ticket.release(SAM, NOW)
    ticket.reply_publicly(Content("And mine"), BEN, NOW)
    ticket.reply_publicly(Content("Let me"), SAM, NOW)
    ticket.claim(SAM, NOW)
    ticket.reply_publicly(Content("Again"), SAM, NOW)
    ticket.assign(known(ANNA), SAM, NOW)
    ticket.lose_primary(NOW)
    ticket.reply_publicly(Content("Free"), SAM, NOW)
    assert [place + 1 for place, mark in enumerate(_marks(ticket)) if mark] == [8, 9]


async def test_pages(house: House) -> None:
    """The newest unless another is wanted; none beyond the ends; each entry on one of them."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    for number in range(2 * PAGE):
        await house.notes(ANNA, 1, f"note {number}")
    house.passes(minutes=1)
    await house.answers(SAM, 1)
    version = (await house.ticket(1)).version
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        newest = await audit.page(uow, ticket)
        pages = [await audit.page(uow, ticket, number) for number in (1, 2, 3)]
        assert await audit.page(uow, ticket, 10**9) == newest == pages[-1]
        assert await audit.page(uow, ticket, 0) == newest
        assert await audit.page(uow, ticket, -1) == pages[0]
    assert [page.number for page in pages] == [1, 2, 3]
    shown = [each.entry.seq for page in pages for each in page.entries]
    assert shown == list(range(1, version + 1))
    assert newest.entries[-1].intervention


async def test_a_long_timeline_is_read_in_stretches(house: House) -> None:
    """Who answers is known however long ago they claimed it."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        for _ in range(2 * audit._BATCH):
            ticket.add_note(words("Hm"), BEN, NOW)
        ticket.set_status(Status.RESOLVED, SAM, NOW)
        await uow.tickets.save(ticket)
        (last,) = [each for each in (await audit.page(uow, ticket)).entries if each.intervention]
    assert last.entry.seq == ticket.version
