"""Bringing a database to the newest tables, one process at a time.

Alembic is imported where it is used: a desk that only runs pays nothing for it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from storage import search_index
from storage.address import file_of, parse
from storage.engines import engine_for, unavailable
from storage.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from alembic.config import Config

T = TypeVar("T")

#: Any number, as long as nobody else locks it: "desk" in ASCII.
_LOCK = 0x6465736B


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    """The queue of the distributed engine keeps its own tables, with a history of their own.

    The search has an index that Alembic has no words for.
    """
    if name is None:
        return True
    foreign = kind == "table" and name.startswith("procrastinate_")
    return not foreign and not search_index.is_ours(name, kind)


#: How Alembic compares a database with the tables here. SQLite alters a table by copying it.
COMPARISON: dict[str, Any] = {"include_name": _ours, "render_as_batch": True}


async def migrate(address: str) -> None:
    """Upgrades to the newest revision; harmless when it is there already, or started twice at once.

    All of it is one transaction. Raises `DatabaseUnavailable`, also for a database that a newer
    version of the desk has upgraded.
    """

    def upgrade(connection: Connection) -> None:
        from alembic import command  # noqa: PLC0415

        if _missing_from(connection):
            command.upgrade(_config(connection), "head")

    await _locked(address, upgrade)


async def pending(address: str) -> list[str]:
    """The revisions that `migrate` would apply, oldest first; raises as it does."""
    file = file_of(parse(address))
    if file is not None and not file.exists():
        return _missing([])  # asking must not make the file
    return await _locked(address, _missing_from)


async def check_current(address: str) -> None:
    """Raises `DatabaseUnavailable` for a database that a desk of this version has not opened."""
    if await pending(address):
        msg = "The database is not up to date: start the desk once, it migrates by itself."
        raise DatabaseUnavailable(msg)


def head() -> str:
    """The newest revision that this version of the desk knows."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    newest = ScriptDirectory.from_config(_config()).get_current_head()
    if newest is None:
        msg = "there are no migrations"
        raise LookupError(msg)
    return newest


def _missing_from(connection: Connection) -> list[str]:
    from alembic.migration import MigrationContext  # noqa: PLC0415

    return _missing(list(MigrationContext.configure(connection).get_current_heads()))


def _missing(applied: list[str]) -> list[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.script.revision import RevisionError  # noqa: PLC0415

    scripts = ScriptDirectory.from_config(_config())
    try:
        missing = list(scripts.iterate_revisions("head", tuple(applied) or "base"))
    except RevisionError as error:
        msg = "The database was made by a newer version of the desk: upgrade the desk."
        raise DatabaseUnavailable(msg) from error
    return [script.revision for script in reversed(missing)]


def _config(connection: Connection | None = None) -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


async def _locked(address: str, work: Callable[[Connection], T]) -> T:
    """Runs `work` in a transaction that no other process of the desk can be in.

    On SQLite every transaction of ours takes the file's write lock; PostgreSQL has a lock for it.
    """
    url = parse(address)
    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
            return await connection.run_sync(work)
    except DBAPIError as error:
        raise unavailable(url, error) from error
    finally:
        await engine.dispose()
