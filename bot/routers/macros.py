"""`/macro`: canned replies, chosen by name or words, read before they are sent."""

import re
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import MacroPress, MacroStep
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand
from bot.routers.panels import PanelPressed, pressed, show
from bot.views import panel
from orchestration.answering import macros
from orchestration.answering.macros import FORGET, SAVE
from orchestration.answering.staff_message import StaffMessage
from orchestration.errors.asking import MissingArgument, OldButton
from orchestration.errors.macros import UnknownMacro
from orchestration.people import Staff
from orchestration.sentences import StaffSentence
from orchestration.ticket import Ticket

_PAGE = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


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
    if callback_data.step is MacroStep.LIST:
        await press.becomes(await _page(callback_data, turn), turn)
        return
    by_card = await _is_card(press, turn)
    # What a command asked for goes out once, however often its button is pressed.
    if not by_card and await turn.uow.links.entry_of(press.asked) is not None:
        raise OldButton
    drafted = await _draft(press.ticket, callback_data.name, press.by, turn)
    if by_card:  # once, too: sending it changes the ticket, and so the seal
        drafted = replace(drafted, version=press.ticket.version)
    changed = drafted.seal != callback_data.seal
    if callback_data.step is MacroStep.SHOW or changed:
        again = callback_data.step is MacroStep.SEND
        shown = panel.preview(drafted, press.asked.message, turn.texts, changed=again)
        await press.becomes(shown, turn)
    else:
        asked = StaffMessage(press.by, drafted.content, None if by_card else press.asked)
        await macros.send(turn.uow, turn.desk, press.ticket, drafted, asked, turn.now)
        await press.becomes(None, turn)


async def _draft(ticket: Ticket, name: str, by: Staff, turn: Turn) -> macros.Draft:
    drafted = await macros.draft(turn.uow, turn.desk, turn.library, ticket, name, by)
    return drafted.foreseeing(ticket, by, turn.now)


async def _is_card(press: PanelPressed, turn: Turn) -> bool:
    """Whether the card's button opened the panel, and no command."""
    place = await turn.uow.places.of(press.ticket.id)
    return place is not None and place.card == press.asked.message


async def _page(pressed: MacroPress, turn: Turn) -> panel.Panel:
    if not _PAGE.fullmatch(pressed.name):
        raise OldButton
    found = await macros.find(turn.uow, turn.library, "")
    return panel.list_of(found, pressed.message, turn.texts, int(pressed.name))


async def _choose(asked: TicketCommand, turn: Turn) -> None:
    words = asked.argument.text
    found = await macros.find(turn.uow, turn.library, words)
    exact = next((each for each in found if each.name == words.strip().lower()), None)
    if words.strip() and not found:
        raise UnknownMacro(name=words.strip()[:40])
    chosen = exact or (found[0] if words.strip() and len(found) == 1 else None)
    number = asked.message.message_id
    if chosen is None:
        page = None if words.strip() else 1
        await show(asked, panel.list_of(found, number, turn.texts, page), turn)
        return
    drafted = await _draft(asked.ticket, chosen.name, asked.by, turn)
    await show(asked, panel.preview(drafted, number, turn.texts), turn)


async def _save(asked: TicketCommand, word: str, turn: Turn) -> None:
    name = await macros.save(turn.uow, turn.library, asked.ticket, word, asked.written(), turn.now)
    await turn.answer(asked.message, StaffSentence.MACRO_SAVED, {"name": name}, only=asked.by.id)


async def check_newest(ticket: Ticket, turn: Turn) -> None:
    """Whether the newest answer can be saved; raises `NoAnswerToSave`."""
    await macros.newest_answer(turn.uow, ticket)


async def save_newest(asked: TicketCommand, turn: Turn) -> None:
    """Saves the ticket's newest answer by the name that its saver was asked for."""
    word = _one_name(SAVE, asked.argument.text.split())
    newest = await macros.newest_answer(turn.uow, asked.ticket)
    name = await macros.keep(turn.uow, turn.library, word, newest, asked.by, turn.now)
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
