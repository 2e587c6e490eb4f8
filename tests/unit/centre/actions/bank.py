"""A bank whose system does what it is told, loses answers, breaks and changes; and its desk.

Payments honour a key. Links are the bank's oldest part: they know none, and are looked up.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum

from orchestration.actions import approving, correcting
from orchestration.actions.action import Action
from orchestration.actions.beginning import Hands
from orchestration.actions.decision import Approvers, Verdict
from orchestration.actions.executing import LEASE, act
from orchestration.actions.expressions import Expression
from orchestration.actions.policy import ActionPolicy, Check, Policy, Rule, Undo, WantedRead
from orchestration.actions.proposing import Proposal, Proposed, propose
from orchestration.actions.surveying import Ground, served
from orchestration.actions.undertaking import Undertaking
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.escalating.policy import EscalationPolicy, Tier
from orchestration.events.verifying import Proof
from orchestration.people import Specialist, Staff
from orchestration.ports import UnitOfWork
from orchestration.ports.bindings import Binding
from orchestration.ports.tools import (
    Answer,
    Reader,
    ServedTool,
    ServerState,
    ToolFailed,
    ToolUnavailable,
)
from orchestration.schemas import Arguments, Json, Schema
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef
from orchestration.tools.declared import Toolbox, ToolServer, Whose
from orchestration.tools.reading import GuardedTools
from tests.unit.centre.cast import EVA, STAFF
from tests.unit.centre.house import House

BILLING = Specialist("billing", "Billing")
PAY, LINK, MOVE, ACCOUNT = "bank.pay", "bank.link", "bank.move", "bank.account"
RECORD = "C-1"


class Fate(StrEnum):
    """What happens to a write on its way."""

    DONE = "done"
    #: It is done, and nobody hears so.
    ANSWER_LOST = "answer lost"
    #: It gets lost itself.
    LOST = "lost"
    #: The connection breaks before anything is asked.
    UNREACHED = "unreached"
    #: The system says no.
    NO = "no"


class Killed(BaseException):
    """The process is gone, and nothing of it catches that."""


@dataclass
class Deaths:
    """Counts the instants of a process, and ends it at one of them."""

    at: int = 0
    passed: int = 0

    def reach(self) -> None:
        self.passed += 1
        if self.passed == self.at:
            raise Killed


def _tool(name: str, *, changes: bool = True, **kinds: str) -> ServedTool:
    """A tool that needs all of these arguments."""
    named = {each: {"type": kind} for each, kind in kinds.items()}
    schema: Schema = {"type": "object", "properties": named, "required": [*named]}
    return ServedTool(name, "", schema, changes)


_TOOLS = (
    _tool("account", changes=False, account="string"),
    _tool("links", changes=False, account="string"),
    _tool("pay", customer="string", account="string", amount_minor="integer", key="string"),
    _tool("take_back", customer_id="string", number="string"),
    _tool("link", customer="string", account="string"),
    _tool("move", customer_id="string", key="string"),
)


@dataclass
class Bank:
    """Fills `ToolServers`. `fates` come in turn, and everything goes well behind them."""

    fates: list[Fate] = field(default_factory=list)
    trouble: str = ""
    balances: dict[str, int] = field(default_factory=lambda: {"A-1": 900_00, "A-2": 900_00})
    owner: str = RECORD
    #: What reached it: each write, by its tool, with its arguments.
    asked: list[tuple[str, Arguments]] = field(default_factory=list)
    #: What was done, each once.
    done: list[tuple[str, Arguments]] = field(default_factory=list)
    deaths: Deaths = field(default_factory=Deaths)
    #: Happens the next time that a write is on its way.
    meanwhile: Callable[[], Awaitable[object]] | None = None
    looks_fail: bool = False
    _answers: dict[str, Json] = field(default_factory=dict)

    def state(self, server: str) -> ServerState | None:
        tools = {} if self.trouble else {each.name: each for each in _TOOLS}
        return ServerState(server, tools, self.trouble) if server == "bank" else None

    async def settled(self) -> None:
        """It is there at once."""

    async def call(self, tool: str, arguments: Arguments) -> Answer:
        self.deaths.reach()
        answer = await self._call(tool, arguments)
        self.deaths.reach()
        return answer

    async def _call(self, tool: str, arguments: Arguments) -> Answer:
        if self.trouble:
            raise ToolUnavailable(tool, self.trouble)
        match tool:
            case "bank.account":
                account = str(arguments["account"])
                balance = self.balances.get(account)
                if balance is None:
                    return Answer("no such account", error=True)
                return Answer("", {"owner": self.owner, "balance_minor": balance})
            case "bank.links":
                if self.looks_fail:
                    raise ToolFailed(tool, "no answer within 5 seconds")
                sent = [each for each in self.done if each[0] == LINK]
                return Answer("", {"owner": self.owner, "sent": len(sent)})
            case _:
                return await self._write(tool, arguments)

    async def _write(self, tool: str, arguments: Arguments) -> Answer:
        fate = self.fates.pop(0) if self.fates else Fate.DONE
        if fate is Fate.UNREACHED:
            raise ToolUnavailable(tool, "the connection broke off")
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        self.asked.append((tool, dict(arguments)))
        if fate is Fate.LOST:
            raise ToolFailed(tool, "no answer within 5 seconds")
        if fate is Fate.NO:
            return Answer("The account is closed.", error=True)
        answer = self._do(tool, arguments)
        if fate is Fate.ANSWER_LOST:
            raise ToolFailed(tool, "no answer within 5 seconds")
        return Answer("", answer)

    def _do(self, tool: str, arguments: Arguments) -> Json:
        key = str(arguments.get("key", f"none {len(self.done)}"))
        if key not in self._answers:
            self.done.append((tool, dict(arguments)))
            self._answers[key] = {"number": f"N-{len(self.done)}"}
        return self._answers[key]


def _rule(name: str, then: Verdict, when: str | None = None, **more: object) -> Rule:
    condition = Expression.of(when) if when else None
    return Rule(name, then, {"en": f"{name}."}, condition, **more)  # type: ignore[arg-type]


TWO = Approvers(count=2, four_eyes=True)
ONE = Approvers()
_BY_ACCOUNT = {"account": Expression.of("action.account")}
POLICY = Policy(
    {
        PAY: ActionPolicy(
            PAY,
            {"en": "Pay"},
            amount="amount_minor",
            evidence=(WantedRead("account", ACCOUNT, _BY_ACCOUNT),),
            rules=(
                _rule(
                    "beyond", Verdict.DENY, "action.amount_minor > evidence.account.balance_minor"
                ),
                _rule("great", Verdict.ESCALATE, "action.amount_minor > 50000", tier="second"),
                _rule(
                    "split",
                    Verdict.ESCALATE,
                    "past.customer.amount_minor + action.amount_minor > 60000",
                ),
                _rule("large", Verdict.APPROVE, "action.amount_minor > 20000", approvers=TWO),
                _rule("middling", Verdict.APPROVE, "action.amount_minor > 2000", approvers=ONE),
                _rule("small", Verdict.AUTO),
            ),
            undo=Undo("bank.take_back", {"number": Expression.of("result.number")}),
            result="number",
            key="key",
            customer="customer",
        ),
        LINK: ActionPolicy(
            LINK,
            {"en": "Send a link"},
            rules=(_rule("any", Verdict.AUTO),),
            check=Check("bank.links", _BY_ACCOUNT, Expression.of("found.sent > 0")),
            result="number",
            customer="customer",
        ),
    },
    customer="customer_id",
    key="key",
)
_OWNED = Whose(owner=("owner",))
BOX = Toolbox({"bank": ToolServer("bank", tools={"account": _OWNED, "links": _OWNED})})
TIERS = EscalationPolicy(tiers=(Tier("first"), Tier("second")))


def pay(amount_minor: int = 1000, account: str = "A-1") -> Action:
    """Of at most 20.00 at once; over 20.00 one supervisor decides, over 200.00 two."""
    return Action(PAY, {"account": account, "amount_minor": amount_minor})


def link(account: str = "A-1") -> Action:
    """At once, and the system knows no key."""
    return Action(LINK, {"account": account})


@dataclass
class Counter(House):
    """The bank's desk: Eva's ticket 1 is hers, verified, and what can be read was read."""

    bank: Bank = field(default_factory=Bank)
    desk: Desk = field(default_factory=lambda: Desk(policy=POLICY, toolbox=BOX, escalation=TIERS))
    deaths: Deaths = field(default_factory=Deaths)

    async def opens(self) -> "Counter":
        await self.meets(*STAFF[:-1])
        await self.writes(EVA, "Please pay me back")
        async with self.begin() as uow:
            bound = Binding(EVA.id, RECORD, Proof.SUPERVISOR, "Sam", self.now)
            await uow.bindings.add(bound)
        await self.reads()
        return self

    async def reads(self, *accounts: str, ticket: int = 1) -> None:
        """What is read of them becomes evidence."""
        reader = Reader.desk(ACCOUNT, EVA.id, ticket)
        for each in accounts or ("A-1", "A-2"):
            await self.tools.read(reader, ACCOUNT, {"account": each})

    @property
    def tools(self) -> GuardedTools:
        return GuardedTools(self.desk.toolbox, self.bank, self.mortal, self.clock)

    @property
    def ground(self) -> Ground:
        return Ground(self.desk, served(self.desk.toolbox, self.bank), self.now)

    @property
    def hands(self) -> Hands:
        """A process that does what may be done."""
        return Hands(self.mortal, self.desk, self.bank, self.tools, self.clock)

    @asynccontextmanager
    async def mortal(self) -> AsyncIterator[UnitOfWork]:
        """Units of work in whose beginning, before and after whose commit a process may die."""
        self.deaths.reach()
        async with self.begin() as uow:
            yield uow
            self.deaths.reach()
        self.deaths.reach()

    async def consults(self, begun: Sequence[FollowUp]) -> None:
        """What may be done is done."""
        for each in begun:
            if each.kind is FollowUpKind.ACT:
                await act(self.hands, each)
            else:
                await super().consults([each])

    # What people and specialists do

    async def proposes(
        self, action: Action, by: Specialist | Staff = BILLING, ticket: int = 1
    ) -> Proposed | None:
        """In one commit."""
        async with self.begin() as uow:
            found = await uow.tickets.get(ticket)
            return await propose(uow, self.ground, found, Proposal(action, by, "paying", "back"))

    async def stands(self, action: Action, by: Specialist | Staff = BILLING) -> Undertaking:
        """Proposes what the gate lets come to something."""
        proposed = await self.proposes(action, by)
        assert proposed is not None
        assert proposed.undertaking is not None
        return proposed.undertaking

    async def stands_while_up(self, action: Action) -> Undertaking:
        """The same, just before the system goes down."""
        self.bank.trouble = ""
        stands = await self.stands(action)
        self.bank.trouble = "no connection"
        return stands

    async def approves(self, by: Staff, seq: int, seal: str | None = None) -> Undertaking:
        async def verb(uow: UnitOfWork, ticket: Ticket) -> Undertaking:
            read = seal or (await approving.read(uow, ticket, seq)).seal
            return await approving.approve(uow, self.ground, ticket, (seq, read), by)

        return await self._decides(verb)

    async def rejects(self, by: Staff, seq: int, reason: str = "Too much") -> Undertaking:
        async def verb(uow: UnitOfWork, ticket: Ticket) -> Undertaking:
            seal = (await approving.read(uow, ticket, seq)).seal
            return await approving.reject(uow, ticket, (seq, seal), reason, by, self.now)

        return await self._decides(verb)

    async def amends(self, by: Staff, seq: int, **changed: Json) -> Proposed | None:
        async with self.begin() as uow:
            ticket = await uow.tickets.get(1)
            found = await approving.read(uow, ticket, seq)
            arguments = {**found.action.arguments, **changed}
            which = seq, found.seal
            return await approving.amend(uow, self.ground, ticket, which, arguments, by)

    async def undoes(self, by: Staff, seq: int) -> Proposed | None:
        async with self.begin() as uow:
            return await correcting.undo(uow, self.ground, await uow.tickets.get(1), seq, by)

    async def again(self, by: Staff, seq: int) -> Proposed | None:
        async with self.begin() as uow:
            return await correcting.again(uow, self.ground, await uow.tickets.get(1), seq, by)

    async def tells(self, by: Staff, seq: int, *, done: bool) -> None:
        await self.does(
            1, lambda uow, ticket: correcting.tell(uow, ticket, seq, by, self.now, done=done)
        )

    async def _decides(
        self, verb: Callable[[UnitOfWork, Ticket], Awaitable[Undertaking]]
    ) -> Undertaking:
        async with self.begin() as uow:
            return await verb(uow, await uow.tickets.get(1))

    # What the clock does

    async def works(self, minutes: int = 30) -> None:
        """So much time goes by, and what is due in it is done."""
        await self.runs_due()
        for _ in range(minutes * 2):
            self.passes(seconds=30)
            await self.runs_due()

    async def is_killed(self, at: int) -> bool:
        """Another process does what is due, and dies there; False where it ends before."""
        self.deaths.at, self.deaths.passed = at, 0
        self.bank.deaths = self.deaths
        try:
            await self.runs_due()
        except Killed:
            return True
        finally:
            self.deaths.at = 0
        return False

    # What can be read

    async def found(self, seq: int) -> Undertaking:
        async with self.begin() as uow:
            undertaking = await uow.actions.get(EntryRef(1, seq))
        assert undertaking is not None
        return undertaking

    async def due(self, kind: FollowUpKind) -> FollowUp | None:
        return next((each for each in await self.scheduled() if each.kind is kind), None)

    def with_policy(self, **changed: ActionPolicy) -> None:
        """The owner changes what holds of `pay` or `link`."""
        actions: Mapping[str, ActionPolicy] = {
            **self.desk.policy.actions,
            **{f"bank.{name}": policy for name, policy in changed.items()},
        }
        self.desk = replace(self.desk, policy=replace(self.desk.policy, actions=actions))


def needs(*rules: Rule) -> ActionPolicy:
    """What `pay` wants, under other rules."""
    return replace(POLICY.actions[PAY], rules=rules)


def approval(**approvers: object) -> Rule:
    """People decide, whatever it is."""
    return _rule("people", Verdict.APPROVE, approvers=Approvers(**approvers))  # type: ignore[arg-type]


LONG = LEASE + timedelta(seconds=1)
