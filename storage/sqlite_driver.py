"""SQLite on a thread of its own, with one trip to it a statement.

The stock driver makes a trip for each of cursor, execute, fetch and close, and those trips, not
SQLite, were most of a statement's cost: 320 microseconds of processor time against 110.
"""

import asyncio
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import aiosqlite

#: How long to wait for another process that writes, such as a command beside a running desk.
BUSY_SECONDS = 10.0

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was acknowledged survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -8192",  # 8 MB; the machine keeps the rest of the file in memory
)


class _Cursor(aiosqlite.Cursor):
    """A cursor that has fetched everything when `execute` returns, so that nothing stays open."""

    def __init__(self, connection: "_Connection") -> None:
        # Making a cursor reads nothing, so it needs no trip to the thread.
        super().__init__(connection, connection._conn.cursor())  # noqa: SLF001
        self._rows: list[Any] = []

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "_Cursor":
        await self._execute(self._run, sql, parameters or ())  # type: ignore[no-untyped-call]
        return self

    def _run(self, sql: str, parameters: Any) -> None:  # noqa: ANN401
        self._cursor.execute(sql, parameters)
        self._rows = self._cursor.fetchall() if self._cursor.description else []

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = []


class _Connection(aiosqlite.Connection):
    def cursor(self) -> _Cursor:  # type: ignore[override]  # awaited nowhere, entered only
        return _Cursor(self)

    async def rollback(self) -> None:
        # The pool asks for one whenever a connection comes back to it, mostly for nothing. It is
        # needed after a refused commit, which leaves the transaction open.
        if self._conn.in_transaction:
            await super().rollback()


async def connect(file: Path) -> aiosqlite.Connection:
    """Opens or makes the file, ready for the desk; raises `sqlite3.Error`."""

    def open_file() -> sqlite3.Connection:
        # No implicit transactions (isolation_level None): the unit of work begins its own.
        # The cursors are made on one thread and used on another, never on both at once.
        connection = sqlite3.connect(
            file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    connection = _Connection(open_file, iter_chunk_size=64)
    thread = connection._thread  # noqa: SLF001
    thread.daemon = True  # a desk that is killed does not wait for it
    try:
        return await connection
    except BaseException:
        # It was told to stop. Until it has, it may still speak to an event loop that is gone.
        await asyncio.to_thread(thread.join)
        raise
