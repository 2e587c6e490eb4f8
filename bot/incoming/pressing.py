"""Who presses the buttons of a ticket is at work on it, even where that changes nothing."""

from aiogram.types import CallbackQuery, Message

from bot.incoming.turn import Turn


async def note_press(query: CallbackQuery, turn: Turn) -> None:
    """Remembers for the card's presence that someone of the staff pressed in a ticket's topic."""
    staff, message = turn.staff_of(query), query.message
    if staff is None or not isinstance(message, Message) or message.chat.id != turn.staff_chat:
        return
    number = await turn.uow.places.ticket_at(message.chat.id, message.message_thread_id or 0)
    if number is not None:
        turn.presses.note(number, staff, turn.now)
