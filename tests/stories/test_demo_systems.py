"""The demo as a stranger meets it: specialists who read the shop's systems."""

from datetime import date, timedelta
from pathlib import Path

from connectors.demo.states import rows
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Topic, eventually
from tests.stories.test_consulting import note


async def _rows(cast: Cast, system: str, table: str) -> list[list[str]]:
    """What the page shows of a table."""
    shown: list[Json] = (await cast.telegram.get("/sim/systems"))["systems"]
    tables = {(each["name"], one["name"]): one for each in shown for one in each["tables"]}
    rows: list[list[str]] = tables[system, table]["rows"]
    return rows


async def test_a_known_customer_is_told_of_her_order(tmp_path: Path) -> None:
    """Ana's note says where her parcel is, and Maria sends the draft that says it."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("Where is my order 4711?")
        topic = await cast.topic("#1")
        await topic.card_says("🪪 Verified as C-1001 (supervisor) by Sam")
        shown = await note(topic, "Order 4711 is on its way with parcel")
        assert "erp.track_parcel" in shown["text"]
        await cast.maria.presses(topic.chat, shown["message_id"], "✅ Send")
        await cast.ana.hears("Order 4711 is on its way with parcel")
        assert (await _rows(cast, "ERP", "Orders"))[0][:3] == ["4711", "Ana García", "shipped"]


async def test_systems_that_contradict_each_other_are_for_people(tmp_path: Path) -> None:
    """The ERP has it delivered, the carrier has it: the note says so and the draft neither."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("Where is my order 4650?")
        topic = await cast.topic("#1")
        shown = await note(topic, "contradict each other on order 4650: status")
        draft = shown["text"].partition("✍️ Draft")[2]
        assert "We are looking into where order 4650 is" in draft
        assert "delivered" not in draft


async def test_a_second_charge_is_paid_back_by_the_policy(tmp_path: Path) -> None:
    """Once, without anybody's yes, and the draft names the refund."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("I was charged twice for order 4650")
        topic = await cast.topic("#1")
        shown = await note(topic, "You were charged twice on invoice INV-20102, sorry.")
    (refund,) = rows(tmp_path / "systems.db", "refunds", invoice_number="INV-20102")
    assert refund["amount"] == 8900
    assert str(refund["number"]) in shown["text"]


async def test_the_systems_have_the_desks_day(tmp_path: Path) -> None:
    """What they write is dated by the demo's clock, also after somebody moved it."""
    async with desk(tmp_path, systems=True) as cast:
        (before,) = rows(tmp_path / "systems.db", "calendar")
        await cast.telegram.time_passes(days=3)
        (after,) = rows(tmp_path / "systems.db", "calendar")
    passed = date.fromisoformat(str(after["today"])) - date.fromisoformat(str(before["today"]))
    assert passed == timedelta(days=3)


async def test_who_is_unbound_stays_so(tmp_path: Path) -> None:
    """Sam says that Ana is somebody else; a restart does not bind her again."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("Hello")
        topic = await cast.topic("#1")
        await topic.card_says("🪪 Verified as C-1001")
        await cast.sam.writes_in(topic, "/unbind")
        await eventually(lambda: _is_unverified(topic), "the card says no record")
    async with desk(tmp_path, systems=True) as cast:
        topic = await cast.topic("#1")
        assert await _is_unverified(topic)


async def _is_unverified(topic: Topic) -> bool:
    return "🪪" not in (await topic.card())["text"]


async def test_a_stranger_shows_whose_he_is(tmp_path: Path) -> None:
    """Boris is told nothing before, by a code that the page shows; a restart knows him still."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.boris.writes("Where is my order 5120?")
        topic = await cast.topic("#1")
        shown = await note(topic, "verify the customer first")
        assert "status" not in shown["text"]
        await cast.boris.writes("/verify boris@example.org")

        async def sent() -> str:
            codes = await _rows(cast, "CRM", "Codes sent")
            return codes[0][2] if codes else ""

        await cast.boris.writes(f"/verify {await eventually(sent, 'a code')}")
        await cast.boris.hears("I know now that you are our customer")
        await note(topic, "status: delivered")  # and he need not ask again
    async with desk(tmp_path, systems=True) as cast:
        await cast.boris.writes("Who brought order 5120?")
        topic = await cast.topic("#1")
        await note(topic, "“Who brought order 5120?” · order 5120")
