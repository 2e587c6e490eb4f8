"""The control API: the exact shapes of sandbox-api.md, and what its calls do."""

import base64
import json
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import MessageOriginHiddenUser

from sandbox.server import Sandbox
from tests.sandbox.tools import ANA, BORIS, JOE, MARIA, SAM, STAFF_CHAT_ID, World


async def test_default_cast(world: World, sandbox: Sandbox) -> None:
    """Customers, staff, the forum and the bot, as the contract names them."""
    state = await world.get("state")
    (bot,) = state["bots"]
    assert (bot["username"], bot["token"]) == ("topicdesk_bot", sandbox.token)
    assert [(u["first_name"], u["username"], u["role"]) for u in state["users"]] == [
        ("Ana", None, "customer"),
        ("Boris", None, "customer"),
        ("Maria", "maria", "agent"),
        ("Joe", "joe", "agent"),
        ("Sam", "sam", "supervisor"),
    ]
    (support,) = [chat for chat in state["chats"] if chat["type"] == "supergroup"]
    assert (support["id"], support["title"]) == (sandbox.staff_chat_id, "Support")
    assert support["topics"] == []
    assert {m["user_id"]: m["status"] for m in support["members"]} == {
        SAM: "administrator",
        MARIA: "member",
        JOE: "member",
        bot["id"]: "administrator",
    }
    private = {chat["id"]: chat["title"] for chat in state["chats"] if chat["type"] == "private"}
    assert private == {ANA: "Ana", BORIS: "Boris", MARIA: "Maria", JOE: "Joe", SAM: "Sam"}


async def test_topics_in_order_of_creation(world: World) -> None:
    """Deleted ones stay in the list and say so; General is not among them."""
    first, second = await world.topic("First"), await world.topic("Second")
    await world.ok("deleteForumTopic", chat_id=STAFF_CHAT_ID, message_thread_id=first)
    state = await world.get("state")
    topics = [topic for chat in state["chats"] for topic in chat["topics"]]
    keys = ("message_thread_id", "name", "closed", "deleted")
    assert [[topic[key] for key in keys] for topic in topics] == [
        [first, "First", False, True],
        [second, "Second", False, False],
    ]
    assert {"icon_color", "icon_custom_emoji_id", "created_by"} <= topics[0].keys()


async def test_messages_as_the_page_sees_them(world: World) -> None:
    """Every field of the contract, on a plain message."""
    said = await world.say(ANA, "Hello")
    (shown,) = await world.seen(ANA)
    expected: dict[str, Any] = {
        "message_id": said,
        "message_thread_id": None,
        "from": ANA,
        "text": "Hello",
        "caption": None,
        "kind": "text",
        "reply_to_message_id": None,
        "buttons": [],
        "edited": False,
        "reactions": [],
        "service": None,
    }
    assert expected.items() <= shown.items()
    assert isinstance(shown["date"], int)


async def test_service_messages_have_no_text(world: World) -> None:
    """A service message names its kind."""
    thread = await world.topic("New")
    (root,) = await world.seen(STAFF_CHAT_ID, message_thread_id=thread)
    assert (root["service"], root["text"]) == ("forum_topic_created", None)
    assert root["message_thread_id"] == thread


async def test_only_members_see_a_chat(world: World) -> None:
    """A viewer who is not there sees nothing, and is told so."""
    async with world.client.get(
        f"{world.url}/sim/messages", params={"chat_id": STAFF_CHAT_ID, "viewer": ANA}
    ) as response:
        assert response.status == 403
        assert "members" in (await response.json())["error"]


async def test_newcomer(world: World) -> None:
    """A new person's private chat has the person's id; the bot may write once it was started."""
    someone = {"first_name": "Nina", "username": "nina", "language_code": "ru"}
    nina = (await world.do("users", **someone))["id"]
    status, _ = await world.call("sendMessage", chat_id=nina, text="Hello")
    assert status == 403
    await world.say(nina, "/start")
    await world.post(chat_id=nina)
    (update,) = await world.updates()
    assert update["message"]["from"]["language_code"] == "ru"
    status, _ = await world.ask("users", **someone)
    assert status == 409


async def test_staff_write_privately_too(world: World) -> None:
    """Maria's own chat with the bot is hers alone."""
    await world.say(MARIA, "How do I do this?")
    (update,) = await world.updates()
    assert update["message"]["chat"]["id"] == MARIA


async def test_topics_in_peoples_hands(world: World) -> None:
    """People create, rename, close, reopen and delete; the bot hears of all but the last."""
    made = await world.do("topics", chat_id=STAFF_CHAT_ID, action="create", name="Ours", by=MARIA)
    topic = {"chat_id": STAFF_CHAT_ID, **made, "by": SAM}
    await world.do("topics", action="rename", name="Yours", **topic)
    await world.do("topics", action="close", **topic)
    status, answer = await world.ask("messages", by=JOE, text="Hm", chat_id=STAFF_CHAT_ID, **made)
    assert (status, "closed" in answer["error"]) == (403, True)
    await world.do("topics", action="reopen", **topic)
    await world.do("topics", action="delete", **topic)
    services = [
        next(key for key in update["message"] if key.startswith("forum_topic"))
        for update in await world.updates()
    ]
    assert services == [
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    ]


async def test_real_files(world: World) -> None:
    """The page attaches bytes; the bot fetches them, and the page shows them."""
    content = b"%PDF-1.7 not quite"
    await world.do(
        "messages",
        by=ANA,
        chat_id=ANA,
        kind="document",
        file_name="invoice.pdf",
        caption="Wrong amount",
        file=base64.b64encode(content).decode(),
    )
    (shown,) = await world.seen(ANA)
    assert shown["file"] == {
        "file_id": shown["file"]["file_id"],
        "file_name": "invoice.pdf",
        "mime_type": "application/pdf",
        "size": len(content),
    }
    async with world.client.get(f"{world.url}/sim/files/{shown['file']['file_id']}") as response:
        assert await response.read() == content
        assert response.headers["Content-Type"] == "application/pdf"
        assert response.headers["Content-Disposition"] == "attachment"
        assert "sandbox" in response.headers["Content-Security-Policy"]


async def test_made_up_pictures_are_pictures(world: World) -> None:
    """A photo without bytes is a small PNG."""
    await world.do("messages", by=ANA, chat_id=ANA, kind="photo")
    (shown,) = await world.seen(ANA)
    async with world.client.get(f"{world.url}/sim/files/{shown['file']['file_id']}") as response:
        assert (await response.read()).startswith(b"\x89PNG\r\n")
        assert response.content_type == "image/png"


async def test_quotes(world: World) -> None:
    """A reply may quote what it answers."""
    asked = await world.post("Is it 👍 or not?", chat_id=ANA)
    await world.say(ANA, "It is", reply_to_message_id=asked, quote="or not")
    (update,) = await world.updates()
    assert update["message"]["quote"] == {"text": "or not", "position": 9, "is_manual": True}


async def test_captions_can_be_edited(world: World) -> None:
    """A file's caption changes; a caption for text, or text for a file, is refused."""
    photo = {"by": ANA, "chat_id": ANA, "kind": "photo", "caption": "Before"}
    (file,) = (await world.do("messages", **photo))["message_ids"]
    text = await world.say(ANA, "Only text")
    edit = {"by": ANA, "chat_id": ANA}
    await world.do("edits", message_id=file, caption="After /x", **edit)
    assert (await world.seen(ANA))[0]["caption"] == "After /x"
    assert (await world.updates())[-1]["edited_message"]["caption_entities"]
    for wrong in (
        {"message_id": file, "text": "x"},
        {"message_id": text, "caption": "x"},
        {"message_id": text},
    ):
        status, _ = await world.ask("edits", **edit, **wrong)
        assert status == 400
    status, _ = await world.ask("edits", by=ANA, chat_id=ANA, message_id=text, text=" ")
    assert status == 400


async def test_people_edit_their_own_only(world: World) -> None:
    """Joe cannot put words into Maria's mouth, nor remove a topic by its first message."""
    hers = await world.say(MARIA, "Mine", STAFF_CHAT_ID)
    edit = {"chat_id": STAFF_CHAT_ID, "message_id": hers, "text": "Joe's"}
    status, _ = await world.ask("edits", by=JOE, **edit)
    assert status == 403
    root = await world.topic()
    status, answer = await world.ask("deletions", chat_id=STAFF_CHAT_ID, message_ids=[root])
    assert (status, "sim/topics" in answer["error"]) == (400, True)


async def test_calls(world: World) -> None:
    """Every call is logged with its parameters and its outcome, numbered from one."""
    await world.ok("getMe")
    await world.call("sendMessage", chat_id=str(ANA), text="")
    await world.call("sendLove", chat_id=ANA)
    await world.post(chat_id=ANA, reply_markup=json.dumps({"inline_keyboard": []}))
    calls = await world.get("calls")
    assert [call["n"] for call in calls] == [1, 2, 3, 4]
    assert [(call["method"], call["ok"], call["error_code"]) for call in calls] == [
        ("getMe", True, None),
        ("sendMessage", False, 400),
        ("sendLove", False, 404),
        ("sendMessage", True, None),
    ]
    assert [call["chat_id"] for call in calls] == [None, ANA, ANA, ANA]
    assert calls[1]["description"] == "Bad Request: message text is empty"
    assert calls[3]["params"]["reply_markup"] == {"inline_keyboard": []}
    assert [call["n"] for call in await world.get("calls", since=2)] == [3, 4]
    assert await world.get("calls", since=99) == []


async def test_reset(world: World) -> None:
    """Everything is as at first, but no id comes again."""
    thread = await world.topic()
    await world.do("blocks", user_id=ANA, blocked=True)
    before = await world.updates()
    await world.do("reset")
    state = await world.get("state")
    assert not any(chat["topics"] or chat["blocked"] for chat in state["chats"])
    assert await world.seen(STAFF_CHAT_ID) == []
    assert await world.topic() > thread
    (update,) = await world.updates()
    assert update["update_id"] > before[-1]["update_id"]


async def test_time_stands_by_itself(world: World) -> None:
    """Without a clock that can be moved, moving it is refused."""
    status, answer = await world.ask("time", advance_s=60)
    assert (status, "clock" in answer["error"]) == (409, True)


async def test_time_moves() -> None:
    """With one, dates follow it."""
    clock = {"now": 1_000_000.0}

    async def advance(seconds: float) -> None:
        clock["now"] += seconds

    sandbox = Sandbox(clock=lambda: clock["now"], advance=advance)
    url = await sandbox.start(0)
    async with aiohttp.ClientSession() as client:
        world = World(client, url, sandbox)
        assert await world.do("time", advance_s=3600) == {"now": 1_003_600}
        await world.say(ANA, "Later")
        assert (await world.seen(ANA))[0]["date"] == 1_003_600
        status, _ = await world.ask("time", advance_s=-1)
        assert status == 400
    await sandbox.stop()


async def test_no_business_systems(world: World) -> None:
    """A sandbox that was given none has none."""
    assert await world.get("systems") == {"systems": []}


async def test_business_systems() -> None:
    """What they have on record is asked anew each time, and handed on as it is."""
    orders = {"name": "Orders", "columns": ["number", "state"], "rows": [["4711", "packed"]]}

    async def systems() -> list[Any]:
        return [{"name": "ERP", "tables": [orders]}]

    sandbox = Sandbox(systems=systems)
    url = await sandbox.start(0)
    async with aiohttp.ClientSession() as client:
        world = World(client, url, sandbox)
        assert await world.get("systems") == {"systems": await systems()}
        orders["rows"] = [["4711", "shipped"]]
        assert await world.get("systems") == {"systems": await systems()}
    await sandbox.stop()


async def test_forwarded_protected_and_unknown_content(world: World, bot: Bot) -> None:
    """What somebody else wrote names them; what is protected is copied by nobody."""
    sent = await world.do(
        "messages", by=ANA, chat_id=ANA, text="Pay!", forwarded_from="The Landlord", protected=True
    )
    await world.do("messages", by=ANA, chat_id=ANA, kind="story")
    forwarded, story = [update.message for update in await bot.get_updates()]
    assert forwarded is not None
    assert story is not None
    assert isinstance(forwarded.forward_origin, MessageOriginHiddenUser)
    assert forwarded.forward_origin.sender_user_name == "The Landlord"
    assert forwarded.has_protected_content
    assert story.content_type == "story"
    with pytest.raises(TelegramBadRequest, match="protected content"):
        await bot.copy_message(BORIS, ANA, sent["message_ids"][0])
    (shown, _) = await world.get("messages", chat_id=ANA)
    assert shown["forward"] == "The Landlord"
