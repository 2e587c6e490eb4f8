"""Migrations lead to the very tables that the code describes."""

import asyncio
import sys

import pytest
from sqlalchemy import Connection, text

from storage import migrate as migrations
from storage.address import parse
from storage.engines import engine_for
from storage.errors import DatabaseUnavailable
from storage.migrate import COMPARISON, migrate, pending
from storage.tables import metadata
from storage.unit_of_work import Database

#: Everything that is there, constraints and partial indexes with their text.
_SQLITE_CATALOG = """
    SELECT type, name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version' ORDER BY 1, 2
"""
_POSTGRESQL_CATALOG = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
    UNION ALL
    SELECT tablename, indexname, indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL
    SELECT table_name, column_name,
           concat_ws(' ', ordinal_position, data_type, character_maximum_length, is_nullable,
                     column_default, identity_generation)
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> 'alembic_version'
    UNION ALL
    SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger
    WHERE NOT tgisinternal
    UNION ALL
    SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY 1, 2, 3
"""
_PROGRAM = """
import asyncio, sys
from storage.migrate import migrate
asyncio.run(migrate(sys.argv[1]))
"""


def _catalog(connection: Connection) -> list[tuple[str, ...]]:
    sqlite = connection.dialect.name == "sqlite"
    rows = connection.execute(text(_SQLITE_CATALOG if sqlite else _POSTGRESQL_CATALOG))
    return [tuple("".join(str(value).split()) for value in row) for row in rows]


async def test_a_migrated_database_is_as_the_code_says(empty_address: str) -> None:
    """Compared by Alembic, and by the database's own description of itself."""

    def differences(connection: Connection) -> list[object]:
        from alembic.autogenerate import compare_metadata  # noqa: PLC0415
        from alembic.migration import MigrationContext  # noqa: PLC0415

        context = MigrationContext.configure(connection, opts=dict(COMPARISON))
        return list(compare_metadata(context, metadata))

    engine = engine_for(parse(empty_address))
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
        created = await connection.run_sync(_catalog)
        await connection.run_sync(metadata.drop_all)
    await engine.dispose()
    await migrate(empty_address)
    database = await Database.open(empty_address)
    async with database.begin() as uow:
        # The queue of the distributed engine lives beside, and is not ours to touch.
        await uow.connection.execute(text("CREATE TABLE procrastinate_jobs (id INTEGER)"))
        assert await uow.connection.run_sync(differences) == []
        await uow.connection.execute(text("DROP TABLE procrastinate_jobs"))
        migrated = await uow.connection.run_sync(_catalog)
    await database.close()
    names = {name for _, name, *_ in migrated}
    assert {"uq_outbox_collapse", "ix_outbox_unsent", "ix_inbox_waits", "ticket"} & names
    assert {"timeline_entry_sealed", "timeline_entry_undeleted"} & names
    assert migrated == created


async def test_what_is_pending(empty_address: str) -> None:
    """Everything, then nothing; asking does not make a file."""
    steps = await pending(empty_address)
    assert steps[0] == "0001"
    assert await pending(empty_address) == steps
    await migrate(empty_address)
    assert await pending(empty_address) == []
    await migrate(empty_address)


async def test_down_and_up_again(empty_address: str) -> None:
    """Going back leaves nothing behind."""

    def down(connection: Connection) -> None:
        from alembic import command  # noqa: PLC0415

        command.downgrade(migrations._config(connection), "base")

    await migrate(empty_address)
    await migrations._locked(empty_address, down)
    assert await migrations._locked(empty_address, _catalog) in ([], _leftovers(empty_address))
    await migrate(empty_address)
    assert await pending(empty_address) == []


def _leftovers(address: str) -> list[tuple[str, ...]]:
    """SQLite keeps the table of its counters."""
    if address.startswith("sqlite"):
        return [("table", "sqlite_sequence", "CREATETABLEsqlite_sequence(name,seq)")]
    return []


async def test_several_processes_start_at_once(empty_address: str) -> None:
    """One migrates, the others wait for it and find nothing to do."""
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", _PROGRAM, empty_address, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(3)
    ]
    outcomes = await asyncio.gather(*(process.communicate() for process in processes))
    assert [process.returncode for process in processes] == [0, 0, 0], outcomes
    assert await pending(empty_address) == []


async def test_a_database_of_a_newer_desk(empty_address: str) -> None:
    """It is left alone, and says what to do."""
    await migrate(empty_address)
    database = await Database.open(empty_address)
    async with database.begin() as uow:
        await uow.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    for look in (migrate, pending):
        with pytest.raises(DatabaseUnavailable, match="newer version"):
            await look(empty_address)
