"""People block, delete, move and take rights away; the desk goes on, and says what it needs."""

from pathlib import Path

import aiohttp

from bot import settings
from bot.wiring import RunningDesk
from engine.clock import MachineClock
from sandbox.cast import BASIC_GROUP_ID, STAFF_CHAT_ID
from sandbox.server import Sandbox
from tests.stories.conftest import UNLIMITED, Cast
from tests.stories.people import Telegram, Topic


async def opened(cast: Cast) -> tuple[Topic, int]:
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    return topic, (await topic.card())["message_id"]


async def test_a_blocked_customer_gets_it_all_when_they_are_back(cast: Cast) -> None:
    """Staff see that messages do not arrive, and later that they did."""
    topic, card = await opened(cast)
    await cast.ana.hears("#1")
    await cast.telegram.post("/sim/blocks", {"user_id": cast.ana.id, "blocked": True})
    answer = await cast.maria.writes_in(topic, "It leaves today.", reply_to=card)
    await topic.shows("It goes out once they can be reached again")
    await topic.card_says("Messages do not reach the customer")
    await cast.telegram.post("/sim/blocks", {"user_id": cast.ana.id, "blocked": False})
    await cast.ana.hears("It leaves today.")
    await topic.marks_delivered(answer)


async def test_a_deleted_topic_is_there_again_within_the_hour(cast: Cast) -> None:
    """Although nobody writes, and with what was said in it."""
    topic, _ = await opened(cast)
    await cast.maria.writes_in(topic, "/note She asks every week.")
    asked = await cast.maria.writes_in(topic, "/status")
    await topic.answer_to(asked)  # and so the note before it is on record
    gone = {"chat_id": topic.chat, "message_thread_id": topic.id, "by": cast.sam.id}
    await cast.telegram.post("/sim/topics", gone | {"action": "delete"})
    await cast.telegram.time_passes(hours=1, seconds=1)
    again = await cast.topic("#1")
    await again.shows("She asks every week.")
    assert again.id != topic.id


async def test_supervisors_hear_in_private_of_a_right_that_is_missing(cast: Cast) -> None:
    """Once; customers are heard all the same, and all of it appears when the right is back."""
    await cast.sam.writes("/start")
    await cast.sam.hears("Sam")
    await cast.sam.writes_in_general("/queue")
    rights = {"chat_id": STAFF_CHAT_ID, "rights": {"can_manage_topics": False}}
    await cast.telegram.post("/sim/rights", rights)
    await cast.ana.writes("Where is my order 4711?")
    await cast.ana.hears("#1")
    await cast.sam.hears("The staff group cannot be used.")
    await cast.telegram.post("/sim/rights", rights | {"rights": {"can_manage_topics": True}})
    await cast.topic("#1")
    await cast.sam.hears("The staff group can be used again")
    heard = [message["text"] or "" for message in await cast.sam.messages()]
    assert sum("cannot be used" in text for text in heard) == 1


async def test_a_group_that_got_a_new_id_is_found(tmp_path: Path) -> None:
    """The settings still name the basic group it was; a restarted desk knows at once."""
    sandbox = Sandbox()
    address = await sandbox.start(0)
    chosen = settings.load(
        env_file=None,
        bot_token=sandbox.token,
        staff_chat_id=BASIC_GROUP_ID,
        database_url=f"sqlite:///{tmp_path / 'desk.db'}",
        telegram_api_base=address,
        **UNLIMITED,
    )
    try:
        async with aiohttp.ClientSession() as http:
            telegram = Telegram(http, address)
            await telegram.post("/sim/limits", {"enabled": False})
            users = (await telegram.get("/sim/state"))["users"]
            cast = Cast(telegram, {user["first_name"]: user["id"] for user in users})
            for number, words in enumerate(("First", "Second"), start=1):
                desk = RunningDesk(chosen, MachineClock())
                try:
                    await desk.start()
                    await desk.listening.wait()
                    await cast.ana.writes(f"/new {words} question")
                    topic = await cast.topic(f"#{number} {words}")
                    card = await topic.card()
                    said = f"Answer {number}"
                    answer = await cast.maria.writes_in(topic, said, reply_to=card["message_id"])
                    await cast.ana.hears(said)
                    await topic.marks_delivered(answer)
                finally:
                    await desk.stop()
    finally:
        await sandbox.stop()
