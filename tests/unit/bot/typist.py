"""A desk at which anybody types anything: updates as Telegram words them, and what they did."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiogram.methods import AnswerCallbackQuery, GetChatMember, TelegramMethod
from aiogram.types import ChatMemberLeft, ChatMemberMember, User

from bot import macro_files
from bot.dispatch import DeskContext, Dispatch
from bot.intake import conversation_of
from bot.reading import ANONYMOUS_ADMINISTRATOR
from bot.settings import Settings
from bot.texts import Texts
from orchestration.content import MessageRef
from orchestration.delivery import Delivery
from orchestration.desk import Desk
from orchestration.notices import announcing
from orchestration.people import Person, Role
from orchestration.ports import Place, Side, Update
from orchestration.timeline import Entry, EntryRef
from tests.fakes import FakeStore
from tests.unit.bot.line import Line, bot_on
from tests.unit.centre.cast import NOW

Json = dict[str, Any]

GROUP, ELSEWHERE = -1001000000001, -1002000000002
ANA, BORIS, STRANGER, MARIA, JOE, SAM, ROBOT = 101, 102, 103, 201, 202, 203, 301
#: The desk's own bot.
DESK = 302
NAMES = {ANA: "Ana", BORIS: "Boris", STRANGER: "Eve", MARIA: "Maria", JOE: "Joe", SAM: "Sam"}
ROLES = {MARIA: Role.AGENT, JOE: Role.AGENT, SAM: Role.SUPERVISOR}
#: Ticket 1 is Ana's and Maria answers it, 2 is Boris's and nobody does, 3 is Ana's and closed.
THREADS = {1: 11, 2: 12, 3: 13}
LOUNGE = 19
TEXTS = Texts.load()
LIBRARY = macro_files.load(Settings.model_fields["desk_dir"].default)


@dataclass(frozen=True)
class Seen:
    """What one update did; `message` is the number of the message that it brought.

    `staff` are those who have a role by then.
    """

    message: int
    deliveries: Sequence[Delivery]
    entries: Sequence[Entry]
    pressed: Sequence[AnswerCallbackQuery]
    staff: frozenset[int]


@dataclass
class Typist:
    """A desk in memory behind its own dispatch, with three tickets."""

    store: FakeStore = field(default_factory=FakeStore)
    numbers: "count[int]" = field(default_factory=lambda: count(1000))

    def __post_init__(self) -> None:
        self.line = Line(self._answer)
        context = DeskContext(Desk(), TEXTS, GROUP, "topicdesk_bot", LIBRARY)
        bot = bot_on(self.line)
        begin = announcing(self.store.begin, context.desk, lambda: NOW)
        self.dispatch = Dispatch(bot, begin, lambda: NOW, context, lambda: None)

    async def open(self) -> "Typist":
        """The day before: three tickets, and staff that the desk has met."""
        async with self.store.begin() as uow:
            for number, role in ROLES.items():
                name = NAMES[number]
                await uow.people.learn(Person(number, name, name.lower(), role=role))
        for customer, words in ((ANA, "/new first"), (BORIS, "second"), (ANA, "/new third")):
            await self.types(private(customer, text=words))
        async with self.store.begin() as uow:
            for ticket, thread in THREADS.items():
                await uow.places.save(Place(ticket, GROUP, thread, card=thread * 10))
                shown = EntryRef(ticket, 2)
                await uow.links.add(MessageRef(GROUP, thread * 10), shown, Side.STAFF)
        await self.types(topic(MARIA, THREADS[1], text="/claim"))
        await self.types(topic(SAM, THREADS[3], text="/close"))
        return self

    async def types(self, body: Json) -> Seen:
        """One update comes and is handled."""
        number = next(self.numbers)
        kind, event = next(iter(body.items()))
        if kind == "message":
            event = {"message_id": number, "date": 1_795_000_000} | event
        raw = {"update_id": number, kind: event}
        parcels, entries = set(self.store.kept.parcels.rows), set(self.store.kept.entries.rows)
        said = len(self.line.calls)
        conversation = conversation_of(raw)
        async with self.store.begin() as uow:
            await uow.inbox.add([Update(42, number, conversation, json.dumps(raw))], NOW)
        await self.dispatch.drain(conversation)
        arrived = self.store.kept.arrived.rows[42, number]
        assert (arrived.handled, arrived.set_aside, arrived.tries) == (True, False, 0), arrived
        calls = self.line.calls[said:]
        pressed = [call for call in calls if isinstance(call, AnswerCallbackQuery)]
        asked = [call for call in calls if isinstance(call, GetChatMember)]
        assert len(pressed) + len(asked) == len(calls), "nothing else is called from here"
        made = self.store.kept.parcels.rows.items()
        written = self.store.kept.entries.rows.items()
        return Seen(
            number,
            [parcel.delivery for id_, parcel in made if id_ not in parcels],
            [entry for ref, entry in written if ref not in entries],
            pressed,
            frozenset(who for who, each in self.store.kept.people.rows.items() if each.role),
        )

    @staticmethod
    def _answer(method: TelegramMethod[Any]) -> Any:
        if isinstance(method, GetChatMember):
            someone = User.model_validate(user(method.user_id))
            if method.user_id in ROLES:
                return ChatMemberMember(user=someone)
            return ChatMemberLeft(user=someone)
        return True


def user(number: int) -> Json:
    """Someone as Telegram shows them."""
    if number == ANONYMOUS_ADMINISTRATOR:
        return {
            "id": number,
            "is_bot": True,
            "first_name": "Group",
            "username": "GroupAnonymousBot",
        }
    if number == ROBOT:
        return {"id": number, "is_bot": True, "first_name": "Robot", "username": "robot_bot"}
    if number == DESK:
        return {"id": number, "is_bot": True, "first_name": "Desk", "username": "topicdesk_bot"}
    name = NAMES[number]
    return {"id": number, "is_bot": False, "first_name": name, "username": name.lower()}


def private(by: int, **content: Any) -> Json:
    """A message to the bot in private."""
    return {"message": {"chat": {"id": by, "type": "private"}, "from": user(by)} | content}


def group(by: int, chat: int = GROUP, **content: Any) -> Json:
    """A message in a group, outside topics."""
    where: Json = {"id": chat, "type": "supergroup", "title": "G", "is_forum": chat == GROUP}
    message = {"chat": where, "from": user(by)} | content
    if by == ANONYMOUS_ADMINISTRATOR:
        message["sender_chat"] = where
    return {"message": message}


def topic(by: int, thread: int, **content: Any) -> Json:
    """A message in a topic; one that replies to nothing bears the topic's root (fact 3.3)."""
    root = reply(GROUP, thread)
    in_topic: Json = {
        "message_thread_id": thread,
        "is_topic_message": True,
        "reply_to_message": root,
    }
    return group(by, **in_topic | content)


def reply(chat: int, message: int, by: int = MARIA) -> Json:
    """The message that another one replies to."""
    where = {"id": chat, "type": "private" if chat > 0 else "supergroup"}
    return {"message_id": message, "date": 1_795_000_000, "chat": where, "from": user(by)}


def press(by: int, data: str, on: Json) -> Json:
    """A press of a button on a message."""
    message = {"message_id": 110, "date": 1_795_000_000} | on["message"]
    query = {"id": "77", "from": user(by), "chat_instance": "1", "data": data, "message": message}
    return {"callback_query": query}
