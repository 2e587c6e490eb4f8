"""Actions in the business systems: proposed by specialists, decided by people, done once."""

from pathlib import Path

from connectors.demo.states import rows
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Topic, eventually
from tests.stories.test_consulting import note

ASKED = "Please cancel my subscription S-1001."
DEARER = "Please change my subscription S-1001 to the Office leaf box."
WAITS = "needs approval"


async def action(topic: Topic, words: str) -> Json:
    """Waits for the newest message of an action that says this."""

    async def look() -> Json | None:
        found = [one for one in await topic.messages() if words in (one["text"] or "")]
        return found[-1] if found else None

    return await eventually(look, f"an action that says {words!r}")


async def opened(cast: Cast, asked: str = ASKED) -> tuple[Topic, Json]:
    """Ana asks to cancel, which for a gold customer a supervisor decides."""
    await cast.ana.writes(asked)
    topic = await cast.topic("#1")
    return topic, await action(topic, WAITS)


def number(shown: Json) -> str:
    """The action's number, as its message names it."""
    return str(shown["text"].partition("/approve ")[2].split()[0])


def subscription(folder: Path) -> Json:
    (row,) = rows(folder / "systems.db", "subscriptions", number="S-1001")
    return row


async def test_a_supervisor_approves_and_it_is_done(tmp_path: Path) -> None:
    """Maria may not; Sam says yes; the system has it, and Ana's draft says so."""
    async with desk(tmp_path, systems=True) as cast:
        topic, shown = await opened(cast)
        for each in ("subscription_number: S-1001", "billing.find_subscription", "a supervisor"):
            assert each in shown["text"]
        told = await cast.maria.presses(topic.chat, shown["message_id"], "✅ Approve")
        assert told is not None
        assert "supervisor" in told["text"]
        assert subscription(tmp_path)["status"] == "active"
        await cast.sam.presses(topic.chat, shown["message_id"], "✅ Approve")
        done = await eventually(lambda: _says(topic, shown, ": done"), "it is done")
        assert subscription(tmp_path)["status"] == "cancelled"
        assert [each["text"] for row in done["buttons"] for each in row] == ["↩️ Take it back"]
        ends_on = str(subscription(tmp_path)["ends_on"])
        drafted = await note(topic, ends_on)
        assert "S-1001" in drafted["text"]


async def test_a_no_says_why_and_nothing_happens(tmp_path: Path) -> None:
    """Sam is asked for his reason, which stands on the message."""
    async with desk(tmp_path, systems=True) as cast:
        topic, shown = await opened(cast)
        await cast.sam.presses(topic.chat, shown["message_id"], "❌ Reject")
        asked = await eventually(lambda: _prompt(topic), "Sam is asked why")
        await cast.sam.writes_in(topic, "She paid for a year", reply_to=asked["message_id"])
        await eventually(lambda: _says(topic, shown, "Sam: She paid for a year"), "the reason")
        assert subscription(tmp_path)["status"] == "active"


async def test_with_other_arguments_it_is_decided_anew(tmp_path: Path) -> None:
    """Sam knows that Ana means the smaller one, which nobody has to approve; what was is void."""
    async with desk(tmp_path, systems=True) as cast:
        topic, shown = await opened(cast, DEARER)
        await cast.sam.writes_in(topic, f"/amend {number(shown)} plan='Big leaf box'")
        await eventually(lambda: _says(topic, shown, "void"), "the first one is void")
        await eventually(lambda: _has(tmp_path, "plan", "Big leaf box"), "the smaller one")
        await action(topic, "plan: Big leaf box")


async def acted(cast: Cast, invoice: str) -> Topic:
    """Sam gives back 5.00 of an invoice that no specialist looked at."""
    await cast.ana.writes("Good morning!")
    topic = await cast.topic("#1")
    named = f"invoice_number={invoice} amount_minor=500 reason=goodwill"
    await cast.sam.writes_in(topic, f"/act billing.refund {named}")
    return topic


async def test_what_nobody_has_read_for_is_read_for_a_person(tmp_path: Path) -> None:
    """The refund is done, and Sam takes it back again."""
    async with desk(tmp_path, systems=True) as cast:
        topic = await acted(cast, "INV-20102")
        done = await action(topic, "Refund: done")
        (refund,) = rows(tmp_path / "systems.db", "refunds", invoice_number="INV-20102")
        assert refund["amount"] == 500
        assert str(refund["number"]) in done["text"]
        await cast.sam.presses(topic.chat, done["message_id"], "↩️ Take it back")
        back = await action(topic, f"refund_number: {refund['number']}")
        await cast.sam.presses(topic.chat, back["message_id"], "✅ Approve")
        await eventually(lambda: _says(topic, back, ": done"), "it is taken back")
        (refund,) = rows(tmp_path / "systems.db", "refunds", invoice_number="INV-20102")
        assert refund["status"] == "cancelled"


async def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """Another customer's invoice looks as if it did not exist."""
    async with desk(tmp_path, systems=True) as cast:
        topic = await acted(cast, "INV-20123")
        await action(topic, "invoice does not exist, or is not the verified customer's")
        assert rows(tmp_path / "systems.db", "refunds", invoice_number="INV-20123") == []


async def test_it_waits_for_a_desk_that_is_started_again(tmp_path: Path) -> None:
    """The button works on, once."""
    async with desk(tmp_path, systems=True) as cast:
        topic, shown = await opened(cast)
        chat, message = topic.chat, shown["message_id"]
    async with desk(tmp_path, systems=True) as cast:
        await cast.sam.presses(chat, message, "✅ Approve")
        again = await cast.sam.presses(chat, message, "✅ Approve")
        assert again is not None
        assert "decided already" in again["text"]
        await eventually(lambda: _has(tmp_path, "status", "cancelled"), "the subscription ends")


async def _says(topic: Topic, shown: Json, words: str) -> Json | None:
    """That message, once it says so."""
    for one in await topic.messages():
        if one["message_id"] == shown["message_id"] and words in one["text"]:
            return one
    return None


async def _prompt(topic: Topic) -> Json | None:
    """The message that asks for words."""
    for one in await topic.messages():
        if any("✖" in button["text"] for row in one["buttons"] or [] for button in row):
            return one
    return None


async def _has(folder: Path, field: str, value: str) -> bool:
    return bool(subscription(folder)[field] == value)
