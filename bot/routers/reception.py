"""The question before a ticket opens: a customer answers it by a button."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import IntakePress
from bot.incoming.reading import customer_of
from bot.incoming.turn import Turn
from orchestration.customers import reception


async def answer_pressed(query: CallbackQuery, callback_data: IntakePress, turn: Turn) -> None:
    """A customer chose an answer, and their ticket opens."""
    customer = customer_of(query.from_user)
    await reception.answer(turn.uow, turn.desk, customer, callback_data.choice, turn.now)


def router() -> Router:
    """The handler of the answers' buttons."""
    made = Router(name="reception")
    made.callback_query.register(answer_pressed, IntakePress.filter())
    return made
