"""Who is away, and who is on call."""

from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from aiogram.enums import MessageEntityType
from aiogram.types import Message

from bot.incoming.reading import Command, after_word
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from orchestration.content import Content
from orchestration.errors.absence import NobodyIsAway
from orchestration.errors.ticket import UnknownPerson
from orchestration.people import Person
from orchestration.sentences import Facts, StaffSentence
from orchestration.team.absence import shown
from orchestration.team.away import absences_of, come_back, go_away, zone_of
from orchestration.team.mentions import named
from orchestration.team.oncall import call_on, named_for, on_call, running
from orchestration.team.shifts import Shift

_OFF = "off"


async def away(message: Message, command: Command, turn: Turn) -> None:
    """`/away until friday`: new tickets pass them by, and colleagues see it."""
    person = _asker(turn)
    absence, tickets = await go_away(
        turn.uow, turn.desk, person.id, command.argument.text, turn.now
    )
    zone = await zone_of(turn.uow, turn.desk, person.id)
    until = shown(absence.until, turn.now, zone) if absence.until else ""
    facts: Facts = {"until": until, "count": tickets}
    await turn.answer(message, StaffSentence.AWAY, facts, only=person.id)


async def back(message: Message, _: Command, turn: Turn) -> None:
    """`/back`: they are there again."""
    person = _asker(turn)
    await come_back(turn.uow, person.id, turn.now)
    await turn.answer(message, StaffSentence.BACK, only=person.id)


async def oncall(message: Message, command: Command, turn: Turn) -> None:
    """Who is on call, or who is from now on, perhaps in a shift."""
    staff, argument = turn.staff_of(message), command.argument
    if staff is not None and argument.text.strip():
        shift = _shift_named(argument, turn)
        argument = after_word(argument) if shift else argument
        off = argument.text.strip().lower() == _OFF
        people = () if off else await _people_meant(argument, turn)
        await call_on(turn.uow, people, staff, shift)
    who = await _names(await on_call(turn.uow, turn.desk, turn.now), turn)
    now = {shift.id for shift in running(turn.desk, turn.now)}
    shifts = [
        f"{'●' if shift.id in now else '○'} {shift.id} {_hours(shift)}: "
        + (await _names(await named_for(turn.uow, shift), turn) or "…")
        for shift in turn.desk.shifts
    ]
    facts: Facts = {"who": who, "shifts": "\n".join(shifts), "zone": turn.desk.zone}
    only = turn.person.id if turn.person else None
    await turn.answer(message, StaffSentence.ON_CALL, facts, only=only)


async def say_who_is_away(message: Message, people: Iterable[Person], turn: Turn) -> None:
    """Tells whoever turned to these people, and nobody else, who of them is away."""
    asker = turn.person
    if asker is None:
        return
    asked = {person.id: person for person in people if person.id != asker.id}
    for number, absence in (await absences_of(turn.uow, asked, turn.now)).items():
        zone = await zone_of(turn.uow, turn.desk, asker.id)
        until = shown(absence.until, turn.now, zone) if absence.until else ""
        facts: Facts = {"who": asked[number].name, "until": until}
        await turn.answer(message, StaffSentence.SOMEONE_AWAY, facts, only=asker.id)


async def say_who_is_named_and_away(message: Message, content: Content, turn: Turn) -> None:
    """The same for a note, of those whom it names themselves."""
    staff = await turn.uow.people.staff()
    await say_who_is_away(message, [each for each in staff if named(content, each)], turn)


def _asker(turn: Turn) -> Person:
    """Whoever asks, under their own name; raises `NobodyIsAway`."""
    if turn.person is None:
        raise NobodyIsAway
    return turn.person


def _shift_named(argument: Content, turn: Turn) -> Shift | None:
    word = argument.text.split()[0].lower()
    return next((shift for shift in turn.desk.shifts if shift.id == word), None)


async def _names(people: Sequence[int], turn: Turn) -> str:
    """Names of staff with a line between them, and until when those are away who are."""
    absent = await absences_of(turn.uow, people, turn.now)
    found = [await turn.uow.people.get(number) for number in people]
    zone = ZoneInfo(turn.desk.zone)
    names = []
    for person in found:
        if person is None or person.role is None:
            continue
        absence = absent.get(person.id)
        until = absence.until if absence else None
        mark = f" 🏖 {shown(until, turn.now, zone) if until else ''}".rstrip() if absence else ""
        names.append(f"{person.name}{mark}")
    return ", ".join(names)


def _hours(shift: Shift) -> str:
    return f"{shift.begins:%H:%M}–{shift.ends:%H:%M}"  # noqa: RUF001 - as times are written


async def _people_meant(argument: Content, turn: Turn) -> tuple[Person, ...]:
    """Everyone who is named, each once; raises `UnknownPerson`."""
    pointed = [each for each in argument.entities if each.type == MessageEntityType.TEXT_MENTION]
    found = [await turn.uow.people.get(each.user_id) for each in pointed if each.user_id]
    words = [] if found else argument.text.split()
    found += [await turn.uow.people.by_username(word.removeprefix("@")) for word in words]
    people = [person for person in found if person is not None and person.role is not None]
    if len(people) < len(found) or not people:
        raise UnknownPerson(name=argument.text.strip()[:64])
    return tuple(dict.fromkeys(people))


#: In the group, in any topic, and in private.
DUTY_COMMANDS: Mapping[str, CommandHandler] = {
    "oncall": oncall,
    "away": away,
    "back": back,
}
