"""One row of the error table, and what must have happened before its call is refused."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.cast import ANA, BOT_ID, SAM
from tests.sandbox.tools import STAFF_CHAT_ID, World

Params = dict[str, Any]
Arrange = Callable[[World], Awaitable[Params]]


@dataclass(frozen=True)
class Row:
    """One row: what is done before, which call is made, and how it is refused."""

    name: str
    source: str
    method: str
    words: str
    params: Params = field(default_factory=dict)
    arrange: Arrange | None = None
    code: int = 400

    @property
    def description(self) -> str:
        prefix = {400: "Bad Request: ", 403: "Forbidden: ", 404: "", 409: "Conflict: "}[self.code]
        return f"{prefix}{self.words}"


async def blocked(world: World) -> Params:
    await world.do("blocks", user_id=ANA, blocked=True)
    return {"chat_id": ANA}


async def deactivated(world: World) -> Params:
    await world.do("deactivations", user_id=ANA)
    return {"chat_id": ANA}


async def stranger(world: World) -> Params:
    return {"chat_id": (await world.do("users", first_name="Nina"))["id"]}


async def kicked(world: World) -> Params:
    await world.do("members", chat_id=STAFF_CHAT_ID, user_id=BOT_ID, status="kicked")
    return {}


async def left(world: World) -> Params:
    await world.do("members", chat_id=STAFF_CHAT_ID, user_id=BOT_ID, status="left")
    return {}


async def no_rights(world: World) -> Params:
    rights = {
        "can_manage_topics": False,
        "can_pin_messages": False,
        "can_delete_messages": False,
        "can_manage_tags": False,
    }
    await world.do("rights", chat_id=STAFF_CHAT_ID, rights=rights)
    return {}


async def others_topic(world: World) -> Params:
    topic = await world.do("topics", chat_id=STAFF_CHAT_ID, action="create", name="Own", by=SAM)
    await no_rights(world)
    return {"message_thread_id": topic["message_thread_id"]}


async def others_closed_topic(world: World) -> Params:
    topic = await others_topic(world)
    await world.do("topics", chat_id=STAFF_CHAT_ID, action="close", by=SAM, **topic)
    return topic


async def own_topic(world: World) -> Params:
    return {"message_thread_id": await world.topic("Same name")}


async def deleted_topic(world: World) -> Params:
    topic = await own_topic(world)
    await world.do("topics", chat_id=STAFF_CHAT_ID, action="delete", by=SAM, **topic)
    return topic


async def said_by_sam(world: World) -> Params:
    await world.say(SAM, "Something older", STAFF_CHAT_ID)
    return {"message_id": await world.say(SAM, "Something", STAFF_CHAT_ID)}


async def said_by_sam_without_rights(world: World) -> Params:
    await no_rights(world)
    return await said_by_sam(world)


async def own_message(world: World) -> Params:
    return {"message_id": await world.post("same")}


async def own_photo(world: World) -> Params:
    photo = await world.do("messages", by=ANA, chat_id=ANA, kind="photo")
    (update,) = await world.updates()
    assert update["message"]["message_id"] == photo["message_ids"][0]
    file_id = update["message"]["photo"][-1]["file_id"]
    sent = await world.ok("sendPhoto", chat_id=STAFF_CHAT_ID, photo=file_id)
    return {"message_id": sent["message_id"]}


async def photo_by_id(world: World) -> Params:
    await world.do("messages", by=ANA, chat_id=ANA, kind="photo")
    (update,) = await world.updates()
    return {"document": update["message"]["photo"][-1]["file_id"]}


async def protected(world: World) -> Params:
    return {"message_id": await world.post("secret", protect_content=True)}


async def ids_backwards(world: World) -> Params:
    first, second = await world.post("a"), await world.post("b")
    return {"message_ids": [second, first]}


HERE = {"chat_id": STAFF_CHAT_ID}
TEXT = {**HERE, "text": "hello"}
FROM_HERE = {"chat_id": ANA, "from_chat_id": STAFF_CHAT_ID}
GONE = {"message_id": 4_000}
ALBUM_ITEM = {"type": "photo", "media": "x"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
NO_TOPIC = {"message_thread_id": 4_000}
