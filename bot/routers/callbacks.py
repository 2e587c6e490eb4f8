"""The buttons of a ticket's card, and what they answer to whoever pressed."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks import CardPress, Press
from bot.incoming.meant import person_named
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, Pressed, PressHandler, TicketCommand, drafting
from bot.routers.asking import menu
from bot.routers.duty import say_who_is_away
from bot.routers.macros import macro
from bot.routers.panels import show
from bot.routers.snoozing import SNOOZE_PRESSES
from bot.routers.team import TEAM_PRESSES
from orchestration import deliveries
from orchestration.content import Content
from orchestration.customers import forgetting
from orchestration.delivery import CardMenu
from orchestration.ending import resolution
from orchestration.errors.asking import OldButton
from orchestration.errors.ticket import NoSuchTicket
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.ticket import Ticket


async def card_pressed(query: CallbackQuery, callback_data: CardPress, turn: Turn) -> None:
    """Does what the button says, by the same use cases as the slash commands."""
    staff = turn.staff_of(query)
    if staff is None or not isinstance(query.message, Message):
        raise OldButton
    ticket = await _ticket_here(query.message, callback_data.ticket, turn)
    pressed = Pressed(query.message, ticket, staff, callback_data.value)
    await PRESSES[callback_data.press](pressed, turn)


async def unknown_button(_: CallbackQuery) -> None:
    """A button that this desk did not make, or made long ago."""
    raise OldButton


async def _ticket_here(message: Message, number: int, turn: Turn) -> Ticket:
    """The ticket that a button names, which must stand in that ticket's own topic."""
    thread = message.message_thread_id or 0
    if await turn.uow.places.ticket_at(message.chat.id, thread) != number:
        raise OldButton
    try:
        return await turn.uow.tickets.get(number)
    except NoSuchTicket:
        raise OldButton from None


async def _claim(pressed: Pressed, turn: Turn) -> None:
    await assignment.claim(turn.uow, pressed.ticket, pressed.by, turn.now)


async def _release(pressed: Pressed, turn: Turn) -> None:
    await assignment.release(turn.uow, turn.desk, pressed.ticket, pressed.by, turn.now)


async def _assign_to(pressed: Pressed, turn: Turn) -> None:
    person = await person_named(pressed.value, turn)
    await assignment.assign(turn.uow, pressed.ticket, person, pressed.by, turn.now)
    await say_who_is_away(pressed.message, [person], turn)


async def _set_status(pressed: Pressed, turn: Turn) -> None:
    to = resolution.status_named(pressed.value)
    await _move(pressed, to, turn)


async def _ask_owner(pressed: Pressed, turn: Turn) -> None:
    owner = pressed.ticket.primary
    if owner is None or owner.id == pressed.by.id:  # it was released or handed over meanwhile
        raise OldButton
    await assignment.ask_owner(turn.uow, pressed.ticket, pressed.by)


async def _macros(pressed: Pressed, turn: Turn) -> None:
    await macro(_asked(pressed), turn)


async def _more(pressed: Pressed, turn: Turn) -> None:
    await show(_asked(pressed), menu(pressed.message.message_id, turn.texts), turn)


def _asked(pressed: Pressed) -> TicketCommand:
    return TicketCommand(pressed.message, Content(""), pressed.ticket, pressed.by)


async def _forget(pressed: Pressed, turn: Turn) -> None:
    await forgetting.confirm(turn.uow, pressed.ticket, pressed.by, turn.languages, turn.now)


async def _keep(pressed: Pressed, turn: Turn) -> None:
    await forgetting.decline(turn.uow, pressed.ticket, pressed.by, turn.now)


async def _move(pressed: Pressed, to: Status, turn: Turn) -> None:
    await resolution.set_status(turn.uow, turn.desk, pressed.ticket, to, pressed.by, turn.now)


def _moves_to(status: Status) -> PressHandler:
    async def move(pressed: Pressed, turn: Turn) -> None:
        await _move(pressed, status, turn)

    return move


def _shows(menu: CardMenu | None) -> PressHandler:
    async def show(pressed: Pressed, turn: Turn) -> None:
        await turn.uow.outbox.add(deliveries.card_menu(pressed.ticket.id, menu))

    return show


PRESSES: Mapping[Press, PressHandler] = {
    Press.CLAIM: _claim,
    Press.RELEASE: _release,
    Press.ASSIGN_MENU: _shows(CardMenu.ASSIGN),
    Press.ASSIGN_TO: _assign_to,
    Press.STATUS_MENU: _shows(CardMenu.STATUS),
    Press.SET_STATUS: _set_status,
    Press.RESOLVE: _moves_to(Status.RESOLVED),
    Press.REOPEN: _moves_to(Status.OPEN),
    Press.CLOSE: _moves_to(Status.CLOSED),
    Press.BACK: _shows(None),
    Press.MACROS: _macros,
    Press.MORE: _more,
    Press.ASK_OWNER: _ask_owner,
    Press.TEAM_MENU: _shows(CardMenu.TEAM),
    **TEAM_PRESSES,
    **SNOOZE_PRESSES,
    **drafting.PRESSES,
    Press.FORGET: _forget,
    Press.KEEP: _keep,
}


def router() -> Router:
    """The handlers of a card's buttons, and of buttons that nobody knows: ask it last."""
    made = Router(name="callbacks")
    made.callback_query.register(card_pressed, CardPress.filter(), InStaffChat())
    made.callback_query.register(unknown_button)
    return made
