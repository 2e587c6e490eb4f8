"""Telling one colleague: in private where they can be written to, by name in the topic where not.

A private message costs the group nothing, and is read by whom it is for. It says where to look and
never what was noted there: words that are inside do not leave the group. Nobody is told of what
they did themselves.
"""

from collections.abc import Iterable

from orchestration import deliveries
from orchestration.events.team import Part
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.ticket import Ticket


async def tell(
    uow: UnitOfWork,
    ticket: Ticket,
    people: Iterable[int],
    sentence: StaffSentence,
    facts: Facts,
    *,
    by: int | None,
) -> None:
    """Says the sentence to these people, who must hear of it; `who` names those in the topic.

    However many cannot be written to in private, they share one message in the topic.
    """
    aloud: list[str] = []
    for number in dict.fromkeys(people):
        person = await uow.people.get(number)
        if person is None or person.role is None or number == by:
            continue
        if person.reachable:
            said = {**facts, "who": person.name}
            await uow.outbox.add(deliveries.warn(number, sentence, said))
        else:
            aloud.append(person.mention)
    if aloud:
        said = {**facts, "who": " ".join(aloud)}
        await uow.outbox.add(deliveries.alert(ticket.id, sentence, said))


async def tell_watchers(uow: UnitOfWork, ticket: Ticket, by: int | None) -> None:
    """Says to those who watch where the ticket stands now, in private only."""
    facts: Facts = {"ticket": ticket.id, "subject": ticket.subject, "status": ticket.status}
    for watcher in ticket.taking(Part.WATCHER):
        person = await uow.people.get(watcher.id)
        if person is not None and person.role is not None and person.id != by and person.reachable:
            told = deliveries.warn(person.id, StaffSentence.WATCHED_STATUS, facts)
            await uow.outbox.add(told)
