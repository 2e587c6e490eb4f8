"""The orchestrator's supervisor: picks workflows, makes their reads, and says how each matter is.

It runs beside the specialists. What it finds is kept with their turn, where the gate sees what the
plans propose.
"""

import asyncio
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from orchestration.actions.action import Action
from orchestration.actions.expressions import ExpressionFailed
from orchestration.actions.policy import Policy, WantedRead
from orchestration.actions.proof import asked_by
from orchestration.events import CustomerWrote, Decided, RepliedPublicly
from orchestration.events.specialists import ConflictDecided
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.tools import Reader, ToolError, Tools
from orchestration.schemas import Arguments
from orchestration.specialists.advice import Brief
from orchestration.specialists.built_in.naming import named
from orchestration.specialists.kinds import Kind, kinds_among
from orchestration.ticket import Ticket
from orchestration.timeline import Entry
from orchestration.workflows import case as cases
from orchestration.workflows import hearing
from orchestration.workflows.case import CaseRecord, Why
from orchestration.workflows.gathering import facts_of
from orchestration.workflows.picking import Pick
from orchestration.workflows.plan import (
    Facts,
    NeededRead,
    Plan,
    once_each,
)
from orchestration.workflows.planning import plans_of
from orchestration.workflows.workflow import Workflow

#: What a read names may lead to another one, so often.
ROUNDS = 4
#: So many of the newest messages are looked at that nobody has answered.
MESSAGES = 4
#: Whoever writes anew within that time may mean what they named before.
LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Opened:
    """A ticket's case with what was named and is wanted by now, and what the newest words want."""

    case: CaseRecord
    picks: Sequence[Pick] = ()


@dataclass(frozen=True, slots=True)
class Supervised:
    """A ticket's case as it is now, and the plan of each of its matters, in their order.

    `wanted` are the workflows that words are about which nobody has answered.
    """

    case: CaseRecord
    plans: Sequence[Plan] = ()
    wanted: frozenset[str] = frozenset()

    @property
    def untold(self) -> Sequence[Plan]:
        """The plans with news for the customer: asked for again, or of another standing."""
        told = {each.workflow: each.told for each in self.case.matters}
        return [
            each
            for each in self.plans
            if each.workflow in self.wanted or told.get(each.workflow) != each.standing
        ]


class Picker(Protocol):
    """Finds the workflows of specialists that a conversation is about."""

    async def pick(
        self,
        conversation: Sequence[str],
        workflows: Mapping[str, Workflow],
        called: Collection[str],
    ) -> Sequence[Pick]:
        """In the order in which they go; the customer's messages have the newest last."""
        ...


@dataclass(frozen=True, slots=True)
class Supervisor:
    """What it works with: the desk's workflows by id, who finds them, the policy, what reads."""

    workflows: Mapping[str, Workflow]
    picker: Picker
    policy: Policy
    reads: Tools
    begin: Begin
    clock: Clock
    zone: str = "UTC"

    async def open(
        self, brief: Brief, conversation: Sequence[str], specialists: Collection[str]
    ) -> Opened:
        """The case by now; workflows are found among those of all these `specialists`."""
        picks = await self._picks(brief, conversation, specialists)
        async with self.begin() as uow:
            case = await _case_of(uow, brief)
        known = named(brief.entries, brief.upto, self.zone, brief.handoff)
        case = hearing.merged(case, known)
        picks = [
            each
            for each in picks
            if case.matter(each.workflow) or not hearing.answers(case, known, each.words)
        ]
        words = [(self.workflows[each.workflow], each.words) for each in picks]
        case = hearing.picked(case, words, known, self.clock())
        said = [
            (each.seq, each.event.content.text)
            for each in brief.entries
            if isinstance(each.event, CustomerWrote) and each.ticket == brief.ticket
        ]
        return Opened(hearing.with_choices(case, self.workflows, said), picks)

    async def look(self, opened: Opened) -> Supervised:
        """Makes the reads that the matters want, as far as they can be made, and plans."""
        case = opened.case
        tried: set[str] = set()
        plans: Sequence[Plan] = ()
        for _ in range(ROUNDS):
            async with self.begin() as uow:
                facts = await facts_of(uow, case, self.clock(), self.zone)
            plans = [each for _, each in plans_of(self.workflows, facts)]
            corrected = _corrected(case, plans)
            needed = [each for one in plans for each in one.reads]
            proposed = [each.action for one in plans for each in one.proposals]
            wanted = once_each([*needed, *self._to_prove(proposed, facts)])
            fresh = [each for each in wanted if _name(each) not in tried]
            if not fresh and corrected == case:
                break
            case = corrected
            tried |= {_name(each) for each in fresh}
            await asyncio.gather(*(self._read(case, each) for each in fresh))
        return Supervised(case, plans, frozenset(each.workflow for each in opened.picks))

    async def _picks(
        self, brief: Brief, conversation: Sequence[str], specialists: Collection[str]
    ) -> Sequence[Pick]:
        """What the customer's words are about that nobody has answered; the newest decide last."""
        replied = _newest(brief.entries, brief.ticket, RepliedPublicly)
        fresh = [
            each
            for each in brief.entries
            if isinstance(each.event, CustomerWrote)
            and each.event.content.text.strip()
            and (each.ticket, each.seq) > (brief.ticket, replied)
        ]
        waiting = max(1, min(len(fresh), MESSAGES))
        found: dict[str, Pick] = {}
        for left in reversed(range(waiting)):
            said = conversation[: len(conversation) - left]
            for each in await self.picker.pick(said, self.workflows, specialists) if said else ():
                found[each.workflow] = each
        return [*found.values()]

    async def prove(self, case: CaseRecord, actions: Sequence[Action]) -> None:
        """Makes the reads that the policy wants before these, where they were not made."""
        async with self.begin() as uow:
            facts = await facts_of(uow, case, self.clock(), self.zone)
        wanted = once_each([*self._to_prove(actions, facts)])
        await asyncio.gather(*(self._read(case, each) for each in wanted))

    def _to_prove(self, actions: Sequence[Action], facts: Facts) -> Iterator[NeededRead]:
        """What the policy wants to have read before these are decided; the gate judges it."""
        for action in actions:
            policy = self.policy.actions.get(action.tool)
            for each in policy.evidence if policy is not None else ():
                try:
                    arguments = asked_by(each, action)
                except ExpressionFailed:
                    continue  # the gate says so
                if not _is_known(each, arguments, facts):
                    yield NeededRead(each.name, each.tool, arguments)

    async def _read(self, case: CaseRecord, needed: NeededRead) -> None:
        """Reads as the desk itself; what cannot be read now stays a need of the plan."""
        reader = Reader.desk(needed.tool, case.customer, case.ticket)
        try:
            await self.reads.read(reader, needed.tool, needed.arguments)
        except ToolError:
            return


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
        before = await _case_before(uow, await uow.tickets.get(brief.ticket))
        case = case if before is None else hearing.carried_over(before, case)
    case = replace(case, record=record)
    case = cases.answered(case, _newest(brief.entries, brief.ticket, RepliedPublicly))
    return cases.settled(case, _newest(brief.entries, brief.ticket, ConflictDecided | Decided))


async def _case_before(uow: UnitOfWork, ticket: Ticket) -> CaseRecord | None:
    """The case of the ticket that it continues, else the newest of those that they had lately."""
    lately = [
        each.id
        for each in await uow.tickets.of_customer(ticket.customer.id)
        if each.id < ticket.id and ticket.created_at - each.status_since <= LATELY
    ]
    for number in (ticket.previous, *lately):
        case = await uow.cases.of(number) if number is not None else None
        if case is not None:
            return case
    return None


def _newest(entries: Sequence[Entry], ticket: int, kind: object) -> int:
    """The newest entry of that kind on the ticket itself, or 0."""
    found = (e.seq for e in entries if e.ticket == ticket and isinstance(e.event, kind))  # type: ignore[arg-type]
    return max(found, default=0)


def _corrected(case: CaseRecord, plans: Sequence[Plan]) -> CaseRecord:
    """The case without what no system knows as this customer's."""
    for each in plans:
        for lack in each.lacking:
            if lack.why is Why.WRONG:
                for kind in kinds_among(lack.any_of):
                    if any(one.value == lack.given for one in case.newest(kind)):
                        case = hearing.disproved(case, kind, lack.given)
    return case


def _is_known(wanted: WantedRead, arguments: Arguments, facts: Facts) -> bool:
    """Whether that was read lately, for the record that is bound now, and nothing done since."""
    return any(
        each.tool == wanted.tool
        and each.record in {None, facts.record}
        and all(each.arguments.get(name) == value for name, value in arguments.items())
        and facts.now - each.read_at <= wanted.within
        and not facts.is_overtaken(each)
        for each in facts.reads
    )


def _name(needed: NeededRead) -> str:
    return f"{needed.tool} {sorted(needed.arguments.items(), key=str)}"
