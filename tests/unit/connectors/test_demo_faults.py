"""Keys and faults: a write with a key happens once, and what goes wrong on demand goes wrong."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from mcp import Client

from bot.desk_files.document import Document
from bot.desk_files.tool_servers import read
from connectors.demo.faults import Fault
from connectors.demo.systems import ANA
from connectors.mcp.servers import McpServers
from orchestration.ports.tools import ToolFailed, ToolUnavailable
from tests.unit.connectors.demo_systems import Demo, ToolRefused

CREDIT = {"customer_id": ANA, "amount_minor": 500, "reason": "late parcel"}
TRIES = 600


@pytest.fixture
async def servers(demo: Demo, tmp_path: Path) -> AsyncIterator[McpServers]:
    """Billing as a process of its own, which has a second to answer."""
    file = tmp_path / "tool_servers.yaml"
    demo.systems.declare(file)
    declared = read(Document.read(file)).box.servers["billing"]
    made = McpServers([replace(declared, timeout=timedelta(seconds=1))], {}, tmp_path)
    made.open()
    try:
        await made.settled()
        yield made
    finally:
        await made.close()


async def test_the_same_key_does_it_once(demo: Demo) -> None:
    """Whoever asks again is answered the same, whatever has happened to it since."""
    first = await demo.call("billing.credit", **CREDIT, key="a")
    number = first["credit_number"]
    await demo.call("billing.cancel_credit", customer_id=ANA, credit_number=number, key="b")
    assert await demo.call("billing.credit", **CREDIT, key="a") == first
    assert len(demo.rows("credits", customer=ANA)) == 1


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("billing.credit", CREDIT | {"amount_minor": 501}),
        ("billing.credit", CREDIT | {"customer_id": "C-1002"}),
        ("crm.unlock_account", {"customer_id": ANA}),
    ],
)
async def test_a_key_is_for_one_thing(demo: Demo, tool: str, arguments: dict[str, object]) -> None:
    """With another amount, for another customer or of another tool it is refused."""
    await demo.call("billing.credit", **CREDIT, key="a")
    before = demo.everything()
    with pytest.raises(ToolRefused, match="this key came before"):
        await demo.call(tool, **arguments, key="a")
    assert demo.everything() == before


async def test_a_refusal_uses_no_key_up(demo: Demo) -> None:
    """What was refused can be done under its key once nothing is against it."""
    case = {"customer_id": ANA, "case_id": "CAS-9999", "outcome": "Done.", "key": "a"}
    with pytest.raises(ToolRefused):
        await demo.call("crm.set_case_outcome", **case)
    await demo.call("crm.unlock_account", customer_id=ANA, key="a")
    assert demo.row("accounts", customer=ANA)["state"] == "active"


async def test_two_at_once_with_one_key(demo: Demo) -> None:
    """Both are answered the same, and one thing is done."""
    async with Client(demo.server("billing")) as one, Client(demo.server("billing")) as other:
        calls = (each.call_tool("credit", CREDIT | {"key": "a"}) for each in (one, other))
        answers = await asyncio.gather(*calls)
    assert answers[0].structured_content == answers[1].structured_content
    assert len(demo.rows("credits", customer=ANA)) == 1


async def test_a_refusal_on_demand(demo: Demo) -> None:
    """So many times, for that tool only; nothing is kept."""
    demo.systems.plan_fault("billing.credit", Fault.REFUSE, times=2)
    for _ in range(2):
        with pytest.raises(ToolRefused, match="try again later"):
            await demo.call("billing.credit", **CREDIT, key="a")
        await demo.call("billing.list_credits", customer_id=ANA)
    assert demo.rows("credits", customer=ANA) == []
    await demo.call("billing.credit", **CREDIT, key="a")
    assert len(demo.rows("credits", customer=ANA)) == 1


async def test_faults_come_in_the_order_in_which_they_were_planned(demo: Demo) -> None:
    """A read can be refused too, and what is no fault is none."""
    demo.systems.plan_fault("erp.find_order", "refuse")
    demo.systems.plan_fault("erp.find_order", "slow")
    with pytest.raises(ToolRefused, match="try again later"):
        await demo.call("erp.find_order", order_number="4711")
    assert [row["times"] for row in demo.rows("faults")] == [0, 1]
    demo.systems.mend()
    assert demo.rows("faults") == []
    assert (await demo.call("erp.find_order", order_number="4711"))["order_number"] == "4711"
    with pytest.raises(ValueError, match="is no tool"):
        demo.systems.plan_fault("erp.find_ordr", "refuse")
    with pytest.raises(ValueError, match="is not a valid Fault"):
        demo.systems.plan_fault("erp.find_order", "explode")


async def test_an_answer_that_is_lost(servers: McpServers, demo: Demo) -> None:
    """The write is kept, its server is gone, and the same key is answered by the next one."""
    demo.systems.plan_fault("billing.credit", Fault.LOST_ANSWER)
    with pytest.raises(ToolFailed):
        await servers.call("billing.credit", CREDIT | {"key": "a"})
    kept = demo.row("credits", customer=ANA)
    answer = await _once_it_is_back(servers, "billing.credit", CREDIT | {"key": "a"})
    assert isinstance(answer, dict)
    assert answer["credit_number"] == kept["number"]
    assert len(demo.rows("credits", customer=ANA)) == 1


async def test_an_answer_that_never_comes(servers: McpServers, demo: Demo) -> None:
    """Nothing is kept, others are answered meanwhile, and so is the next call."""
    demo.systems.plan_fault("billing.credit", Fault.SLOW)
    late = asyncio.create_task(servers.call("billing.credit", CREDIT | {"key": "a"}))
    listed = await servers.call("billing.list_credits", {"customer_id": ANA})
    assert listed.data == []
    with pytest.raises(ToolFailed, match="no answer within 1 second"):
        await late
    assert demo.rows("credits", customer=ANA) == []
    again = await servers.call("billing.credit", CREDIT | {"key": "a"})
    assert not again.error
    assert len(demo.rows("credits", customer=ANA)) == 1


async def _once_it_is_back(servers: McpServers, tool: str, arguments: dict[str, object]) -> object:
    """What is answered as soon as the server that ended was started again."""
    for _ in range(TRIES):
        try:
            return (await servers.call(tool, arguments)).data
        except ToolUnavailable:
            await asyncio.sleep(0.05)
    msg = "the server did not come back"
    raise AssertionError(msg)


async def test_the_day_that_it_is(demo: Demo) -> None:
    """What is written is dated by it, and a parcel comes after it."""
    demo.systems.turn_to(date(2026, 12, 24))
    await demo.call("billing.credit", **CREDIT, key="a")
    assert demo.row("credits", customer=ANA)["made_on"] == "2026-12-24"
    with pytest.raises(ToolRefused, match="next 14 days"):
        await demo.call(
            "erp.reschedule_delivery",
            customer_id=ANA,
            order_number="4711",
            deliver_on="2026-12-24",
        )
