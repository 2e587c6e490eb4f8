"""Whom a note means by `@name`: one order of precedence, so that a name means one thing."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from orchestration.content import Content
from orchestration.desk import Desk
from orchestration.people import Person

#: An address of mail is no mention.
_NAME = re.compile(r"(?<!\w)@([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)")
_TEXT_MENTION = "text_mention"
#: What is quoted from a machine means nobody, and the messenger notifies nobody of it.
_CODE = frozenset({"code", "pre"})


@dataclass(frozen=True, slots=True)
class Roster:
    """Who can be meant: the staff, who follows the ticket's queues, and who is on call."""

    staff: Sequence[Person]
    on_call: Collection[int] = ()
    specialists: Collection[str] = ("triage",)


#: Whom a name means, by id; None where it is not a name of that kind.
Lookup = Callable[[str, Roster, Desk], Collection[int] | None]


def mentioned(content: Content, roster: Roster, desk: Desk) -> frozenset[int]:
    """The staff whom these words mention, by id."""
    found = set[int]().union(*(meant_by(name, roster, desk) for name in names_in(content)))
    staff = {person.id for person in roster.staff}
    return frozenset((found | _pointed_at(content)) & staff)


def named(content: Content, person: Person) -> bool:
    """Whether the words name someone so that the messenger itself notifies them."""
    names = {reading for name in names_in(content) for reading in _readings(name)}
    return (person.username or "").lower() in names or person.id in _pointed_at(content)


def names_in(content: Content) -> frozenset[str]:
    """The names after an @, in lower case."""
    return frozenset(found.lower() for found in _NAME.findall(_prose(content)))


def meant_by(name: str, roster: Roster, desk: Desk) -> Collection[int]:
    """Whom one name means: the first kind of name that it is decides, and nobody else is meant."""
    for reading in _readings(name):
        for lookup in PRECEDENCE:
            found = lookup(reading, roster, desk)
            if found is not None:
                return found
    return ()


def _readings(name: str) -> Iterable[str]:
    """A queue's name may have dashes in it, and a person's may have words behind one."""
    while name:
        yield name
        name = name.rpartition("-")[0]


def _prose(content: Content) -> str:
    """The words without their code, which formatting marks in UTF-16 units."""
    units = bytearray(content.text.encode("utf-16-le", "surrogatepass"))
    for entity in content.entities:
        if entity.type in _CODE:
            first, last = 2 * entity.offset, 2 * (entity.offset + entity.length)
            units[first:last] = " ".encode("utf-16-le") * (len(units[first:last]) // 2)
    return units.decode("utf-16-le", "surrogatepass")


def _person(name: str, roster: Roster, _: Desk) -> Collection[int] | None:
    found = (each.id for each in roster.staff if (each.username or "").lower() == name)
    return [*found] or None


def _specialist(name: str, roster: Roster, _: Desk) -> Collection[int] | None:
    """A specialist reads along anyway, and is nobody who could be told."""
    return () if name in roster.specialists else None


def _skill(name: str, roster: Roster, _: Desk) -> Collection[int] | None:
    return _ids(each for each in roster.staff if name in each.skills) or None


def _queue(name: str, roster: Roster, desk: Desk) -> Collection[int] | None:
    """Those whom the queue's file names, or whoever works for the desk."""
    queue = desk.queues.get(name)
    return _ids(filter(queue.employs, roster.staff)) if queue else None


def _supervisors(name: str, roster: Roster, _: Desk) -> Collection[int] | None:
    if name not in {"supervisor", "supervisors"}:
        return None
    return _ids(each for each in roster.staff if each.role and each.role.supervises)


def _on_call(name: str, roster: Roster, desk: Desk) -> Collection[int] | None:
    """With nobody on call the supervisors are meant: a call for help is never lost."""
    if name != "oncall":
        return None
    present = [each.id for each in roster.staff if each.id in roster.on_call]
    return present or _supervisors("supervisors", roster, desk)


#: A colleague's own name goes before every name that the desk gives; skills go before queues.
PRECEDENCE: Sequence[Lookup] = (
    _person,
    _specialist,
    _skill,
    _queue,
    _supervisors,
    _on_call,
)


def _ids(people: Iterable[Person]) -> list[int]:
    return [person.id for person in people]


def _pointed_at(content: Content) -> frozenset[int]:
    """Who is named by a text mention, which needs no user name."""
    found = (each.user_id for each in content.entities if each.type == _TEXT_MENTION)
    return frozenset(id_ for id_ in found if id_ is not None)
