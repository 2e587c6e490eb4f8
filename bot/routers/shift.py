"""`/shift`: what is open, as the next shift will read it."""

from collections.abc import Mapping

from aiogram.types import Message

from bot.incoming.reading import Command
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from bot.routers.alone import language, show_alone
from bot.views.shift import content, digest
from orchestration.team import shift_digest


async def shift(message: Message, _: Command, turn: Turn) -> None:
    """Shows it to whoever asks, and to nobody else."""
    found = await shift_digest.digest(turn.uow)
    spoken = await language(message, turn)
    await show_alone(message, content(digest(found, turn.desk.sla, turn.texts, spoken)), turn)


#: In the group, in any topic, and in private.
SHIFT_COMMANDS: Mapping[str, CommandHandler] = {"shift": shift}
