"""`/macro`: canned replies, chosen by name or words, read before they are sent."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import MacroPress, MacroStep
from bot.routers import InStaffChat, TicketCommand
from bot.routers.panels import PanelPressed, pressed, show
from bot.turn import Turn
from bot.views import panel
from orchestration import macros
from orchestration.errors.asking import MissingArgument, OldButton
from orchestration.errors.macros import UnknownMacro
from orchestration.macros import FORGET, SAVE, Draft
from orchestration.replies import StaffMessage
from orchestration.sentences import StaffSentence


async def macro(asked: TicketCommand, turn: Turn) -> None:
    """Previews the macro of that name, or offers those that have these words; saves and forgets."""
    first, *rest = asked.argument.text.split() or [""]
    match first.lower():
        case "save":
            await _save(asked, _one_name(SAVE, rest), turn)
        case "forget":
            await _forget(asked, _one_name(FORGET, rest), turn)
        case _:
            await _choose(asked, turn)


async def macro_pressed(query: CallbackQuery, callback_data: MacroPress, turn: Turn) -> None:
    """A button of a macro's panel: shows it, sends it or puts it away."""
    press = await pressed(query, callback_data.message, turn)
    if callback_data.step is MacroStep.DISCARD:
        await press.becomes(None, turn)
        return
    # What a command asked for goes out once, however often its button is pressed.
    if await turn.uow.links.entry_of(press.asked) is not None:
        raise OldButton
    uow, desk, library = turn.uow, turn.desk, turn.library
    drafted = await macros.draft(uow, desk, library, press.ticket, callback_data.name, press.by)
    changed = drafted.seal != callback_data.seal
    if callback_data.step is MacroStep.SHOW or changed:
        again = callback_data.step is MacroStep.SEND
        shown = panel.preview(drafted, press.asked.message, turn.texts, changed=again)
        await press.becomes(shown, turn)
    else:
        await _send(press, drafted, turn)


async def _send(press: PanelPressed, drafted: Draft, turn: Turn) -> None:
    asked = StaffMessage(press.by, drafted.content, press.asked)
    await macros.send(turn.uow, turn.desk, press.ticket, drafted, asked, turn.now)
    await press.becomes(None, turn)


async def _choose(asked: TicketCommand, turn: Turn) -> None:
    words = asked.argument.text
    found = await macros.find(turn.uow, turn.library, words)
    exact = next((each for each in found if each.name == words.strip().lower()), None)
    if words.strip() and not found:
        raise UnknownMacro(name=words.strip()[:40])
    chosen = exact or (found[0] if words.strip() and len(found) == 1 else None)
    number = asked.message.message_id
    if chosen is None:
        await show(asked, panel.list_of(found, number, turn.texts), turn)
        return
    drafted = await macros.draft(
        turn.uow, turn.desk, turn.library, asked.ticket, chosen.name, asked.by
    )
    await show(asked, panel.preview(drafted, number, turn.texts), turn)


async def _save(asked: TicketCommand, word: str, turn: Turn) -> None:
    name = await macros.save(turn.uow, turn.library, asked.ticket, word, asked.written(), turn.now)
    await turn.answer(asked.message, StaffSentence.MACRO_SAVED, {"name": name}, only=asked.by.id)


async def _forget(asked: TicketCommand, word: str, turn: Turn) -> None:
    name = await macros.forget(turn.uow, turn.library, word, asked.by)
    told = StaffSentence.MACRO_FORGOTTEN
    await turn.answer(asked.message, told, {"name": name}, only=asked.by.id)


def _one_name(verb: str, words: list[str]) -> str:
    if len(words) != 1:
        raise MissingArgument(form=f"/macro {verb} name")
    return words[0]


def router() -> Router:
    """The handler of a macro's buttons."""
    made = Router(name="macros")
    made.callback_query.register(macro_pressed, MacroPress.filter(), InStaffChat())
    return made
