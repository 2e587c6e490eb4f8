"""What the databases hold by themselves, told to them past all of the code."""

from typing import Any

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from orchestration.content import Content
from orchestration.errors import StaleTicket
from storage.seal import unsealed
from storage.unit_of_work import Database
from tests.contract.cases import ANA, BORIS, JOE, MARIA, NOW, keep, new_ticket

_OUTBOX = """
    INSERT INTO outbox (lane, turn, kind, body, ticket_id, entry_seq, audience, chat)
    VALUES (1, 1, :kind, '{}', :ticket, :seq, :audience, :chat)
"""
_NAMED = "INSERT INTO outbox (lane, turn, kind, body, collapse)"


async def _tell(database: Database, statement: str, **parameters: Any) -> None:
    async with database.begin() as uow:
        await uow.connection.execute(text(statement), parameters)


async def _tell_unsealed(database: Database, statement: str) -> None:
    """Past the seal of the timeline, to see what else holds."""
    async with database.begin() as uow, unsealed(uow.connection):
        await uow.connection.execute(text(statement))


async def _conversation(database: Database) -> None:
    """Entry 3 is a public reply, entry 4 a note."""
    ticket = new_ticket()
    ticket.reply_publicly(Content("Hot again"), MARIA, NOW)
    ticket.add_note(Content("She likes it hot"), JOE, NOW)
    await keep(database, ticket)


@pytest.mark.parametrize(
    "delivery",
    [
        {"audience": "internal"},  # a note as itself
        {"audience": "public"},  # a note that says it is public
        {"audience": None},  # a note that does not say what it is
        {"audience": "anyone"},
        {"audience": "public", "ticket": None},  # a note of no ticket
        {"seq": None, "audience": None},  # something to send, and not what
        {"seq": 3, "audience": "internal"},  # a reply that says it is a note
        {"seq": 3, "audience": None},
        {"seq": 3, "audience": "public", "chat": None},  # to the staff, as if to a customer
    ],
)
async def test_a_note_has_no_public_delivery(
    database: Database, delivery: dict[str, object]
) -> None:
    """However it is told."""
    await _conversation(database)
    row = {"kind": "send_entry", "ticket": 1, "seq": 4, "chat": ANA.id} | delivery
    with pytest.raises(IntegrityError):
        await _tell(database, _OUTBOX, **row)


@pytest.mark.parametrize("kind", ["show_entry", "tell_privately", "anything"])
async def test_nor_under_another_kind(database: Database, kind: str) -> None:
    """An entry that goes to a private chat is public, whatever the delivery is called."""
    await _conversation(database)
    for audience in ("internal", "public"):
        row = {"kind": kind, "ticket": 1, "seq": 4, "audience": audience, "chat": ANA.id}
        with pytest.raises(IntegrityError):
            await _tell(database, _OUTBOX, **row)


async def test_a_reply_has_one(database: Database) -> None:
    """So the refusals above are about the note."""
    await _conversation(database)
    row = {"ticket": 1, "seq": 3, "audience": "public", "chat": ANA.id}
    await _tell(database, _OUTBOX, kind="send_entry", **row)
    row = {"ticket": 1, "seq": 4, "audience": "internal", "chat": None}
    await _tell(database, _OUTBOX, kind="show_entry", **row)


async def test_a_note_stays_a_note(database: Database) -> None:
    """While a delivery carries an entry, its audience cannot change behind it."""
    await _conversation(database)
    row = {"ticket": 1, "seq": 3, "audience": "public", "chat": ANA.id}
    await _tell(database, _OUTBOX, kind="send_entry", **row)
    change = "UPDATE timeline_entry SET audience = 'internal' WHERE seq = 3"
    with pytest.raises(IntegrityError):
        await _tell_unsealed(database, change)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ticket SET status = 'lost'",
        "UPDATE ticket SET urgency = 'extreme'",
        "UPDATE ticket SET version = 0",
        "UPDATE ticket SET primary_name = NULL",
        "UPDATE ticket SET previous = 1",
        "UPDATE ticket SET triage_intent = 'refund'",
        "UPDATE timeline_entry SET audience = 'everyone'",
        "UPDATE timeline_entry SET seq = 0 WHERE seq = 1",
        "UPDATE timeline_entry SET seq = 1",
        "UPDATE timeline_entry SET ticket_id = 2",
        "UPDATE timeline_entry SET move_after = 'open' WHERE seq = 1",
        "UPDATE outbox SET lane = 0",
        "UPDATE outbox SET lane = 6",
        "UPDATE outbox SET attempts = -1",
        "UPDATE outbox SET ticket_id = 99",
        "UPDATE outbox SET sent_at = '2026-01-01 00:00:00'",
        "INSERT INTO current_ticket VALUES (7000000002, 1)",
        "INSERT INTO current_ticket VALUES (7000000001, 1), (7000000001, 1)",
        "INSERT INTO follow_up VALUES (1, 'x', '2026-01-01'), (1, 'x', '2027-01-01')",
        "INSERT INTO message_link VALUES (1, 1, 1, 99, 'staff')",
        "INSERT INTO message_link VALUES (1, 1, 1, 1, 'nobody')",
        "INSERT INTO counter VALUES ('x', 0)",
        f"{_NAMED} VALUES (1, 1, 'x', '{{}}', 'pin'), (1, 1, 'x', '{{}}', 'pin')",
    ],
)
async def test_what_cannot_be(database: Database, change: str) -> None:
    """Each of these is refused, and changes nothing."""
    await _conversation(database)
    row = {"ticket": 1, "seq": 3, "audience": "public", "chat": ANA.id}
    await _tell(database, _OUTBOX, kind="send_entry", **row)
    with pytest.raises((IntegrityError, StaleTicket)):
        await _tell_unsealed(database, change)


async def test_a_current_ticket_is_the_customers_own(database: Database) -> None:
    """Also when the code chooses wrongly."""
    await keep(database, new_ticket(1, ANA))

    async def choose() -> None:
        async with database.begin() as uow:
            await uow.tickets.make_current(BORIS.id, 1)

    with pytest.raises(IntegrityError):
        await choose()
    async with database.begin() as uow:
        assert await uow.tickets.current_of(BORIS.id) is None


async def test_every_reference_waits_for_the_commit(database: Database) -> None:
    """So a unit of work may write in any order."""

    def deferred(connection: Connection) -> list[bool]:
        inspector = inspect(connection)
        keys = inspector.get_multi_foreign_keys().values()
        options = [key["options"] for of_table in keys for key in of_table]
        return [option.get("initially") == "DEFERRED" for option in options]

    async with database.begin() as uow:
        found = await uow.connection.run_sync(deferred)
    assert found
    assert all(found)
