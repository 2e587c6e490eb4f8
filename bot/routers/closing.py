"""Before a ticket ends: `/summary`, `/looked`, and the answer to what is still open."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import EndPress, EndStep
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand, TopicHandler, acknowledge
from bot.routers.panels import pressed, show
from bot.views.panel import Panel
from bot.views.rendered import MAX_TEXT
from orchestration.consulting import briefing
from orchestration.content import Content
from orchestration.ending import resolution, wrapping_up
from orchestration.ending.closing_conditions import open_matters, seal_of
from orchestration.errors.asking import OldButton
from orchestration.errors.closing import AskedAnother, MovedOn
from orchestration.specialists.built_in.summary import summarise
from orchestration.specialists.built_in.wording import Wording
from orchestration.status import ENDED


async def _summary(asked: TicketCommand, turn: Turn) -> None:
    """Keeps what it came to; without words it says where it stands, to whoever asked."""
    if not asked.argument.text.strip():
        await _say_where_it_stands(asked, turn)
        return
    await wrapping_up.keep_summary(turn.uow, asked.ticket, asked.written(), turn.now)
    await acknowledge(asked, turn)


async def _say_where_it_stands(asked: TicketCommand, turn: Turn) -> None:
    texts = turn.texts
    brief = await briefing.read_brief(turn.uow, turn.desk, asked.ticket)
    said = summarise(brief, Wording(texts.say, texts.language), texts.zone)
    words = f"{said}\n\n{texts.say('summary-keep')}"
    await show(asked, Panel(Content(words[:MAX_TEXT])), turn)


async def _looked(asked: TicketCommand, turn: Turn) -> None:
    await wrapping_up.keep_look(turn.uow, asked.ticket, asked.by, turn.now)
    await acknowledge(asked, turn)


async def end_pressed(query: CallbackQuery, callback_data: EndPress, turn: Turn) -> None:
    """Ends the ticket though something is open, or leaves it: once, and by whoever was asked."""
    press = await pressed(query, callback_data.message, turn)
    ticket = press.ticket
    # An anonymous administrator presses under their own name: the rights alone decide then.
    if callback_data.asker not in {0, press.by.id}:
        raise AskedAnother(ticket=ticket.id)
    if callback_data.step is EndStep.ANYWAY:
        if callback_data.to not in ENDED:
            raise OldButton
        if seal_of(open_matters(ticket, press.by, turn.now)) != callback_data.seal:
            raise MovedOn(ticket=ticket.id)
        await resolution.set_status_anyway(
            turn.uow, turn.desk, ticket, callback_data.to, press.by, turn.now
        )
    await press.becomes(None, turn)


#: In the order in which Telegram lists them.
COMMANDS: Mapping[str, TopicHandler] = {"summary": _summary, "looked": _looked}


def router() -> Router:
    """The handler of the question's buttons."""
    made = Router(name="closing")
    made.callback_query.register(end_pressed, EndPress.filter(), InStaffChat())
    return made
