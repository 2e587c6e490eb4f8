"""Tickets linked to each other and merged into one."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.cases import filing, linking
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting.briefing import read_matter
from orchestration.customers.conversation import choose
from orchestration.errors import DeskError
from orchestration.errors.filing import (
    BadTicketNumber,
    NotLinked,
    NotOneCustomer,
    SameTicket,
    TooManyLinks,
    UnknownTicket,
)
from orchestration.errors.ticket import NotAllowed, TicketClosed, Unchanged
from orchestration.events import Absorbed, CustomerWrote, Linked, Merged, Unlinked, Urgency
from orchestration.people import Staff
from orchestration.status import Status
from orchestration.timeline import Audience
from tests.unit.centre.cast import ANNA, BEN, EVA, MAX, SAM
from tests.unit.centre.house import House


async def _two() -> House:
    """Eva's tickets 1 and 2."""
    house = House()
    await house.writes(EVA, "Where is my order?")
    await _opens(house, "It is order 4711.")
    return house


async def _opens(house: House, words: str) -> int:
    house.passes(minutes=1)
    async with house.begin() as uow:
        await uow.tickets.make_current(EVA.id, None)
    return (await house.writes(EVA, words))[0]


async def _links(house: House, number: int, other: int, by: Staff = ANNA) -> None:
    await house.does(number, lambda uow, t: linking.link(uow, t, other, by, house.now))


async def _merges(house: House, number: int, other: int, by: Staff = ANNA) -> None:
    house.passes(minutes=1)
    await house.does(number, lambda uow, t: linking.merge(uow, house.desk, t, other, by, house.now))


async def test_a_link_is_on_both() -> None:
    """An entry in each; also to a ticket that is closed, and of another customer."""
    house = await _two()
    third, _ = await house.writes(MAX)
    await house.moves(third, Status.CLOSED)
    await _links(house, 1, third)
    await _links(house, 1, 2)
    assert (await house.ticket(1)).links == (2, 3)
    assert (await house.ticket(third)).links == (1,)
    last = (await house.entries(third))[-1]
    assert (last.event, last.actor, last.audience) == (Linked(1), ANNA, Audience.INTERNAL)


async def test_a_link_can_be_taken_away_from_either_side() -> None:
    """It is gone from both."""
    house = await _two()
    await _links(house, 1, 2)
    await house.does(2, lambda uow, t: linking.unlink(uow, t, 1, BEN, house.now))
    for number, other in ((1, 2), (2, 1)):
        assert (await house.ticket(number)).links == ()
        assert (await house.entries(number))[-1].event == Unlinked(other)


async def test_links_are_refused() -> None:
    """To itself, to nothing, twice, and too many; nothing has changed then."""
    house = await _two()
    for number in range(linking.MAX_LINKS):
        await _links(
            house, 1, (await house.writes(MAX))[0] if number == 0 else await _another(house)
        )
    for other, refusal in ((1, SameTicket), (99, UnknownTicket), (3, Unchanged), (2, TooManyLinks)):
        before = await house.ticket(1)
        with pytest.raises(refusal):
            await _links(house, 1, other)
        assert await house.ticket(1) == before
    with pytest.raises(NotLinked):
        await house.does(1, lambda uow, t: linking.unlink(uow, t, 2, ANNA, house.now))


async def _another(house: House) -> int:
    async with house.begin() as uow:
        await uow.tickets.make_current(MAX.id, None)
    return (await house.writes(MAX))[0]


async def test_the_other_goes_on_here() -> None:
    """It closes with a pointer; tags, urgency and the wish for a person come along."""
    house = await _two()
    async with house.begin() as uow:
        other = await uow.tickets.get(2)
        filing.tag(other, "vip", BEN, house.now)
        filing.set_priority(other, Urgency.URGENT, BEN, house.now)
        other.call_people(house.now)
        await uow.tickets.save(other)
    await _merges(house, 1, 2)
    one, other = await house.ticket(1), await house.ticket(2)
    assert (one.absorbed, one.tags, one.urgency) == ((2,), ("vip",), Urgency.URGENT)
    assert (one.people_called, one.autonomy) == (True, False)
    assert (other.status, other.merged_into) == (Status.CLOSED, 1)
    assert (await house.entries(1))[-1].event == Absorbed(2, ("vip",), Urgency.URGENT)
    assert (await house.entries(2))[-1].event == Merged(1)
    assert [due.ticket for due in await house.scheduled() if due.ticket == 2] == []


async def test_what_the_customer_writes_belongs_to_the_one_that_goes_on() -> None:
    """Plain, in reply to the other's message, and after choosing the other from the list."""
    house = await _two()
    _, theirs = await house.writes(EVA, "Hello?")
    await _merges(house, 1, 2)
    assert await house.current(EVA) == 1
    assert (await house.writes(EVA, "And?"))[0] == 1
    assert (await house.writes(EVA, "This one.", theirs))[0] == 1
    async with house.begin() as uow:
        await choose(uow, EVA, 2)
    assert (await house.writes(EVA, "Still there?"))[0] == 1


async def test_specialists_read_both_as_one() -> None:
    """In the order in which things were said, through as many merges as there were."""
    house = await _two()
    await _opens(house, "Order 4711 again.")
    await _merges(house, 2, 3)
    await _merges(house, 1, 2)
    await house.writes(EVA, "Thank you.")
    async with house.begin() as uow:
        due = FollowUp(1, FollowUpKind.CONSULT, house.now)
        brief = (await read_matter(uow, house.desk, due)).brief
    said = [one.event.content.text for one in brief.entries if isinstance(one.event, CustomerWrote)]
    assert said == ["Where is my order?", "It is order 4711.", "Order 4711 again.", "Thank you."]
    assert (await house.ticket(1)).absorbed == (3, 2)


async def test_a_ticket_that_was_done_is_open_again_with_what_is_not() -> None:
    """The work that the other needs is not resolved with it."""
    house = await _two()
    await house.moves(1, Status.RESOLVED)
    await _merges(house, 1, 2)
    assert (await house.ticket(1)).status is Status.OPEN


@pytest.mark.parametrize(
    ("number", "other", "by", "refusal"),
    [
        (1, 1, ANNA, SameTicket),
        (1, 99, ANNA, UnknownTicket),
        (1, 3, ANNA, NotOneCustomer),
        (1, 4, ANNA, TicketClosed),
        (4, 1, ANNA, TicketClosed),
        (1, 2, BEN, NotAllowed),
        (2, 1, BEN, NotAllowed),
    ],
)
async def test_merges_are_refused(
    number: int, other: int, by: Staff, refusal: type[DeskError]
) -> None:
    """Of two customers, of a closed one, and of a colleague's; nothing has changed then."""
    house = await _two()
    await house.answers(ANNA, 2)
    await house.writes(MAX)
    await _opens(house, "Never mind.")
    await house.moves(4, Status.CLOSED)
    before = [await house.ticket(each) for each in (1, 2, 3, 4)]
    with pytest.raises(refusal):
        await _merges(house, number, other, by)
    assert [await house.ticket(each) for each in (1, 2, 3, 4)] == before


async def test_a_supervisor_may_merge_a_colleagues_ticket() -> None:
    """As with everything else."""
    house = await _two()
    await house.answers(ANNA, 2)
    await _merges(house, 1, 2, SAM)
    assert (await house.ticket(2)).merged_into == 1


@given(st.text() | st.from_regex(r"[-#0-9٣² ]{0,25}", fullmatch=True))
def test_whatever_is_typed_as_a_number(typed: str) -> None:
    """It is a number that a database holds, or is refused."""
    found = None
    with contextlib.suppress(BadTicketNumber):
        found = linking.number_named(typed, "/link #7")
    digits = typed.strip().removeprefix("#")
    good = digits.isascii() and digits.isdigit() and len(digits) <= 18
    assert found == (int(digits) if good else None)
