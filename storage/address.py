"""Where the database is: the friendly forms people write, and the exact ones the drivers want."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import DatabaseUnavailable

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
_KNOWN_AS = {
    "sqlite": "sqlite",
    "sqlite+aiosqlite": "sqlite",
    "postgres": "postgresql",
    "postgresql": "postgresql",
    "postgresql+psycopg": "postgresql",
}


def parse(address: str) -> URL:
    """The URL with its driver; raises `DatabaseUnavailable` for one that cannot be read."""
    try:
        url = make_url(address)
        name = _KNOWN_AS[url.drivername]
    except (ArgumentError, KeyError, ValueError):
        # The address itself is not repeated: it may hold a password.
        msg = "The database address must look like sqlite:///file or postgresql://user@host/name."
        raise DatabaseUnavailable(msg) from None
    if name == "sqlite" and url.database in {None, "", ":memory:"}:
        msg = "The database address must name a file: sqlite:///path/to/desk.db"
        raise DatabaseUnavailable(msg)
    return url.set(drivername=_DRIVERS[name])


def file_of(url: URL) -> Path | None:
    """The file of an SQLite database; None for a database that is a server."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database)
