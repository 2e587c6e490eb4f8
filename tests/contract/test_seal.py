"""The timeline is sealed: what happened cannot be rewritten, past all of the code."""

import pytest
from sqlalchemy import Row, text
from sqlalchemy.exc import IntegrityError

from orchestration.content import Content
from orchestration.people import Role
from orchestration.ports import RoleGiven
from storage.seal import unsealed
from storage.unit_of_work import Database
from tests.contract.cases import JOE, NOW, keep, kept, new_ticket

_REPLACE = """
    INSERT OR REPLACE INTO timeline_entry (ticket_id, seq, at, audience, kind, actor, event)
    SELECT ticket_id, seq, at, audience, kind, actor, '{}' FROM timeline_entry
"""
_UPSERT = """
    INSERT INTO timeline_entry (ticket_id, seq, at, audience, kind, actor, event)
    SELECT ticket_id, seq, at, audience, kind, actor, '{}' FROM timeline_entry WHERE TRUE
    ON CONFLICT (ticket_id, seq) DO UPDATE SET event = excluded.event
"""
_REPLACE_RECORD = """
    INSERT OR REPLACE INTO desk_record
    SELECT id, at, actor, person_id, person_name, 'admin', skills FROM desk_record
"""
_DELETE = "DELETE FROM timeline_entry"


async def _rows(database: Database) -> list[Row[tuple[object, ...]]]:
    async with database.begin() as uow:
        found = await uow.connection.execute(text("SELECT * FROM timeline_entry ORDER BY 1, 2"))
        return list(found)


async def _tell(database: Database, statement: str) -> None:
    async with database.begin() as uow:
        await uow.connection.execute(text(statement))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE timeline_entry SET event = '{}'",
        "UPDATE timeline_entry SET at = at WHERE seq = 1",
        "UPDATE timeline_entry SET seq = seq + 10",
        _DELETE,
        "DELETE FROM timeline_entry WHERE seq = 2",
        _UPSERT,
    ],
)
async def test_what_happened_cannot_be_rewritten(database: Database, change: str) -> None:
    """Changed, moved, deleted or overwritten: each is refused, and changes nothing."""
    await keep(database, new_ticket())
    before = await _rows(database)
    with pytest.raises(IntegrityError, match="the timeline is only ever appended to"):
        await _tell(database, change)
    assert await _rows(database) == before


async def test_nor_by_what_only_one_database_knows(database: Database) -> None:
    """SQLite can replace rows, PostgreSQL can empty tables."""
    await keep(database, new_ticket())
    before = await _rows(database)
    async with database.begin() as uow:
        sqlite = uow.connection.dialect.name == "sqlite"
    change = _REPLACE if sqlite else "TRUNCATE timeline_entry CASCADE"
    with pytest.raises(IntegrityError, match="the timeline is only ever appended to"):
        await _tell(database, change)
    assert await _rows(database) == before


@pytest.mark.parametrize(
    "change",
    ["UPDATE desk_record SET role = 'admin'", "DELETE FROM desk_record", _REPLACE_RECORD],
)
async def test_nor_can_the_record_of_the_desk(database: Database, change: str) -> None:
    """Who gave whom which role stands as it was written."""
    async with database.begin() as uow:
        await uow.record.add(RoleGiven(NOW, JOE, 7, "Ana", Role.EXPERT))
        if uow.connection.dialect.name == "postgresql" and change is _REPLACE_RECORD:
            change = "TRUNCATE desk_record"
    with pytest.raises(IntegrityError, match="the record of the desk is only ever appended to"):
        await _tell(database, change)


async def test_a_ticket_still_goes_on(database: Database) -> None:
    """What is new is added."""
    await keep(database, new_ticket())
    ticket = await kept(database)
    ticket.add_note(Content("Sealed"), JOE, NOW)
    await keep(database, ticket)
    assert len(await _rows(database)) == 3


async def test_the_one_way_around_it(database: Database) -> None:
    """Inside `unsealed` entries can be erased; after it they cannot."""
    await keep(database, new_ticket())
    async with database.begin() as uow:
        async with unsealed(uow.connection):
            await uow.connection.execute(text("UPDATE timeline_entry SET event = '{}'"))
            await uow.connection.execute(text("DELETE FROM timeline_entry WHERE seq = 2"))
        with pytest.raises(IntegrityError):
            async with uow.connection.begin_nested():
                await uow.connection.execute(text(_DELETE))
        assert await uow.memory.names("timeline") == []
    assert [row.event for row in await _rows(database)] == ["{}"]


async def test_an_error_on_the_way_closes_it_again(database: Database) -> None:
    """The open seal ends with the transaction that opened it."""
    await keep(database, new_ticket())

    async def stumble() -> None:
        async with database.begin() as uow, unsealed(uow.connection):
            await uow.connection.execute(text(_DELETE))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await stumble()
    assert len(await _rows(database)) == 2
    with pytest.raises(IntegrityError):
        await _tell(database, _DELETE)
