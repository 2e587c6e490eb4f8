"""`/snooze`, `/wake` and `/keep`: a ticket that sleeps, and one that does not end by itself."""

from collections.abc import Mapping
from dataclasses import replace

from bot.callbacks import Press
from bot.incoming.turn import Turn
from bot.routers import Pressed, PressHandler, TicketCommand, TopicHandler, acknowledge
from bot.routers.followups import read_time
from bot.views.when import oddness, when
from orchestration.answering import replies
from orchestration.clock import snoozing
from orchestration.content import Content
from orchestration.ending import lapsing
from orchestration.errors.asking import MissingArgument
from orchestration.errors.followups import SnoozeOnce
from orchestration.sentences import Facts, StaffSentence
from orchestration.times.reading import without_until


async def _snooze(asked: TicketCommand, turn: Turn) -> None:
    """Until a time; what is said beside it is kept as a note."""
    words = without_until(asked.argument.text.strip())
    if not words:
        raise MissingArgument(form="/snooze tomorrow 9:00")
    reading, zone = await read_time(words, turn.person, turn)
    if reading.rule is not None:
        raise SnoozeOnce(ticket=asked.ticket.id)
    if reading.rest:
        note = replace(asked.written(), content=Content(reading.rest))
        await replies.add_note(turn.uow, asked.ticket, note, turn.now)
    await snoozing.snooze(turn.uow, asked.ticket, reading.due_at, asked.by, turn.now)
    facts: Facts = {
        "ticket": asked.ticket.id,
        "when": when(reading.due_at, zone, turn.texts),
        "zone": zone,
        "odd": oddness(reading.odd),
    }
    only = turn.person.id if turn.person else None
    await turn.answer(asked.message, StaffSentence.SNOOZED, facts, only=only)


async def _wake(asked: TicketCommand, turn: Turn) -> None:
    await snoozing.wake(turn.uow, turn.desk, asked.ticket, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _keep(asked: TicketCommand, turn: Turn) -> None:
    await lapsing.keep_open(turn.uow, asked.ticket, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _press_wake(pressed: Pressed, turn: Turn) -> None:
    await snoozing.wake(turn.uow, turn.desk, pressed.ticket, pressed.by, turn.now)


async def _press_keep(pressed: Pressed, turn: Turn) -> None:
    await lapsing.keep_open(turn.uow, pressed.ticket, pressed.by, turn.now)


#: In the order in which Telegram lists them.
SNOOZE_COMMANDS: Mapping[str, TopicHandler] = {"snooze": _snooze, "wake": _wake, "keep": _keep}

SNOOZE_PRESSES: Mapping[Press, PressHandler] = {
    Press.WAKE: _press_wake,
    Press.KEEP_OPEN: _press_keep,
}
