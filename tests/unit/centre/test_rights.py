"""Who may do what: the whole table of role, verb and standing, written out."""

import pytest

from orchestration.people import Role, Staff
from orchestration.rights import Standing, Verb, may, may_grant, standing

#: Verb → what each role may, by standing: u(nowned), p(rimary), c(ollaborator),
#: a(nother's).
EXPECTED = {
    #            agent expert supervisor admin
    "claim": ("up", "up", "upca", "upca"),
    "assign": ("up", "up", "upca", "upca"),
    "release": ("up", "up", "upca", "upca"),
    "reply": ("up", "up", "upca", "upca"),
    "note": ("upca", "upca", "upca", "upca"),
    "set_status": ("up", "up", "upca", "upca"),
    "resolve": ("up", "up", "upca", "upca"),
    "reopen": ("upca", "upca", "upca", "upca"),
    "close": ("up", "up", "upca", "upca"),
    "hand_over": ("up", "up", "upca", "upca"),
    "collaborate": ("upca", "upca", "upca", "upca"),
    "invite": ("upc", "upc", "upca", "upca"),
    "watch": ("upca", "upca", "upca", "upca"),
    "leave": ("upca", "upca", "upca", "upca"),
    "consult": ("upc", "upc", "upca", "upca"),
    "decide": ("", "", "upca", "upca"),
    "ban": ("up", "up", "upca", "upca"),
    "unban": ("up", "up", "upca", "upca"),
    "file": ("upca", "upca", "upca", "upca"),
    "move_queue": ("up", "up", "upca", "upca"),
    "merge": ("up", "up", "upca", "upca"),
    "forget": ("", "", "upca", "upca"),
    "follow_up": ("upca", "upca", "upca", "upca"),
    "snooze": ("up", "up", "upca", "upca"),
    "keep_open": ("upc", "upc", "upca", "upca"),
    "summarise": ("upca", "upca", "upca", "upca"),
    "look": ("", "", "upca", "upca"),
    "incident": ("upca", "upca", "upca", "upca"),
    "send_all": ("", "", "upca", "upca"),
    "lock": ("up", "up", "upca", "upca"),
    "take_lock": ("", "", "upca", "upca"),
    "send_anyway": ("p", "p", "upca", "upca"),
    "suggest": ("upca", "upca", "upca", "upca"),
    "answer_suggestion": ("up", "up", "upca", "upca"),
    "escalate": ("upca", "upca", "upca", "upca"),
    "deescalate": ("upc", "upc", "upca", "upca"),
    "bind": ("", "", "upca", "upca"),
    "teach": ("", "upca", "upca", "upca"),
}
ROLES = (Role.AGENT, Role.EXPERT, Role.SUPERVISOR, Role.ADMIN)
SUPERVISES = (False, False, True, True)
#: The primary and the collaborators of a ticket to which person 5 stands so.
TICKETS: dict[Standing, tuple[int | None, frozenset[int]]] = {
    Standing.UNOWNED: (None, frozenset()),
    Standing.PRIMARY: (5, frozenset({5})),
    Standing.COLLABORATOR: (6, frozenset({5, 7})),
    Standing.ANOTHERS: (6, frozenset({7})),
}
CASES = [
    (role, verb, how, how.value[0] in rights[ROLES.index(role)])
    for verb, rights in EXPECTED.items()
    for role in ROLES
    for how in Standing
]


def test_the_table_is_whole() -> None:
    """Every verb that people use has its rights, for every role."""
    assert set(EXPECTED) == {verb.value for verb in Verb}
    assert set(ROLES) == set(Role)


@pytest.mark.parametrize(("role", "verb", "how", "expected"), CASES)
def test_right(role: Role, verb: str, how: Standing, *, expected: bool) -> None:
    """A role may do a verb exactly where the table says so."""
    assert may(Staff(5, "Someone", role), Verb(verb), *TICKETS[how]) is expected


@pytest.mark.parametrize("how", Standing)
def test_standing(how: Standing) -> None:
    """As its primary, as a collaborator, as another colleague of the primary, or it is free."""
    assert standing(Staff(5, "Someone", Role.AGENT), *TICKETS[how]) is how


@pytest.mark.parametrize(("role", "supervises"), [*zip(ROLES, SUPERVISES, strict=True)])
def test_who_supervises(role: Role, *, supervises: bool) -> None:
    """Supervisors and admins act on other people's tickets."""
    assert role.supervises is supervises


#: Role before → role after, where a supervisor may do so; an admin always may, others never.
SUPERVISORS_GRANT = {Role.AGENT, Role.EXPERT, Role.SUPERVISOR}


@pytest.mark.parametrize("by", Role)
@pytest.mark.parametrize("before", Role)
@pytest.mark.parametrize("after", Role)
def test_who_gives_roles(by: Role, before: Role, after: Role) -> None:
    """Supervisors give and take all but an admin's, admins all, the others none."""
    expected = {
        Role.ADMIN: True,
        Role.SUPERVISOR: {before, after} <= SUPERVISORS_GRANT,
    }.get(by, False)
    assert may_grant(by, before, after) is expected
