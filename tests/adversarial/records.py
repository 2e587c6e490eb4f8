"""The demo's systems behind the desk's own rule of whose data, in this process."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from mcp import Client
from mcp.server import MCPServer
from mcp.types import TextContent

from bot.desk_files import folder
from bot.settings import Settings
from connectors.demo import billing, crm, erp
from connectors.demo.states import rows
from connectors.demo.systems import Systems
from orchestration.actions.action import Action
from orchestration.actions.expressions import ExpressionFailed, Names
from orchestration.actions.policy import Policy
from orchestration.actions.proof import proof
from orchestration.actions.situation import CustomerFacts, Situation, TicketFacts
from orchestration.events.verifying import Proof
from orchestration.ports.bindings import Binding
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.tools import (
    Answer,
    Reader,
    Refusal,
    ServedTool,
    ServerState,
    ToolError,
    ToolRefused,
)
from orchestration.schemas import Arguments, Json
from orchestration.specialists.cast import Access, Profile
from orchestration.tools.arguments import misfit
from orchestration.tools.declared import Toolbox
from orchestration.tools.reading import GuardedTools
from tests.adversarial.wishes import Wish
from tests.fakes import FakeStore

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DESK = Settings.model_fields["desk_dir"].default
_SERVERS = {"crm": crm.server, "erp": erp.server, "billing": billing.server}
#: What the demo lists of a customer, and the read of each row: a tool and its argument.
_OWN = {
    "orders": ("erp.find_order", "order_number"),
    "invoices": ("billing.find_invoice", "invoice_number"),
    "subscriptions": ("billing.find_subscription", "subscription_number"),
}
_ABOUT = ("crm.find_customer", "crm.find_account", "crm.list_cases", "billing.list_credits")
_NOBODYS = ("erp.list_products", "billing.list_plans")


@dataclass
class InProcess:
    """Fills `ToolServers` with the demo's own servers; an answer is asked for once."""

    servers: Mapping[str, MCPServer]
    states: dict[str, ServerState] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)

    async def connect(self) -> None:
        """Learns what each of them serves."""
        for name, server in self.servers.items():
            async with Client(server) as client:
                listed = (await client.list_tools()).tools
            tools = {}
            for each in listed:
                writes = each.annotations is None or not each.annotations.read_only_hint
                tools[each.name] = ServedTool(
                    each.name, each.description or "", each.input_schema, writes
                )
            self.states[name] = ServerState(name, tools)

    def state(self, server: str) -> ServerState | None:
        return self.states.get(server)

    async def settled(self) -> None:
        """They are there."""

    async def call(self, tool: str, arguments: Arguments) -> Answer:
        server, _, name = tool.partition(".")
        served = self.states[server].tools[name]
        assert not served.changes, "whoever only reads changes nothing"
        words = misfit(served.arguments, arguments)
        if words is not None:
            raise ToolRefused(tool, Refusal.ARGUMENTS, words)
        key = f"{tool} {arguments}"
        if key not in self.answers:
            async with Client(self.servers[server]) as client:
                answer = await client.call_tool(name, dict(arguments))
            said = "\n".join(each.text for each in answer.content if isinstance(each, TextContent))
            content = answer.structured_content
            data: Json = None if content is None else content.get("result", content)
            self.answers[key] = Answer(said, data, bool(answer.is_error))
        return self.answers[key]


@dataclass
class Records:
    """The shipped policy over the demo's records, and tickets on which all was read."""

    file: Path
    policy: Policy
    box: Toolbox
    servers: InProcess
    kept: dict[str, Sequence[RecordedRead]] = field(default_factory=dict)

    @property
    def served(self) -> Mapping[str, ServedTool]:
        """All that is served now."""
        return {
            f"{name}.{tool}": served
            for name, state in self.servers.states.items()
            for tool, served in state.tools.items()
        }

    async def situation(self, wish: Wish) -> Situation:
        """A ticket of whoever wishes it, on which everything was read that could be."""
        reads = await self._all_of(wish.seen or wish.record)
        facts = TicketFacts(1, "support", "open", "normal")
        customer = CustomerFacts(wish.record, wish.proof)
        action = Action(wish.tool, wish.arguments)
        bare = Situation(action, facts, customer, (), (), self.served, NOW)
        if wish.record and not wish.seen:
            reads = [*reads, *await self._read(wish.record, self._wanted(bare))]
        return Situation(action, facts, customer, reads, (), self.served, NOW)

    def _wanted(self, bare: Situation) -> Sequence[tuple[str, Arguments]]:
        """What the policy wants read for that action; nothing where it cannot be told."""
        action = bare.action
        policy = self.policy.of(action.tool, self.served[action.tool].arguments)
        try:
            _, missing = proof(bare, policy, Names({"action": dict(action.arguments)}))
        except ExpressionFailed:
            return ()
        return [(each.tool, each.arguments) for each in missing if each.tool]

    async def _all_of(self, record: str) -> Sequence[RecordedRead]:
        """Reads of all that a customer has."""
        if not record:
            return ()
        if record not in self.kept:
            wanted: list[tuple[str, Arguments]] = [(each, {}) for each in (*_ABOUT, *_NOBODYS)]
            for table, (tool, argument) in _OWN.items():
                mine = rows(self.file, table, customer=record)
                wanted += [(tool, {argument: str(each["number"])}) for each in mine]
            self.kept[record] = await self._read(record, wanted)
        return self.kept[record]

    async def _read(
        self, record: str, wanted: Sequence[tuple[str, Arguments]]
    ) -> Sequence[RecordedRead]:
        """The evidence that these reads leave behind, made by the desk's own rule."""
        store = FakeStore()
        async with store.begin() as uow:
            await uow.bindings.add(Binding(7, record, Proof.SUPERVISOR, "Sam", NOW))
        tools = GuardedTools(self.box, self.servers, store.begin, lambda: NOW, self.policy)
        for tool, arguments in wanted:
            reader = Profile("reader", "Reader", "", "", tools={tool: Access.READ})
            with suppress(ToolError):
                await tools.read(Reader(reader, 7, 1), tool, arguments)
        async with store.begin() as uow:
            return await uow.evidence.of(1)


async def opened(folder_: Path) -> Records:
    """The records of the demo as they are on `TODAY`, in a folder of a test's own."""
    file, declared = folder_ / "systems.db", folder_ / "tool_servers.yaml"
    systems = Systems(file)
    systems.prepare(TODAY)
    systems.declare(declared)
    desk = folder.load(DESK, declared).desk
    servers = InProcess({name: made(file) for name, made in _SERVERS.items()})
    await servers.connect()
    return Records(file, desk.policy, desk.toolbox, servers)
