"""Which language someone is written to in, from what is known of them."""

from bot.texts import FALLBACK, Texts
from orchestration.customers.languages import language_for
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket


async def language_of(
    uow: UnitOfWork, person: int, texts: Texts, ticket: Ticket | None = None
) -> str:
    """The language for `person`; without a ticket in question their newest ones tell.

    Of whom nothing is known, and who speaks none of the desk's, is written to in English.
    """
    if len(texts.languages) == 1:
        return FALLBACK
    known = await uow.people.get(person)
    if ticket is None and (known is None or known.chosen_language is None):
        newest = await uow.tickets.of_customer(person, 1)
        ticket = await uow.tickets.current_of(person) or next(iter(newest), None)
    return language_for(known, ticket, texts.languages) or FALLBACK
