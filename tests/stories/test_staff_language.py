"""A group that works in Spanish: the desk speaks to all of it so, and to each alone as they do."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.test_macros import private_panel


@pytest.fixture
async def spanish(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk of Madrid."""
    files = tmp_path / "desk"
    (files / "queues").mkdir(parents=True)
    (files / "desk.yaml").write_text("language: es\ntime_zone: Europe/Madrid\n")
    (files / "queues" / "support.yaml").write_text("team: Soporte\n")
    async with desk(tmp_path, desk_dir=files) as cast:
        yield cast


async def test_a_group_reads_its_own_language(spanish: Cast) -> None:
    """Card, buttons, alerts and refusals are in Spanish, and times are those of Madrid."""
    for person in (spanish.maria, spanish.joe):
        await person.writes_in_general("buenos días")
    await spanish.maria.writes("/start")
    await spanish.maria.hears("In this chat you are a customer")
    await spanish.boris.writes("Where is my order 4711?")
    await spanish.boris.hears("Thank you. Your request is #1")
    topic = await spanish.topic("#1")
    await topic.pinned_card()
    card = await topic.card_says("nueva desde")
    assert " CET" in card["text"] or " CEST" in card["text"]
    await spanish.maria.presses_on_card(topic, "Tomar")
    await topic.card_says("Responde Maria")
    refused = await spanish.joe.writes_in(topic, "/reply It left today")
    assert "La #1 es de Maria" in (await topic.answer_to(refused))["text"]
    alert = await spanish.joe.presses_on_card(topic, "Resolver")
    assert alert is not None
    assert "Maria" in alert["text"]
    await spanish.boris.writes("/human")
    await spanish.boris.hears("person")
    await topic.shows("pide hablar con una persona")


async def test_each_alone_reads_their_own(spanish: Cast) -> None:
    """Maria's app is English, and so are her private notices; in the group she types either."""
    for person in (spanish.maria, spanish.joe):
        await person.writes_in_general("buenos días")
    await spanish.maria.writes("/start")
    await spanish.maria.hears("In this chat you are a customer")
    await spanish.boris.writes("Where is my order 4711?")
    topic = await spanish.topic("#1")
    await topic.pinned_card()
    await spanish.maria.writes_in(topic, "/claim")
    await topic.card_says("Responde Maria")
    await spanish.joe.writes_in(topic, "@maria ¿lo sabes?")
    await private_panel(topic, spanish.joe, "Guardado como nota.")
    await spanish.telegram.time_passes(minutes=2)
    await spanish.maria.hears("Joe mentioned you")
    await spanish.maria.writes_in(topic, "/status resuelta")
    await topic.card_says("resuelta desde")
