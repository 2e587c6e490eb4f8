"""`/log`: who did what on a ticket, shown to nobody but whoever asks."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import LogPress
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand
from bot.routers.panels import pressed, show
from bot.views.log import log_panel
from orchestration import audit


async def show_log(asked: TicketCommand, turn: Turn) -> None:
    """The newest page of the ticket's log."""
    page = await audit.page(turn.uow, asked.ticket)
    shown = log_panel(asked.ticket.id, page, asked.message.message_id, turn.texts)
    await show(asked, shown, turn)


async def log_pressed(query: CallbackQuery, callback_data: LogPress, turn: Turn) -> None:
    """Another page of it."""
    press = await pressed(query, callback_data.message, turn)
    page = await audit.page(turn.uow, press.ticket, callback_data.page)
    shown = log_panel(press.ticket.id, page, callback_data.message, turn.texts)
    await press.becomes(shown, turn)


def router() -> Router:
    """The handler of a log's buttons."""
    made = Router(name="audit")
    made.callback_query.register(log_pressed, LogPress.filter(), InStaffChat())
    return made
