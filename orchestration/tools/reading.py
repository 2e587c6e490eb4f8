"""What specialists read with: the servers' tools, behind the rule of whose data."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from orchestration.actions.gate import barred
from orchestration.actions.policy import Policy
from orchestration.actions.surveying import served
from orchestration.ports import Begin, Clock
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.tools import (
    Reader,
    ServedTool,
    ToolRefused,
    ToolResult,
    ToolServers,
    ToolSpec,
    ToolUnavailable,
)
from orchestration.schemas import Arguments, without
from orchestration.specialists.cast import Access
from orchestration.tools import whose as rule
from orchestration.tools.declared import Toolbox, ToolServer
from orchestration.tools.whose import Record

NOT_DECLARED = "desk.yaml declares no server of that name"
NOT_SERVED = "the server has no tool of that name"


@dataclass(frozen=True, slots=True)
class GuardedTools:
    """Fills `ports.tools.Tools`: every read passes here, and writes have no way through.

    `policy` says what of a write's arguments the desk fills in, so that nobody proposes it.
    """

    box: Toolbox
    servers: ToolServers
    begin: Begin
    clock: Clock
    policy: Policy = field(default_factory=Policy)

    async def offered(self, reader: Reader) -> Sequence[ToolSpec]:
        """The tools that can be read now, by name."""
        record = await self._record(reader.customer)
        specs = []
        for name, tool in self._served(reader):
            with suppress(ToolRefused):
                rule.check(reader.specialist, self.box, tool, name, record)
                shown = rule.shown(tool.arguments, self.box.whose(name))
                specs.append(ToolSpec(name, tool.description, shown, Access.READ))
        return specs

    async def proposable(self, reader: Reader) -> Sequence[ToolSpec]:
        """The writes of its file that the gate would look at, for a customer who is verified."""
        if await self._record(reader.customer) is None:
            return []
        marked, own = reader.specialist.tools, self.box.checks.tools
        specs = []
        for name, tool in sorted(served(self.box, self.servers).items()):
            if marked.get(name) is not Access.WRITE or name in own:
                continue
            if barred(name, tool, self.policy) is None:
                hidden = self.policy.of(name, tool.arguments).filled
                shown = without(tool.arguments, hidden)
                specs.append(ToolSpec(name, tool.description, shown, Access.WRITE))
        return specs

    async def read(self, reader: Reader, tool: str, arguments: Arguments) -> ToolResult:
        """Reads, withholds what is not the bound customer's, and keeps the rest as evidence.

        The binding is looked up again after the answer: one that was revoked meanwhile is none.
        """
        record = await self._record(reader.customer)
        server, served = self._find(tool, reader, record)
        of = self.box.whose(tool)
        asked = rule.filled(tool, served.arguments, of, arguments, record)
        answer = await self.servers.call(tool, asked)
        if not of.nobodys:
            rule.check(reader.specialist, self.box, served, tool, await self._same(reader, record))
        read_at = self.clock()
        if not rule.theirs(answer, of, record):
            result = ToolResult(tool, "", read_at, found=False, arguments=arguments)
        else:
            text, data, cut = rule.kept(tool, answer, of, server.most)
            result = ToolResult(tool, text, read_at, data, cut, arguments=arguments)
        await self._keep(reader, None if of.nobodys else record, result)
        return result

    async def _keep(self, reader: Reader, record: Record | None, result: ToolResult) -> None:
        """Every read about a ticket is evidence, whoever made it."""
        if not reader.ticket:
            return
        read = RecordedRead(
            reader.ticket,
            result.tool,
            result.arguments,
            record,
            result.read_at,
            result.data,
            result.found,
        )
        async with self.begin() as uow:
            await uow.evidence.add(read)

    def _find(
        self, name: str, reader: Reader, record: Record | None
    ) -> tuple[ToolServer, ServedTool]:
        """Rights come first: what may not be asked is refused, whether it is there or not."""
        id_, _, short = name.partition(".")
        nothing = ServedTool(name, "", {"properties": {self.box.whose(name).argument or "": {}}})
        server, state = self.box.servers.get(id_), self.servers.state(id_)
        served = state.tools.get(short) if state is not None else None
        rule.check(reader.specialist, self.box, served or nothing, name, record)
        if server is None or state is None:
            raise ToolUnavailable(name, NOT_DECLARED)
        if served is None:
            raise ToolUnavailable(name, state.trouble or NOT_SERVED)
        return server, served

    def _served(self, reader: Reader) -> Sequence[tuple[str, ServedTool]]:
        found = []
        for name in sorted(reader.specialist.tools):
            server, _, short = name.partition(".")
            state = self.servers.state(server)
            if state is not None and short in state.tools:
                found.append((name, state.tools[short]))
        return found

    async def _record(self, customer: int) -> Record | None:
        async with self.begin() as uow:
            binding = await uow.bindings.of(customer)
        return binding.record if binding is not None else None

    async def _same(self, reader: Reader, before: Record | None) -> Record | None:
        now = await self._record(reader.customer)
        return now if now == before else None
