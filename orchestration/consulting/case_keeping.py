"""A turn keeps the ticket's case, and tells people of systems that contradict each other."""

from collections.abc import Sequence
from dataclasses import replace

from orchestration import deliveries
from orchestration.desk import Desk
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.ticket import Ticket
from orchestration.workflows import case as cases
from orchestration.workflows.case import CaseRecord, Offered
from orchestration.workflows.plan import Plan
from orchestration.workflows.supervising import Supervised
from orchestration.workflows.workflow import in_language


async def keep_case(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, supervised: Supervised, *, drafted: bool
) -> None:
    """Keeps how far each matter is, and what the draft would tell and ask, where there is one."""
    case = supervised.case
    for each in supervised.plans:
        case = cases.stands(case, each.workflow, each.standing)
    case = await _with_contradictions(uow, desk, ticket, case, supervised.plans)
    if drafted:
        standings = {each.workflow: each.standing.value for each in supervised.plans}
        case = replace(case, offered=Offered(ticket.version, _asks(supervised), standings))
    await uow.cases.keep(case)
    await uow.outbox.add(deliveries.card(ticket.id))


async def _with_contradictions(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, case: CaseRecord, plans: Sequence[Plan]
) -> CaseRecord:
    """The case with all contradictions; people are told once of what several matters rest on."""
    found = [each for one in plans for each in one.contradictions]
    told = {in_language(each.says, desk.language) for each in found if each.id in case.found}
    fresh = [each for each in found if each.id not in case.found]
    for words in dict.fromkeys(in_language(each.says, desk.language) for each in fresh):
        if words not in told:
            facts: Facts = {"ticket": ticket.id, "words": words}
            await uow.outbox.add(
                deliveries.alert(ticket.id, StaffSentence.SYSTEMS_CONTRADICT, facts)
            )
    return replace(case, found={**case.found, **{each.id: ticket.version for each in fresh}})


def _asks(supervised: Supervised) -> tuple[str, ...]:
    """What the customer is asked now, by kind or choice, each once."""
    lacking = [
        each for one in supervised.untold for each in cases.to_ask(supervised.case, one.lacking)
    ]
    return tuple(dict.fromkeys(each.what for each in lacking))
