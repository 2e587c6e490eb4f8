"""What staff ask of the specialists, and read alone."""

from collections.abc import Mapping

from aiogram.types import Message

from bot.incoming.reading import Command
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from bot.routers.alone import language, show_alone
from bot.views.specialists import listed


async def specialists(message: Message, _: Command, turn: Turn) -> None:
    """`/specialists`: who they are, what for, and since when."""
    await show_alone(message, listed(turn.roll(), turn.texts, await language(message, turn)), turn)


#: In the group, in any topic, and in private.
SPECIALIST_COMMANDS: Mapping[str, CommandHandler] = {"specialists": specialists}
