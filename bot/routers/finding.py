"""How staff find tickets: by what was said in them, and by whose they are."""

from aiogram.types import Message

from bot.incoming.reading import Command
from bot.incoming.turn import Turn
from bot.routers import TicketCommand
from bot.views.topic import ICONS
from orchestration.cases import searching
from orchestration.delivery import Jumps
from orchestration.sentences import Facts, StaffSentence


async def search(message: Message, command: Command, turn: Turn) -> None:
    """`/search words`, in the group or in the private chat of someone who is staff."""
    hits = await searching.search(turn.uow, command.argument.text)
    words = " ".join(command.argument.text.split())
    if not hits:
        await turn.answer(
            message, StaffSentence.SEARCH_EMPTY, {"words": words}, only=_asker(message, turn)
        )
        return
    lines = "\n".join(
        f"#{hit.ticket.id} {hit.ticket.subject} — "
        f"{_name(hit)}, {hit.entry.at:%Y-%m-%d}: {hit.excerpt}"
        for hit in hits
    )
    jumps = {f"#{hit.ticket.id}": hit.where for hit in hits if hit.where is not None}
    facts: Facts = {"words": words, "count": len(hits), "lines": lines}
    await _tell(message, StaffSentence.SEARCH_FOUND, facts, jumps, turn)


async def search_here(asked: TicketCommand, turn: Turn) -> None:
    """The same in a ticket's topic."""
    await search(asked.message, Command("search", asked.argument), turn)


async def history(asked: TicketCommand, turn: Turn) -> None:
    """`/history`: all that this customer ever asked for, newest first."""
    tickets = await turn.uow.tickets.of_customer(asked.ticket.customer.id)
    lines = "\n".join(
        f"{ICONS[ticket.status]} #{ticket.id} {ticket.subject} — {ticket.created_at:%Y-%m-%d}, "
        f"{' '.join(ticket.primary.name.split()) if ticket.primary else '…'}"
        for ticket in tickets
    )
    jumps = await searching.topics(turn.uow, [ticket.id for ticket in tickets])
    facts: Facts = {"customer": asked.ticket.customer.name, "lines": lines}
    await _tell(asked.message, StaffSentence.HISTORY, facts, jumps, turn)


async def _tell(
    message: Message,
    sentence: StaffSentence,
    facts: Facts,
    jumps: Jumps,
    turn: Turn,
) -> None:
    await turn.answer(message, sentence, facts, only=_asker(message, turn), jumps=jumps)


def _asker(message: Message, turn: Turn) -> int | None:
    """Who alone sees the answer; an anonymous administrator cannot be told alone."""
    return turn.person.id if turn.person and message.sender_chat is None else None


def _name(hit: searching.Hit) -> str:
    return " ".join(str(getattr(hit.entry.actor, "name", "")).split()) or "…"
