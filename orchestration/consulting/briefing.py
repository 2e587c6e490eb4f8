"""What specialists read: the conversation, and what the desk knows of the matter."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from orchestration.cases.joined import timeline_of
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.customers.languages import written_in
from orchestration.desk import Desk
from orchestration.errors.filing import NothingToSearch
from orchestration.events import CustomerWrote
from orchestration.events.specialists import RouteCorrected, Routed, SpecialistAsked
from orchestration.knowledge.articles import Passage
from orchestration.knowledge.finding import find
from orchestration.people import Staff
from orchestration.ports import Begin, UnitOfWork
from orchestration.ports.embedding import Embedder
from orchestration.specialists.advice import Brief
from orchestration.specialists.cast import Autonomy, Profile
from orchestration.ticket import Ticket, Triage
from orchestration.timeline import Entry

#: A brief holds so many entries at most.
READ = 100
#: So many passages come with it.
PASSAGES = 4


@dataclass(frozen=True, slots=True)
class Matter:
    """A conversation that is to be read, and who asked for it, where a person did.

    `reader` is the member of staff who waits for a draft and can be written to in private.
    """

    brief: Brief
    queue: str
    triage: Triage | None
    asked: Entry | None = None
    reader: int | None = None

    @property
    def question(self) -> SpecialistAsked | None:
        """What that person asked."""
        event = self.asked.event if self.asked else None
        return event if isinstance(event, SpecialistAsked) else None

    @property
    def named(self) -> Sequence[str]:
        """The specialists whom that person named; none where the router is to find them."""
        match self.asked.event if self.asked else None:
            case SpecialistAsked(specialist=one) if one:
                return (one,)
            case RouteCorrected(to=to):
                return to
        return ()

    @property
    def conversation(self) -> Sequence[str]:
        """What the customer wrote, the newest last."""
        return conversation_of(self.brief.entries)


def conversation_of(entries: Sequence[Entry]) -> Sequence[str]:
    """What the customer wrote in these entries, the newest last."""
    said = [one.event.content.text for one in entries if isinstance(one.event, CustomerWrote)]
    return [text for text in said if text.strip()]


async def read_brief(uow: UnitOfWork, desk: Desk, ticket: Ticket) -> Brief:
    """What was said on a ticket, and to whom a draft would go."""
    entries = await timeline_of(uow, ticket, READ)
    upto = await uow.timeline.last_customer_seq(ticket.id)
    person = await uow.people.get(ticket.customer.id)
    chosen, app = (person.chosen_language, person.language) if person else (None, None)
    language = chosen or written_in(ticket) or app
    return Brief(
        ticket.id,
        ticket.subject,
        entries,
        upto,
        ticket.customer.id,
        ticket.customer.name,
        language=language.lower().split("-")[0] if language else None,
        staff_language=desk.language,
    )


async def read_matter(uow: UnitOfWork, desk: Desk, due: FollowUp) -> Matter:
    """What there is to read on a ticket; where people asked, for the oldest of their questions."""
    ticket = await uow.tickets.get(due.ticket)
    brief = await read_brief(uow, desk, ticket)
    questions = unanswered(brief.entries) if due.kind is FollowUpKind.ASK else ()
    asked = next(iter(questions), None)
    if asked is not None and isinstance(asked.event, SpecialistAsked):
        brief = replace(brief, question=asked.event.question, tone=asked.event.tone)
    reader = await _reader(uow, desk, ticket, asked)
    return Matter(brief, ticket.queue, ticket.triage, asked, reader)


async def _reader(uow: UnitOfWork, desk: Desk, ticket: Ticket, asked: Entry | None) -> int | None:
    """Who asked, else the primary responder; nobody where no draft is kept."""
    if desk.queue(ticket.queue).autonomy is Autonomy.NOTES:
        return None
    by = asked.actor.id if asked and isinstance(asked.actor, Staff) else ticket.primary_id
    person = await uow.people.get(by) if by is not None else None
    return person.id if person and person.role and person.reachable else None


def unanswered(entries: Sequence[Entry]) -> Sequence[Entry]:
    """What people asked specialists, and no turn has answered, the oldest first."""
    answered = {one.event.asked for one in entries if isinstance(one.event, Routed)}
    return [one for one in entries if _asks(one) and one.seq not in answered]


def _asks(entry: Entry) -> bool:
    """Whether somebody asks specialists with it: also where they say whose the words are."""
    event = entry.event
    return isinstance(event, SpecialistAsked) or (
        isinstance(event, RouteCorrected) and bool(event.to)
    )


async def brief_for(
    begin: Begin, matter: Matter, profile: Profile, task: str, embedder: Embedder | None
) -> Brief:
    """The same matter for one specialist, with the passages that are within its scope."""
    said = matter.conversation[-1] if matter.conversation else matter.brief.subject
    task = task or said
    passages: Sequence[Passage] = ()
    async with begin() as uow:
        with suppress(NothingToSearch):
            words, scope = matter.brief.question or task, profile.knowledge
            passages = await find(uow, words, scope, PASSAGES, embedder=embedder)
    return replace(matter.brief, task=task, passages=passages)
