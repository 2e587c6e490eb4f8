"""The business system behind the desk, and the tools in front of it, by the real rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from orchestration.ports.tools import (
    Answer,
    Reader,
    ServedTool,
    ToolRefused,
    ToolResult,
    ToolSpec,
    ToolUnavailable,
)
from orchestration.schemas import Arguments
from orchestration.specialists.cast import Access
from orchestration.tools import whose as rule
from orchestration.tools.declared import Toolbox, ToolServer, Whose
from tests.unit.centre.cast import EVA, NOW

#: What only the neighbour may read.
NEIGHBOURS = "Ocelotstrasse"
RECORD = "C7"
_MOST = 4_000


def _takes(*names: str) -> Mapping[str, object]:
    return {"type": "object", "properties": {name: {} for name in names}}


SERVED = {
    "find_order": ServedTool("find_order", "Finds an order", _takes("order")),
    "orders_of": ServedTool("orders_of", "Lists orders", _takes("customer", "year")),
    "track": ServedTool("track", "Where a parcel is", _takes("order")),
    "list_customers": ServedTool("list_customers", "Lists customers", _takes()),
    "refund": ServedTool("refund", "Pays back", _takes("order", "amount"), changes=True),
    "delete_customer": ServedTool("delete_customer", "Deletes", _takes("customer"), changes=True),
}
BOX = Toolbox(
    {
        "shop": ToolServer(
            "shop",
            tools={
                "find_order": Whose(owner=("customer",)),
                "orders_of": Whose(argument="customer"),
                "track": Whose(nobodys=True),
            },
        )
    }
)
#: What the files of the specialists name.
READS = MappingProxyType(
    {f"shop.{name}": Access.READ for name in ("find_order", "orders_of", "track")}
)
PAYS = MappingProxyType({**READS, "shop.refund": Access.WRITE})


@dataclass
class Shop:
    """Knows two customers' orders. `calls` is all that it was asked, whoever asked it."""

    remark: str = ""
    failure: str = ""
    calls: list[tuple[str, Arguments]] = field(default_factory=list)

    def call(self, tool: str, arguments: Arguments) -> Answer:
        """Answers everybody and does everything: the rule stands before it."""
        self.calls.append((tool, arguments))
        if tool == "shop.track":
            return Answer(self.failure or "It is at the depot.", error=bool(self.failure))
        orders = [
            {"order": "4711", "customer": RECORD, "status": "shipped", "remark": self.remark},
            {"order": "9999", "customer": "C8", "street": NEIGHBOURS},
        ]
        found = [
            each
            for each in orders
            if arguments.get("order", each["order"]) == each["order"]
            and arguments.get("customer", each["customer"]) == each["customer"]
        ]
        return Answer("", data=found[0] if len(found) == 1 else found)


@dataclass
class RuledTools:
    """Fills `Tools` with the rule of whose data, for one customer whose record is bound."""

    shop: Shop

    async def offered(self, reader: Reader) -> Sequence[ToolSpec]:
        """What may be read now."""
        specs = []
        for name, tool in SERVED.items():
            try:
                rule.check(reader.specialist, BOX, tool, f"shop.{name}", self._record(reader))
            except ToolRefused:
                continue
            shown = rule.shown(tool.arguments, BOX.whose(f"shop.{name}"))
            specs.append(ToolSpec(f"shop.{name}", tool.description, shown))
        return specs

    async def proposable(self, reader: Reader) -> Sequence[ToolSpec]:
        """What their file marks as a write, for whoever is bound."""
        return [
            ToolSpec(f"shop.{name}", tool.description, tool.arguments, Access.WRITE)
            for name, tool in SERVED.items()
            if reader.specialist.tools.get(f"shop.{name}") is Access.WRITE and self._record(reader)
        ]

    async def read(self, reader: Reader, tool: str, arguments: Arguments) -> ToolResult:
        """Checks, asks, and withholds what is not theirs."""
        served, record, whose = SERVED.get(tool.removeprefix("shop.")), self._record(reader), None
        if served is None:
            raise ToolUnavailable(tool, "there is none")
        rule.check(reader.specialist, BOX, served, tool, record)
        whose = BOX.whose(tool)
        filled = rule.filled(tool, served.arguments, whose, arguments, record)
        answer = self.shop.call(tool, filled)
        if not rule.theirs(answer, whose, record):
            return ToolResult(tool, "", NOW, found=False)
        text, data, cut = rule.kept(tool, answer, whose, _MOST)
        return ToolResult(tool, text, NOW, data, cut)

    def _record(self, reader: Reader) -> str | None:
        return RECORD if reader.customer == EVA.id else None


@dataclass
class OpenTools:
    """Fills `Tools` without any rule: whoever asks is answered."""

    shop: Shop

    async def offered(self, reader: Reader) -> Sequence[ToolSpec]:
        """Everything."""
        del reader
        named = [(f"shop.{name}", tool) for name, tool in SERVED.items()]
        named += [
            (f"desk.{name}", ServedTool(name, name, _takes()))
            for name in ("set_status", "set_role", "move_queue", "reply", "set_autonomy")
        ]
        return [ToolSpec(name, tool.description, tool.arguments) for name, tool in named]

    async def proposable(self, reader: Reader) -> Sequence[ToolSpec]:
        """Nothing: here it need not be proposed."""
        del reader
        return []

    async def read(self, reader: Reader, tool: str, arguments: Arguments) -> ToolResult:
        """Done as asked."""
        del reader
        answer = self.shop.call(tool, arguments)
        return ToolResult(tool, answer.text or str(answer.data), NOW)
