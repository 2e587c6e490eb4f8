"""Several people on one ticket, by slash command and by the card's buttons."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram.types import Message

from bot.callbacks import Press
from bot.incoming.meant import people_meant, person_meant, person_named
from bot.incoming.turn import Turn
from bot.routers import Pressed, PressHandler, TicketCommand, TopicHandler, acknowledge
from bot.routers.duty import say_who_is_away
from orchestration.consulting import asking
from orchestration.errors.asking import MissingArgument
from orchestration.events.team import Part
from orchestration.people import Staff
from orchestration.sentences import StaffSentence
from orchestration.team import assignment, collaboration
from orchestration.ticket import Ticket


async def _collab(asked: TicketCommand, turn: Turn) -> None:
    """Alone it joins; with a name or a skill it brings those people in."""
    if asked.argument.text.strip():
        form = "/collab @name"
        people, _ = await people_meant(asked.message, asked.argument, turn, form)
        await collaboration.invite(turn.uow, asked.ticket, people, asked.by, turn.now)
        await say_who_is_away(asked.message, people, turn)
    else:
        await collaboration.join(turn.uow, asked.ticket, Part.COLLABORATOR, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _watch(asked: TicketCommand, turn: Turn) -> None:
    await _begin_to_watch(asked.message, asked.ticket, asked.by, turn)
    await acknowledge(asked, turn)


async def _leave(asked: TicketCommand, turn: Turn) -> None:
    await collaboration.leave(turn.uow, asked.ticket, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _handover(asked: TicketCommand, turn: Turn) -> None:
    form = "/handover @name what to know"
    to, note = await person_meant(asked.message, asked.argument, turn, form)
    written = replace(asked.written(), content=note)
    await assignment.hand_over(turn.uow, asked.ticket, to, written, turn.now)
    await say_who_is_away(asked.message, [to], turn)
    await acknowledge(asked, turn)


async def _consult(asked: TicketCommand, turn: Turn) -> None:
    form = "/consult @name question"
    expert, question = await person_meant(asked.message, asked.argument, turn, form)
    if question.is_text and not question.text:
        raise MissingArgument(form=form)
    written = replace(asked.written(), content=question)
    await collaboration.consult(turn.uow, asked.ticket, expert, written, turn.now)
    await say_who_is_away(asked.message, [expert], turn)
    await acknowledge(asked, turn)


async def _decide(asked: TicketCommand, turn: Turn) -> None:
    if not asked.argument.text.strip():
        raise MissingArgument(form="/decide what all keep to")
    await collaboration.decide(turn.uow, asked.ticket, asked.written(), turn.now)
    await asking.read_on(turn.uow, asked.ticket, turn.now)
    await acknowledge(asked, turn)


async def _press_join(pressed: Pressed, turn: Turn) -> None:
    await collaboration.join(turn.uow, pressed.ticket, Part.COLLABORATOR, pressed.by, turn.now)


async def _press_watch(pressed: Pressed, turn: Turn) -> None:
    await _begin_to_watch(pressed.message, pressed.ticket, pressed.by, turn)


async def _press_leave(pressed: Pressed, turn: Turn) -> None:
    await collaboration.leave(turn.uow, pressed.ticket, pressed.by, turn.now)


async def _press_invite(pressed: Pressed, turn: Turn) -> None:
    person = await person_named(pressed.value, turn)
    await collaboration.invite(turn.uow, pressed.ticket, [person], pressed.by, turn.now)
    await say_who_is_away(pressed.message, [person], turn)


async def _begin_to_watch(message: Message, ticket: Ticket, by: Staff, turn: Turn) -> None:
    """What one watches is told in private, so whoever cannot be written to learns how."""
    await collaboration.join(turn.uow, ticket, Part.WATCHER, by, turn.now)
    if turn.person is not None and not turn.person.reachable:
        facts = {"ticket": ticket.id}
        await turn.answer(message, StaffSentence.WATCH_NEEDS_START, facts, only=by.id)


#: In the order in which Telegram lists them.
TEAM_COMMANDS: Mapping[str, TopicHandler] = {
    "collab": _collab,
    "watch": _watch,
    "leave": _leave,
    "handover": _handover,
    "consult": _consult,
    "decide": _decide,
}

TEAM_PRESSES: Mapping[Press, PressHandler] = {
    Press.JOIN: _press_join,
    Press.WATCH: _press_watch,
    Press.LEAVE: _press_leave,
    Press.INVITE: _press_invite,
}
