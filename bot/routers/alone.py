"""Words for whoever asked, in private or in the group, and for nobody else."""

from aiogram.types import Message

from bot.incoming.reading import ref_of
from bot.incoming.turn import Turn
from bot.speaking import language_of
from orchestration.content import Content
from orchestration.delivery import Delivery, Lane, ShowPanel
from orchestration.errors.notices import NobodyToTell


async def language(message: Message, turn: Turn) -> str | None:
    """The language of whoever asks in private; the group has the desk's own."""
    private = turn.person is not None and message.chat.id == turn.person.id
    return await language_of(turn.uow, message.chat.id, turn.texts) if private else None


async def show_alone(message: Message, words: Content, turn: Turn) -> None:
    """Shows words to whoever asked, and to nobody else; raises `NobodyToTell`."""
    person = turn.person
    if person is None:
        raise NobodyToTell
    thread = message.message_thread_id if message.is_topic_message else None
    panel = ShowPanel(ref_of(message), person.id, words, thread=thread)
    chat = message.chat.id if message.chat.id == person.id else None
    await turn.uow.outbox.add(Delivery(Lane.ALERT, panel, chat=chat))
