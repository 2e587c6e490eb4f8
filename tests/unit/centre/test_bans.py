"""Banning: one entry a change, refusals change nothing, and nobody is called for the banned."""

import pytest

from orchestration.clock.followups import FollowUpKind
from orchestration.customers import bans
from orchestration.errors import DeskError
from orchestration.errors.customers import AlreadyBanned, CannotBanStaff, NotBanned
from orchestration.errors.ticket import NotAllowed
from orchestration.events import CustomerBanned, CustomerUnbanned, MessageWithheld, StatusSet
from orchestration.people import Customer, Staff
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.timeline import Audience
from tests.unit.centre.cast import ANNA, BEN, EVA, MAX, SAM, words
from tests.unit.centre.house import House


async def _ban(house: House, number: int, by: Staff = ANNA) -> None:
    await house.does(number, lambda uow, t: bans.ban(uow, t, "spam", by, house.now))


async def _unban(house: House, number: int, by: Staff = ANNA) -> None:
    await house.does(number, lambda uow, t: bans.unban(uow, t, by, house.now))


async def _withheld(house: House, customer: Customer, text: str) -> bool:
    async with house.begin() as uow:
        return await bans.withhold(uow, customer, words(text), house.now)


async def test_a_ban_is_one_entry_and_ends_the_ticket(house: House) -> None:
    """Its others that nobody has claimed end, too, each by an entry of its own."""
    first, _ = await house.writes(EVA)
    async with house.begin() as uow:
        await uow.tickets.make_current(EVA.id, None)
    second, _ = await house.writes(EVA)
    await _ban(house, second)
    banned = (await house.entries(second))[-1]
    assert (banned.event, banned.actor) == (CustomerBanned("spam"), ANNA)
    assert banned.audience is Audience.INTERNAL
    assert banned.move is not None
    assert (await house.entries(first))[-1].event == StatusSet()
    assert (await house.ticket(first)).status is Status.RESOLVED
    assert {due.kind for due in await house.scheduled()} == {FollowUpKind.CLOSE}


async def test_what_is_withheld_is_kept_counted_and_told_once(house: House) -> None:
    """Nothing of it is for the topic, and others write as ever."""
    number, _ = await house.writes(EVA)
    await _ban(house, number)
    await house.sent()
    for text in ("one", "two", "three"):
        assert await _withheld(house, EVA, text)
    assert not await _withheld(house, MAX, "hello")
    assert await house.told(EVA) == [PublicSentence.BANNED]
    entries = (await house.entries(number))[-3:]
    assert [entry.event for entry in entries] == [
        MessageWithheld(words(text)) for text in ("one", "two", "three")
    ]
    assert {entry.audience for entry in entries} == {Audience.INTERNAL}
    assert (await house.ticket(number)).status is Status.RESOLVED
    assert {delivery.body.kind for delivery in await house.outbox()} == {
        "tell_privately",
        "show_card",
    }
    await _unban(house, number)
    assert (await house.entries(number))[-1].event == CustomerUnbanned(3)
    assert (await house.told(EVA))[-1] is PublicSentence.UNBANNED
    assert not await _withheld(house, EVA, "four")


async def test_who_never_knew_of_a_ban_hears_nothing_of_its_end(house: House) -> None:
    """They wrote nothing meanwhile."""
    number, _ = await house.writes(EVA)
    await _ban(house, number)
    await house.sent()
    await _unban(house, number)
    assert await house.told(EVA) == []


async def test_a_refusal_changes_nothing(house: House) -> None:
    """Whatever the reason."""
    number, _ = await house.writes(EVA)
    own, _ = await house.writes(Customer(BEN.id, "Ben"))
    await house.meets(BEN)
    await house.does(number, lambda uow, t: assignment.claim(uow, t, BEN, house.now))
    before = (await house.entries(number), await house.entries(own), await house.outbox())
    refused: list[tuple[type[DeskError], int, Staff]] = [
        (NotAllowed, number, ANNA),
        (CannotBanStaff, own, SAM),
    ]
    for error, which, by in refused:
        with pytest.raises(error):
            await _ban(house, which, by)
    with pytest.raises(NotBanned):
        await _unban(house, number, BEN)
    assert before == (await house.entries(number), await house.entries(own), await house.outbox())
    await _ban(house, number, BEN)
    with pytest.raises(AlreadyBanned):
        await _ban(house, number, SAM)
    with pytest.raises(NotAllowed):
        await _unban(house, number, ANNA)
