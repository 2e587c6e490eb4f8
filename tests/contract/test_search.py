"""What a search finds, and in which order: the same on every store."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from orchestration.answering import rewording
from orchestration.cases import incidents
from orchestration.cases.searching import asked_for
from orchestration.content import Content
from orchestration.ports.incidents import Incident
from orchestration.timeline import EntryRef
from storage.seal import unsealed
from storage.unit_of_work import Database
from tests.contract.cases import ANA, BORIS, JOE, NOW, keep, new_ticket
from tests.contract.conftest import Store


async def _found(store: Store, asked: str, limit: int = 50) -> list[EntryRef]:
    async with store.begin() as uow:
        return list(await uow.search.find(asked_for(asked), limit))


async def test_messages_answers_and_notes_are_found(store: Store) -> None:
    """All that people wrote; those of the newest ticket first, its newest first."""
    first, second = new_ticket(1, ANA, "My tea is cold"), new_ticket(2, BORIS, "Tea again?")
    second.add_note(Content("He means the green tea."), JOE, NOW)
    first.reply_publicly(Content("Tea comes tomorrow."), JOE, NOW)
    await keep(store, first, second)
    assert await _found(store, "tea") == [
        EntryRef(2, 3),
        EntryRef(2, 2),
        EntryRef(1, 3),
        EntryRef(1, 2),
    ]
    assert await _found(store, "tea", limit=1) == [EntryRef(2, 3)]


async def test_an_incident_is_found_by_its_title(store: Store) -> None:
    """In each ticket that joined it; and neither by its number nor by who did so."""
    down = Incident(7, "Payment provider down", "Joe", NOW)
    first, second = new_ticket(1, ANA, "I cannot pay"), new_ticket(2, BORIS, "Tea again?")
    incidents.join(first, down, JOE, NOW)
    async with store.begin() as uow:
        await uow.incidents.save(down)
    await keep(store, first, second)
    assert await _found(store, "provider DOWN") == [EntryRef(1, 3)]
    assert await _found(store, "joe 7") == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("CAFÉ", True),
        ("cafe", True),
        ("naïve café", True),
        ("order", True),
        ("4711", True),
        ("471", True),
        ("47", False),
        ("or", False),
        ("harmless cafe", False),
        ("rder", False),
        ("dangerously", True),
        ("danger", True),
        ("4712", False),
        ("9876543211", False),
        ("9876543210", True),
        ("заказ", True),
        ("заказ".upper(), True),
        ("strasse", True),
        ("سفارش", True),
        ("'cafe':*", True),
        ('"cafe" OR', False),
        ("cafe AND NOT 4711", False),
        ("", False),
    ],
)
async def test_words_are_found_without_case_and_accents(
    store: Store, asked: str, *, found: bool
) -> None:
    """All of them in one message, by their beginnings; numbers by all of their digits."""
    words = "Naive Café! Dangerous 9876543210 ORDERS (#4711), \x00 Straße, мой заказ, سفارش من."
    await keep(store, new_ticket(1, ANA, words))
    assert await _found(store, asked) == ([EntryRef(1, 2)] if found else [])


async def test_an_edit_is_found_by_its_new_words(store: Store) -> None:
    """And by those that stood there before: someone may remember them."""
    ticket = new_ticket(1, ANA, "My tea is cold")
    rewording.edit_message(ticket, ticket.recorded[1], Content("My coffee is cold"), NOW)
    await keep(store, ticket)
    assert await _found(store, "coffee") == [EntryRef(1, 3)]
    assert await _found(store, "tea") == [EntryRef(1, 2)]


async def test_long_words_and_long_messages(store: Store) -> None:
    """Nothing that fits a message is too much for an index."""
    words = " ".join(f"w{number}" for number in range(900)) + " " + "x" * 4000
    await keep(store, new_ticket(1, ANA, words))
    assert await _found(store, "w899 " + "x" * 4000) == [EntryRef(1, 2)]


async def test_what_is_forgotten_is_not_found(database: Database) -> None:
    """The index follows when an entry's words are changed or its row goes."""
    await keep(database, new_ticket(1, ANA, "My tea is cold"), new_ticket(2, ANA, "More tea"))
    async with database.begin() as uow, unsealed(uow.connection):
        await uow.connection.execute(
            text("UPDATE timeline_entry SET words = NULL WHERE ticket_id = 1")
        )
        await uow.connection.execute(
            text("UPDATE timeline_entry SET words = 'milk' WHERE ticket_id = 2 AND seq = 2")
        )
    assert await _found(database, "tea") == []
    assert await _found(database, "milk") == [EntryRef(2, 2)]
    async with database.begin() as uow, unsealed(uow.connection):
        await uow.connection.execute(text("DELETE FROM timeline_entry WHERE ticket_id = 2"))
        await uow.connection.execute(text("DELETE FROM current_ticket"))
        await uow.connection.execute(text("DELETE FROM ticket WHERE id = 2"))
    assert await _found(database, "milk") == []


@given(said=st.text(max_size=60), at=st.integers(0, 5))
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
async def test_every_word_of_a_message_finds_it(database: Database, said: str, at: int) -> None:
    """Whatever the letters; what a database takes for letters does not matter."""
    async with database.begin() as uow:
        ticket = new_ticket(await uow.tickets.next_number(), ANA, said)
        await uow.tickets.save(ticket)
        for word in asked_for(said)[at:]:
            assert ticket.recorded == []
            assert EntryRef(ticket.id, 2) in await uow.search.find([word], 50)


def test_this_sqlite_can_search() -> None:
    """FTS5 is in every SQLite that Python brings."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(words)")
    connection.close()
