"""What specialists read, and what nobody gets: Ana's, Boris's and nobody's data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from orchestration.actions.policy import ActionPolicy, Policy
from orchestration.events.verifying import Proof
from orchestration.ports.bindings import Binding
from orchestration.ports.tools import (
    Answer,
    Reader,
    Refusal,
    ServedTool,
    ServerState,
    ToolFailed,
    ToolRefused,
    ToolUnavailable,
)
from orchestration.schemas import Arguments, properties
from orchestration.specialists.cast import Access, Cast, Profile
from orchestration.tools.declared import Checks, EmailCheck, OrderCheck, Toolbox, ToolServer, Whose
from orchestration.tools.described import DescribedTool
from orchestration.tools.faults import faults
from orchestration.tools.reading import GuardedTools
from tests.fakes import FakeStore
from tests.fakes.shop import records

ANA, BORIS, CHLOE = 7, 8, 9
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
WHOSE = {
    "find_order": Whose(owner=("customer", "id")),
    "list_orders": Whose(argument="customer_id"),
    "hours": Whose(nobodys=True),
    "delete_order": Whose(nobodys=True),
    "wrong": Whose(argument="client"),
}
BOX = Toolbox({"shop": ToolServer("shop", tools=WHOSE, most=400)})
NAMES = ("find_order", "list_orders", "hours", "track", "delete_order", "wrong", "gone")
ORDERS = Profile(
    "orders",
    "Orders",
    "…",
    "…",
    tools={**{f"shop.{name}": Access.READ for name in NAMES}, "shop.refund": Access.WRITE},
)


def tool(name: str, *arguments: str, changes: bool = False) -> ServedTool:
    schema = {"type": "object", "properties": {key: {"type": "string"} for key in arguments}}
    return ServedTool(name, f"{name}!", schema, changes)


SERVED = {
    "find_order": tool("find_order", "order_number"),
    "list_orders": tool("list_orders", "customer_id", "state"),
    "hours": tool("hours"),
    "track": tool("track", "order_number"),
    "refund": tool("refund", "order_number"),
    "delete_order": tool("delete_order", "order_number", changes=True),
    "wrong": tool("wrong", "customer_id"),
}


@dataclass
class Shop:
    """Servers in memory, over the same records as the real ones."""

    tools: Mapping[str, ServedTool] = field(default_factory=lambda: SERVED)
    trouble: str = ""
    calls: list[tuple[str, Arguments]] = field(default_factory=list)
    meanwhile: object = None

    def state(self, server: str) -> ServerState | None:
        return ServerState(server, self.tools, self.trouble) if server == "shop" else None

    async def settled(self) -> None:
        pass

    async def call(self, tool: str, arguments: Arguments) -> Answer:
        self.calls.append((tool, arguments))
        if callable(self.meanwhile):
            await self.meanwhile()
        match tool:
            case "shop.find_order":
                found = records.order(str(arguments["order_number"]))
                return Answer("?", found) if found else Answer("no such order", error=True)
            case "shop.list_orders":
                return Answer("?", records.orders_of(str(arguments["customer_id"])))
            case _:
                return Answer("9 to 18")


async def bound(store: FakeStore, customer: int, record: str) -> None:
    async with store.begin() as uow:
        await uow.bindings.add(Binding(customer, record, Proof.SUPERVISOR, "Sam", NOW))


@pytest.fixture
async def store() -> FakeStore:
    """Ana and Boris are bound; Chloe is not."""
    made = FakeStore()
    await bound(made, ANA, "C-1001")
    await bound(made, BORIS, "C-1002")
    return made


def tools_of(store: FakeStore, shop: Shop, box: Toolbox = BOX) -> GuardedTools:
    return GuardedTools(box, shop, store.begin, lambda: NOW)


async def test_a_customer_gets_their_own(store: FakeStore) -> None:
    """The record is filled in from the binding; an order by its number is theirs."""
    shop = Shop()
    tools = tools_of(store, shop)
    orders = await tools.read(Reader(ORDERS, ANA), "shop.list_orders", {})
    assert shop.calls == [("shop.list_orders", {"customer_id": "C-1001"})]
    assert "4711" in orders.text
    assert "5120" not in orders.text
    order = await tools.read(Reader(ORDERS, ANA), "shop.find_order", {"order_number": "4711"})
    assert order.found
    assert order.read_at == NOW
    assert "shipped" in order.text


async def test_anothers_order_is_as_one_that_does_not_exist(store: FakeStore) -> None:
    """Boris quotes Ana's number and gets nothing of it; nor does a specialist for him."""
    tools, boris = tools_of(store, Shop()), Reader(ORDERS, BORIS)
    hers = await tools.read(boris, "shop.find_order", {"order_number": "4711"})
    none = await tools.read(boris, "shop.find_order", {"order_number": "4711"[::-1]})
    assert (hers.found, hers.text, hers.data, hers.truncated) == (False, "", None, False)
    assert (none.found, none.text, none.data, none.truncated) == (False, "", None, False)


async def test_of_whom_nothing_is_known_nothing_is_asked(store: FakeStore) -> None:
    """Chloe is not bound: she hears the hours, and about anybody nothing is even asked."""
    shop = Shop()
    tools, chloe = tools_of(store, shop), Reader(ORDERS, CHLOE)
    for name, arguments in (("find_order", {"order_number": "6001"}), ("list_orders", {})):
        with pytest.raises(ToolRefused) as refused:
            await tools.read(chloe, f"shop.{name}", arguments)
        assert refused.value.why is Refusal.NOT_BOUND
        assert "verify the customer first" in refused.value.reason
    assert shop.calls == []
    assert (await tools.read(chloe, "shop.hours", {})).text == "9 to 18"
    assert [spec.name for spec in await tools.offered(chloe)] == ["shop.hours"]


async def test_what_is_offered_can_be_read(store: FakeStore) -> None:
    """Without the argument that the desk fills in, and without what would be refused."""
    specs = await tools_of(store, Shop()).offered(Reader(ORDERS, ANA))
    assert [spec.name for spec in specs] == ["shop.find_order", "shop.hours", "shop.list_orders"]
    assert specs[2].arguments["properties"] == {"state": {"type": "string"}}


BOOKED = Policy(
    {"shop.book": ActionPolicy("shop.book", {"en": "Book"}, customer="customer_id")},
    customer="customer_id",
    key="key",
)
WRITERS = replace(
    ORDERS,
    tools={
        **ORDERS.tools,
        **{f"shop.{name}": Access.WRITE for name in ("book", "lend", "send", "absent", "hours")},
    },
)
WRITES = {
    **SERVED,
    "refund": tool("refund", "customer_id", "amount", "key", changes=True),
    "book": tool("book", "customer_id", "amount"),
    "lend": tool("lend", "amount", changes=True),
    "send": tool("send", "customer_id", changes=True),
}


async def test_what_may_be_proposed(store: FakeStore) -> None:
    """The writes of its file that a server has; without the record and the key of the desk's.

    Not what changes nothing, nor what nothing holds to the customer's record.
    """
    tools = GuardedTools(BOX, Shop(WRITES), store.begin, lambda: NOW, BOOKED)
    specs = await tools.proposable(Reader(WRITERS, ANA))
    assert [spec.name for spec in specs] == ["shop.book", "shop.refund", "shop.send"]
    assert {spec.access for spec in specs} == {Access.WRITE}
    assert [set(properties(spec.arguments)) for spec in specs] == [{"amount"}, {"amount"}, set()]
    marked = [spec.name for spec in await tools.proposable(Reader(ORDERS, ANA))]
    assert marked == ["shop.refund"]
    offered = {spec.name for spec in await tools.offered(Reader(WRITERS, ANA))}
    assert not offered & {spec.name for spec in specs}


async def test_nothing_is_proposed_about_whom_nobody_knows(store: FakeStore) -> None:
    """Chloe is not bound. Of a server in trouble nothing is proposed either, nor what is ours."""
    tools = GuardedTools(BOX, Shop(WRITES), store.begin, lambda: NOW, BOOKED)
    assert await tools.proposable(Reader(WRITERS, CHLOE)) == []
    down = GuardedTools(BOX, Shop(WRITES, "down"), store.begin, lambda: NOW, BOOKED)
    assert await down.proposable(Reader(WRITERS, ANA)) == []
    own = Toolbox(BOX.servers, Checks(order=OrderCheck("shop.send", "a", "b", ("c",))))
    ours = GuardedTools(own, Shop(WRITES), store.begin, lambda: NOW, BOOKED)
    names = [spec.name for spec in await ours.proposable(Reader(WRITERS, ANA))]
    assert names == ["shop.book", "shop.refund"]


async def test_nobody_names_a_customer(store: FakeStore) -> None:
    """Whatever a model was talked into: the argument that is the record is not its to fill."""
    shop = Shop()
    arguments = {"customer_id": "C-1002"}
    with pytest.raises(ToolRefused) as refused:
        await tools_of(store, shop).read(Reader(ORDERS, ANA), "shop.list_orders", arguments)
    assert refused.value.why is Refusal.ARGUMENTS
    assert shop.calls == []


@pytest.mark.parametrize("name", ["refund", "delete_order", "track", "wrong", "elsewhere"])
async def test_what_is_never_called(store: FakeStore, name: str) -> None:
    """Writes, undeclared and unlisted tools, and one whose argument is declared wrongly."""
    shop = Shop()
    with pytest.raises(ToolRefused):
        await tools_of(store, shop).read(Reader(ORDERS, ANA), f"shop.{name}", {})
    assert shop.calls == []


async def test_a_binding_that_is_revoked_meanwhile(store: FakeStore) -> None:
    """What comes back then is nobody's."""

    async def revoked() -> None:
        async with store.begin() as uow:
            await uow.bindings.end(ANA, "Sam", NOW)

    shop = Shop(meanwhile=revoked)
    with pytest.raises(ToolRefused) as refused:
        await tools_of(store, shop).read(Reader(ORDERS, ANA), "shop.list_orders", {})
    assert refused.value.why is Refusal.NOT_BOUND


async def test_a_record_that_is_another_one_meanwhile(store: FakeStore) -> None:
    """What was asked about is not hers any more."""

    async def changed() -> None:
        async with store.begin() as uow:
            await uow.bindings.end(ANA, "Sam", NOW)
            await uow.bindings.add(Binding(ANA, "C-1003", Proof.SUPERVISOR, "Sam", NOW))

    shop = Shop(meanwhile=changed)
    with pytest.raises(ToolRefused):
        await tools_of(store, shop).read(Reader(ORDERS, ANA), "shop.list_orders", {})


async def test_long_answers_are_cut(store: FakeStore) -> None:
    """And say so."""
    box = Toolbox({"shop": ToolServer("shop", tools=WHOSE, most=20)})
    result = await tools_of(store, Shop(), box).read(Reader(ORDERS, ANA), "shop.list_orders", {})
    assert (len(result.text), result.truncated, result.data) == (20, True, None)


async def test_a_tool_that_is_not_there(store: FakeStore) -> None:
    """Its rights come first: whether it is there is known to those who may use it."""
    with pytest.raises(ToolRefused):
        await tools_of(store, Shop()).read(Reader(ORDERS, ANA), "shop.gone", {})
    lost = tools_of(store, Shop(tools={}, trouble="it ended"))
    with pytest.raises(ToolUnavailable, match="it ended"):
        await lost.read(Reader(ORDERS, ANA), "shop.hours", {})
    assert list(await lost.offered(Reader(ORDERS, ANA))) == []


async def test_an_error_is_no_answer(store: FakeStore) -> None:
    """Where no owner is looked up, it is told as what it is."""

    class Broken(Shop):
        async def call(self, tool: str, arguments: Arguments) -> Answer:
            return Answer(f"{tool} {arguments} is broken", error=True)

    with pytest.raises(ToolFailed) as failed:
        await tools_of(store, Broken()).read(Reader(ORDERS, ANA), "shop.hours", {})
    assert "is broken" in failed.value.said


def test_what_is_described_is_what_is_there() -> None:
    """Policy and workflows are held against descriptions, which age."""
    schema = {"type": "object", "properties": {"number": {"type": "string"}}}
    described = {
        name: DescribedTool(name, Access.READ, schema, {})
        for name in ("shop.find_order", "shop.flies", "away.reads")
    }
    assert list(faults(BOX, Shop(), Cast([]), described)) == [
        "desk/tools describes shop.find_order with other arguments than it has now: order_number",
        "desk/tools describes shop.flies: the server shop has no tool flies",
    ]


def test_what_does_not_work_is_said_in_a_sentence() -> None:
    """Of a server that is away only that; of one that is there, whatever is not as declared."""
    checks = Checks(
        OrderCheck("shop.find_order", "order_number", "postcode", ("id",)),
        EmailCheck("shop.send_code", "email", "code", ("id",)),
    )
    box = Toolbox(BOX.servers, checks)
    assert list(faults(box, Shop(tools={}, trouble="it ended"), Cast([ORDERS]))) == [
        "the tool server shop is not connected: it ended"
    ]
    assert list(faults(box, Shop(), Cast([ORDERS]))) == [
        "Orders cannot read shop.delete_order: its server says that it changes something",
        "Orders cannot read shop.gone: the server shop has no tool gone",
        "Orders cannot read shop.wrong: it has no argument client, as desk.yaml says",
        "customers cannot be verified by order: shop.find_order has no argument postcode",
        "customers cannot be verified by e-mail: the server shop has no tool send_code",
    ]
