"""Faults on order: what each does to the call, to the world and to the log."""

import asyncio

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from tests.sandbox.tools import ANA, BORIS, SAM, STAFF_CHAT_ID, World, until


async def test_flood(world: World, bot: Bot) -> None:
    """429 with the time that was ordered, so many times and no more."""
    order = {"method": "sendMessage", "kind": "429", "count": 2, "retry_after": 7}
    assert await world.do("faults", **order) == {"id": 1}
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as raised:
            await bot.send_message(STAFF_CHAT_ID, "hello")
        assert raised.value.retry_after == 7
    await bot.send_message(STAFF_CHAT_ID, "hello")
    assert len(await world.seen(STAFF_CHAT_ID)) == 1


async def test_internal_error(world: World, bot: Bot) -> None:
    """500, and nothing happened."""
    await world.do("faults", method="*", kind="500", count=1)
    with pytest.raises(TelegramServerError, match="Internal Server Error"):
        await bot.send_message(STAFF_CHAT_ID, "hello")
    assert await world.seen(STAFF_CHAT_ID) == []


async def test_refused_connection(world: World, bot: Bot) -> None:
    """The connection closes before the call takes effect."""
    await world.do("faults", method="sendMessage", kind="refuse", count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(STAFF_CHAT_ID, "hello")
    assert await world.seen(STAFF_CHAT_ID) == []
    (call,) = await world.get("calls")
    assert (call["ok"], call["error_code"]) == (False, None)


async def test_cut_answer(world: World, bot: Bot) -> None:
    """The call takes effect and its answer never arrives."""
    await world.do("faults", method="sendMessage", kind="cut", count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(STAFF_CHAT_ID, "hello")
    assert len(await world.seen(STAFF_CHAT_ID)) == 1
    (call,) = await world.get("calls")
    assert call["ok"] is True


async def test_slow_answer(world: World) -> None:
    """The call takes effect, and the answer takes its time; others do not wait for it."""
    await world.do("faults", method="sendMessage", kind="slow", count=1, delay_s=3600)
    slow = asyncio.create_task(world.call("sendMessage", chat_id=STAFF_CHAT_ID, text="hello"))
    await until(lambda: world.machine.calls.since(0))
    await world.post("quick")
    assert [m["text"] for m in await world.seen(STAFF_CHAT_ID)] == ["hello", "quick"]
    assert not slow.done()
    slow.cancel()


async def test_lands_in_general(world: World, bot: Bot) -> None:
    """A lost topic may show only in the thread of the answer (fact 5); sends alone are counted."""
    thread = await world.topic()
    asked = await world.say(SAM, "Old", STAFF_CHAT_ID, message_thread_id=thread)
    await world.do("faults", method="*", kind="to_general", count=1)
    await bot.get_me()
    await bot.send_message(ANA, "To a person: there is no General there")
    await bot.edit_forum_topic(STAFF_CHAT_ID, thread, name="Renamed")
    topic = {"chat_id": STAFF_CHAT_ID, "message_thread_id": thread}
    await world.do("topics", action="delete", by=SAM, **topic)
    reply = {"reply_parameters": {"message_id": asked}}
    lost = await world.ok("sendMessage", text="Where am I?", **topic, **reply)
    assert "message_thread_id" not in lost
    status, _ = await world.call("sendMessage", text="And now?", **topic)
    assert status == 400


async def test_only_where_it_was_ordered(world: World, bot: Bot) -> None:
    """A fault may be for one chat and one method; * spares getUpdates."""
    await world.do("faults", method="*", chat_id=ANA, kind="500", count=9)
    await bot.send_message(BORIS, "Fine")
    with pytest.raises(TelegramServerError):
        await bot.send_message(ANA, "Not fine")
    await world.do("faults", method="*", kind="500", count=9)
    await bot.get_updates()
    await world.do("faults", method="getUpdates", kind="500", count=1)
    with pytest.raises(TelegramServerError):
        await bot.get_updates()
    async with world.client.delete(f"{world.url}/sim/faults") as response:
        assert response.status == 200
    await bot.send_message(ANA, "Fine again")


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "500", "count": 1},
        {"method": "sendMessage", "kind": "501"},
        {"method": "sendMesage", "kind": "500"},
        {"method": "*", "kind": "500", "count": 0},
        {"method": "*", "kind": "slow", "delay_s": -1},
    ],
)
async def test_nonsense_is_refused(world: World, body: dict[str, object]) -> None:
    """An order that cannot be carried out is refused with a reason."""
    status, answer = await world.ask("faults", **body)
    assert status == 400
    assert answer["error"]


async def test_a_cut_poll_loses_nothing(world: World) -> None:
    """Updates whose answer was cut come again: only `offset` confirms."""
    await world.say(ANA, "Hello")
    await world.do("faults", method="getUpdates", kind="cut", count=1)
    with pytest.raises(aiohttp.ClientError):
        await world.call("getUpdates")
    assert len(await world.updates()) == 1
