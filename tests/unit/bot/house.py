"""A courier with a real Bot, a Telegram on this machine, and a store in memory."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiogram import Bot

from bot.outgoing.budget import Budget
from bot.outgoing.courier import Courier
from bot.texts import Texts
from orchestration.answering.replies import answered_entry, reply_publicly
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.delivery import Delivery
from orchestration.desk import Desk
from orchestration.intake import Incoming, receive
from orchestration.people import Customer, Person, Role, Staff
from orchestration.ports import Place
from orchestration.ticket import Ticket
from sandbox.cast import ANA, BORIS, MARIA, SAM, STAFF_CHAT_ID
from tests.fakes import FakeStore
from tests.fakes.kept import Parcel

Json = dict[str, Any]

CUSTOMERS = {
    ANA: Customer(ANA, "Ana"),
    BORIS: Customer(BORIS, "Boris"),
    SAM: Customer(SAM, "Sam"),
}
MARIA_ = Staff(MARIA, "Maria", Role.AGENT)


async def until(seen: Callable[[], bool]) -> None:
    """Lets everything else run until there is something to see."""
    while not seen():  # noqa: ASYNC110 - what is looked at rings no bell
        await asyncio.sleep(0)


@dataclass
class Moment:
    """The desk's clock and the steady one, which move only when they are told to."""

    now: datetime = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    at: float = 1000.0

    def pass_(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.at += seconds


@dataclass
class House:
    """What a test about the courier touches."""

    bot: Bot
    http: aiohttp.ClientSession
    store: FakeStore = field(default_factory=FakeStore)
    moment: Moment = field(default_factory=Moment)
    desk: Desk = field(default_factory=Desk)
    staff_chat: int | None = STAFF_CHAT_ID
    budget: Budget = field(default_factory=lambda: Budget(0, 0, 0))
    #: Whether media come with the names of their files, as the intake reads them.
    files: bool = False

    def __post_init__(self) -> None:
        self.courier = self.new_courier()

    def new_courier(self, heard: asyncio.Event | None = None) -> Courier:
        return Courier(
            self.bot,
            self.store.begin,
            self.desk,
            Texts.load(),
            lambda: self.moment.now,
            self.budget,
            self.staff_chat,
            lambda: self.moment.at,
            heard=heard,
        )

    # What happens at the desk

    async def writes(
        self,
        text: str = "",
        *,
        who: int = ANA,
        kind: ContentKind = ContentKind.TEXT,
        reply_to: int | None = None,
    ) -> int:
        """A customer writes, and the desk takes it in; returns the message's id."""
        body: Json = {"from": who, "chat_id": who}
        if kind is ContentKind.TEXT:
            body["text"] = text
        else:
            body |= {"kind": kind.value} | ({"caption": text} if text else {})
        number = await self._send(body)
        ref = MessageRef(who, number)
        name = await self._file(kind) if self.files else None
        target = MessageRef(who, reply_to) if reply_to else None
        incoming = Incoming(CUSTOMERS[who], Content(text, kind, source=ref, file=name), ref, target)
        async with self.store.begin() as uow:
            await receive(uow, self.desk, incoming, self.moment.now)
        return number

    async def replies(self, text: str, *, kind: ContentKind = ContentKind.TEXT) -> int:
        """Maria answers the card of ticket 1 in its topic; returns her message's id."""
        place = await self.place()
        body: Json = {
            "from": MARIA,
            "chat_id": place.chat,
            "message_thread_id": place.thread,
            "reply_to_message_id": place.card,
        }
        body |= {"text": text} if kind is ContentKind.TEXT else {"kind": kind.value}
        number = await self._send(body)
        ref = MessageRef(place.chat, number)
        async with self.store.begin() as uow:
            ticket = await uow.tickets.get(1)
            answers = await answered_entry(uow, 1, MessageRef(place.chat, place.card or 0))
            written = StaffMessage(MARIA_, Content(text, kind, source=ref), ref)
            await reply_publicly(uow, ticket, written, self.moment.now, answers)
        return number

    async def decides(self, *deliveries: Delivery) -> None:
        """The desk decides to send these."""
        async with self.store.begin() as uow:
            await uow.outbox.add(*deliveries)

    async def knows(self, *people: Person) -> None:
        async with self.store.begin() as uow:
            for person in people:
                await uow.people.learn(person)

    # What there is to see

    async def place(self, ticket: int = 1) -> Place:
        async with self.store.begin() as uow:
            place = await uow.places.of(ticket)
        assert place is not None
        return place

    async def ticket(self, number: int = 1) -> Ticket:
        async with self.store.begin() as uow:
            return await uow.tickets.get(number)

    async def topic(self, ticket: int = 1) -> list[Json]:
        """The messages in a ticket's topic, without service messages."""
        place = await self.place(ticket)
        return await self.seen(place.chat, place.thread)

    async def card(self, ticket: int = 1) -> Json:
        place = await self.place(ticket)
        return next(m for m in await self.topic(ticket) if m["message_id"] == place.card)

    async def heard(self, who: int = ANA) -> list[str]:
        """What the bot has said to someone in private."""
        return [m["text"] for m in await self.seen(who) if m["from"] != who]

    async def seen(self, chat: int, thread: int | None = None) -> list[Json]:
        query = {"chat_id": chat} | ({"message_thread_id": thread} if thread else {})
        async with self.http.get("/sim/messages", params=query) as answer:
            return [m for m in await answer.json() if m["service"] is None]

    async def topics(self) -> list[Json]:
        async with self.http.get("/sim/state") as answer:
            chats = (await answer.json())["chats"]
        topics: list[Json] = next(c["topics"] for c in chats if c["id"] == STAFF_CHAT_ID)
        return topics

    async def calls(self, *, refused: bool = False) -> list[str]:
        """The calls that changed something, in order."""
        async with self.http.get("/sim/calls", params={"since": 0}) as answer:
            calls = await answer.json()
        return [c["method"] for c in calls if c["ok"] is not refused and c["method"][:3] != "get"]

    def left(self) -> list[Parcel]:
        """The deliveries that are neither sent nor set aside."""
        return [parcel for parcel in self.store.kept.parcels.rows.values() if parcel.unsent]

    def held(self) -> list[str]:
        parcels = self.store.kept.parcels.rows.values()
        return [parcel.reason or "" for parcel in parcels if parcel.held]

    def set_aside(self) -> list[str]:
        parcels = self.store.kept.parcels.rows.values()
        return [parcel.reason or "" for parcel in parcels if parcel.set_aside]

    # What Telegram does

    async def post(self, path: str, body: Json) -> Json:
        async with self.http.post(path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            found: Json = await answer.json()
            return found

    async def fault(self, method: str, kind: str, **more: Any) -> None:
        await self.post("/sim/faults", {"method": method, "kind": kind, "count": 1} | more)

    async def topic_is(self, action: str) -> None:
        """Sam does something to ticket 1's topic by hand."""
        place = await self.place()
        where = {"chat_id": place.chat, "message_thread_id": place.thread, "by": MARIA + 2}
        await self.post("/sim/topics", where | {"action": action})

    async def closed_by_hand(self) -> None:
        place = await self.place()
        async with self.store.begin() as uow:
            await uow.places.save(replace(place, closed=True))

    async def _file(self, kind: ContentKind) -> str:
        """The name of the file of the medium that arrived last."""
        updates = await self.bot.get_updates(timeout=0)
        message = next(each.message for each in reversed(updates) if each.message)
        medium = message.photo[-1] if message.photo else getattr(message, kind.value)
        name: str = medium.file_id
        return name

    async def _send(self, body: Json) -> int:
        sent: list[int] = (await self.post("/sim/messages", body))["message_ids"]
        return sent[0]
