"""The outbox: in order, and of one `collapse` name only the newest."""

import pytest
from sqlalchemy.exc import IntegrityError

from orchestration.content import Content, MessageRef
from orchestration.deliveries import NotForCustomers, to_customer, to_topic
from orchestration.delivery import (
    Answer,
    Delivery,
    DressTopic,
    Lane,
    MarkMessage,
    Offer,
    PinCard,
    SendEntry,
    ShowCard,
)
from orchestration.sentences import Facts
from orchestration.status import Status
from orchestration.timeline import Audience
from tests.contract.cases import (
    ANA,
    JOE,
    MARIA,
    MINUTE,
    NOW,
    keep,
    new_ticket,
    told,
    told_privately,
    waiting,
)
from tests.contract.conftest import Store


async def test_deliveries_come_back_as_they_were(store: Store) -> None:
    """Of every kind, with their entry, audience, chat and name."""
    ticket = new_ticket()
    reply = ticket.reply_publicly(Content("Hot again 😀"), MARIA, NOW)
    note = ticket.add_note(Content("She likes it hot"), JOE, NOW)
    facts: Facts = {"status": Status.OPEN, "word": "open", "all": (Status.NEW,)}
    message = MessageRef(-100123, 4)
    deliveries = [
        to_customer(ticket, reply),
        to_topic(reply),
        to_topic(note),
        told_privately("hello", ANA.id),
        Delivery(Lane.REPLY, Answer(message, "x", facts, 3, JOE.id, Offer.ASK_OWNER), 1),
        Delivery(Lane.COSMETIC, MarkMessage(message), 1),
        Delivery(Lane.COSMETIC, ShowCard(), 1, collapse="card:1"),
        Delivery(Lane.COSMETIC, PinCard(), 1, collapse="pin:1"),
        Delivery(Lane.COSMETIC, DressTopic(), 1, collapse="dress:1"),
    ]
    async with store.begin() as uow:
        await uow.outbox.add(*deliveries)
        await uow.tickets.save(ticket)
    async with store.begin() as uow:
        pending = await uow.courier.pending(NOW)
    assert sorted(deliveries, key=lambda one: one.lane) == [one.delivery for one in pending]
    assert {(one.attempts, one.not_before) for one in pending} == {(0, None)}


async def test_lanes_go_before_age(store: Store) -> None:
    """Within a lane the older goes first, across units of work."""
    async with store.begin() as uow:
        await uow.outbox.add(told("d", Lane.COSMETIC), told("b", Lane.NOTE), told("c", Lane.NOTE))
    async with store.begin() as uow:
        await uow.outbox.add(told("a", Lane.REPLY), told("e", Lane.COSMETIC))
    async with store.begin() as uow:
        assert list(await waiting(uow)) == ["a", "b", "c", "d", "e"]
        assert len(await uow.courier.pending(NOW, limit=2)) == 2
        await uow.outbox.add()


async def test_the_newer_of_a_name_replaces_the_older_in_its_turn(store: Store) -> None:
    """It is a new delivery with a new id, at the older one's place in the line."""
    async with store.begin() as uow:
        await uow.outbox.add(told("one"), told("two", collapse="card"), told("three"))
        old = (await waiting(uow))["two"]
    async with store.begin() as uow:
        await uow.outbox.add(told("four"), told("two again", collapse="card"))
    async with store.begin() as uow:
        now = await waiting(uow)
        assert list(now) == ["one", "two again", "three", "four"]
        assert now["two again"].id != old.id
        assert await uow.courier.claim([old.id], NOW, NOW + MINUTE) == []


async def test_names_collapse_within_one_call(store: Store) -> None:
    """The newest content, at the first one's place."""
    async with store.begin() as uow:
        await uow.outbox.add(
            told("x", collapse="card"), told("y"), told("z", collapse="card"), told("w")
        )
        assert list(await waiting(uow)) == ["z", "y", "w"]


async def test_only_the_same_name_collapses(store: Store) -> None:
    """Those without a name never do."""
    async with store.begin() as uow:
        await uow.outbox.add(told("a", collapse="1"), told("b", collapse="2"), told("c"), told("d"))
        assert list(await waiting(uow)) == ["a", "b", "c", "d"]


async def test_what_is_claimed_or_sent_is_not_replaced(store: Store) -> None:
    """The newer one waits beside it."""
    async with store.begin() as uow:
        await uow.outbox.add(told("old", collapse="card"))
        old = (await waiting(uow))["old"]
        await uow.courier.claim([old.id], NOW, NOW + MINUTE)
    async with store.begin() as uow:
        await uow.outbox.add(told("new", collapse="card"))
        assert list(await waiting(uow)) == ["new"]
        await uow.courier.sent(old.id, NOW, 1)
        await uow.outbox.add(told("newest", collapse="card"))
        assert list(await waiting(uow)) == ["newest"]
        assert len(await uow.courier.spent_since(NOW)) == 1


async def test_a_note_cannot_be_sent_to_a_customer(store: Store) -> None:
    """Even when the code around `to_customer` is wrong, the unit of work is refused."""
    ticket = new_ticket()
    note = ticket.add_note(Content("inside"), JOE, NOW)
    await keep(store, ticket)
    for audience in (Audience.INTERNAL, Audience.PUBLIC, None):
        body = SendEntry(note.ref)
        wrong = Delivery(Lane.REPLY, body, ticket.id, ANA.id, audience=audience)
        with pytest.raises((IntegrityError, NotForCustomers)):
            await _add(store, wrong)
    async with store.begin() as uow:
        assert await uow.courier.pending(NOW) == []


async def _add(store: Store, delivery: Delivery) -> None:
    async with store.begin() as uow:
        await uow.outbox.add(delivery)
