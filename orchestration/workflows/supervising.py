"""The orchestrator's supervisor: picks workflows, makes their reads, and says how each matter is.

It runs beside the specialists. What it finds is kept with their turn, where the gate sees what the
plans propose.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from orchestration.actions.undertaking import Undertaking
from orchestration.events import CustomerWrote, Decided, RepliedPublicly
from orchestration.events.actions import Progress
from orchestration.events.specialists import ConflictDecided
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.tools import Reader, ToolError, Tools
from orchestration.specialists.advice import Brief
from orchestration.specialists.built_in.naming import named
from orchestration.specialists.cast import Access, Profile
from orchestration.specialists.kinds import Kind
from orchestration.timeline import Entry
from orchestration.workflows import case as cases
from orchestration.workflows.case import CaseRecord, Why
from orchestration.workflows.picking import Pick
from orchestration.workflows.plan import (
    ActionSoFar,
    ActionState,
    Facts,
    NeededRead,
    Plan,
    once_each,
)
from orchestration.workflows.planning import plan
from orchestration.workflows.workflow import Workflow

#: What a read names may lead to another one, so often.
ROUNDS = 4

_STATES: Mapping[Progress, ActionState] = {
    Progress.WAITING: ActionState.WAITING_APPROVAL,
    Progress.READY: ActionState.RUNNING,
    Progress.RUNNING: ActionState.RUNNING,
    Progress.DONE: ActionState.DONE,
    Progress.FAILED: ActionState.FAILED,
    Progress.UNKNOWN: ActionState.UNKNOWN,
    Progress.DENIED: ActionState.DENIED,
    Progress.ESCALATED: ActionState.PROPOSED,
    Progress.REJECTED: ActionState.REJECTED,
    Progress.EXPIRED: ActionState.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Supervised:
    """A ticket's case as it is now, and the plan of each of its matters, in their order."""

    case: CaseRecord
    plans: Sequence[Plan] = ()


class Picker(Protocol):
    """Finds the workflows of specialists that a conversation is about."""

    async def pick(self, conversation: Sequence[str], called: Collection[str]) -> Sequence[Pick]:
        """In the order in which they go; the customer's messages have the newest last."""
        ...


@dataclass(frozen=True, slots=True)
class Supervisor:
    """What it works with: the desk's workflows by id, who finds them, and what reads."""

    workflows: Mapping[str, Workflow]
    picker: Picker
    reads: Tools
    begin: Begin
    clock: Clock
    zone: str = "UTC"

    async def open(
        self, brief: Brief, conversation: Sequence[str], called: Collection[str]
    ) -> CaseRecord:
        """The case with what was named and is wanted by now; `called` are the specialists."""
        picks = await self.picker.pick(conversation, called)
        async with self.begin() as uow:
            case = await _case_of(uow, brief)
        known = named(brief.entries, brief.upto, self.zone, brief.handoff)
        case = cases.merged(case, known)
        words = [(self.workflows[each.workflow], each.words) for each in picks]
        case = cases.picked(case, words, known, self.clock())
        said = [
            (each.seq, each.event.content.text)
            for each in brief.entries
            if isinstance(each.event, CustomerWrote) and each.ticket == brief.ticket
        ]
        return cases.with_choices(case, self.workflows, said)

    async def look(self, case: CaseRecord) -> Supervised:
        """Makes the reads that the matters want, as far as they can be made, and plans."""
        tried: set[str] = set()
        plans: Sequence[Plan] = ()
        for _ in range(ROUNDS):
            async with self.begin() as uow:
                facts = await facts_of(uow, case, self.clock(), self.zone)
            plans = self.plans(facts)
            corrected = _corrected(case, plans)
            wanted = once_each([each for one in plans for each in one.reads])
            fresh = [each for each in wanted if _name(each) not in tried]
            if not fresh and corrected == case:
                break
            case = corrected
            tried |= {_name(each) for each in fresh}
            await asyncio.gather(*(self._read(case, each) for each in fresh))
        return Supervised(case, plans)

    def plans(self, facts: Facts) -> Sequence[Plan]:
        """The plan of each matter, those that go first first."""
        mine = [
            self.workflows[each.workflow]
            for each in facts.case.matters
            if each.workflow in self.workflows
        ]
        return [plan(each, facts) for each in sorted(mine, key=lambda one: (one.order, one.id))]

    async def _read(self, case: CaseRecord, needed: NeededRead) -> None:
        """Reads as the desk itself; what cannot be read now stays a need of the plan."""
        desk = Profile("desk", "Desk", "", "", tools={needed.tool: Access.READ})
        try:
            reader = Reader(desk, case.customer, case.ticket)
            await self.reads.read(reader, needed.tool, needed.arguments)
        except ToolError:
            return


async def facts_of(uow: UnitOfWork, case: CaseRecord, now: datetime, zone: str) -> Facts:
    """All that plans of that case rest on."""
    binding = await uow.bindings.of(case.customer)
    reads = await uow.evidence.of(case.ticket)
    acts = [so_far(each) for each in await uow.actions.of(case.ticket)]
    return Facts(
        case,
        now,
        binding.record if binding else "",
        binding.proof if binding else "",
        reads,
        [each for each in acts if each is not None],
        zone,
    )


def so_far(undertaking: Undertaking) -> ActionSoFar | None:
    """An action as plans see it; None for one that is void, as if nobody had proposed it."""
    state = _STATES.get(undertaking.progress)
    if state is None:
        return None
    return ActionSoFar(
        undertaking.action.tool,
        undertaking.action.arguments,
        state,
        undertaking.workflow,
        undertaking.step,
        undertaking.result,
        undertaking.reference,
        undertaking.tried_at or undertaking.proposed_at,
    )


def remembered(case: CaseRecord) -> Mapping[str, tuple[str, ...]]:
    """What is known by its kind, for whoever would ask the customer again."""
    known = {kind: tuple(each.value for each in case.newest(kind)) for kind in Kind}
    return {kind.value: values for kind, values in known.items() if values}


async def _case_of(uow: UnitOfWork, brief: Brief) -> CaseRecord:
    """The ticket's case, or a new one with what is remembered of the ticket before."""
    binding = await uow.bindings.of(brief.customer)
    record = binding.record if binding else ""
    case = await uow.cases.of(brief.ticket)
    if case is None:
        case = CaseRecord(brief.ticket, brief.customer, record)
        ticket = await uow.tickets.get(brief.ticket)
        before = await uow.cases.of(ticket.previous) if ticket.previous else None
        case = case if before is None else cases.carried_over(before, case)
    case = replace(case, record=record)
    case = cases.answered(case, _newest(brief.entries, brief.ticket, RepliedPublicly))
    return cases.settled(case, _newest(brief.entries, brief.ticket, ConflictDecided | Decided))


def _newest(entries: Sequence[Entry], ticket: int, kind: object) -> int:
    """The newest entry of that kind on the ticket itself, or 0."""
    found = (e.seq for e in entries if e.ticket == ticket and isinstance(e.event, kind))  # type: ignore[arg-type]
    return max(found, default=0)


def _corrected(case: CaseRecord, plans: Sequence[Plan]) -> CaseRecord:
    """The case without what no system knows as this customer's."""
    for each in plans:
        for lack in each.lacking:
            if lack.why is Why.WRONG:
                for kind in (Kind(name) for name in lack.any_of if name in set(Kind)):
                    if any(one.value == lack.given for one in case.newest(kind)):
                        case = cases.disproved(case, kind, lack.given)
    return case


def _name(needed: NeededRead) -> str:
    return f"{needed.tool} {sorted(needed.arguments.items(), key=str)}"
