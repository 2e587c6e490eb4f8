"""The clock works for the desk: what waits too long is said once, also after a restart."""

from pathlib import Path

import aiohttp

from bot.demo import Demo
from tests.stories.conftest import UNLIMITED, Cast
from tests.stories.people import Someone, Telegram, Topic


async def test_nobody_claims_for_ten_minutes(cast: Cast) -> None:
    """The supervisors are mentioned once, and never for a ticket that someone has."""
    await cast.ana.writes("Where is my order 4711?")
    one = await cast.topic("#1")
    await one.card()
    await cast.boris.writes("The lamp is broken.")
    two = await cast.topic("#2")
    await two.card()
    await cast.maria.writes_in(two, "/claim")
    await two.card_says("Maria")
    await cast.telegram.time_passes(minutes=11)
    await one.shows("@sam")
    await cast.telegram.time_passes(hours=1)
    await cast.ana.writes("Hello?")
    await one.shows("Hello?")
    assert len([m for m in await one.messages() if "@sam" in (m["text"] or "")]) == 1
    assert not any("@sam" in (m["text"] or "") for m in await two.messages())


async def test_the_warning_survives_a_restart(tmp_path: Path) -> None:
    """A desk that was down when it was due says it when it is back; its tickets are kept."""
    async with aiohttp.ClientSession() as http:
        before = Demo(0, tmp_path, **UNLIMITED)
        try:
            telegram = Telegram(http, await before.start())
            users = (await telegram.get("/sim/state"))["users"]
            ana = next(user["id"] for user in users if user["first_name"] == "Ana")
            await Someone(telegram, ana, "Ana").writes("Where is my order 4711?")
            cast = Cast(telegram, {user["first_name"]: user["id"] for user in users})
            topic = await cast.topic("#1")
            await topic.card()
        finally:
            await before.stop()

        after = Demo(0, tmp_path, **UNLIMITED)
        try:
            telegram = Telegram(http, await after.start())
            await telegram.time_passes(minutes=11)
            same = Topic(telegram, topic.chat, topic.id)
            await same.shows("@sam")
            await Someone(telegram, ana, "Ana").writes("Anyone?")
            await same.shows("Anyone?")
        finally:
            await after.stop()


async def test_triage_arrives_on_the_card_by_one_edit(cast: Cast) -> None:
    """When the burst has settled, intent, urgency and language stand on the card."""
    await cast.ana.writes("¿Dónde está mi pedido 4711? ¡Es urgente!")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.telegram.time_passes(seconds=5)
    await topic.card_says("urgent")
