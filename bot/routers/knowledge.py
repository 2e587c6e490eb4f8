"""`/kb`: what the articles say, for whoever asks and nobody else."""

from collections.abc import Mapping

from aiogram.types import Message

from bot.incoming.reading import Command
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from bot.routers.alone import language, show_alone
from bot.views.knowledge import passages
from orchestration.cases.searching import words_of
from orchestration.errors.asking import MissingArgument, NotATicket
from orchestration.knowledge import finding

#: So many passages fit a message.
SHOWN = 3


async def kb(message: Message, command: Command, turn: Turn) -> None:
    """`/kb words`: the passages that fit best, with their files."""
    words = command.argument.text
    if adds(words):
        raise NotATicket(command="/kb add")
    if not words_of(words):
        raise MissingArgument(form="/kb words")
    found = await finding.find(turn.uow, words, limit=SHOWN, embedder=turn.embedder)
    spoken = await language(message, turn)
    await show_alone(message, passages(words, found, turn.texts, spoken), turn)


def adds(words: str) -> bool:
    """Whether that is no search: `add` alone, or alone in the first line."""
    return words.strip().partition("\n")[0].strip().lower() == "add"


#: In the group, in any topic, and in private.
KNOWLEDGE_COMMANDS: Mapping[str, CommandHandler] = {"kb": kb}
