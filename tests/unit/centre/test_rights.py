"""Who may do what: the whole table of role, verb and standing, written out."""

import pytest

from orchestration.people import Role, Staff
from orchestration.rights import Standing, Verb, may, standing

#: Verb → what each role may, by standing: u(nowned), p(rimary), a(nother's).
EXPECTED = {
    #             agent  expert supervisor admin
    "claim": ("up ", "up ", "upa", "upa"),
    "assign": ("up ", "up ", "upa", "upa"),
    "release": ("up ", "up ", "upa", "upa"),
    "reply": ("up ", "up ", "upa", "upa"),
    "note": ("upa", "upa", "upa", "upa"),
    "set_status": ("up ", "up ", "upa", "upa"),
    "resolve": ("up ", "up ", "upa", "upa"),
    "reopen": ("upa", "upa", "upa", "upa"),
    "close": ("up ", "up ", "upa", "upa"),
    "forget": ("   ", "   ", "upa", "upa"),
}
ROLES = (Role.AGENT, Role.EXPERT, Role.SUPERVISOR, Role.ADMIN)
SUPERVISES = (False, False, True, True)
OWNERS = {Standing.UNOWNED: None, Standing.PRIMARY: 5, Standing.ANOTHERS: 6}
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
    assert may(Staff(5, "Someone", role), Verb(verb), OWNERS[how]) is expected


@pytest.mark.parametrize("how", Standing)
def test_standing(how: Standing) -> None:
    """One stands to a ticket as its primary, as a colleague of the primary, or it is free."""
    assert standing(Staff(5, "Someone", Role.AGENT), OWNERS[how]) is how


@pytest.mark.parametrize(("role", "supervises"), [*zip(ROLES, SUPERVISES, strict=True)])
def test_who_supervises(role: Role, *, supervises: bool) -> None:
    """Supervisors and admins act on other people's tickets."""
    assert role.supervises is supervises
