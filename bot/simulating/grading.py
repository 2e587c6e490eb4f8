"""Compares what is expected with what is seen. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.desk_files.document import Way
from bot.simulating.expectation import PEOPLE, PLACES, Expectation, RecordsPart, SightPart
from bot.simulating.seen import MARK, NothingNew, Seen

#: Shorter notes may well be said to a customer too.
_TELLING = 20


@dataclass(frozen=True, slots=True)
class Miss:
    """Something is not as expected; `way` leads to what is. What `may_come` is waited for."""

    way: Way
    words: str
    may_come: bool = True


def misses(expected: Expectation, seen: Seen) -> Sequence[Miss]:
    """All that is not as expected."""
    ticket = expected.ticket or seen.newest
    return [
        *_people(expected, seen),
        *_places(expected, seen, ticket),
        *_ticket(expected, seen, ticket),
        *_log(expected, seen, ticket),
        *_records(expected, seen),
    ]


def broken_promises(seen: Seen, customers: Sequence[str]) -> Sequence[Miss]:
    """What customers were told of the inside: it is graded whatever a scenario expects."""
    inside = [
        MARK,
        *(note for lines in seen.log.values() for line in lines for note in _note(line)),
    ]
    return [
        Miss((), f"{name} was told what is meant for staff only: {words!r}", may_come=False)
        for name in customers
        for words in inside
        if any(words in text for text in seen.told.get(name, ()))
    ]


def _note(line: Mapping[str, Any]) -> Iterator[str]:
    event = line["event"]
    if event["kind"] == "note_added":
        words = event["content"].get("text") or ""
        if len(words) >= _TELLING:
            yield words


def _people(expected: Expectation, seen: Seen) -> Iterator[Miss]:
    for name, sight in expected.sights(PEOPLE).items():
        now, ever = seen.heard.get(name, ()), seen.told.get(name, ())
        yield from _sight(name, f"{name} sees", sight, seen, now, [*now, *ever])


def _places(expected: Expectation, seen: Seen, ticket: int) -> Iterator[Miss]:
    for name, sight in expected.sights(PLACES).items():
        shown = seen.place(name, ticket)
        yield from _sight(name, f"the {name} of #{ticket} shows", sight, seen, shown, shown)


def _sight(
    name: str, who: str, sight: SightPart, seen: Seen, now: Sequence[str], ever: Sequence[str]
) -> Iterator[Miss]:
    for place, words in enumerate(sight.sees):
        if not _count(seen, words, now):
            yield Miss((name, "sees", place), f"{who} nothing of {words!r}")
    for place, words in enumerate(sight.once):
        count = _count(seen, words, now)
        if count != 1:
            many = f"{who} {words!r} {count} times instead of once"
            yield Miss((name, "once", place), many, may_come=not count)
    for place, words in enumerate(sight.never):
        if _count(seen, words, ever):
            yield Miss((name, "never", place), f"{who} {words!r}", may_come=False)


def _count(seen: Seen, words: str, texts: Sequence[str]) -> int:
    try:
        wanted = seen.filled(words)
    except NothingNew:
        return 0
    return sum(wanted in text for text in texts)


def _ticket(expected: Expectation, seen: Seen, ticket: int) -> Iterator[Miss]:
    if expected.status is not None and seen.status(ticket) != expected.status:
        is_ = seen.status(ticket) or "not there"
        yield Miss(("status",), f"#{ticket} is {is_} and not {expected.status}")
    if expected.tickets is not None and len(seen.log) != expected.tickets:
        words = f"there are {len(seen.log)} tickets and not {expected.tickets}"
        yield Miss(("tickets",), words, may_come=len(seen.log) < expected.tickets)
    if expected.escalations is not None:
        tiers = [event["tier"] for event in seen.events(ticket) if event["kind"] == "escalated"]
        if Counter(tiers) != Counter(expected.escalations):
            was, meant = (", ".join(each) or "nobody" for each in (tiers, expected.escalations))
            may_come = Counter(tiers) <= Counter(expected.escalations)
            yield Miss(("escalations",), f"#{ticket} went to {was} and not to {meant}", may_come)


def _log(expected: Expectation, seen: Seen, ticket: int) -> Iterator[Miss]:
    events = seen.events(ticket)
    for place, happening in enumerate(expected.log.has):
        if not any(_fits(event, happening) for event in events):
            yield Miss(("log", "has", place), f"the log of #{ticket} has no {_shown(happening)}")
    for place, happening in enumerate(expected.log.never):
        if any(_fits(event, happening) for event in events):
            words = f"the log of #{ticket} has {_shown(happening)}"
            yield Miss(("log", "never", place), words, may_come=False)


def _records(expected: Expectation, seen: Seen) -> Iterator[Miss]:
    for place, part in enumerate(expected.records):
        words = _rows_missed(part, seen)
        if words:
            yield Miss(("records", place), words)
    touched = set(seen.touched)
    if expected.untouched and touched:
        words = f"something was written to {', '.join(sorted(touched))}"
        yield Miss(("untouched",), words, may_come=False)
    if expected.changed is not None and touched != set(expected.changed):
        was = ", ".join(sorted(touched)) or "nothing"
        meant = ", ".join(expected.changed) or "nothing"
        may_come = touched <= set(expected.changed)
        yield Miss(("changed",), f"what was written to is {was} and not {meant}", may_come)


def _rows_missed(part: RecordsPart, seen: Seen) -> str:
    try:
        where, values = _filled(part.where, seen), _filled(part.values, seen)
    except NothingNew as missing:
        return f"no row of {part.table} is known by {missing}: it names a row that never came"
    rows = [row for row in seen.tables.get(part.table, ()) if _fits(row, where)]
    chosen = f"{part.table} with {_shown(where)}" if where else part.table
    if part.count is not None and len(rows) != part.count:
        return f"there are {len(rows)} {chosen} and not {part.count}"
    if part.count is None and not rows:
        return f"there are no {chosen}"
    wrong = [row for row in rows if not _fits(row, values)]
    if wrong:
        has = {name: wrong[0].get(name) for name in values}
        return f"{chosen} have {_shown(has)} and not {_shown(values)}"
    return ""


def _filled(wanted: Mapping[str, Any], seen: Seen) -> Mapping[str, Any]:
    """What is wanted of a row, which may name another new one; raises `NothingNew`."""
    return {
        name: seen.filled(value) if isinstance(value, str) else value
        for name, value in wanted.items()
    }


def _fits(row: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(name in row and row[name] == value for name, value in wanted.items())


def _shown(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())
