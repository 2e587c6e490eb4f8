"""Workflows on the running desk: several matters of one message, and systems that contradict."""

from pathlib import Path

from tests.stories.desks import desk
from tests.stories.people import Topic
from tests.stories.test_consulting import note

DIFFER = "⚡ Two systems contradict each other: The shop and the carrier differ"


async def _saying(topic: Topic, words: str) -> list[str]:
    """The messages of a topic that say these words."""
    return [each["text"] for each in await topic.messages() if words in (each["text"] or "")]


async def test_two_matters_of_one_message_have_one_answer(tmp_path: Path) -> None:
    """Both are done, the money first, and one draft says both with what they refer to."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes(
            "Please change the delivery address of order 4699 to Calle Luna 3, 28013 Madrid."
            " I was charged twice for order 4650."
        )
        topic = await cast.topic("#1")
        card = (await topic.card_says("🧩 Change of address: done"))["text"]
        assert "Send the order to the new address: done" in card
        charged, moved = card.index("🧩 Charged twice: done"), card.index("🧩 Change of address")
        assert charged < moved
        assert "✓ customer told" not in card
        await topic.shows("✅ Refund: done")
        await topic.shows("✅ Change where an order goes: done")
        shown = await note(topic, "Order 4699 now goes to Calle Luna 3, 28013 Madrid.")
        assert len(await _saying(topic, "✍️ Draft")) == 1
        await cast.maria.presses(topic.chat, shown["message_id"], "✅ Send")
        heard = (await cast.ana.hears("You were charged twice on invoice INV-20102"))["text"]
        refund, address = heard.index("its reference is RF-"), heard.index("Order 4699 now goes to")
        assert refund < address
        assert (await topic.card_says("✓ customer told"))["text"].count("✓ customer told") == 2


async def test_nothing_is_proposed_on_a_contradiction_until_somebody_decided(
    tmp_path: Path,
) -> None:
    """People are told once; Sam decides, and the refund goes its way."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("The scale of order 4650 arrived broken, I want my money back")
        topic = await cast.topic("#1")
        await topic.shows(DIFFER)
        await topic.card_says("🧩 Damaged or wrong item: two systems contradict each other")
        await note(topic, "We are looking into it and will write to you.")
        await cast.ana.writes("Where is order 4650, by the way?")
        await topic.card_says("🧩 Order status: two systems contradict each other")
        assert len(told := await _saying(topic, DIFFER)) == 1, told
        assert await _saying(topic, "amount_minor") == []
        await cast.sam.writes_in(topic, "/decide It was delivered, the carrier is late to say so")
        await topic.shows("✅ Refund: done")
        await topic.card_says("🧩 Damaged or wrong item: done")
        await topic.card_says("🧩 Order status: answered")
        await note(topic, "89.00 EUR goes back the way it came")
