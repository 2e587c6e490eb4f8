"""Engines for the two databases, and driver errors in words."""

import re
import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import sqlite_driver
from storage.address import file_of
from storage.errors import DatabaseUnavailable

_CONNECT_SECONDS = 10

#: A syntax error or a broken constraint is not among them.
_SQLITE_TROUBLE = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOTADB,
    }
)


def engine_for(url: URL) -> AsyncEngine:
    """An engine that has not connected yet; makes the directory of an SQLite file.

    Raises `DatabaseUnavailable` when there can be no such directory.
    """
    file = file_of(url)
    return _postgresql(url) if file is None else _sqlite(url, file)


def reader_for(url: URL) -> AsyncEngine:
    """An engine whose transactions each see one moment of the database and hold up nobody.

    An SQLite file must be there already.
    """
    file = file_of(url)
    if file is None:
        return _postgresql(url).execution_options(isolation_level="REPEATABLE READ")
    engine = create_async_engine(
        url, async_creator=partial(sqlite_driver.connect, file), pool_size=1, max_overflow=0
    )
    event.listen(engine.sync_engine, "begin", _begin_as_reader)
    return engine


def _begin_as_reader(connection: Connection) -> None:
    """With a write-ahead log a reader keeps to the state it began with, and writers go on."""
    connection.exec_driver_sql("BEGIN")


def _sqlite(url: URL, file: Path) -> AsyncEngine:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The directory {file.parent} cannot be made: {error.strerror}."
        raise DatabaseUnavailable(msg) from error
    engine = create_async_engine(
        url,
        async_creator=partial(sqlite_driver.connect, file),
        pool_size=1,  # one writer: more of them only wait for each other
        max_overflow=0,
    )
    event.listen(engine.sync_engine, "begin", _begin_as_writer)
    return engine


def _begin_as_writer(connection: Connection) -> None:
    """Takes the write lock at once: a reader that turns writer may find that it is too late."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(url: URL) -> AsyncEngine:
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(_CONNECT_SECONDS)})
    return create_async_engine(
        url,
        isolation_level="READ COMMITTED",  # with compare and swap where it matters
        pool_size=10,
        max_overflow=10,
        pool_pre_ping=True,  # a restarted server costs nobody an error
    )


def unavailable(url: URL, error: DBAPIError) -> DatabaseUnavailable:
    """What a driver said, as one sentence without the password."""
    file = file_of(url)
    if file is not None:
        return DatabaseUnavailable(f"The database file {file} cannot be used: {error.orig}.")
    words = str(error.orig).strip()
    if url.password:
        words = words.replace(str(url.password), "***")
    # The driver's first line says it all, after one or more repetitions of "connection failed:".
    reason = re.sub(r"^(connection failed: |connection is bad: )+", "", words.splitlines()[0])
    reason = reason.removesuffix(".")
    return DatabaseUnavailable(f"The database {url.database} cannot be used: {reason}.")


def is_unavailable(error: DBAPIError) -> bool:
    """Whether the database itself is the trouble, and not what was asked of it."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _SQLITE_TROUBLE  # the rest of the number only says more of the same
    return error.connection_invalidated or isinstance(error, OperationalError)
