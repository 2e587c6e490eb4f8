"""What is put away, and what never is; and how what was given up is tried again."""

from dataclasses import replace
from datetime import timedelta

from orchestration import deliveries, housekeeping
from orchestration.delivery import DeleteTopic
from orchestration.ports import Place, Update
from orchestration.status import Status
from orchestration.ticket import Ticket
from tests.contract.cases import (
    ANA,
    BORIS,
    JOE,
    MINUTE,
    NOW,
    keep,
    new_ticket,
    told,
    waiting,
    words,
)
from tests.contract.conftest import Store

DAY = timedelta(days=1)


def _update(number: int) -> Update:
    return Update(1, number, "private:7", "{}")


def _closed(number: int, days: int) -> Ticket:
    ticket = new_ticket(number, ANA if number % 2 else BORIS)
    for status in (Status.RESOLVED, Status.CLOSED):
        ticket.set_status(status, JOE, NOW - days * DAY)
    return ticket


async def test_handled_updates_go_and_others_stay(store: Store) -> None:
    """The oldest first; what waits or was set aside stays however old it is."""
    async with store.begin() as uow:
        for number in range(1, 6):
            await uow.inbox.add([_update(number)], NOW + number * MINUTE)
        for number in (1, 2, 3):
            await uow.inbox.done(1, number, NOW + 9 * MINUTE)
        await uow.inbox.failed(1, 4, "no", tries=1)
    async with store.begin() as uow:
        assert await uow.housekeeping.purge_updates(NOW + MINUTE, 10) == 0
        assert await uow.housekeeping.purge_updates(NOW + 3 * MINUTE, 1) == 1
        assert await uow.housekeeping.purge_updates(NOW + 3 * MINUTE, 10) == 1
        known = [_update(number) for number in range(1, 6)]
        assert await uow.inbox.add(known, NOW) == [_update(1), _update(2)]
        assert await uow.inbox.set_aside_count() == 1


async def test_sent_deliveries_go_and_others_stay(store: Store) -> None:
    """What waits, or was set aside, is nobody's past."""
    async with store.begin() as uow:
        await uow.outbox.add(*(told(name) for name in ("old", "older", "new", "aside", "waits")))
    async with store.begin() as uow:
        ids = {name: pending.id for name, pending in (await waiting(uow)).items()}
        await uow.courier.sent(ids["older"], NOW - 2 * MINUTE, 1)
        await uow.courier.sent(ids["old"], NOW - MINUTE, 1)
        await uow.courier.sent(ids["new"], NOW, 1)
        await uow.courier.set_aside(ids["aside"], NOW - 9 * MINUTE, "no")
    async with store.begin() as uow:
        assert await uow.housekeeping.purge_deliveries(NOW, 1) == 1
        spent = await uow.courier.spent_since(NOW - DAY)
        assert [each.at for each in spent] == [NOW - MINUTE, NOW]
        assert await uow.housekeeping.purge_deliveries(NOW, 10) == 1
        assert await uow.courier.set_aside_count() == 1
        assert list(await waiting(uow)) == ["waits"]


async def test_tickets_closed_long_ago_that_still_have_a_topic(store: Store) -> None:
    """The longest closed first; without a place, or not closed, is not among them."""
    resolved = new_ticket(5)
    resolved.set_status(Status.RESOLVED, JOE, NOW - 99 * DAY)
    tickets = [_closed(1, 31), _closed(2, 40), _closed(3, 29), _closed(4, 50), resolved]
    await keep(store, *tickets)
    async with store.begin() as uow:
        for number in (1, 2, 3, 5):
            await uow.places.save(Place(number, -100, number))
        long_closed = uow.housekeeping.long_closed
        assert await long_closed(NOW - 30 * DAY, 10) == [2, 1]
        assert await long_closed(NOW - 30 * DAY, 1) == [2]
        assert await long_closed(NOW - 60 * DAY, 10) == []


async def test_a_forgotten_place(store: Store) -> None:
    """Exactly that one: a topic that was built anew meanwhile stays."""
    await keep(store, new_ticket())
    place = Place(1, -100, 7)
    async with store.begin() as uow:
        await uow.places.save(place)
        await uow.places.forget(replace(place, thread=6))
        assert await uow.places.of(1) == place
        await uow.places.forget(place)
        await uow.places.forget(place)
        assert await uow.places.of(1) is None
        assert await uow.places.ticket_at(-100, 7) is None


async def test_tidying_keeps_to_its_terms(store: Store) -> None:
    """Updates three days, deliveries seven, topics as long as the owner says; twice is harmless."""
    await keep(store, _closed(1, 31), _closed(2, 29))
    async with store.begin() as uow:
        for number in (1, 2):
            await uow.places.save(Place(number, -100, number))
        for number, days in ((1, 4), (2, 2)):
            await uow.inbox.add([_update(number)], NOW - days * DAY)
            await uow.inbox.done(1, number, NOW - days * DAY)
        await uow.outbox.add(told("old"), told("new"))
        for pending in await uow.courier.pending(NOW):
            days = {"old": 8, "new": 6}[words(pending)]
            await uow.courier.sent(pending.id, NOW - days * DAY, 1)
    assert await housekeeping.tidy(store.begin, NOW, None) == housekeeping.Tidied(1, 1, 0)
    for _ in range(2):
        tidied = await housekeeping.tidy(store.begin, NOW, 30 * DAY)
        assert tidied == housekeeping.Tidied(0, 0, 1)
    async with store.begin() as uow:
        (asked,) = await uow.courier.pending(NOW)
        assert asked.delivery == deliveries.delete_topic(1)
        assert isinstance(asked.delivery.body, DeleteTopic)
        assert (await uow.tickets.get(1)).status is Status.CLOSED


async def test_large_leftovers_go_in_several_commits(store: Store) -> None:
    """All of it, a batch at a time."""
    total = 2 * housekeeping.BATCH + 1
    async with store.begin() as uow:
        await uow.inbox.add([_update(number) for number in range(total)], NOW - 9 * DAY)
        for number in range(total):
            await uow.inbox.done(1, number, NOW - 9 * DAY)
    assert (await housekeeping.tidy(store.begin, NOW, None)).updates == total


async def test_updates_that_were_given_up_are_tried_again(store: Store) -> None:
    """As if they were new: in their order, with as many tries; the reasons were to be seen."""
    async with store.begin() as uow:
        await uow.inbox.add([_update(number) for number in (5, 6, 7)], NOW)
        await uow.inbox.failed(1, 5, "ValueError: five", tries=1)
        await uow.inbox.failed(1, 6, "ValueError: six", tries=1)
    async with store.begin() as uow:
        (newest,) = await uow.inbox.given_up(1)
        assert (newest.what, newest.reason) == ("update 6", "ValueError: six")
        assert [each.what for each in await uow.inbox.given_up()] == ["update 6", "update 5"]
        assert await uow.inbox.try_again() == 2
        assert await uow.inbox.try_again() == 0
    async with store.begin() as uow:
        assert [each.id for each in await uow.inbox.waiting("private:7")] == [5, 6, 7]
        assert not await uow.inbox.failed(1, 5, "again", tries=2)
        assert await uow.inbox.set_aside_count() == 0
        assert await uow.inbox.given_up() == []


async def test_deliveries_that_were_given_up_are_tried_again(store: Store) -> None:
    """At once and as if they were new, but for those that something newer has overtaken."""
    async with store.begin() as uow:
        await uow.outbox.add(told("lost"), told("card 1", collapse="a"), told("card", collapse="b"))
        ids = {name: pending.id for name, pending in (await waiting(uow)).items()}
        await uow.courier.later(ids["lost"], NOW + DAY, "busy")
        for name, id_ in ids.items():
            await uow.courier.set_aside(id_, NOW, f"no {name}")
        await uow.outbox.add(told("card 2", collapse="a"))
        (id_,) = [pending.id for pending in (await waiting(uow)).values()]
        await uow.courier.set_aside(id_, NOW, "no card 2")
        await uow.outbox.add(told("card now", collapse="b"))
    async with store.begin() as uow:
        (newest,) = await uow.courier.given_up(1)
        assert newest.reason == "no card 2"
        assert newest.what == f"tell_topic {id_}"
        assert await uow.courier.try_again() == 2
        assert await uow.courier.try_again() == 0
    async with store.begin() as uow:
        again = await waiting(uow)
        assert set(again) == {"lost", "card 2", "card now"}
        assert again["lost"].attempts == 0
        assert again["lost"].not_before is None
        assert await uow.courier.set_aside_count() == 0
