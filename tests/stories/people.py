"""The people of the stories: they write, press and read through the sandbox's control API."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp

T = TypeVar("T")
Json = dict[str, Any]

#: How long a story waits for what the desk will do, in seconds; only a broken desk needs it all.
PATIENCE = 60
#: The sandbox's bots have ids from here on, its people below.
_BOTS = 7_000_000_000


class Telegram:
    """The sandbox as the stories use it."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self._http = http
        self._address = address.rstrip("/")

    async def get(self, path: str, **query: Any) -> Any:
        async with self._http.get(f"{self._address}{path}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, body: Json) -> Any:
        async with self._http.post(f"{self._address}{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def forum(self) -> Json:
        state = await self.get("/sim/state")
        forum: Json = next(chat for chat in state["chats"] if chat["title"] == "Support")
        return forum

    async def topics(self) -> list[Json]:
        return [topic for topic in (await self.forum())["topics"] if not topic["deleted"]]

    async def messages(
        self, chat: int, topic: int | None = None, viewer: int | None = None
    ) -> list[Json]:
        query = {"chat_id": chat} | ({"message_thread_id": topic} if topic else {})
        query |= {"viewer": viewer} if viewer else {}
        listed: list[Json] = await self.get("/sim/messages", **query)
        return listed

    async def calls(self, method: str | None = None, since: int = 0) -> list[Json]:
        listed = await self.get("/sim/calls", since=since)
        return [call for call in listed if method in {None, call["method"]}]

    async def file(self, message: Json) -> str:
        """The text of the file that a message carries."""
        path = f"/sim/files/{message['file']['file_id']}"
        async with self._http.get(f"{self._address}{path}") as answer:
            assert answer.status == 200, await answer.text()
            return await answer.text()

    async def time_passes(self, **span: float) -> None:
        units = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
        seconds = sum(units[unit] * amount for unit, amount in span.items())
        await self.post("/sim/time", {"advance_s": seconds})


@dataclass(frozen=True)
class Topic:
    """A ticket's topic in the staff group."""

    telegram: Telegram
    chat: int
    id: int

    async def messages(self) -> list[Json]:
        return await self.telegram.messages(self.chat, self.id)

    async def shows(self, words: str) -> Json:
        """Waits until a message here says `words`."""
        return await eventually(lambda: _said(self.messages, words), f"topic says {words!r}")

    async def answer_to(self, message: int) -> Json:
        """Waits until the desk replies to that message."""

        async def look() -> Json | None:
            for one in await self.messages():
                if one["reply_to_message_id"] == message:
                    return one
            return None

        return await eventually(look, f"an answer to message {message}")

    async def carries(self, kind: str) -> Json:
        """Waits until a message of that kind, such as `photo`, stands here."""

        async def look() -> Json | None:
            return next((one for one in await self.messages() if one["kind"] == kind), None)

        return await eventually(look, f"a {kind} in the topic")

    async def shows_album(self, count: int) -> list[Json]:
        """Waits until an album of that many items, sent by the desk, stands here; returns them."""

        async def look() -> list[Json] | None:
            return _album(await self.messages(), count)

        return await eventually(look, f"an album of {count} in the topic")

    async def marks_delivered(self, message: int) -> None:
        """Waits until the desk shows on a staff message that the customer has it."""

        async def look() -> bool:
            marked = next(one for one in await self.messages() if one["message_id"] == message)
            return any(reaction["emoji"] == "👌" for reaction in marked["reactions"])

        await eventually(look, f"👌 on message {message}")

    async def card(self) -> Json:
        return await eventually(lambda: _with_buttons(self.messages), "a card in the topic")

    async def pinned_card(self) -> Json:
        """Waits for the card to be pinned: by then the desk has written down where it stands."""

        async def look() -> Json | None:
            card = await _with_buttons(self.messages)
            return card if card and card["pinned"] else None

        return await eventually(look, "a pinned card in the topic")

    async def card_says(self, words: str) -> Json:
        async def look() -> Json | None:
            card = await _with_buttons(self.messages)
            return card if card and words in card["text"] else None

        return await eventually(look, f"the card says {words!r}")

    async def state(self) -> Json:
        topics = (await self.telegram.forum())["topics"]
        found: Json = next(topic for topic in topics if topic["message_thread_id"] == self.id)
        return found

    async def is_named(self, words: str) -> Json:
        async def look() -> Json | None:
            state = await self.state()
            return state if words in state["name"] else None

        return await eventually(look, f"the topic is named {words!r}")

    async def becomes(self, **expected: Any) -> Json:
        """Waits until the topic's state has these values, such as `closed=True`."""

        async def look() -> Json | None:
            state = await self.state()
            return state if expected.items() <= state.items() else None

        return await eventually(look, f"the topic becomes {expected}")


@dataclass(frozen=True)
class Someone:
    """A person of the sandbox's cast."""

    telegram: Telegram
    id: int
    name: str

    async def writes(self, text: str, *, reply_to: int | None = None, **more: Any) -> int:
        """Writes to the bot in private; returns the message's id."""
        return await self._send(self.id, None, text, reply_to, more)

    async def writes_in(
        self, topic: Topic, text: str, *, reply_to: int | None = None, **more: Any
    ) -> int:
        """Writes in a topic; returns the message's id."""
        return await self._send(topic.chat, topic.id, text, reply_to, more)

    async def writes_in_general(self, text: str) -> int:
        forum = await self.telegram.forum()
        return await self._send(forum["id"], None, text, None, {})

    async def sends(self, kind: str, *, topic: Topic | None = None, **more: Any) -> int:
        """Sends a medium, to the bot or into a topic."""
        chat = topic.chat if topic else self.id
        return await self._send(
            chat, topic.id if topic else None, None, None, more | {"kind": kind}
        )

    async def sends_album(
        self, kinds: list[str], *, topic: Topic | None = None, **more: Any
    ) -> list[int]:
        """Sends an album, to the bot or into a topic; returns its messages' ids."""
        where: Json = {"from": self.id, "chat_id": topic.chat if topic else self.id}
        if topic is not None:
            where["message_thread_id"] = topic.id
        body = where | more | {"album": kinds}
        sent: list[int] = (await self.telegram.post("/sim/messages", body))["message_ids"]
        return sent

    async def edits(self, chat: int, message: int, **to: str) -> None:
        """Changes the `text` or the `caption` of their own message."""
        body = {"from": self.id, "chat_id": chat, "message_id": message, **to}
        await self.telegram.post("/sim/edits", body)

    async def reacts(self, chat: int, message: int, emoji: str | None) -> None:
        """Reacts to a message; None takes the reaction back."""
        body = {"from": self.id, "chat_id": chat, "message_id": message, "emoji": emoji}
        await self.telegram.post("/sim/reactions", body)

    async def presses(self, chat: int, message: int, label: str) -> Json | None:
        """Presses the button with that label; returns what pops up."""
        body = {"from": self.id, "chat_id": chat, "message_id": message, "text": label}
        answer: Json | None = (await self.telegram.post("/sim/presses", body))["answer"]
        return answer

    async def presses_panel(self, topic: Topic, panel: Json, label: str) -> Json | None:
        """Presses a button of what this person alone sees in a topic; returns what pops up."""
        number = panel["ephemeral_message_id"]
        body = {"from": self.id, "chat_id": topic.chat, "text": label}
        body |= {"ephemeral_message_id": number}
        answer: Json | None = (await self.telegram.post("/sim/presses", body))["answer"]
        return answer

    async def presses_on_card(self, topic: Topic, label: str) -> Json | None:
        """Presses the card's button whose label contains `label`, once it is there."""

        async def look() -> tuple[int, str] | None:
            card = await _with_buttons(topic.messages)
            rows = card["buttons"] if card else []
            labels = [button["text"] for row in rows for button in row if label in button["text"]]
            return (card["message_id"], labels[0]) if card and labels else None

        message, whole = await eventually(look, f"a card with the button {label!r}")
        return await self.presses(topic.chat, message, whole)

    async def messages(self) -> list[Json]:
        """The person's private chat with the bot."""
        return await self.telegram.messages(self.id)

    async def hears(self, words: str) -> Json:
        """Waits until the bot says `words` to this person in private."""

        async def heard() -> list[Json]:
            return [message for message in await self.messages() if message["from"] != self.id]

        return await eventually(lambda: _said(heard, words), f"{self.name} hears {words!r}")

    async def gets_buttons(self) -> tuple[Json, list[str]]:
        """Waits until the bot shows buttons in private; returns the message and their labels."""
        shown = await eventually(lambda: _with_buttons(self.messages), f"buttons for {self.name}")
        return shown, [button["text"] for row in shown["buttons"] for button in row]

    async def gets(self, kind: str, count: int = 1) -> list[Json]:
        """Waits until the bot has sent that many messages of a kind in private; returns them."""

        async def look() -> list[Json] | None:
            found = [m for m in await self.messages() if m["from"] != self.id and m["kind"] == kind]
            return found if len(found) >= count else None

        return await eventually(look, f"{count} of {kind} for {self.name}")

    async def gets_album(self, count: int) -> list[Json]:
        """Waits until the bot has sent an album of that many items; returns them in order."""

        async def look() -> list[Json] | None:
            return _album([m for m in await self.messages() if m["from"] != self.id], count)

        return await eventually(look, f"an album of {count} for {self.name}")

    async def no_longer_sees(self, words: str) -> None:
        """Waits until nothing in this person's private chat says `words` any more."""

        async def gone() -> bool:
            return await _said(self.messages, words) is None

        await eventually(gone, f"{self.name} sees {words!r} no more")

    async def hears_nothing_of(self, words: str) -> None:
        """Nothing that this person can see in private contains `words`."""
        assert not await _said(self.messages, words)

    async def _send(
        self, chat: int, topic: int | None, text: str | None, reply_to: int | None, more: Json
    ) -> int:
        body: Json = {"from": self.id, "chat_id": chat, **more}
        if text is not None:
            body["text"] = text
        if topic is not None:
            body["message_thread_id"] = topic
        if reply_to is not None:
            body["reply_to_message_id"] = reply_to
        sent: list[int] = (await self.telegram.post("/sim/messages", body))["message_ids"]
        return sent[0]


async def eventually(look: Callable[[], Awaitable[T | None]], what: str) -> T:
    """Looks again and again until there is something to see; fails saying what never came."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while asyncio.get_running_loop().time() < deadline:
        seen = await look()
        if seen:
            return seen
        await asyncio.sleep(0.02)
    msg = f"never happened: {what}"
    raise AssertionError(msg)


async def _said(read: Callable[[], Awaitable[list[Json]]], words: str) -> Json | None:
    for message in await read():
        if words in f"{message['text'] or ''}{message['caption'] or ''}":
            return message
    return None


async def _with_buttons(read: Callable[[], Awaitable[list[Json]]]) -> Json | None:
    return next((message for message in await read() if message["buttons"]), None)


def _album(shown: list[Json], count: int) -> list[Json] | None:
    """The first album of so many items that the bot sent."""
    albums: dict[str, list[Json]] = {}
    for message in shown:
        if message["media_group_id"] is not None and message["from"] >= _BOTS:
            albums.setdefault(message["media_group_id"], []).append(message)
    return next((album for album in albums.values() if len(album) == count), None)
