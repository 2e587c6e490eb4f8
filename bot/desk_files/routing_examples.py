"""Labelled messages in CSV files: the desk's own set, and anybody's to measure a router by."""

import csv
from collections.abc import Iterator
from pathlib import Path

from orchestration.routing.examples import Example, specialists_of

#: The columns that a file has; it may have `history`, a message a line, and `group` as well.
NEEDED = "text", "label"
#: The desk's own set, inside its folder.
OWN_SET = Path("evaluation", "routing")

_COLUMNS = "columns text,label and perhaps history,group"


class InvalidExamples(Exception):
    """A file of labelled messages cannot be used; one sentence says why and what is expected."""


def read(file: Path) -> list[Example]:
    """The labelled messages of a file, at least one; raises `InvalidExamples`."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            examples = list(_examples(file, csv.DictReader(lines)))
    except FileNotFoundError:
        raise _refused(file, f" is not there: name a CSV file with {_COLUMNS}.") from None
    except OSError as error:
        trouble = error.strerror or error
        raise _refused(file, f" cannot be read ({trouble}): name a CSV file.") from None
    except UnicodeDecodeError:
        raise _refused(file, " is not UTF-8: save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise _refused(file, f" is no CSV ({error}): it needs {_COLUMNS}.") from None
    if not examples:
        raise _refused(file, f" holds no messages: it needs {_COLUMNS}, and rows below.")
    return examples


def _examples(file: Path, rows: "csv.DictReader[str]") -> Iterator[Example]:
    columns = rows.fieldnames
    if columns is None:
        raise _refused(file, f" is empty: it needs {_COLUMNS}, and rows below.")
    for needed in NEEDED:
        if needed not in columns:
            found = ", ".join(columns)
            raise _refused(file, f" has no column {needed}: it has {found}, and needs {_COLUMNS}.")
    for row in rows:
        line = f", line {rows.line_num}:"
        if None in row or None in row.values():
            words = f"there are not {len(columns)} values; a text with commas stands in quotes."
            raise _refused(file, f"{line} {words}")
        if not row["text"].strip():
            raise _refused(file, f"{line} there is no text; each row needs one.")
        try:
            specialists = specialists_of(row["label"])
        except ValueError:
            words = f"{row['label']!r} lacks a name; several are written billing+returns."
            raise _refused(file, f"{line} {words}") from None
        history = tuple(text for text in row.get("history", "").splitlines() if text.strip())
        yield Example(row["text"], specialists, history, row.get("group", ""))


def _refused(file: Path, words: str) -> InvalidExamples:
    return InvalidExamples(f"{file}{words}")
