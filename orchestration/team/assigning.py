"""Who is given a ticket that nobody answers: each rule of a queue as one pure function.

Whatever the rule, a ticket goes only to someone who may answer it and is not away, and among
equals to whoever was given one the longest ago.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from orchestration.events import AssignmentRule
from orchestration.people import Person, Staff
from orchestration.rights import Verb, may


class Nobody(StrEnum):
    """Why a rule gives a ticket to nobody."""

    MANUAL = "manual"
    NO_PEOPLE = "no-people"
    ALL_AWAY = "all-away"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Pool:
    """Whom a ticket may be given to, and what the rules look at.

    `people` stand in the order in which they are asked on call. `passed` are those who have just
    lost it. `busy` counts the unended tickets that each answers. `turns` are those who were given
    tickets of the queue, the last one last. `wanted` are the skills that the ticket wants, None
    while nobody has read it.
    """

    people: Sequence[Person]
    away: Collection[int] = ()
    passed: Collection[int] = ()
    busy: Mapping[int, int] = field(default_factory=dict)
    turns: Sequence[int] = ()
    wanted: Collection[str] | None = ()


def choose(rule: AssignmentRule, pool: Pool) -> Person | Nobody:
    """Who is given the ticket, or why nobody is."""
    pick = _PICKS.get(rule)
    if pick is None:
        return Nobody.MANUAL
    able = [person for person in pool.people if _may_answer(person)]
    if not able:
        return Nobody.NO_PEOPLE
    here = [each for each in able if each.id not in pool.away and each.id not in pool.passed]
    if not here:
        return Nobody.ALL_AWAY
    if rule is AssignmentRule.BY_SKILL and pool.wanted is None:
        return Nobody.UNREAD
    return pick(here, pool)


def after_turn(turns: Sequence[int], person: int) -> tuple[int, ...]:
    """The turns once that person was given a ticket."""
    return (*(each for each in turns if each != person), person)


def _may_answer(person: Person) -> bool:
    if person.role is None:
        return False
    return may(Staff(person.id, person.name, person.role), Verb.CLAIM, None)


def _round_robin(here: Sequence[Person], pool: Pool) -> Person:
    """Whoever was given one the longest ago; before them who never was, by id."""
    return min(here, key=lambda person: _turn(person, pool))


def _least_busy(here: Sequence[Person], pool: Pool) -> Person:
    return min(here, key=lambda person: (pool.busy.get(person.id, 0), *_turn(person, pool)))


def _by_skill(here: Sequence[Person], pool: Pool) -> Person:
    """The least busy of those who have most of what is wanted.

    Where nobody has any of it that is the least busy of all: the customer rather has someone who
    can ask a colleague than waits for nobody.
    """
    wanted = {spelt(word) for word in pool.wanted or ()}
    fits = {each.id: len(wanted.intersection(map(spelt, each.skills))) for each in here}
    most = max(fits.values())
    return _least_busy([each for each in here if fits[each.id] == most], pool)


def _first(here: Sequence[Person], _: Pool) -> Person:
    return here[0]


def spelt(word: str) -> str:
    """A skill, a tag or an intent in the spelling in which they are compared."""
    return word.casefold().replace("-", "_")


def _turn(person: Person, pool: Pool) -> tuple[int, int]:
    place = pool.turns.index(person.id) if person.id in pool.turns else -1
    return place, person.id


_PICKS: Mapping[AssignmentRule, Callable[[Sequence[Person], Pool], Person]] = {
    AssignmentRule.ROUND_ROBIN: _round_robin,
    AssignmentRule.LEAST_BUSY: _least_busy,
    AssignmentRule.BY_SKILL: _by_skill,
    AssignmentRule.ON_CALL: _first,
}
