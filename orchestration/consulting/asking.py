"""People ask specialists: one of them something, all of them again, or for another draft."""

import re
from dataclasses import dataclass
from datetime import datetime

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting import turns
from orchestration.consulting.conflicts import conflicts
from orchestration.errors.specialists import NoConflict, UnknownSpecialist
from orchestration.events.specialists import ConflictDecided, SpecialistAsked
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb
from orchestration.specialists.cast import Cast, Profile
from orchestration.status import ENDED
from orchestration.ticket import Ticket
from orchestration.timeline import Audience

_MENTION = re.compile(r"(?<![\w@/])@([A-Za-z][A-Za-z0-9_-]{0,31})\b")


def mentioned(text: str, cast: Cast) -> Profile | None:
    """The first specialist whom these words name, as in `@billing`."""
    names = (match[1].lower() for match in _MENTION.finditer(text))
    return next((found for name in names if (found := cast.get(name)) is not None), None)


def named(cast: Cast, word: str) -> Profile:
    """The specialist of that id, with or without @; raises `UnknownSpecialist`."""
    found = cast.get(word.strip().lstrip("@").lower())
    if found is None:
        known = ", ".join(f"@{each.id}" for each in cast.profiles if not cast.leads(each))
        raise UnknownSpecialist(name=word.strip()[:40], known=known)
    return found


async def ask(
    uow: UnitOfWork, ticket: Ticket, event: SpecialistAsked, by: Staff, now: datetime
) -> None:
    """Someone asks; the answer is a note of its own. Raises `NotAllowed`."""
    ticket.check_allowed(by, Verb.NOTE)
    ticket.record(event, by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.ASK, now))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whom somebody takes to be right: which conflict of which turn, which side, places from 0."""

    turn: int
    conflict: int
    side: int


async def decide(
    uow: UnitOfWork, ticket: Ticket, verdict: Verdict, by: Staff, now: datetime
) -> None:
    """Whoever answers the customer, or a supervisor, decides who is right.

    Raises `NotAllowed` and `NoConflict`.
    """
    ticket.check_allowed(by, Verb.ANSWER_SUGGESTION)
    turn, conflict, side = verdict.turn, verdict.conflict, verdict.side
    try:
        stands = await turns.turn_of(uow, ticket, turn)
    except (LookupError, TypeError):  # a button that this desk did not make
        raise NoConflict(ticket=ticket.id) from None
    found = conflicts(stands.advised)
    if conflict >= len(found) or side >= len(found[conflict].sides):
        raise NoConflict(ticket=ticket.id)
    chosen = found[conflict].sides[side]
    claim = chosen.claim
    event = ConflictDecided(turn, claim.about, chosen.by.id, chosen.by.name, claim.value)
    turns.decide(ticket, event, by, now)
    await uow.tickets.save(ticket)
    await turns.show(uow, stands)
    await read_on(uow, ticket, now)


async def read_on(uow: UnitOfWork, ticket: Ticket, now: datetime) -> None:
    """Once a person decided, plans go on that waited because systems contradict each other."""
    case = await uow.cases.of(ticket.id)
    if case is not None and case.contradicted and ticket.status not in ENDED:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.CONSULT, now))
