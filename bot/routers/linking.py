"""How staff join tickets: linked to each other, or merged into one."""

from collections.abc import Mapping

from bot.incoming.turn import Turn
from bot.routers import TicketCommand, TopicHandler, acknowledge
from bot.views.digest import in_lines
from orchestration import deliveries
from orchestration.cases import linking, searching
from orchestration.sentences import Facts, StaffSentence
from orchestration.timeline import as_they_stand

#: So much of what was said in the other ticket is shown at once; its topic has the whole.
SAID = 20


async def _link(asked: TicketCommand, turn: Turn) -> None:
    """`/link #7`, and `/link -#7` to take it away."""
    words = asked.argument.text.strip()
    number = linking.number_named(words.removeprefix("-"), "/link #7")
    verb = linking.unlink if words.startswith("-") else linking.link
    await verb(turn.uow, asked.ticket, number, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _merge(asked: TicketCommand, turn: Turn) -> None:
    """`/merge #7` in the topic where it goes on."""
    number = linking.number_named(asked.argument.text, "/merge #7")
    ticket, uow = asked.ticket, turn.uow
    other = await linking.merge(uow, turn.desk, ticket, number, asked.by, turn.now)
    after = max(0, other.version - SAID)
    said = as_they_stand(await uow.timeline.of(other.id, after=after, limit=SAID))
    jumps = await searching.topics(uow, [ticket.id, other.id])
    here: Facts = {"by": asked.by.name, "other": other.id, "lines": in_lines(said)}
    there: Facts = {"by": asked.by.name, "into": ticket.id}
    await uow.outbox.add(
        deliveries.alert(ticket.id, StaffSentence.ABSORBED, here, jumps),
        deliveries.alert(other.id, StaffSentence.MERGED, there, jumps),
    )
    await acknowledge(asked, turn)


#: In the order in which Telegram lists them.
COMMANDS: Mapping[str, TopicHandler] = {"link": _link, "merge": _merge}
