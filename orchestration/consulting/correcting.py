"""Staff say whom a conversation is for: they are consulted at once, and the router learns it."""

from collections.abc import Sequence
from datetime import datetime

from orchestration.cases.joined import timeline_of
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting.asking import named
from orchestration.consulting.briefing import READ, conversation_of
from orchestration.containment.masking import Secrets
from orchestration.desk import Desk
from orchestration.errors.asking import MissingArgument
from orchestration.events.specialists import RouteCorrected
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.ports.corrections import Correction
from orchestration.rights import Verb
from orchestration.routing.vocabulary import OLDER
from orchestration.specialists.cast import Cast, Profile
from orchestration.ticket import Ticket
from orchestration.timeline import Audience

#: Says that a conversation is for no specialist.
NOBODY = "nobody"


def meant(cast: Cast, words: str) -> Sequence[Profile]:
    """Whom `billing orders` names, each once; `nobody` is none.

    Raises `MissingArgument` without any word, and `UnknownSpecialist`.
    """
    ids = words.replace(",", " ").split()
    if not ids:
        raise MissingArgument(form="/route billing")
    if [each.lower() for each in ids] == [NOBODY]:
        return ()
    return tuple({each.id: each for each in (named(cast, word) for word in ids)}.values())


async def correct(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, to: Sequence[Profile], by: Staff, now: datetime
) -> None:
    """What the customer wrote is for these specialists, whatever the router found.

    They are asked now, and the words are kept as an example for the router, with their secrets
    masked. Raises `NotAllowed`.
    """
    ticket.check_allowed(by, Verb.NOTE)
    upto = await uow.timeline.last_customer_seq(ticket.id)
    said = conversation_of(await timeline_of(uow, ticket, READ))[-OLDER - 1 :]
    ids, names = tuple(each.id for each in to), tuple(each.name for each in to)
    ticket.record(RouteCorrected(upto, ids, names), by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    if said and upto:
        secrets = Secrets(desk.masked)
        words = tuple(secrets.mask(text) for text in said)
        kept = Correction(ticket.id, upto, words, frozenset(ids), by.id, now)
        await uow.corrections.keep(kept)
    if to:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.ASK, now))
