"""Gathers what a decision about an action rests on, from what the desk keeps and the servers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestration.actions.action import Action
from orchestration.actions.known import PROOFS
from orchestration.actions.situation import CustomerFacts, PastAction, Situation, TicketFacts
from orchestration.actions.undertaking import STANDING, Undertaking
from orchestration.desk import Desk
from orchestration.ports import UnitOfWork
from orchestration.ports.tools import ServedTool, ToolServers
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef
from orchestration.tools.declared import Toolbox

#: What was done for a customer counts so long.
MEMORY = timedelta(days=30)
#: The tools that the servers have now, by `server.tool`.
Served = Mapping[str, ServedTool]


def served(box: Toolbox, servers: ToolServers) -> Served:
    """The tools of all declared servers that are connected, by `server.tool`."""
    found: dict[str, ServedTool] = {}
    for id_ in box.servers:
        state = servers.state(id_)
        if state is not None and not state.trouble:
            found |= {f"{id_}.{name}": tool for name, tool in state.tools.items()}
    return found


def is_down(box: Toolbox, tools: Served, tool: str) -> bool:
    """Whether the tool's server is declared, and nothing of it is there now."""
    server = tool.partition(".")[0]
    return server in box.servers and not any(each.startswith(f"{server}.") for each in tools)


@dataclass(frozen=True, slots=True)
class Ground:
    """What decisions stand on beside the ticket: the owner's files, the tools, and the time."""

    desk: Desk
    tools: Served
    now: datetime


async def survey(
    uow: UnitOfWork,
    ground: Ground,
    ticket: Ticket,
    action: Action,
    leaving: EntryRef | None = None,
) -> Situation:
    """All that there is to decide about the action; the undertaking `leaving` is no past one."""
    desk, now = ground.desk, ground.now
    binding = await uow.bindings.of(ticket.customer.id)
    record = binding.record if binding else ""
    past = await uow.actions.about(record, now - MEMORY) if record else ()
    reads = await uow.evidence.of(ticket.id)
    tier = next((tier.name for tier in desk.sla.tiers if tier.has(ticket)), "")
    return Situation(
        action,
        facts_of(ticket, now),
        CustomerFacts(record, PROOFS[binding.proof] if binding else "", tier),
        reads,
        _counted(past, leaving),
        ground.tools,
        now,
    )


def facts_of(ticket: Ticket, now: datetime) -> TicketFacts:
    """What rules may ask of a ticket."""
    return TicketFacts(
        ticket.id,
        ticket.queue,
        ticket.status,
        ticket.urgency,
        ticket.triage.intent if ticket.triage else "",
        ticket.tags,
        ticket.escalations,
        int((now - ticket.created_at) / timedelta(minutes=1)),
    )


def _counted(past: Iterable[Undertaking], leaving: EntryRef | None) -> list[PastAction]:
    """What was done, or may yet be: several that wait count each other."""
    return [
        PastAction(each.ref.ticket, each.action.tool, each.amount, each.proposed_at)
        for each in past
        if each.progress in STANDING and each.ref != leaving
    ]
