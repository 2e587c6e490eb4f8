"""Who is given a ticket by rule: fair, never to someone away, never without the right."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.events import AssignmentRule
from orchestration.people import Person, Role
from orchestration.team.assigning import Nobody, Pool, after_turn, choose

RULES = [rule for rule in AssignmentRule if rule is not AssignmentRule.MANUAL]
SKILLS = ("billing", "returns", "technical")

people = st.builds(
    Person,
    id=st.integers(1, 9),
    name=st.just("Someone"),
    role=st.sampled_from([None, *Role]),
    skills=st.lists(st.sampled_from(SKILLS), max_size=2, unique=True).map(tuple),
)
numbers = st.integers(1, 9)
pools = st.builds(
    Pool,
    st.lists(people, max_size=6, unique_by=lambda person: person.id),
    away=st.frozensets(numbers, max_size=4),
    passed=st.frozensets(numbers, max_size=2),
    busy=st.dictionaries(numbers, st.integers(0, 5)),
    turns=st.lists(numbers, unique=True).map(tuple),
    wanted=st.none() | st.frozensets(st.sampled_from(SKILLS)),
)


def staff(*ids: int, **skills: tuple[str, ...]) -> list[Person]:
    return [
        Person(number, "Someone", role=Role.AGENT, skills=skills.get(f"of_{number}", ()))
        for number in ids
    ]


def chosen(rule: AssignmentRule, pool: Pool) -> int | Nobody:
    found = choose(rule, pool)
    return found if isinstance(found, Nobody) else found.id


@given(st.sampled_from(AssignmentRule), pools)
def test_only_someone_who_is_there_and_may_answer(rule: AssignmentRule, pool: Pool) -> None:
    """Whoever is away, has just lost it, or is no longer staff is never given a ticket."""
    found = choose(rule, pool)
    if isinstance(found, Nobody):
        return
    assert rule is not AssignmentRule.MANUAL
    assert found in pool.people
    assert found.role is not None
    assert found.id not in pool.away
    assert found.id not in pool.passed


@given(st.sampled_from(RULES), pools)
def test_nobody_has_a_reason(rule: AssignmentRule, pool: Pool) -> None:
    """Somebody is found whenever there is somebody, unless the ticket is still to be read."""
    able = [person for person in pool.people if person.role]
    here = [one for one in able if one.id not in pool.away and one.id not in pool.passed]
    found = choose(rule, pool)
    if not able:
        assert found is Nobody.NO_PEOPLE
    elif not here:
        assert found is Nobody.ALL_AWAY
    elif rule is AssignmentRule.BY_SKILL and pool.wanted is None:
        assert found is Nobody.UNREAD
    else:
        assert isinstance(found, Person)


def _in_turn(crew: Sequence[Person], aways: Sequence[frozenset[int]]) -> list[int]:
    """Whom round robin gives tickets one after another, while people come and go."""
    turns: tuple[int, ...] = ()
    given_to = []
    for away in aways:
        found = choose(AssignmentRule.ROUND_ROBIN, Pool(crew, away=away, turns=turns))
        if isinstance(found, Person):
            given_to.append(found.id)
            turns = after_turn(turns, found.id)
    return given_to


@given(st.integers(1, 6), st.integers(0, 40))
def test_round_robin_is_fair(crew: int, tickets: int) -> None:
    """Among people who are there nobody has two tickets more than another."""
    given_to = Counter(_in_turn(staff(*range(1, crew + 1)), [frozenset()] * tickets))
    counts = [given_to[number] for number in range(1, crew + 1)]
    assert max(counts) - min(counts) <= 1
    assert sum(counts) == tickets


@given(st.lists(st.frozensets(st.integers(1, 4), max_size=3), max_size=40))
def test_round_robin_stays_fair_while_people_come_and_go(aways: list[frozenset[int]]) -> None:
    """Between two tickets of one person, everybody else who was there all the time had one."""
    given_to = _in_turn(staff(1, 2, 3, 4), aways)
    for first, person in enumerate(given_to):
        later = given_to[first + 1 :]
        if person in later:
            second = first + 1 + later.index(person)
            there = {1, 2, 3, 4}.difference(*aways[first : second + 1])
            assert there <= {person, *given_to[first + 1 : second]}


def test_the_least_busy() -> None:
    """Among equals whoever was given one the longest ago."""
    pool = Pool(staff(1, 2, 3), busy={1: 2, 2: 1, 3: 1}, turns=(3, 2))
    assert chosen(AssignmentRule.LEAST_BUSY, pool) == 3
    assert chosen(AssignmentRule.LEAST_BUSY, Pool(staff(1, 2), busy={1: 1})) == 2


def test_by_skill() -> None:
    """Most of what is wanted, then the least busy; and where nobody knows it, the least busy."""
    crew = staff(1, 2, 3, of_2=("billing",), of_3=("billing", "Returns-EU"))
    rule = AssignmentRule.BY_SKILL
    assert chosen(rule, Pool(crew, wanted={"billing"}, busy={2: 1})) == 3
    assert chosen(rule, Pool(crew, wanted={"billing"}, busy={3: 1})) == 2
    assert chosen(rule, Pool(crew, wanted={"billing", "returns_eu"}, busy={3: 9})) == 3
    assert chosen(rule, Pool(crew, wanted={"hats"}, busy={1: 2, 2: 1})) == 3
    assert chosen(rule, Pool(crew, wanted={"billing"}, away={2, 3})) == 1


def test_on_call_is_asked_in_order() -> None:
    """The first who is there."""
    crew = staff(3, 1, 2)
    assert chosen(AssignmentRule.ON_CALL, Pool(crew)) == 3
    assert chosen(AssignmentRule.ON_CALL, Pool(crew, away={3})) == 1


@pytest.mark.parametrize("rule", AssignmentRule)
def test_with_nobody_there_is_nobody(rule: AssignmentRule) -> None:
    """And why, so that the supervisors can be told."""
    manual = rule is AssignmentRule.MANUAL
    assert choose(rule, Pool([])) is (Nobody.MANUAL if manual else Nobody.NO_PEOPLE)
    gone = Pool(staff(1), away={1})
    assert choose(rule, gone) is (Nobody.MANUAL if manual else Nobody.ALL_AWAY)
