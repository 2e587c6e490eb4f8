"""The records of the demo's business systems, as somebody sees them who opens their file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.simulating.seen import Tables

_PATIENCE_S = 5


def tables(file: Path) -> Tables:
    """Every row of every table."""
    with closing(_opened(file)) as records:
        names = records.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return {name: _rows(records, name) for (name,) in names}


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", timeout=_PATIENCE_S, uri=True)


def _rows(records: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    found = records.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - its own name
    columns = [each[0] for each in found.description]
    return [dict(zip(columns, row, strict=True)) for row in found]
