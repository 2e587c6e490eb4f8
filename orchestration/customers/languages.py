"""Which language someone is written to in: the one they chose, else the one they show."""

from collections.abc import Collection
from dataclasses import replace

from orchestration import deliveries
from orchestration.delivery import Offer
from orchestration.errors.customers import UnknownLanguage
from orchestration.people import Person
from orchestration.ports import UnitOfWork
from orchestration.sentences import PublicSentence
from orchestration.specialists.triage import language_of
from orchestration.ticket import Ticket

#: What stands for "as I write" where a language is chosen.
AUTOMATIC = "auto"


def language_for(
    person: Person | None, ticket: Ticket | None, spoken: Collection[str]
) -> str | None:
    """Chosen, else written in, else their app's; None when the desk speaks none of these.

    Whoever writes in a language can read it, which is not sure of the one that an app is set to.
    """
    return among(person, written_in(ticket), spoken)


def among(person: Person | None, written: str | None, spoken: Collection[str]) -> str | None:
    """The same, for whoever wrote in that language."""
    chosen = person.chosen_language if person else None
    app = person.language if person else None
    for language in (chosen, written, app):
        plain = language.lower().split("-")[0] if language else None
        if plain in spoken:
            return plain
    return None


def written_in(ticket: Ticket | None) -> str | None:
    """The language of a ticket's customer; until triage has read it, that of its first words."""
    if ticket is None:
        return None
    return ticket.triage.language if ticket.triage else language_of([ticket.subject])


async def ask(uow: UnitOfWork, person: Person) -> None:
    """Shows the languages there are, each as a button."""
    told = deliveries.tell(person.id, PublicSentence.LANGUAGE_ASKED, offer=Offer.LANGUAGES)
    await uow.outbox.add(told)


async def choose(uow: UnitOfWork, person: Person, word: str, spoken: Collection[str]) -> None:
    """Writes to `person` in the language of that code, or again in the one that they show.

    Raises `UnknownLanguage`.
    """
    language = word.strip().lower()
    if language == AUTOMATIC:
        await uow.people.learn(replace(person, chosen_language=None))
        told = deliveries.tell(person.id, PublicSentence.LANGUAGE_AUTOMATIC)
        await uow.outbox.add(told, deliveries.commands(person.id, None))
        return
    if language not in spoken:
        raise UnknownLanguage(word=word[:40])
    await uow.people.learn(replace(person, chosen_language=language))
    told = deliveries.tell(person.id, PublicSentence.LANGUAGE_CHOSEN)
    await uow.outbox.add(told, deliveries.commands(person.id, language))
