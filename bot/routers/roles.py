"""Who is what: `/role` gives roles and skills beside what the group says of people."""

from aiogram.types import Message

from bot.incoming.meant import person_meant
from bot.incoming.reading import Command
from bot.incoming.turn import Turn
from orchestration.sentences import Facts, StaffSentence
from orchestration.team.roles import give_role

_FORM = "/role @name agent|expert|supervisor|admin skills"


async def tell_or_give_role(message: Message, command: Command, turn: Turn) -> None:
    """Alone it lists the staff, for whoever asks; else it gives a role, which all may see."""
    staff = turn.staff_of(message)
    if staff is None:
        return
    if not command.argument.text.strip():
        await _tell_roles(message, turn, staff.id)
        return
    person, rest = await person_meant(message, command.argument, turn, _FORM)
    given = await give_role(turn.uow, person, rest.text.split(), staff, turn.now)
    facts: Facts = {
        "who": given.name,
        "role": given.role or "",
        "skills": ", ".join(given.skills),
    }
    await turn.answer(message, StaffSentence.ROLE_GIVEN, facts)


async def _tell_roles(message: Message, turn: Turn, only: int) -> None:
    lines = "\n".join(
        f"{person.name}: {', '.join((str(person.role), *person.skills))}"
        for person in await turn.uow.people.staff()
    )
    await turn.answer(message, StaffSentence.ROLES, {"lines": lines}, only=only)
