"""What reaches the bot, and what does not: telegram-facts.md, section 3, fact by fact."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiogram.types import Update

from sandbox.cast import BOT_ID
from sandbox.world import ANONYMOUS_BOT_ID
from tests.sandbox.tools import (
    ANA,
    BORIS,
    JOE,
    MARIA,
    SAM,
    STAFF_CHAT_ID,
    World,
    check_known,
    until,
)

EVERYTHING = ["message", "edited_message", "callback_query", "my_chat_member"]
ON_REQUEST = ["chat_member", "message_reaction"]


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    """The kind of each update, after checking it against aiogram's types."""
    for update in updates:
        check_known(Update.model_validate(update))
    return [next(kind for kind in update if kind != "update_id") for update in updates]


async def test_closed_topic_is_open_to_whoever_manages_it(world: World) -> None:
    """Fact 1: a bot that may manage topics, or made this one, still posts."""
    own = await world.topic()
    other = await world.do("topics", chat_id=STAFF_CHAT_ID, action="create", name="O", by=SAM)
    for thread in (own, other["message_thread_id"]):
        topic = {"chat_id": STAFF_CHAT_ID, "message_thread_id": thread}
        await world.do("topics", action="close", by=SAM, **topic)
        await world.post(message_thread_id=thread)
    rights = {"can_manage_topics": False}
    await world.do("rights", chat_id=STAFF_CHAT_ID, rights=rights)
    await world.post(message_thread_id=own)


async def test_own_service_messages_but_no_own_ordinary_ones(world: World) -> None:
    """Fact 2: topics and pins are reported to the bot that made them; its posts are not."""
    thread = await world.topic("One")
    posted = await world.post(message_thread_id=thread)
    topic = {"chat_id": STAFF_CHAT_ID, "message_thread_id": thread}
    await world.ok("editForumTopic", name="Two", **topic)
    await world.ok("closeForumTopic", **topic)
    await world.ok("reopenForumTopic", **topic)
    await world.ok("pinChatMessage", chat_id=STAFF_CHAT_ID, message_id=posted)
    updates = await world.updates()
    assert set(kinds(updates)) == {"message"}
    messages = [update["message"] for update in updates]
    services = [
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "pinned_message",
    ]
    for message, service in zip(messages, services, strict=True):
        assert service in message
        assert message["from"]["id"] == BOT_ID
        assert message["message_thread_id"] == thread
    assert messages[0]["message_id"] == thread
    assert messages[1]["forum_topic_edited"] == {"name": "Two"}


async def test_topic_messages_answer_their_root(world: World) -> None:
    """Fact 3: without a reply of its own, a topic's message answers the topic's root."""
    thread = await world.topic()
    said = await world.say(MARIA, "A note", STAFF_CHAT_ID, message_thread_id=thread)
    more = {"message_thread_id": thread, "reply_to_message_id": said}
    await world.say(JOE, "Yes", STAFF_CHAT_ID, **more)
    first, second = [u["message"] for u in await world.updates()][1:]
    assert first["is_topic_message"]
    assert first["reply_to_message"]["message_id"] == thread
    assert second["reply_to_message"]["message_id"] == said
    assert "reply_to_message" not in second["reply_to_message"]
    shown = await world.seen(STAFF_CHAT_ID, message_thread_id=thread)
    assert [m["reply_to_message_id"] for m in shown] == [None, None, said]


async def test_general_has_no_thread_but_its_reply_chains_do(world: World) -> None:
    """Fact 4: only `is_topic_message` says whether the thread id is a topic's."""
    first = await world.say(MARIA, "Morning", STAFF_CHAT_ID)
    second = await world.say(JOE, "Morning!", STAFF_CHAT_ID, reply_to_message_id=first)
    await world.say(MARIA, "Coffee?", STAFF_CHAT_ID, reply_to_message_id=second)
    messages = [update["message"] for update in await world.updates()]
    assert [m.get("message_thread_id") for m in messages] == [None, first, first]
    assert not any("is_topic_message" in m for m in messages)
    general = await world.seen(STAFF_CHAT_ID, message_thread_id=1)
    assert [m["message_thread_id"] for m in general] == [None] * 3


async def test_deletions_are_silent(world: World) -> None:
    """Fact 5: neither a deleted message nor a deleted topic is reported."""
    thread = await world.topic()
    said = await world.say(ANA, "Never mind")
    await world.updates()
    await world.do("deletions", chat_id=ANA, message_ids=[said])
    topic = {"chat_id": STAFF_CHAT_ID, "message_thread_id": thread}
    await world.do("topics", action="delete", by=SAM, **topic)
    assert await world.updates() == []
    assert await world.seen(ANA) == []


async def test_kinds_that_must_be_asked_for(world: World) -> None:
    """Fact 7: chat_member and message_reaction come only when named; omitted keeps, [] resets."""

    async def happens() -> list[str]:
        said = await world.say(MARIA, "Hm", STAFF_CHAT_ID)
        reaction = {"by": JOE, "chat_id": STAFF_CHAT_ID, "message_id": said}
        await world.do("reactions", emoji="🤔", **reaction)
        for status in ("member", "left"):
            await world.do("members", chat_id=STAFF_CHAT_ID, user_id=BORIS, status=status)
        return kinds(await world.updates())

    assert await happens() == ["message", "message", "message"]
    await world.ok("getUpdates", allowed_updates=[*EVERYTHING, *ON_REQUEST])
    everything = ["message", "message_reaction", "chat_member", "message", "chat_member", "message"]
    assert await happens() == everything
    await world.ok("getUpdates")
    assert await happens() == everything
    await world.ok("getUpdates", allowed_updates=["callback_query"])
    assert await happens() == []
    await world.ok("getUpdates", allowed_updates=[])
    assert await happens() == ["message", "message", "message"]


async def test_reactions(world: World) -> None:
    """Fact 8: old and new, who and where, but no thread; and only to an administrator."""
    await world.ok("getUpdates", allowed_updates=[*EVERYTHING, *ON_REQUEST])
    said = await world.post(message_thread_id=await world.topic())
    here = {"by": JOE, "chat_id": STAFF_CHAT_ID, "message_id": said}
    for emoji in ("👍", "👌", "👌", None):
        await world.do("reactions", emoji=emoji, **here)
    found = [u["message_reaction"] for u in await world.updates() if "message_reaction" in u]
    old_and_new = [
        [[item["emoji"] for item in update[side]] for side in ("old_reaction", "new_reaction")]
        for update in found
    ]
    assert old_and_new == [[[], ["👍"]], [["👍"], ["👌"]], [["👌"], []]]
    assert all("message_thread_id" not in update for update in found)
    assert {update["user"]["id"] for update in found} == {JOE}
    await world.do("members", chat_id=STAFF_CHAT_ID, user_id=BOT_ID, status="member")
    await world.do("reactions", emoji="👍", **here)
    assert "message_reaction" not in kinds(await world.updates())


async def test_edits(world: World) -> None:
    """Fact 9: an edit is reported even if nothing visible changed."""
    said = await world.say(ANA, "Hello")
    for text in ("Hello", "Hello!"):
        await world.do("edits", by=ANA, chat_id=ANA, message_id=said, text=text)
    updates = await world.updates()
    assert kinds(updates) == ["message", "edited_message", "edited_message"]
    assert updates[2]["edited_message"]["text"] == "Hello!"
    assert updates[2]["edited_message"]["edit_date"]


async def test_albums(world: World) -> None:
    """Fact 10: one update an item, one media_group_id, no end mark."""
    album = {"by": ANA, "chat_id": ANA, "album": ["photo", "video", "photo"], "caption": "Three"}
    ids = (await world.do("messages", **album))["message_ids"]
    updates = await world.updates()
    assert kinds(updates) == ["message"] * 3
    assert [u["message"]["message_id"] for u in updates] == ids
    assert len({u["message"]["media_group_id"] for u in updates}) == 1
    assert [u["message"].get("caption") for u in updates] == ["Three", None, None]


async def test_anonymous_administrators(world: World) -> None:
    """Fact 11: the group speaks, by GroupAnonymousBot, and who it was is lost."""
    anonymous = {"status": "administrator", "anonymous": True}
    await world.do("members", chat_id=STAFF_CHAT_ID, user_id=SAM, **anonymous)
    said = await world.say(SAM, "From above", STAFF_CHAT_ID)
    (update,) = await world.updates()
    assert update["message"]["from"]["id"] == ANONYMOUS_BOT_ID
    assert update["message"]["sender_chat"]["id"] == STAFF_CHAT_ID
    assert str(SAM) not in str(update)
    (shown,) = await world.seen(STAFF_CHAT_ID)
    assert (shown["from"], shown["sender_chat"]) == (ANONYMOUS_BOT_ID, STAFF_CHAT_ID)
    edit = {"by": SAM, "chat_id": STAFF_CHAT_ID, "message_id": said, "text": "Corrected"}
    await world.do("edits", **edit)
    assert kinds(await world.updates()) == ["edited_message"]


async def test_blocking(world: World) -> None:
    """Fact 12: my_chat_member tells of blocks, unblocks, and rights."""
    for blocked in (True, True, False):
        await world.do("blocks", user_id=ANA, blocked=blocked)
    await world.do("rights", chat_id=STAFF_CHAT_ID, rights={"can_manage_topics": False})
    updates = await world.updates()
    assert kinds(updates) == ["my_chat_member"] * 3
    changes = [update["my_chat_member"] for update in updates]
    assert [c["new_chat_member"]["status"] for c in changes[:2]] == ["kicked", "member"]
    assert changes[2]["new_chat_member"]["can_manage_topics"] is False
    assert changes[2]["new_chat_member"]["can_pin_messages"] is True
    assert changes[2]["from"]["id"] == SAM


async def test_own_messages_are_edited_at_any_age(world: World) -> None:
    """Fact 14: there is no time limit on the bot's own messages."""
    said = await world.post("Old", chat_id=ANA)
    await world.ok("editMessageText", chat_id=ANA, message_id=said, text="New")


async def test_privacy_mode(world: World) -> None:
    """Fact 15: an administrator hears everything, a plain member what is addressed to it."""
    await world.do("members", chat_id=STAFF_CHAT_ID, user_id=BOT_ID, status="member")
    await world.updates()
    mine = await world.post("Anyone?")
    await world.say(MARIA, "Between us", STAFF_CHAT_ID)
    for text in ("/status", "@topicdesk_bot hello"):
        await world.say(MARIA, text, STAFF_CHAT_ID)
    await world.say(MARIA, "Me", STAFF_CHAT_ID, reply_to_message_id=mine)
    texts = [update["message"]["text"] for update in await world.updates()]
    assert texts == ["/status", "@topicdesk_bot hello", "Me"]


async def test_people_come_and_go(world: World) -> None:
    """A service message says so, as in Telegram."""
    for status in ("member", "administrator", "kicked"):
        await world.do("members", chat_id=STAFF_CHAT_ID, user_id=BORIS, status=status)
    messages = [update["message"] for update in await world.updates()]
    assert [m["new_chat_members"][0]["id"] for m in messages[:1]] == [BORIS]
    assert [m["left_chat_member"]["id"] for m in messages[1:]] == [BORIS]


async def test_what_a_person_types(world: World) -> None:
    """Commands with a payload, and what Telegram marks, arrive as text with entities."""
    await world.say(BORIS, "/start from-site")
    text = "/reply@topicdesk_bot 👍 ask @maria or me@x.org, https://x.org/a?b=1."
    mention = {"type": "text_mention", "offset": 28, "length": 2, "user": {"id": JOE}}
    await world.say(BORIS, text)
    start, reply = [update["message"] for update in await world.updates()]
    assert start["text"] == "/start from-site"
    assert start["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert [(e["type"], e["offset"], e["length"]) for e in reply["entities"]] == [
        ("bot_command", 0, 20),
        ("mention", 28, 6),
        ("email", 38, 8),
        ("url", 48, 19),
    ]
    await world.say(BORIS, "Hey Joe and so on and on and on", entities=[mention])
    (update,) = await world.updates()
    assert update["message"]["entities"] == [mention]


@pytest.mark.parametrize(
    "kind",
    [
        "photo",
        "video",
        "voice",
        "audio",
        "document",
        "sticker",
        "animation",
        "video_note",
        "location",
        "contact",
        "poll",
        "dice",
    ],
)
async def test_every_kind_that_people_send(world: World, bot: Bot, kind: str) -> None:
    """Each kind arrives as its type, and what is a file can be fetched."""
    named = {"file_name": "invoice.pdf"} if kind == "document" else {}
    await world.do("messages", by=ANA, chat_id=ANA, kind=kind, **named)
    (update,) = await bot.get_updates()
    message = update.message
    assert message is not None
    assert message.content_type == kind
    if kind == "document":
        assert message.document is not None
        assert message.document.file_name == "invoice.pdf"
        assert message.document.mime_type == "application/pdf"
    held = getattr(message, kind)
    held = held[-1] if kind == "photo" else held
    if hasattr(held, "file_id"):
        fetched = await bot.download(held)
        assert fetched is not None
        assert len(fetched.read()) == held.file_size


async def test_protocol_of_offsets(world: World) -> None:
    """`offset` confirms what lies below it; a negative one keeps the newest only; ids rise."""
    for text in ("a", "b", "c"):
        await world.say(ANA, text)
    first = await world.ok("getUpdates", limit=2)
    assert [u["message"]["text"] for u in first] == ["a", "b"]
    again = await world.ok("getUpdates")
    assert [u["message"]["text"] for u in again] == ["a", "b", "c"]
    newest = await world.ok("getUpdates", offset=-1)
    assert [u["message"]["text"] for u in newest] == ["c"]
    assert await world.ok("getUpdates", offset=newest[0]["update_id"] + 1) == []
    await world.say(ANA, "d")
    (later,) = await world.ok("getUpdates")
    assert later["update_id"] > newest[0]["update_id"]


async def test_long_poll_wakes_up(world: World) -> None:
    """A waiting poll is answered as soon as something happens."""
    poll = asyncio.create_task(world.ok("getUpdates", timeout=50))
    await until(lambda: world.machine.polls)
    await world.say(ANA, "Hello")
    assert [u["message"]["text"] for u in await poll] == ["Hello"]


async def test_second_poller_ends_the_first(world: World, bot: Bot) -> None:
    """The older poll gets 409, the newer one goes on (C)."""
    older = asyncio.create_task(bot.get_updates(timeout=50))
    await until(lambda: world.machine.polls)
    newer = asyncio.create_task(bot.get_updates(timeout=50))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request; make"):
        await older
    await world.say(ANA, "Hello")
    assert len(await newer) == 1


async def test_buttons(world: World, bot: Bot) -> None:
    """A press reaches the bot, and its answer reaches whoever pressed."""
    keyboard = {"inline_keyboard": [[{"text": "Claim", "callback_data": "claim:1"}]]}
    said = await world.post(reply_markup=keyboard)
    press = {"by": MARIA, "chat_id": STAFF_CHAT_ID, "message_id": said}
    for chosen in ({"data": "claim:1"}, {"text": "Claim"}):
        waiting = asyncio.create_task(world.do("presses", **press, **chosen))
        (update,) = await bot.get_updates(timeout=50)
        await bot.get_updates(offset=update.update_id + 1)
        query = update.callback_query
        assert query is not None
        assert (query.data, query.from_user.id) == ("claim:1", MARIA)
        assert query.message is not None
        assert query.message.message_id == said
        assert await bot.answer_callback_query(query.id, "Yours now", show_alert=True)
        assert await waiting == {"answer": {"text": "Yours now", "show_alert": True}}


@pytest.mark.parametrize("chosen", [{"data": "other"}, {"text": "Other"}, {"text": "Site"}, {}])
async def test_buttons_that_are_not_there(world: World, chosen: dict[str, str]) -> None:
    """Pressing what is not there, or what asks no bot, is refused at once."""
    site = {"text": "Site", "url": "https://example.org"}
    keyboard = {"inline_keyboard": [[{"text": "Claim", "callback_data": "x"}, site]]}
    said = await world.post(reply_markup=keyboard)
    press = {"by": MARIA, "chat_id": STAFF_CHAT_ID, "message_id": said}
    status, answer = await world.ask("presses", **press, **chosen)
    assert 400 <= status < 500
    assert answer["error"]


async def test_ephemeral_buttons(world: World, bot: Bot) -> None:
    """Who sees an ephemeral message can press its buttons; nobody else can."""
    keyboard = {"inline_keyboard": [[{"text": "OK", "callback_data": "ok"}]]}
    sent = await world.ok(
        "sendMessage",
        chat_id=STAFF_CHAT_ID,
        text="Only you",
        ephemeral_message_parameters={"receiver_user_id": MARIA},
        reply_markup=keyboard,
    )
    press = {
        "chat_id": STAFF_CHAT_ID,
        "ephemeral_message_id": sent["ephemeral_message_id"],
        "data": "ok",
    }
    status, _ = await world.ask("presses", by=JOE, **press)
    assert status == 404
    waiting = asyncio.create_task(world.do("presses", by=MARIA, **press))
    (update,) = await bot.get_updates(timeout=50)
    assert update.callback_query is not None
    assert await bot.answer_callback_query(update.callback_query.id)
    assert await waiting == {"answer": {"text": None, "show_alert": False}}
