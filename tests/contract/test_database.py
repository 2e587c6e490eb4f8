"""Opening a database: what people write as its address, and what they are told when it fails."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from orchestration.clock.followups import FollowUp, FollowUpKind
from storage.address import file_of, parse
from storage.errors import DatabaseUnavailable
from storage.migrate import migrate, pending
from storage.unit_of_work import Database
from tests.contract.cases import keep, kept, new_ticket


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        ("sqlite:///desk.db", "sqlite+aiosqlite:///desk.db"),
        ("sqlite:////data/desk.db", "sqlite+aiosqlite:////data/desk.db"),
        ("sqlite+aiosqlite:///desk.db", "sqlite+aiosqlite:///desk.db"),
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        (
            "postgresql://u:p@h:1/d?sslmode=require",
            "postgresql+psycopg://u:p@h:1/d?sslmode=require",
        ),
        ("postgresql+psycopg://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
    ],
)
def test_friendly_addresses(written: str, exact: str) -> None:
    """As people write them, and as the drivers want them."""
    assert parse(written).render_as_string(hide_password=False) == exact


def test_the_file_of_an_address() -> None:
    """Only SQLite has one."""
    assert file_of(parse("sqlite:////data/desk.db")) == Path("/data/desk.db")
    assert file_of(parse("postgresql://h/d")) is None


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", "must look like"),
        ("s3cret", "must look like"),
        ("mysql://u:s3cret@h/d", "must look like"),
        ("postgresql://u:s3cret@h:port/d", "must look like"),
        ("sqlite://", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("sqlite:///{folder}", "unable to open database file"),
        ("sqlite:///{folder}/letter.txt", "file is not a database"),
        ("postgresql://u:s3cret@127.0.0.1:9/d", "refused"),
        ("postgresql://u:s3cret@no-such-host.invalid/d", "no-such-host.invalid"),
    ],
)
async def test_a_database_that_cannot_be_used(address: str, reason: str, tmp_path: Path) -> None:
    """One sentence, the same for opening, migrating and asking, and never the password."""
    (tmp_path / "letter.txt").write_text("Dear Ana, this is no database at all. " * 50)
    address = address.format(folder=tmp_path)
    for use in (Database.open, migrate, pending):
        with pytest.raises(DatabaseUnavailable, match=reason) as error:
            await use(address)
        words = str(error.value)
        assert "s3cret" not in words
        assert "\n" not in words
        assert words.endswith(".") or "sqlite:///path" in words


async def test_a_directory_that_cannot_be_made(tmp_path: Path) -> None:
    """A letter stands in its place; what would be there is still pending."""
    (tmp_path / "letter.txt").write_text("Dear Ana")
    address = f"sqlite:///{tmp_path / 'letter.txt' / 'desk.db'}"
    for use in (Database.open, migrate):
        with pytest.raises(DatabaseUnavailable, match=r"letter\.txt cannot be made: .*\.$"):
            await use(address)


async def test_a_server_without_that_database(postgres: str) -> None:
    """The server's own words."""
    address = postgres.replace("/postgres?", "/nothing?")
    with pytest.raises(DatabaseUnavailable, match='database "nothing" does not exist'):
        await Database.open(address)


async def test_the_directory_is_made(tmp_path: Path) -> None:
    """A first start needs nothing but an address."""
    address = f"sqlite:///{tmp_path / 'a' / 'b' / 'desk.db'}"
    await migrate(address)
    database = await Database.open(address)
    await keep(database, new_ticket())
    await database.close()


async def test_what_is_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    """In one file, once the database is closed."""
    address = f"sqlite:///{tmp_path / 'desk.db'}"
    await migrate(address)
    database = await Database.open(address)
    await keep(database, new_ticket())
    await database.close()
    assert _files(tmp_path) == ["desk.db"]
    again = await Database.open(address)
    assert (await kept(again)).version == 2
    await again.close()


def _files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_sqlite_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    """A write-ahead log, written through to the disk; references are checked."""
    database = await Database.open(f"sqlite:///{tmp_path / 'desk.db'}")
    async with database.begin() as uow:
        for name, value in {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}.items():
            assert await uow.connection.scalar(text(f"PRAGMA {name}")) == value
    await database.close()


async def test_units_of_work_do_not_nest_on_sqlite(tmp_path: Path) -> None:
    """The inner one would wait for the outer one forever; it says so instead."""
    database = await Database.open(f"sqlite:///{tmp_path / 'desk.db'}")
    async with database.begin() as outer:
        with pytest.raises(RuntimeError, match="would wait for itself"):
            await database.begin().__aenter__()
        assert await outer.connection.scalar(text("SELECT 1")) == 1
    async with database.begin():
        pass
    await database.close()


async def test_a_lost_connection_costs_one_unit(postgres: str) -> None:
    """The database was restarted: who was in the middle hears of it, who comes next does not."""
    database = await Database.open(postgres)

    async def lose() -> None:
        async with database.begin() as uow:
            await uow.connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(DatabaseUnavailable, match="terminating connection"):
        await lose()
    async with database.begin() as uow:
        assert await uow.connection.scalar(text("SELECT 1")) == 1
    await database.close()


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    """It would mean another moment elsewhere."""
    naive = datetime(2026, 3, 29, 1, 30)  # noqa: DTZ001

    async def schedule() -> None:
        async with database.begin() as uow:
            await uow.follow_ups.schedule(FollowUp(1, FollowUpKind.CONSULT, naive))

    with pytest.raises(StatementError, match="has no time zone"):
        await schedule()
