"""Topics of tickets that were closed long ago go, and nothing else does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from orchestration import deliveries, housekeeping
from orchestration.status import Status
from sandbox.cast import SAM, STAFF_CHAT_ID
from tests.unit.bot.house import MARIA_, House

MONTH = timedelta(days=30)


@pytest.fixture
async def old(house: House) -> House:
    """Ana's ticket 1 was closed more than a month ago, and she has a new one."""
    await house.writes("Where is my parcel?")
    await house.courier.drain()
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        for status in (Status.RESOLVED, Status.CLOSED):
            ticket.set_status(status, MARIA_, house.moment.now)
        await uow.tickets.save(ticket)
    house.moment.pass_(MONTH.total_seconds() + 1)
    await house.writes("Something else")
    await house.courier.drain()
    return house


async def _sweep(house: House) -> int:
    tidied = await housekeeping.tidy(house.store.begin, house.moment.now, MONTH)
    await house.courier.drain()
    return tidied.topics


async def test_the_topic_goes_and_the_record_stays(old: House) -> None:
    """Once; the other ticket's topic is not touched."""
    assert [await _sweep(old), await _sweep(old)] == [1, 0]
    assert [topic["deleted"] for topic in await old.topics()] == [True, False]
    assert (await old.ticket()).status is Status.CLOSED
    async with old.store.begin() as uow:
        assert await uow.places.of(1) is None
        assert await uow.timeline.of(1)
    assert (old.left(), old.set_aside()) == ([], [])


async def test_a_topic_that_someone_deleted_before(old: House) -> None:
    """Is as good as deleted: it is not built anew for that."""
    await old.topic_is("delete")
    assert [await _sweep(old), await _sweep(old)] == [1, 0]
    assert len(await old.topics()) == 2
    assert (old.left(), old.set_aside()) == ([], [])


async def test_without_the_right_to_delete(old: House) -> None:
    """Nothing is lost and nothing is held up; the next sweep asks again.

    A bot may always delete what it created itself, so this topic is one that Sam made.
    """
    by_sam = {"chat_id": STAFF_CHAT_ID, "action": "create", "name": "By hand", "by": SAM}
    thread = (await old.post("/sim/topics", by_sam))["message_thread_id"]
    place = replace(await old.place(), thread=thread)
    async with old.store.begin() as uow:
        await uow.places.save(place)
    for may in (False, True):
        rights = {"can_delete_messages": may}
        await old.post("/sim/rights", {"chat_id": STAFF_CHAT_ID, "rights": rights})
        assert await _sweep(old) == 1
        assert (old.left(), old.set_aside()) == ([], [])
        deleted = [each["message_thread_id"] for each in await old.topics() if each["deleted"]]
        assert deleted == ([thread] if may else [])
        async with old.store.begin() as uow:
            assert await uow.places.of(1) == (None if may else place)


async def test_telegram_in_trouble(old: House) -> None:
    """It is tried again, as everything is."""
    await old.fault("deleteForumTopic", "500")
    assert await _sweep(old) == 1
    (left,) = old.left()
    assert left.delivery == deliveries.delete_topic(1)
    old.moment.pass_(2)
    await old.courier.drain()
    assert (await old.topics())[0]["deleted"]
    assert old.left() == []


async def test_a_ticket_without_a_topic(old: House) -> None:
    """There is nothing to delete, and none is opened for it."""
    await old.decides(deliveries.delete_topic(7))
    await old.courier.drain()
    assert len(await old.topics()) == 2
