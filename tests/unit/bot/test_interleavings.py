"""Whatever comes in between: every message arrives, in order, and no note gets out.

A courier with a Telegram of a few lines, which refuses, cuts off, loses topics, and dies with the
desk in the middle of any call, on the store in memory and on SQLite.
"""

import asyncio
import tempfile
from collections import Counter
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    CreateForumTopic,
    EditForumTopic,
    EditMessageText,
    GetForumTopicIconStickers,
    PinChatMessage,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import Chat, ForumTopic, Message
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.outgoing.budget import Budget
from bot.outgoing.courier import Courier
from bot.texts import Texts
from orchestration import deliveries
from orchestration.answering.changes import customer_edited, staff_edited
from orchestration.answering.replies import send
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, MessageRef
from orchestration.customers.reach import came_back
from orchestration.desk import Desk
from orchestration.events.ticket import Origin
from orchestration.intake import Incoming, receive
from orchestration.people import Customer, Role, Specialist, Staff
from orchestration.ports import Begin
from storage.migrate import migrate
from storage.unit_of_work import Database
from tests.fakes import FakeStore
from tests.unit.bot.house import Moment

GROUP = -1001000000001
CUSTOMERS = {number: Customer(number, f"Customer {number}") for number in (1, 2)}
MARIA = Staff(101, "Maria", Role.SUPERVISOR)
TEXTS = Texts.load()
#: What a refusal of the group says it was about.
PROBE = SendMessage(chat_id=GROUP, text="-")

#: In the topic's message about an edit.
BEFORE = "edited this message. Before, it read:"

FAULTS = ("flood", "trouble", "refuse", "cut", "die before", "die after", "general")
WHO = st.sampled_from((1, 2))
STEPS = st.one_of(
    st.tuples(st.sampled_from(("write", "reply", "note")), WHO),
    st.tuples(st.sampled_from(("reply", "reword", "mend")), WHO),
    st.tuples(st.just("fault"), st.sampled_from(FAULTS)),
    st.tuples(st.sampled_from(("lose topic", "block", "unblock")), WHO),
    st.tuples(st.sampled_from(("drain", "drain", "pass", "crash")), st.just(0)),
    st.tuples(st.just("drain"), st.just(0)),
)
#: Short ones are rare: it takes a few steps until one can come between others.
SCRIPTS = st.lists(STEPS, min_size=12, max_size=40)


class ScriptedTelegram:
    """A bot whose calls take effect, or go wrong as the script says, one fault a call."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.topics: dict[int, bool] = {}
        self.blocked: set[int] = set()
        self.messages: dict[tuple[int, int | None], list[tuple[int, str]]] = {}
        #: What each task has sent, and what nobody wrote down that it arrived.
        self.sent_by: dict[asyncio.Task[Any] | None, list[str]] = {}
        self.unsure: list[str] = []
        self.died = asyncio.Event()
        self._numbers = count(1)

    async def __call__(self, method: TelegramMethod[Any], **_: object) -> Any:
        if isinstance(method, GetForumTopicIconStickers):
            return []
        fault = self.faults.pop(0) if self.faults else ""
        match fault:
            case "flood":
                raise TelegramRetryAfter(method, "Too Many Requests: retry after 7", 7)
            case "trouble":
                raise TelegramServerError(method, "Internal Server Error")
            case "refuse":
                raise TelegramNetworkError(method, "connection closed")
            case "die before":
                await self._die()
        answer = self._done(method, general=fault == "general")
        if fault in {"cut", "die after"}:
            self.unsure.append(str(getattr(method, "text", "")))
            if fault == "die after":
                await self._die()
            raise TelegramNetworkError(method, "connection closed")
        return answer

    async def _die(self) -> None:
        self.died.set()
        await asyncio.Event().wait()

    def _done(self, method: TelegramMethod[Any], *, general: bool) -> object:
        match method:
            case CreateForumTopic(name=name):
                number = next(self._numbers)
                self.topics[number] = True
                return ForumTopic(message_thread_id=number, name=name, icon_color=0)
            case SendMessage():
                return self._sent(method, general=general)
            case EditForumTopic(message_thread_id=thread) if not self.topics.get(thread):
                raise TelegramBadRequest(PROBE, "Bad Request: TOPIC_ID_INVALID")
            case EditMessageText(message_id=number, text=str(text)):
                seen, place = self._found(number)
                seen[place] = number, text
            case PinChatMessage(message_id=number):
                self._found(number)
        return True

    def _found(self, number: int | None) -> tuple[list[tuple[int, str]], int]:
        """The conversation in which a message stands, and where."""
        for seen in self.messages.values():
            for place, (one, _) in enumerate(seen):
                if one == number:
                    return seen, place
        raise TelegramBadRequest(PROBE, "Bad Request: message to edit not found")

    def _sent(self, method: SendMessage, *, general: bool) -> Message:
        chat, thread = int(method.chat_id), method.message_thread_id
        if chat in self.blocked:
            raise TelegramForbiddenError(method, "Forbidden: bot was blocked by the user")
        if thread is not None and not self.topics.get(thread):
            raise TelegramBadRequest(method, "Bad Request: message thread not found")
        if general and thread is not None:
            thread = None
        number = next(self._numbers)
        self.messages.setdefault((chat, thread), []).append((number, method.text))
        self.sent_by.setdefault(asyncio.current_task(), []).append(method.text)
        kind = "private" if chat > 0 else "supergroup"
        return Message(
            message_id=number,
            date=0,  # type: ignore[arg-type]
            chat=Chat(id=chat, type=kind),
            message_thread_id=thread,
        )

    def lose(self, thread: int) -> None:
        """Someone deletes a topic; Telegram tells nobody."""
        self.topics[thread] = False
        self.messages.pop((GROUP, thread), None)


class World:
    """The desk, its people, and what they said."""

    def __init__(self, begin: Begin) -> None:
        self.begin = begin
        self.telegram = ScriptedTelegram()
        self.moment = Moment()
        self.numbers = count(10_000)
        self.written: dict[int, list[str]] = {1: [], 2: []}
        self.replied: dict[int, list[str]] = {1: [], 2: []}
        self.noted: dict[int, list[str]] = {1: [], 2: []}
        #: Where each one's newest words stand that can be edited, and what was added to which.
        self.newest: dict[tuple[str, int], tuple[MessageRef, str]] = {}
        self.edited: dict[str, str] = {}
        self.courier = self.new_courier()

    def new_courier(self) -> Courier:
        return Courier(
            self.telegram,  # type: ignore[arg-type]
            self.begin,
            Desk(),
            TEXTS,
            lambda: self.moment.now,
            Budget(5, 0, 0),
            GROUP,
            lambda: self.moment.at,
        )

    async def do(self, step: str, what: str | int) -> None:
        match step:
            case "write" | "reply" | "note" | "reword" | "mend":
                await self.say(step, int(what))
            case "fault":
                self.telegram.faults.append(str(what))
            case "block":
                self.telegram.blocked.add(int(what))
            case "unblock":
                await self.unblock(int(what))
            case "lose topic":
                await self.lose(int(what))
            case "pass":
                self.moment.pass_(20)
            case "crash":
                await self.crash()
            case _:
                await self.drain()

    async def say(self, step: str, who: int) -> None:
        match step:
            case "write":
                await self.write(who)
            case "reply":
                await self.reply(who)
            case "note":
                await self.note(who)
            case _:
                await self.edit(step, who)

    async def ticket_of(self, who: int) -> int | None:
        async with self.begin() as uow:
            ticket = await uow.tickets.current_of(who)
        return ticket.id if ticket else None

    async def write(self, who: int) -> None:
        number = next(self.numbers)
        words = f"w{number}."
        self.written[who].append(words)
        ref = MessageRef(who, number)
        self.newest["reword", who] = ref, words
        incoming = Incoming(CUSTOMERS[who], Content(words, source=ref), ref)
        async with self.begin() as uow:
            await receive(uow, Desk(), incoming, self.moment.now)

    async def reply(self, who: int) -> None:
        if await self.ticket_of(who) is None:
            return
        number = next(self.numbers)
        words = f"r{number}."
        self.replied[who].append(words)
        self.newest["mend", who] = MessageRef(GROUP, number), words
        async with self.begin() as uow:
            ticket = await uow.tickets.current_of(who)
            assert ticket is not None
            said = StaffMessage(MARIA, Content(words), MessageRef(GROUP, number))
            await send(uow, ticket, said, None, Origin(), self.moment.now)

    async def note(self, who: int) -> None:
        if await self.ticket_of(who) is None:
            return
        words = f"n{next(self.numbers)}."
        self.noted[who].append(words)
        async with self.begin() as uow:
            ticket = await uow.tickets.current_of(who)
            assert ticket is not None
            entry = ticket.add_note(Content(words), Specialist("x", "X"), self.moment.now)
            await uow.tickets.save(ticket)
            await uow.outbox.add(deliveries.to_topic(entry))

    async def edit(self, step: str, who: int) -> None:
        """The customer adds to their newest message, or Maria to her newest answer."""
        if (step, who) not in self.newest:
            return
        ref, words = self.newest[step, who]
        self.edited[words] = f"e{next(self.numbers)}."
        content = Content(f"{words} {self.edited[words]}", source=ref)
        async with self.begin() as uow:
            if step == "reword":
                await customer_edited(uow, Desk(), ref, content, self.moment.now)
            else:
                await staff_edited(uow, ref, content, MARIA, self.moment.now)

    async def unblock(self, who: int) -> None:
        self.telegram.blocked.discard(who)
        async with self.begin() as uow:
            await came_back(uow, who, self.moment.now)

    async def lose(self, who: int) -> None:
        number = await self.ticket_of(who)
        async with self.begin() as uow:
            place = await uow.places.of(number) if number else None
        if place is not None:
            self.telegram.lose(place.thread)

    async def drain(self) -> None:
        """Sends what may go now, or dies trying."""
        draining = asyncio.create_task(self.courier.drain())
        dying = asyncio.create_task(self.telegram.died.wait())
        await asyncio.wait({draining, dying}, return_when=asyncio.FIRST_COMPLETED)
        dying.cancel()
        if self.telegram.died.is_set():
            draining.cancel()
            await asyncio.gather(draining, return_exceptions=True)
            await self.crash()
        else:
            await draining

    async def crash(self) -> None:
        """Nothing is left of the desk but its database."""
        tasks = [task for _, task in self.courier._under_way.values()]
        for task in tasks:
            task.cancel()
            self.telegram.unsure += self.telegram.sent_by.get(task, [])
        await asyncio.gather(*tasks, return_exceptions=True)
        self.telegram.died.clear()
        self.courier = self.new_courier()
        await self.courier.recover()

    async def settle(self) -> None:
        """Everything is well again, and time passes until nothing waits."""
        self.telegram.faults.clear()
        for who in CUSTOMERS:
            await self.unblock(who)
            if await self.ticket_of(who) is not None:
                async with self.begin() as uow:
                    number = (await uow.tickets.current_of(who)).id  # type: ignore[union-attr]
                    await uow.outbox.add(deliveries.look_again(number))
        for _ in range(200):
            await self.drain()
            async with self.begin() as uow:
                if not await uow.courier.pending(self.moment.now, 10**6):
                    return
            self.moment.pass_(60)
        pytest.fail("it never ends")

    async def check(self) -> None:
        for who in CUSTOMERS:
            heard = [text for _, text in self.telegram.messages.get((who, None), [])]
            self.in_order(heard, self.replied[who])
            self.as_edited(heard, self.replied[who])
            assert not any(note in text for text in heard for note in self.noted[who])
            assert not any(each in text for text in heard for each in self.replied[3 - who])
            number = await self.ticket_of(who)
            if number is None:
                continue
            async with self.begin() as uow:
                place = await uow.places.of(number)
                assert await uow.courier.set_aside_count() == 0
            assert place is not None
            seen = [text for _, text in self.telegram.messages.get((GROUP, place.thread), [])]
            self.as_edited(seen, self.written[who])
            digest = [text for text in seen if text.startswith("This topic was built anew")]
            told = [text for text in seen if text not in digest and BEFORE not in text]
            everything = " ".join(seen)
            for words in (*self.written[who], *self.noted[who]):
                assert words in everything, words
            said = sorted((*self.written[who], *self.noted[who]), key=lambda words: words[1:])
            fresh = [words for words in said if not any(words in text for text in digest)]
            self.in_order(told[1:], [words for words in fresh if words != said[0]])

    def as_edited(self, seen: list[str], words: list[str]) -> None:
        """What was edited reads as it was edited last, wherever it stands."""
        for one in words:
            if one in self.edited:
                assert any(f"{one} {self.edited[one]}" in text for text in seen), (seen, one)

    def in_order(self, seen: list[str], words: list[str]) -> None:
        """They stand there in this order, and again only where nobody knew that they arrived."""
        found = [one for text in seen for one in words if one in text]
        assert list(dict.fromkeys(found)) == words, (seen, words)
        for one, times in Counter(found).items():
            assert times - 1 <= sum(one in text for text in self.telegram.unsure), one


async def _play(steps: list[tuple[str, Any]], begin: Begin) -> None:
    world = World(begin)
    for step, what in steps:
        await world.do(step, what)
    await world.settle()
    await world.check()


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy."""
    file = tmp_path_factory.mktemp("interleavings") / "desk.db"
    asyncio.run(migrate(f"sqlite:///{file}"))
    return file


@settings(max_examples=150)
@given(SCRIPTS)
def test_in_memory(steps: list[tuple[str, Any]]) -> None:
    """Many tries."""
    asyncio.run(_play(steps, FakeStore().begin))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=SCRIPTS)
def test_on_sqlite(steps: list[tuple[str, Any]], migrated: Path) -> None:
    """Fewer tries, on what the desk really keeps."""

    async def play() -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "desk.db"
            file.write_bytes(migrated.read_bytes())  # noqa: ASYNC240 - a small file
            async with AsyncExitStack() as stack:
                database = await Database.open(f"sqlite:///{file}")
                stack.push_async_callback(database.close)
                await _play(steps, database.begin)

    asyncio.run(play())
