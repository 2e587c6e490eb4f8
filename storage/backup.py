"""A desk's whole database in one file, from SQLite or PostgreSQL and to either.

The file is a zip: `backup.json` says what it is, and each table is a file of JSON lines, one array
a row. It holds plain values and no database's own form, so it moves a desk from one to the other.
Saving sees one moment of the database and holds up nobody who works on it; restoring is one
transaction.
"""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import (
    Connection,
    Enum,
    Select,
    Table,
    TableClause,
    Text,
    column,
    delete,
    func,
    insert,
    literal,
    select,
    table,
    text,
    tuple_,
)
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage.address import parse
from storage.columns import Document, Instant, Vector
from storage.engines import engine_for, unavailable
from storage.errors import BackupUnusable
from storage.migrate import head, migrate
from storage.reading import reader
from storage.seal import unsealed
from storage.tables import desk_record, metadata, timeline_entry

FORMAT = 1
_MANIFEST = "backup.json"
#: So many rows are read, and written, at a time.
_PAGE = 1000

_DAMAGE = (BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, NotImplementedError)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a backup holds."""

    rows: int
    tickets: int


async def save(address: str, file: Path, at: datetime) -> Summary:
    """Writes everything to a new file that only its owner may read.

    Raises `BackupUnusable` when the file cannot be made, and what `reader` raises.
    """
    async with reader(address) as connection:
        return await connection.run_sync(_save, file, at)


async def restore(address: str, file: Path, *, replace: bool = False) -> Summary:
    """Fills an empty database with what the file holds; nothing is changed when that fails.

    With `replace`, what is there before is removed. Raises `BackupUnusable` for a file that is
    damaged or from another version, and for a database that is not empty; `DatabaseUnavailable`.
    """
    with _opened(file) as archive:
        manifest = _manifest(archive, file)
        await migrate(address)
        url = parse(address)
        engine = engine_for(url)
        try:
            async with engine.begin() as connection:
                if replace:
                    async with unsealed(connection):
                        await connection.execute(delete(timeline_entry))
                        await connection.execute(delete(desk_record))
                await connection.run_sync(_check_empty, replace=replace)
                return await connection.run_sync(_restore, archive, manifest)
        except IntegrityError as error:
            msg = f"{file} is damaged: its parts do not fit together."
            raise BackupUnusable(msg) from error
        except DBAPIError as error:
            raise unavailable(url, error) from error
        finally:
            await engine.dispose()


def _save(connection: Connection, file: Path, at: datetime) -> Summary:
    part = file.with_name(f"{file.name}.part")
    try:
        if file.exists():
            msg = f"{file} exists already: choose another name."
            raise BackupUnusable(msg)
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        try:
            with ZipFile(part, "w", ZIP_DEFLATED) as archive:
                counts = {each.name: _write(connection, archive, each) for each in _tables()}
                about = {"desk": "topicdesk", "format": FORMAT, "revision": head()}
                about |= {"made_at": at.isoformat(), "rows": counts}
                archive.writestr(_MANIFEST, json.dumps(about, indent=2))
            part.rename(file)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        msg = f"{file} cannot be written: {error.strerror or error}."
        raise BackupUnusable(msg) from error
    return _summary(counts)


def _write(connection: Connection, archive: ZipFile, of: Table) -> int:
    plain, count = _plain(of), 0
    with archive.open(_member(of), "w", force_zip64=True) as out:
        for row in _read(connection, of, plain):
            out.write(json.dumps([_to_json(value) for value in row]).encode() + b"\n")
            count += 1
    return count


def _read(connection: Connection, of: Table, plain: TableClause) -> Iterator[tuple[Any, ...]]:
    """All rows in the order of their keys, a page at a time."""
    keys = [plain.c[key.name] for key in of.primary_key.columns]
    places = [list(plain.c).index(key) for key in keys]
    first: Select[Any] = select(plain).order_by(*keys).limit(_PAGE)
    page = connection.execute(first).all()
    while page:
        yield from map(tuple, page)
        last = [literal(page[-1][n], key.type) for n, key in zip(places, keys, strict=True)]
        page = connection.execute(first.where(tuple_(*keys) > tuple_(*last))).all()


def _check_empty(connection: Connection, *, replace: bool) -> None:
    for each in reversed(_tables()):
        if replace:
            connection.execute(delete(each))
        elif connection.execute(select(literal(1)).select_from(each).limit(1)).first():
            msg = (
                "The database is not empty: restore into an empty one, or replace all that is in "
                "it with --force."
            )
            raise BackupUnusable(msg)


def _restore(connection: Connection, archive: ZipFile, manifest: dict[str, int]) -> Summary:
    counts = {}
    for each in _tables():
        plain, count = _plain(each), 0
        rows = _rows(archive, each, plain)
        while page := list(islice(rows, _PAGE)):
            connection.execute(insert(plain), page)
            count += len(page)
        if count != manifest.get(each.name):
            msg = f"{archive.filename} is damaged: rows of {each.name} are missing."
            raise BackupUnusable(msg)
        counts[each.name] = count
        _count_on(connection, each)
    return _summary(counts)


def _rows(archive: ZipFile, of: Table, plain: TableClause) -> Iterator[Row]:
    columns = list(plain.c)
    with _damage_in_words(archive.filename), archive.open(_member(of)) as lines:
        for line in lines:
            values = json.loads(line)
            yield {
                each.name: _from_json(value, instant=isinstance(each.type, Instant))
                for each, value in zip(columns, values, strict=True)
            }


def _count_on(connection: Connection, of: Table) -> None:
    """PostgreSQL's numbers go on after the last one; SQLite's do so by themselves."""
    counted = of.autoincrement_column
    if counted is None or connection.dialect.name != "postgresql":
        return
    statement = text(f"SELECT setval(pg_get_serial_sequence('{of.name}', '{counted.name}'), :last)")
    last = connection.scalar(select(func.max(counted)))
    if last is not None:
        connection.execute(statement, {"last": last})


@contextmanager
def _opened(file: Path) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(file)
    except OSError as error:
        msg = f"{file} cannot be read: {error.strerror or error}."
        raise BackupUnusable(msg) from error
    except _DAMAGE as error:
        msg = f"{file} is damaged, or no backup of a desk."
        raise BackupUnusable(msg) from error
    with archive:
        yield archive


def _manifest(archive: ZipFile, file: Path) -> dict[str, int]:
    """How many rows each table has; raises `BackupUnusable` for a file of another version."""
    with _damage_in_words(str(file)):
        about = json.loads(archive.read(_MANIFEST))
        counts = {str(name): int(count) for name, count in dict(about["rows"]).items()}
        made_with, ours = (about["format"], about["revision"]), (FORMAT, head())
    if made_with != ours:
        msg = (
            f"{file} was saved by another version of the desk (tables {made_with[1]}, here "
            f"{ours[1]}): restore it with that version, and then upgrade."
        )
        raise BackupUnusable(msg)
    return counts


@contextmanager
def _damage_in_words(file: str | None) -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        msg = f"{file} is damaged, or no backup of a desk."
        raise BackupUnusable(msg) from error


def _tables() -> list[Table]:
    return metadata.sorted_tables


def _member(of: Table) -> str:
    return f"{of.name}.jsonl"


def _plain(of: Table) -> TableClause:
    """The table with its documents and choices as the text that they are kept as."""
    return table(
        of.name,
        *(
            column(
                each.name, Text() if isinstance(each.type, Document | Vector | Enum) else each.type
            )
            for each in of.c
        ),
    )


def _to_json(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _from_json(value: Any, *, instant: bool) -> Any:  # noqa: ANN401 - a column's value
    return datetime.fromisoformat(value) if instant and value is not None else value


def _summary(counts: dict[str, int]) -> Summary:
    return Summary(sum(counts.values()), counts["ticket"])
