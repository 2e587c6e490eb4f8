"""What a customer can ask for themselves: language, rating, their data, and to be forgotten."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks import LanguagePress, RatePress
from bot.incoming.reading import Command, customer_of
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from orchestration import deliveries
from orchestration.customers import forgetting, languages
from orchestration.ending import closing
from orchestration.errors.asking import OldButton
from orchestration.people import Person
from orchestration.sentences import PublicSentence


async def _language(_: Message, command: Command, turn: Turn) -> None:
    person = _person(turn)
    if command.argument.text.strip():
        await languages.choose(turn.uow, person, command.argument.text, turn.languages)
    else:
        await languages.ask(turn.uow, person)


async def _privacy(message: Message, _: Command, turn: Turn) -> None:
    await turn.uow.outbox.add(deliveries.tell(message.chat.id, PublicSentence.PRIVACY))


async def _export(message: Message, _: Command, turn: Turn) -> None:
    await turn.uow.outbox.add(deliveries.own_data(message.chat.id))


async def _forget(message: Message, _: Command, turn: Turn) -> None:
    if message.from_user is not None:
        customer = customer_of(message.from_user)
        await forgetting.ask(turn.uow, customer, turn.languages, turn.now)


async def language_pressed(_: CallbackQuery, callback_data: LanguagePress, turn: Turn) -> None:
    """Someone chose a language from the list."""
    await languages.choose(turn.uow, _person(turn), callback_data.language, turn.languages)


async def rating_pressed(query: CallbackQuery, callback_data: RatePress, turn: Turn) -> None:
    """A customer rated a ticket."""
    customer = customer_of(query.from_user)
    await closing.rate(turn.uow, customer, callback_data.ticket, callback_data.score, turn.now)


def _person(turn: Turn) -> Person:
    if turn.person is None:  # bots and anonymous administrators have no language
        raise OldButton
    return turn.person


SELF_SERVICE: Mapping[str, CommandHandler] = {
    "language": _language,
    "privacy": _privacy,
    "export": _export,
    "forget": _forget,
}


def router() -> Router:
    """The handlers of a customer's own buttons."""
    made = Router(name="self-service")
    made.callback_query.register(language_pressed, LanguagePress.filter())
    made.callback_query.register(rating_pressed, RatePress.filter())
    return made
