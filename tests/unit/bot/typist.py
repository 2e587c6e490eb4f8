"""A desk at which anybody types anything: updates as Telegram words them, and what they did."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    CreateForumTopic,
    GetChatMember,
    GetForumTopicIconStickers,
    SendMediaGroup,
    TelegramMethod,
)
from aiogram.types import (
    Chat,
    ChatMemberLeft,
    ChatMemberMember,
    ForumTopic,
    Message,
    MessageId,
    User,
)

from bot.desk_files import macros as macro_files
from bot.incoming.dispatch import DeskContext, Dispatch
from bot.incoming.intake import conversation_of
from bot.incoming.reading import ANONYMOUS_ADMINISTRATOR
from bot.outgoing.budget import Budget
from bot.outgoing.courier import Courier
from bot.settings import Settings
from bot.texts import Texts
from orchestration.attending import attended
from orchestration.content import MessageRef
from orchestration.delivery import Delivery
from orchestration.desk import Desk
from orchestration.people import Person, Role
from orchestration.ports import Place, Side, Update
from orchestration.timeline import Entry, EntryRef
from tests.fakes import FakeStore
from tests.fakes.kept import Parcel
from tests.fakes.rows import Table
from tests.fakes.shelf import FakeShelf
from tests.unit.bot.line import Line, bot_on
from tests.unit.centre.cast import NOW

Json = dict[str, Any]
Tables = Mapping[str, Mapping[Any, Any]]

GROUP, ELSEWHERE = -1001000000001, -1002000000002
ANA, BORIS, STRANGER, ZORA, MARIA, JOE, SAM, XENIA = 101, 102, 103, 104, 201, 202, 203, 204
ROBOT, DESK, CHANNEL = 301, 42, -1003000000003
NAMES = {
    ANA: "Ana",
    BORIS: "Boris",
    STRANGER: "Eve",
    ZORA: "Zora",
    MARIA: "Maria",
    JOE: "Joe",
    SAM: "Sam",
    XENIA: "Xenia",
}
ROBOTS = {ROBOT: "robot_bot", DESK: "topicdesk_bot", ANONYMOUS_ADMINISTRATOR: "GroupAnonymousBot"}
ROLES = {
    MARIA: Role.AGENT,
    JOE: Role.AGENT,
    SAM: Role.SUPERVISOR,
    XENIA: Role.EXPERT,
}
#: Ticket 1 is Ana's and Maria answers it, 2 is Boris's and nobody does, 3 is Ana's and closed,
#: 4 is Zora's, who is banned.
THREADS = {1: 11, 2: 12, 3: 13, 4: 14}
LOUNGE = 19
TEXTS = Texts.load()
LIBRARY = macro_files.load(Settings.model_fields["desk_dir"].default)


@dataclass(frozen=True)
class Seen:
    """What one update did; `message` is the number of the message that it brought.

    `staff` are those who have a role by then. `before` and `after` are all rows that the desk keeps
    for good, by the name of their table.
    """

    message: int
    deliveries: Sequence[Delivery]
    entries: Sequence[Entry]
    pressed: Sequence[AnswerCallbackQuery]
    staff: frozenset[int]
    before: Tables
    after: Tables


@dataclass
class Typist:
    """A desk in memory behind its own dispatch, with four tickets."""

    store: FakeStore = field(default_factory=FakeStore)
    numbers: "count[int]" = field(default_factory=lambda: count(1000))

    def __post_init__(self) -> None:
        self.line = Line(self._answer)
        context = DeskContext(Desk(), TEXTS, GROUP, "topicdesk_bot", LIBRARY, shelf=FakeShelf())
        bot = bot_on(self.line)
        begin = attended(self.store.begin, context.desk, lambda: NOW)
        self.dispatch = Dispatch(bot, begin, lambda: NOW, context, lambda: None)

    async def open(self) -> "Typist":
        """The day before: four tickets, and staff that the desk has met."""
        async with self.store.begin() as uow:
            for number, role in ROLES.items():
                name = NAMES[number]
                skills = ("billing",) if role is Role.EXPERT else ()
                person = Person(number, name, name.lower()).in_group(Role.AGENT)
                await uow.people.learn(person.given(role, skills))
        tickets = ((ANA, "/new first"), (BORIS, "second"), (ANA, "/new third"), (ZORA, "fourth"))
        for customer, words in tickets:
            await self.types(private(customer, text=words))
        async with self.store.begin() as uow:
            for ticket, thread in THREADS.items():
                await uow.places.save(Place(ticket, GROUP, thread, card=thread * 10))
                shown = EntryRef(ticket, 2)
                await uow.links.add(MessageRef(GROUP, thread * 10), shown, Side.STAFF)
        await self.types(topic(MARIA, THREADS[1], text="/claim"))
        await self.types(topic(SAM, THREADS[3], text="/close"))
        await self.types(topic(SAM, THREADS[4], text="/ban"))
        return self

    async def types(self, body: Json) -> Seen:
        """One update comes and is handled."""
        number = next(self.numbers)
        kind, event = next(iter(body.items()))
        if kind in {"message", "channel_post"}:
            event = {"message_id": number, "date": 1_795_000_000} | event
        raw = {"update_id": number, kind: event}
        parcels, entries = set(self.store.kept.parcels.rows), set(self.store.kept.entries.rows)
        before = self._tables()
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
            before,
            self._tables(),
        )

    async def delivers(self) -> Sequence[TelegramMethod[Any]]:
        """Two hours later all that was decided is sent; returns the calls that this took."""
        said = len(self.line.calls)
        later = NOW + timedelta(hours=2)
        context = DeskContext(Desk(), TEXTS, GROUP, "topicdesk_bot", LIBRARY, shelf=FakeShelf())
        courier = Courier(
            bot_on(self.line),
            self.store.begin,
            context.desk,
            TEXTS,
            lambda: later,
            Budget(0, 0, 0),
            GROUP,
        )
        await courier.drain()
        return self.line.calls[said:]

    def set_aside(self) -> Sequence[Parcel]:
        """The deliveries that could not be sent, and never will be."""
        return [parcel for parcel in self.store.kept.parcels.rows.values() if parcel.set_aside]

    def _tables(self) -> Tables:
        """What the desk keeps beside its post."""
        return {
            name: dict(table.rows)
            for name, table in vars(self.store.kept).items()
            if isinstance(table, Table) and name not in {"arrived", "parcels", "numbers", "unique"}
        }

    def _answer(self, method: TelegramMethod[Any]) -> Any:
        match method:
            case GetChatMember():
                someone = User.model_validate(user(method.user_id))
                inside = method.user_id in ROLES
                return ChatMemberMember(user=someone) if inside else ChatMemberLeft(user=someone)
            case GetForumTopicIconStickers():
                return []
            case CreateForumTopic():
                number = next(self.numbers)
                return ForumTopic(message_thread_id=number, name=method.name, icon_color=0)
            case SendMediaGroup():
                return [self._sent(method) for _ in method.media]
        return self._sent(method)

    def _sent(self, method: Any) -> Any:
        if method.__returning__ is MessageId:
            return MessageId(message_id=next(self.numbers))
        if method.__returning__ is not Message:
            return True
        thread = method.message_thread_id
        return Message(
            message_id=next(self.numbers),
            date=NOW,
            chat=Chat(id=method.chat_id, type="supergroup" if method.chat_id < 0 else "private"),
            message_thread_id=thread,
            is_topic_message=True if thread else None,
        )


def user(number: int) -> Json:
    """Someone as Telegram shows them."""
    if number in ROBOTS:
        return {"id": number, "is_bot": True, "first_name": "Bot", "username": ROBOTS[number]}
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


def channel_post(**content: Any) -> Json:
    """A post in a channel that the bot was added to."""
    where = {"id": CHANNEL, "type": "channel", "title": "C"}
    return {"channel_post": {"chat": where, "sender_chat": where} | content}


def linked_channel(**content: Any) -> Json:
    """A channel's post in the staff group that belongs to it, as Telegram puts it there."""
    update = group(ROBOT, **content)
    where = {"id": CHANNEL, "type": "channel", "title": "C"}
    author = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    update["message"] |= {"sender_chat": where, "from": author, "is_automatic_forward": True}
    return update
