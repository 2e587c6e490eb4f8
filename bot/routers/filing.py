"""How staff file a ticket from its topic: subject, tags, priority, queue."""

from collections.abc import Mapping

from bot.incoming.turn import Turn
from bot.routers import TicketCommand, TopicHandler, acknowledge
from orchestration.cases import filing
from orchestration.errors.asking import MissingArgument


async def _subject(asked: TicketCommand, turn: Turn) -> None:
    filing.rename(asked.ticket, asked.argument.text, asked.by, turn.now)
    await _filed(asked, turn)


async def _tag(asked: TicketCommand, turn: Turn) -> None:
    filing.tag(asked.ticket, asked.argument.text, asked.by, turn.now)
    await _filed(asked, turn)


async def _priority(asked: TicketCommand, turn: Turn) -> None:
    if not asked.argument.text:
        raise MissingArgument(form="/priority high")
    urgency = filing.priority_named(asked.argument.text)
    filing.set_priority(asked.ticket, urgency, asked.by, turn.now)
    await _filed(asked, turn)


async def move_queue(asked: TicketCommand, turn: Turn) -> None:
    """`/queue name`: the ticket waits for that team."""
    queue = filing.queue_named(turn.desk, asked.argument.text)
    await filing.move(turn.uow, turn.desk, asked.ticket, queue, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _filed(asked: TicketCommand, turn: Turn) -> None:
    await filing.keep(turn.uow, asked.ticket)
    await acknowledge(asked, turn)


#: In the order in which Telegram lists them.
COMMANDS: Mapping[str, TopicHandler] = {
    "subject": _subject,
    "tag": _tag,
    "priority": _priority,
}
