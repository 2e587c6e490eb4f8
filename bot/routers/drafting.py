"""Who is answering, and what becomes of words that wait: ✍, held replies, suggestions."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import HeldPress, HeldStep, Press, SuggestionPress, SuggestionStep
from bot.incoming.turn import Turn
from bot.routers import (
    InStaffChat,
    Pressed,
    PressHandler,
    TicketCommand,
    TopicHandler,
    acknowledge,
)
from bot.routers.panels import PanelPressed, pressed, replied_entry, show_below
from bot.views import drafting as views
from bot.views.panel import to_copy
from orchestration.answering import drafting, holding, macros, suggesting
from orchestration.answering.collisions import may_send_anyway
from orchestration.errors.asking import MissingArgument
from orchestration.events import Obstacle, Suggested
from orchestration.sentences import Facts, StaffSentence
from orchestration.times import timed


async def begin_to_answer(asked: TicketCommand, turn: Turn) -> None:
    """`/reply` alone: its author is answering, and learns how to and until when."""
    lock = await drafting.take(turn.uow, turn.desk, asked.ticket, asked.by, turn.now)
    facts: Facts = {"ticket": asked.ticket.id, "until": timed(lock.until, turn.desk.zone)}
    await turn.answer(asked.message, StaffSentence.LOCK_TAKEN, facts, only=asked.by.id)


async def answer_with_suggestion(asked: TicketCommand, turn: Turn) -> bool:
    """`/reply text` to a suggestion sends that text in its place; False when it replies to none.

    A plain message that replies to one stays a note, like any other: only a command is public.
    """
    entry = await replied_entry(asked, turn)
    if entry is None or not isinstance(entry.event, Suggested):
        return False
    written = asked.written()
    return await suggesting.send_edited(turn.uow, asked.ticket, entry.ref, written, turn.now)


async def _unlock(asked: TicketCommand, turn: Turn) -> None:
    await drafting.give_back(turn.uow, turn.desk, asked.ticket, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _suggest(asked: TicketCommand, turn: Turn) -> None:
    if asked.argument.is_text and not asked.argument.text.strip():
        raise MissingArgument(form="/suggest text")
    obstacle = Obstacle.OFFERED
    written = asked.written()
    await holding.keep_for_author(turn.uow, asked.ticket, written, obstacle, None, turn.now)


async def _press_draft(pressed: Pressed, turn: Turn) -> None:
    uow, desk, ticket = turn.uow, turn.desk, pressed.ticket
    await drafting.take_or_give_back(uow, desk, ticket, pressed.by, turn.now)


async def held_pressed(query: CallbackQuery, callback_data: HeldPress, turn: Turn) -> None:
    """The author of held words decides what becomes of them."""
    press = await pressed(query, callback_data.message, turn)
    uow, ticket, message = turn.uow, press.ticket, press.asked
    match callback_data.step:
        case HeldStep.ANYWAY:
            macro = await suggesting.send_anyway(uow, ticket, message, press.by, turn.now)
            await _finish(press, macro, turn)
        case HeldStep.SUGGEST:
            await suggesting.give(uow, ticket, message, press.by, turn.now)
        case HeldStep.DISCARD:
            await suggesting.discard(uow, ticket, message, press.by, turn.now)
    await press.becomes(None, turn)


async def suggestion_pressed(
    query: CallbackQuery, callback_data: SuggestionPress, turn: Turn
) -> None:
    """Whoever answers the customer sends a suggestion, changes it or declines it."""
    press = await pressed(query, 0, turn)
    uow, ticket, seq = turn.uow, press.ticket, callback_data.entry
    match callback_data.step:
        case SuggestionStep.SEND:
            await _send(press, seq, turn, anyway=False)
        case SuggestionStep.ANYWAY:
            await _send(press, seq, turn, anyway=True)
            await press.becomes(None, turn)
        case SuggestionStep.EDIT:
            words = await suggesting.read(uow, ticket, seq, press.by)
            panel = to_copy(turn.texts.say("suggestion-edit"), words.content.text)
            await show_below(press.on_itself, panel, turn)
        case SuggestionStep.DECLINE:
            await suggesting.decline(uow, ticket, seq, press.by, turn.now)


async def _finish(press: PanelPressed, name: str, turn: Turn) -> None:
    """What a macro of that name does, where the words are of one."""
    macro = turn.library.get(name)
    if macro is not None:
        await macros.finish(turn.uow, turn.desk, press.ticket, macro, press.by, turn.now)


async def _send(press: PanelPressed, seq: int, turn: Turn, *, anyway: bool) -> None:
    uow, ticket = turn.uow, press.ticket
    found = await suggesting.send(uow, ticket, seq, press.by, turn.now, anyway=anyway)
    if found is None:
        await _finish(press, await suggesting.macro_of(uow, ticket, seq), turn)
        return
    lock = drafting.held_by_another(ticket, press.by.id, turn.now)
    past = may_send_anyway(ticket, press.by, turn.now)
    panel = views.confirm_suggestion(seq, found, lock, turn.texts, may_send=past)
    await show_below(press.on_itself, panel, turn)


COMMANDS: Mapping[str, TopicHandler] = {"unlock": _unlock, "suggest": _suggest}

PRESSES: Mapping[Press, PressHandler] = {Press.DRAFT: _press_draft}


def router() -> Router:
    """The handlers of the buttons below held words and suggestions."""
    made = Router(name="drafting")
    made.callback_query.register(held_pressed, HeldPress.filter(), InStaffChat())
    made.callback_query.register(suggestion_pressed, SuggestionPress.filter(), InStaffChat())
    return made
