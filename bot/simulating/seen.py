"""What can be seen of a scenario at one moment, as plain values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: The rows of each table, by its name.
Tables = Mapping[str, Sequence[Mapping[str, Any]]]

_FIRST = "new"
#: By these the specialists' note and its draft are known, in whatever language staff read.
MARK, _DRAFT = "🧭", "✍️"
#: Tables of no system: what day it is, keys of writes, faults, and the order of changes.
_BOOKS = frozenset({"calendar", "keys", "faults", "changes"})
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\.([a-z_]+)\}")


class NothingNew(LookupError):
    """A text names what stands in a new row of a table, and there is none yet."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One moment, in words as people read them.

    `heard` is what the bot's messages to each person say now, `told` everything that was ever said
    to them. `topics` and `log` are by the ticket's number; `before` are the tables as they were
    when the scenario began.
    """

    heard: Mapping[str, Sequence[str]] = field(default_factory=dict)
    told: Mapping[str, Sequence[str]] = field(default_factory=dict)
    topics: Mapping[int, Sequence[str]] = field(default_factory=dict)
    log: Mapping[int, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    tables: Tables = field(default_factory=dict)
    before: Tables = field(default_factory=dict)

    @property
    def newest(self) -> int:
        """The number of the newest ticket; 1 before there is any."""
        return max([1, *self.log, *self.topics])

    def status(self, ticket: int) -> str:
        """Where the ticket stands; empty where there is none."""
        moves = [line["move"] for line in self.log.get(ticket, ()) if line["move"]]
        return str(moves[-1]["after"]) if moves else _FIRST if ticket in self.log else ""

    def events(self, ticket: int) -> Sequence[Mapping[str, Any]]:
        """What happened to the ticket, each with the name of `by` whom."""
        return [
            {**line["event"], "by": line["actor"].get("name", line["actor"]["kind"])}
            for line in self.log.get(ticket, ())
        ]

    def place(self, name: str, ticket: int) -> Sequence[str]:
        """The messages of that stretch of the ticket's topic."""
        shown = self.topics.get(ticket, ())
        notes = [text for text in shown if text.startswith(MARK)]
        match name:
            case "card":
                return [text for text in shown if text.startswith("#")][:1]
            case "note":
                return notes[-1:]
            case "draft":
                return [text.partition(_DRAFT)[2] for text in notes[-1:]]
            case _:
                return shown

    @property
    def touched(self) -> Sequence[str]:
        """The tables of the systems that are not as they were."""
        return [
            name
            for name, rows in self.tables.items()
            if name not in _BOOKS and rows != self.before.get(name, [])
        ]

    def fresh(self, table: str) -> Sequence[Mapping[str, Any]]:
        """The rows of a table that were not there as they are now."""
        before = self.before.get(table, [])
        return [row for row in self.tables.get(table, []) if row not in before]

    def filled(self, text: str) -> str:
        """The text with `{codes.code}` replaced by what the last new row of the table has there.

        Raises `NothingNew`.
        """

        def value(found: re.Match[str]) -> str:
            rows = self.fresh(found[1])
            if not rows or found[2] not in rows[-1]:
                raise NothingNew(found[0])
            return str(rows[-1][found[2]])

        return _PLACEHOLDER.sub(value, text)
