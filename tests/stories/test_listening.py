"""The two ways to hear Telegram, and what happens when somebody else wants to hear it too."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from bot.settings import load
from bot.wiring import RunningDesk
from engine.clock import MachineClock
from sandbox.cast import STAFF_CHAT_ID, TOKEN
from tests.stories.conftest import Cast
from tests.stories.desks import asks_telegram, by_webhook, desk
from tests.stories.people import eventually

SOMEONE_ELSE = "another process polls with this bot's token: stop one of the two"


async def goes_both_ways(cast: Cast, number: int) -> None:
    """A customer's new ticket reaches the staff, and the answer the customer."""
    await cast.ana.writes(f"/new Question {number}")
    topic = await cast.topic(f"#{number} ")
    card = await topic.card()
    await cast.maria.writes_in(topic, f"Answer {number}", reply_to=card["message_id"])
    await cast.ana.hears(f"Answer {number}")


async def test_the_same_desk_by_webhook(tmp_path: Path) -> None:
    """Everything works as it does by polling, buttons too, and nothing is asked for."""
    async with desk(tmp_path, **by_webhook()) as cast:
        await goes_both_ways(cast, 1)
        topic = await cast.topic("#1")
        await cast.maria.presses_on_card(topic, "Resolve")
        await topic.card_says("resolved")
        assert await cast.telegram.calls("getUpdates") == []
        info = await asks_telegram(cast, "getWebhookInfo")
        assert "message" in info["allowed_updates"]
        assert info.get("last_error_message") is None


async def test_from_polling_to_a_webhook_and_back(tmp_path: Path) -> None:
    """One setting apart: what is written while the desk is down arrives either way, once."""
    async with desk(tmp_path) as cast:
        await goes_both_ways(cast, 1)
    settings = by_webhook()
    async with desk(tmp_path, **settings) as cast:
        await goes_both_ways(cast, 2)
    with capture_logs() as logs:
        async with desk(tmp_path) as cast:
            await goes_both_ways(cast, 3)
            assert (await asks_telegram(cast, "getWebhookInfo"))["url"] == ""
            assert len(await cast.telegram.topics()) == 3
    removed = [
        each for each in logs if each["event"] == "a webhook that a desk had left was removed"
    ]
    assert [each["was"] for each in removed] == ["127.0.0.1"]


async def test_another_programs_webhook_is_left_alone(tmp_path: Path) -> None:
    """A desk that polls says once why it hears nothing, and goes on when it is gone."""
    async with desk(tmp_path) as cast:
        with capture_logs() as logs:
            await asks_telegram(cast, "setWebhook", url="http://127.0.0.1:9/other")
            await eventually(lambda: _said(logs, "another program's webhook at 127.0.0.1"), "said")
            assert (await asks_telegram(cast, "getWebhookInfo"))["url"]
            await asks_telegram(cast, "deleteWebhook")
            await goes_both_ways(cast, 1)
        assert len([each for each in logs if "another program's" in each["event"]]) == 1


async def test_a_second_poller_is_said_once(tmp_path: Path) -> None:
    """Each takes the poll from the other; the desk asks again and again, and nothing is lost."""
    async with desk(tmp_path) as cast:
        with capture_logs() as logs:
            for _ in range(2):
                # The older poll hears of it: first the desk's, then this one.
                assert await asks_telegram(cast, "getUpdates", timeout=50) is None
            await goes_both_ways(cast, 1)
        said = [each for each in logs if each["log_level"] == "warning"]
        assert [each["event"] for each in said] == [SOMEONE_ELSE]
        assert not await _said(logs, "Telegram answers again")


async def test_two_desks_with_one_token(tmp_path: Path) -> None:
    """Both say so, one is stopped, and the other goes on alone with all that comes."""
    async with desk(tmp_path / "one") as cast:
        address = cast.telegram._address
        with capture_logs() as logs:
            async with _second_desk(tmp_path, address):

                async def both() -> bool:
                    return len([each for each in logs if each["event"] == SOMEONE_ELSE]) == 2

                await eventually(both, "both desks say so")
            await goes_both_ways(cast, 1)
        assert len([each for each in logs if each["event"] == SOMEONE_ELSE]) == 2


@asynccontextmanager
async def _second_desk(folder: Path, address: str) -> AsyncIterator[None]:
    """A second desk at the first one's Telegram, with tickets of its own."""
    settings = load(
        None,
        bot_token=TOKEN,
        staff_chat_id=STAFF_CHAT_ID,
        telegram_api_base=address,
        database_url=f"sqlite:///{folder / 'second.db'}",
    )
    other = RunningDesk(settings, MachineClock())
    try:
        await other.start()
        yield
    finally:
        await other.stop()


async def _said(logs: Any, words: str) -> bool:
    await asyncio.sleep(0)
    return any(words in each["event"] for each in logs)
