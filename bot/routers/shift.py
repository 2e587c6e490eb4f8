"""`/shift`: what is open, as the next shift will read it."""

from collections.abc import Mapping

from aiogram.types import Message

from bot.incoming.reading import Command, ref_of
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from bot.speaking import language_of
from bot.views.shift import content, digest
from orchestration.delivery import Delivery, Lane, ShowPanel
from orchestration.errors.notices import NobodyToTell
from orchestration.team import shift_digest


async def shift(message: Message, _: Command, turn: Turn) -> None:
    """Shows it to whoever asks, and to nobody else."""
    person = turn.person
    if person is None:
        raise NobodyToTell
    private = message.chat.id == person.id
    language = await language_of(turn.uow, person.id, turn.texts) if private else None
    found = await shift_digest.digest(turn.uow)
    words = content(digest(found, turn.desk.sla, turn.texts, language))
    thread = message.message_thread_id if message.is_topic_message else None
    panel = ShowPanel(ref_of(message), person.id, words, thread=thread)
    chat = message.chat.id if private else None
    await turn.uow.outbox.add(Delivery(Lane.ALERT, panel, chat=chat))


#: In the group, in any topic, and in private.
SHIFT_COMMANDS: Mapping[str, CommandHandler] = {"shift": shift}
