"""`/kb add` in a ticket's topic: what it taught becomes an article, once a person approved it."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import TeachPress, TeachStep
from bot.incoming.reading import Command
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand, TopicHandler, acknowledge, knowledge
from bot.routers.panels import pressed, show
from bot.views import teaching as views
from orchestration.errors.learning import ExpertsApprove
from orchestration.knowledge import teaching


async def teach_pressed(query: CallbackQuery, callback_data: TeachPress, turn: Turn) -> None:
    """A button of a draft: it becomes an article, is to be changed, or goes."""
    press = await pressed(query, callback_data.message, turn)
    if callback_data.step is TeachStep.DISCARD:
        await press.becomes(None, turn)
        return
    ticket = press.ticket
    if not teaching.may_approve(ticket, press.by):
        raise ExpertsApprove
    drafted = await teaching.draft(turn.uow, ticket, turn.roll().cast)
    if callback_data.step is TeachStep.EDIT:
        await press.becomes(views.to_edit(drafted, turn.texts), turn)
    elif drafted.seal != callback_data.seal:
        number = press.asked.message
        shown = views.preview(drafted, number, turn.texts, may_approve=True, changed=True)
        await press.becomes(shown, turn)
    else:
        file = await teaching.approve(turn.uow, turn.shelf, ticket, drafted, press.by, turn.now)
        await press.becomes(views.kept(file, turn.texts), turn)


async def _kb(asked: TicketCommand, turn: Turn) -> None:
    """`/kb add` drafts an article; with a title and words below, these are it. Else it searches."""
    if not knowledge.adds(asked.argument.text):
        await knowledge.kb(asked.message, Command("kb", asked.argument), turn)
        return
    _, _, words = asked.argument.text.strip().partition("\n")
    ticket, by = asked.ticket, asked.by
    drafted = await teaching.draft(turn.uow, ticket, turn.roll().cast, words)
    if not words.strip():
        may, number = teaching.may_approve(ticket, by), asked.message.message_id
        await show(asked, views.preview(drafted, number, turn.texts, may_approve=may), turn)
        return
    file = await teaching.approve(turn.uow, turn.shelf, ticket, drafted, by, turn.now)
    await show(asked, views.kept(file, turn.texts), turn)
    await acknowledge(asked, turn)


COMMANDS: Mapping[str, TopicHandler] = {"kb": _kb}


def router() -> Router:
    """The handler of a draft's buttons."""
    made = Router(name="teaching")
    made.callback_query.register(teach_pressed, TeachPress.filter(), InStaffChat())
    return made
