"""Whose record is whose: `/verify` in private, `/bind` and `/unbind` in a ticket's topic."""

from collections.abc import Mapping

from aiogram.types import Message

from bot.incoming.reading import Command, content_of, customer_of
from bot.incoming.turn import Turn
from bot.routers import CommandHandler, TicketCommand, TopicHandler
from bot.routers.alone import show_alone
from bot.views import verifying as view
from orchestration.content import Content
from orchestration.errors.verifying import BadRecord, NotBound
from orchestration.sentences import Facts, StaffSentence
from orchestration.verifying import binding, claiming

#: No system has longer ids.
LONGEST = 64


async def _verify(message: Message, command: Command, turn: Turn) -> None:
    if message.from_user is not None:
        customer = customer_of(message.from_user)
        checks = turn.desk.toolbox.checks
        await claiming.claim(turn.uow, checks, customer, command.argument.text, turn.now)


async def took_code(message: Message, turn: Turn) -> bool:
    """Whether a private message was the code that is awaited of its author."""
    content = content_of(message)
    if message.from_user is None or not content.is_text or not content.text:
        return False
    customer = customer_of(message.from_user)
    return await claiming.try_code(turn.uow, customer, content.text, turn.now)


async def _bind(asked: TicketCommand, turn: Turn) -> None:
    """Binds a record; without one, says which is bound."""
    record = asked.argument.text.strip()
    if not record:
        await _tell_binding(asked, turn)
        return
    if len(record) > LONGEST or not record.isprintable():
        raise BadRecord(most=LONGEST)
    await binding.bind(turn.uow, asked.ticket, record, asked.by, turn.now)
    facts: Facts = {"customer": asked.ticket.customer.name, "record": record}
    await _say_alone(asked, turn, StaffSentence.BOUND, facts)


async def _unbind(asked: TicketCommand, turn: Turn) -> None:
    await binding.unbind(turn.uow, asked.ticket, asked.by, turn.now)
    facts: Facts = {"customer": asked.ticket.customer.name}
    await _say_alone(asked, turn, StaffSentence.UNBOUND, facts)


async def _tell_binding(asked: TicketCommand, turn: Turn) -> None:
    held = await turn.uow.bindings.of(asked.ticket.customer.id)
    if held is None:
        raise NotBound(customer=asked.ticket.customer.name)
    facts = view.facts(held, turn.texts)
    await _say_alone(asked, turn, StaffSentence.BINDING, facts)


async def _say_alone(
    asked: TicketCommand, turn: Turn, sentence: StaffSentence, facts: Facts
) -> None:
    words = Content(turn.texts.say(sentence, facts))
    await show_alone(asked.message, words, turn)


PRIVATE_COMMANDS: Mapping[str, CommandHandler] = {"verify": _verify}
COMMANDS: Mapping[str, TopicHandler] = {"bind": _bind, "unbind": _unbind}
