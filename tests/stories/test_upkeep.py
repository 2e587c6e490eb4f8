"""What the desk does by itself over time, and what its owner can do when something went wrong."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from bot import doctor, upkeep
from bot.incoming.webhook_address import SECRET_HEADER, WebhookAddress
from bot.settings import Settings, load
from orchestration import deliveries
from orchestration.content import Content
from orchestration.people import Specialist
from orchestration.ports import Update
from sandbox.cast import BOT_ID, STAFF_CHAT_ID, TOKEN
from storage.unit_of_work import Database
from tests.stories.conftest import Cast
from tests.stories.desks import asks_telegram, by_webhook, desk
from tests.stories.people import Json, Topic, eventually

TRIAGE = Specialist("triage", "Triage")
ID = {"update_id": 1}


async def test_old_topics_go_and_tickets_stay(tmp_path: Path) -> None:
    """A month after it was closed the topic is deleted; the customer is not told, and goes on."""
    async with desk(tmp_path, retention_days=30) as cast:
        await cast.ana.writes("Where is my order 4711?")
        topic = await cast.topic("#1")
        await topic.card()
        for word in ("resolved", "closed"):
            await cast.sam.writes_in(topic, f"/status {word}")
            await topic.card_says(word)
        await cast.boris.writes("The lamp is broken.")
        other = await cast.topic("#2")
        await cast.telegram.time_passes(days=29)
        await cast.ana.writes("I have another question.")
        await (await cast.topic("#3")).shows("I have another question.")
        await topic.becomes(deleted=False)
        await cast.telegram.time_passes(days=2)
        await topic.becomes(deleted=True)
        await other.becomes(deleted=False)


async def test_an_update_that_nobody_understands_is_set_aside(tmp_path: Path) -> None:
    """Later messages go on; the doctor says what and why; `retry` tries it again."""
    async with desk(tmp_path, **by_webhook()) as cast, aiohttp.ClientSession() as http:
        settings = _settings(tmp_path, cast)
        await cast.ana.writes("one")
        topic = await cast.topic("#1")
        await topic.card()
        chat = {"id": cast.ana.id, "type": "private", "first_name": "Ana"}
        dateless = {"message_id": 77, "chat": chat, "text": "two"}
        assert await _posts(http, cast, {"message": dateless} | ID) == 200
        await cast.ana.writes("three")
        await topic.shows("three")
        for _ in range(2):
            examined = await eventually(lambda: _set_aside(settings), "set aside")
            assert "1 updates were given up; the last of them: update 1: 1 validation" in examined
            assert "`topicdesk retry`" in examined
            assert await upkeep.try_again(settings.database_url) == upkeep.PutBack(0, 1)
            await cast.telegram.time_passes(minutes=1)
        assert not [each for each in await topic.messages() if "two" in (each["text"] or "")]


async def test_what_was_given_up_arrives_after_retry(tmp_path: Path) -> None:
    """The desk that could not handle it was replaced by one that can."""
    async with desk(tmp_path) as cast:
        await cast.ana.writes("one")
        topic = await cast.topic("#1")
        await topic.card()
        settings = _settings(tmp_path, cast)
    author = {"id": cast.ana.id, "is_bot": False, "first_name": "Ana"}
    chat = {"id": cast.ana.id, "type": "private", "first_name": "Ana"}
    message = {"message_id": 77, "date": 1, "chat": chat, "from": author, "text": "long ago"}
    update = Update(BOT_ID, 1, f"private:{cast.ana.id}", json.dumps({"message": message} | ID))
    database = await Database.open(settings.database_url)
    async with database.begin() as uow:
        await uow.inbox.add([update], datetime.now(UTC))
        await uow.inbox.failed(BOT_ID, 1, "a bug that was mended", tries=1)
    await database.close()
    assert await upkeep.try_again(settings.database_url) == upkeep.PutBack(0, 1)
    async with desk(tmp_path) as cast:
        await Topic(cast.telegram, topic.chat, topic.id).shows("long ago")
        assert await _set_aside(settings) is None


async def test_a_restarted_desk_takes_its_own_work_up_at_once(tmp_path: Path) -> None:
    """A lease that the dead desk held would run for a minute; nobody waits for that."""
    async with desk(tmp_path) as cast:
        await cast.ana.writes("Where is my order 4711?")
        topic = await cast.topic("#1")
        await topic.card()
        settings = _settings(tmp_path, cast)
    now = datetime.now(UTC)
    database = await Database.open(settings.database_url)
    async with database.begin() as uow:
        ticket = await uow.tickets.get(1)
        note = ticket.add_note(Content("under way when it died"), TRIAGE, now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.to_topic(note))
        ids = [pending.id for pending in await uow.courier.pending(now)]
        assert await uow.courier.claim(ids, now, now + timedelta(minutes=1)) == ids
    await database.close()
    async with desk(tmp_path) as cast:
        await Topic(cast.telegram, topic.chat, topic.id).shows("under way when it died")


async def test_a_desk_that_stops_finishes_what_it_is_doing(tmp_path: Path) -> None:
    """Telegram has a message and the desk does not know yet: it waits to hear, and sends no other.

    Without that the next desk would send it once more.
    """
    async with desk(tmp_path) as cast:
        await cast.ana.writes("one")
        topic = await cast.topic("#1")
        await topic.card()
        slow = {"method": "sendMessage", "chat_id": topic.chat, "kind": "slow", "delay_s": 0.5}
        await cast.telegram.post("/sim/faults", slow)
        await cast.ana.writes("two")
        await topic.shows("two")
    async with desk(tmp_path) as cast:
        topic = Topic(cast.telegram, topic.chat, topic.id)
        await cast.ana.writes("three")
        await topic.shows("three")
        shown = [(message["text"] or "").rpartition("\n")[2] for message in await topic.messages()]
        assert [text for text in shown if text in {"two", "three"}] == ["two", "three"]


def _settings(folder: Path, cast: Cast) -> Settings:
    return load(
        None,
        bot_token=TOKEN,
        staff_chat_id=STAFF_CHAT_ID,
        telegram_api_base=cast.telegram._address,
        database_url=f"sqlite:///{folder / 'topicdesk.db'}",
    )


async def _set_aside(settings: Settings) -> str | None:
    """What the doctor says of work that was given up, when there is any."""
    findings = await doctor.examine(lambda: settings)
    (finding,) = [finding for finding in findings if finding.name == "set aside"]
    return None if finding.ok else finding.sentence


async def _posts(http: aiohttp.ClientSession, cast: Cast, update: Json) -> int:
    """Posts an update to the desk's webhook as Telegram does; returns the answer's status."""
    url = (await asks_telegram(cast, "getWebhookInfo"))["url"]
    address = WebhookAddress.of(load(None, bot_token=TOKEN, webhook_url=url))
    assert address is not None
    async with http.post(url, json=update, headers={SECRET_HEADER: address.secret}) as answer:
        return answer.status
