"""Each handler turns one kind of update into one use case."""

from collections.abc import Awaitable, Callable

from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.reading import Command
from bot.turn import Turn

#: What a slash command does.
CommandHandler = Callable[[Message, Command, Turn], Awaitable[None]]


class InStaffChat(BaseFilter):
    """Lets pass what happens in the configured staff group."""

    async def __call__(
        self, event: Message | CallbackQuery | ChatMemberUpdated, turn: Turn
    ) -> bool:
        """Whether it does."""
        message = event.message if isinstance(event, CallbackQuery) else event
        return message is not None and message.chat.id == turn.staff_chat
