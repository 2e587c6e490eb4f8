"""Roles and skills that supervisors give, beside what the group says of people."""

import re
from collections.abc import Sequence
from datetime import datetime

from orchestration import deliveries
from orchestration.errors.team import BadSkill, CannotGrant, UnknownRole
from orchestration.people import Person, Role, Staff
from orchestration.ports import RoleGiven, UnitOfWork
from orchestration.rights import may_grant

_SKILL = re.compile(r"[\w-]{1,32}")
#: A person's skills are read at a glance.
MAX_SKILLS = 10


async def give_role(
    uow: UnitOfWork, person: Person, words: Sequence[str], by: Staff, now: datetime
) -> Person:
    """Gives the role that the first word names, and to an expert the skills that follow.

    `agent` takes back what was given. What the group says stays: its administrators supervise
    whatever they are given. Returns the person as they are now; the record of the desk
    keeps who gave it. Raises `UnknownRole`, `BadSkill`,
    and `CannotGrant` for whoever may not.
    """
    name, *rest = words or [""]
    try:
        role = Role(name.lower())
    except ValueError:
        raise UnknownRole(role=name[:32]) from None
    skills = tuple(dict.fromkeys(word.strip(",").lower() for word in rest))
    for skill in skills:
        if role is not Role.EXPERT or not _SKILL.fullmatch(skill):
            raise BadSkill(skill=skill[:32])
    if len(skills) > MAX_SKILLS:
        raise BadSkill(skill=skills[MAX_SKILLS])
    if not may_grant(by.role, person.granted, role):
        raise CannotGrant(who=person.name, role=role.value)
    given = person.given(role, skills)
    await uow.people.learn(given)
    if given != person:
        await uow.record.add(RoleGiven(now, by, person.id, person.name, role, skills))
        await uow.outbox.add(deliveries.role(person.id))
    return given


async def show_all(uow: UnitOfWork) -> None:
    """Shows every role that was given beside its bearer's name, as far as Telegram can."""
    for person in await uow.people.staff():
        if person.granted is not None:
            await uow.outbox.add(deliveries.role(person.id))
