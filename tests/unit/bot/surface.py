"""What people can type and press, read from the desk's own registries: what is new joins by itself.

A command is a key of any mapping of handlers in `bot/routers`, a kind of button any `CallbackData`.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from inspect import isfunction
from typing import Any

from aiogram.filters.callback_data import CallbackData
from hypothesis import strategies as st

import bot.routers
from bot.incoming.reading import ANONYMOUS_ADMINISTRATOR
from orchestration.status import Status
from tests.unit.bot.typist import (
    ANA,
    BORIS,
    CHANNEL,
    DESK,
    ELSEWHERE,
    GROUP,
    JOE,
    LIBRARY,
    LOUNGE,
    MARIA,
    ROBOT,
    SAM,
    STRANGER,
    THREADS,
    XENIA,
    ZORA,
    Json,
    channel_post,
    group,
    linked_channel,
    press,
    private,
    reply,
    topic,
)

#: A callback's data has 64 bytes at most (Bot API).
_DATA_BYTES = 64
#: Telegram sends no half of a surrogate pair.
LETTERS = st.characters(exclude_categories=["Cs"])

# Who asks where.

#: Whoever can write or press in private: bots and anonymous administrators cannot.
_PEOPLE = (ANA, BORIS, ZORA, STRANGER, MARIA, JOE, XENIA, SAM)
#: Whoever can write in a group; Boris, a customer, has come into it, and the desk knows no Eve.
_IN_GROUP = (BORIS, STRANGER, MARIA, JOE, XENIA, SAM, ANONYMOUS_ADMINISTRATOR, ROBOT, DESK)

#: Makes an update of someone's words, or of what they sent.
Writing = Callable[..., Json]


@dataclass(frozen=True)
class Asker:
    """Someone at a place: how they write there, and how they press what stands there."""

    by: int
    place: str
    writes: Writing

    def __repr__(self) -> str:
        return f"{self.by} in {self.place}"


def _askers() -> Iterator[Asker]:
    for by in _PEOPLE:
        yield Asker(by, "private", lambda by=by, **what: private(by, **what))
    for by in _IN_GROUP:
        for ticket, thread in THREADS.items():
            name = f"topic of #{ticket}"
            yield Asker(by, name, lambda by=by, at=thread, **what: topic(by, at, **what))
        yield Asker(by, "lounge", lambda by=by, **what: topic(by, LOUNGE, **what))
        yield Asker(by, "general", lambda by=by, **what: group(by, **what))
        yield Asker(by, "elsewhere", lambda by=by, **what: group(by, ELSEWHERE, **what))
    yield Asker(CHANNEL, "channel", channel_post)
    yield Asker(CHANNEL, "group of the channel", linked_channel)


ASKERS = tuple(_askers())
PRESSERS = tuple(each for each in ASKERS if each.by in _PEOPLE)

# What they type.


def _modules() -> Iterator[Any]:
    yield bot.routers
    for found in pkgutil.iter_modules(bot.routers.__path__, "bot.routers."):
        yield importlib.import_module(found.name)


def _handlers(value: object) -> Mapping[str, object]:
    """The commands of a module's mapping; empty for any other value."""
    if not isinstance(value, Mapping):
        return {}
    named = all(isinstance(key, str) and not isinstance(key, Enum) for key in value)
    return value if named and all(map(isfunction, value.values())) else {}


#: Every command there is, wherever it works.
COMMANDS = sorted(
    {name for one in _modules() for each in vars(one).values() for name in _handlers(each)}
)

_HUGE = "9" * 4000
_ODD = [
    "",
    " ",
    "\n",
    "\0",
    "²",
    "…",
    "-1",
    "0",
    "1e9",
    "#",
    "@",
    "/",
    "//",
    "null",
    "None",
    "%s",
    "{0}",
    "{{ 7 * 7 }}",
    "'; DROP TABLE ticket; --",
    "\u202e\u2066abc\u2069",
    "مرحبا",
    "👩‍👩‍👧‍👦" * 40,
    _HUGE,
    "a" * 4000,
    "\u0000\u200b",
    "\U0001d4b3" * 2000,
]
#: Words that some command knows, and what may follow them.
_KNOWN = [
    "@joe",
    "@Sam",
    "@maria hello",
    "@xenia why?",
    "@ana",
    "joe",
    "billing",
    "@billing why?",
    "@nobody",
    "nobody",
    "billing, orders",
    "@supervisors @oncall",
    "#1",
    "#2",
    "1",
    "2",
    "3",
    "4",
    "#99",
    "22-7",
    "22-7 Europe/Berlin",
    "7:30 Mars/X",
    "on",
    "off",
    "default",
    "auto",
    "es",
    "xx",
    "new #1",
    "low",
    "urgent",
    "+vip -old",
    "support",
    "@joe expert billing",
    "@joe admin",
    "@sam agent",
    "@xenia supervisor",
    "@ana admin",
    *map(str, Status),
    "waiting for the customer",
    "Waiting-Expert",
    *LIBRARY,
    "save mine",
    "save",
    "save mine hello {{ customer }}",
    "forget mine",
    "forget order-status",
    "2h",
    "1d",
    "tomorrow 9:00",
    "all",
    "hello there",
    "add",
    "add\nTea\nIt is hot.",
]
ARGUMENTS = st.one_of(
    st.sampled_from(_KNOWN),
    st.sampled_from(_KNOWN),
    st.sampled_from(_ODD),
    st.text(LETTERS, max_size=60),
    st.tuples(st.sampled_from(_KNOWN), st.sampled_from(_KNOWN + _ODD)).map(" ".join),
)
#: Cards, a message of nobody's, a topic's root, commands of this day, and no message's number.
TARGETS = st.one_of(
    st.sampled_from([*(thread * 10 for thread in THREADS.values()), 77, 11, 10**15]),
    st.integers(1000, 1030),
)
_MEDIUM = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}


@st.composite
def typed(draw: st.DrawFn, name: str, asker: Asker) -> Json:
    """That command by that person there: mostly new words, else an edit, or below a picture."""
    addressee = draw(
        st.sampled_from(["", "", "", "@topicdesk_bot", "@TopicDesk_Bot", "@other_bot"])
    )
    words = f"/{name}{addressee} {draw(ARGUMENTS)}"[:4096]
    what: Json = {"text": words}
    if draw(st.integers(0, 9)) == 9:
        what = _MEDIUM | {"caption": words[:1024]}
    elif draw(st.integers(0, 4)) == 4:
        about = {"id": draw(st.sampled_from([JOE, ANA, 999])), "is_bot": False, "first_name": "X"}
        offset = draw(st.sampled_from([len(name) + 2, 0, 70]))
        mention = {"type": "text_mention", "offset": offset, "length": 4, "user": about}
        what["entities"] = [mention]
    target = draw(st.none() | TARGETS)
    if target is not None:
        chat = asker.by if asker.place == "private" else GROUP
        what["reply_to_message"] = reply(chat, target)
    update = asker.writes(**what)
    kind, event = next(iter(update.items()))
    if draw(st.integers(0, 9)) == 9:
        when = {"date": 1_795_000_000, "edit_date": 1_795_000_001}
        event |= {"message_id": draw(TARGETS)} | when
        return {f"edited_{kind}": event}
    return update


# What they press.


@dataclass(frozen=True)
class Kind:
    """One kind of button: its class, and what it says first where that is one of a few words."""

    data: type[CallbackData]
    fixed: Mapping[str, Enum] = field(default_factory=dict)

    def __repr__(self) -> str:
        return "-".join(
            [self.data.__prefix__, *(str(value.value) for value in self.fixed.values())]
        )


def _classes(of: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for each in of.__subclasses__():
        if each.__module__.startswith("bot."):
            yield each
        yield from _classes(each)


def _kinds() -> Iterator[Kind]:
    for each in _classes(CallbackData):
        words = [
            (name, info.annotation)
            for name, info in each.model_fields.items()
            if isinstance(info.annotation, type) and issubclass(info.annotation, Enum)
        ]
        if words:
            name, values = words[0]
            yield from (Kind(each, {name: value}) for value in values)
        else:
            yield Kind(each)


#: Every button there is.
KINDS = sorted(_kinds(), key=repr)

_NUMBERS = st.one_of(
    st.sampled_from([*map(str, THREADS), "1", "5"]),
    TARGETS.map(str),
    st.sampled_from(["", "0", "-1", "²", "9" * 30, "1.0", "٣"]),
)
_VALUES = st.one_of(
    st.sampled_from([*map(str, _PEOPLE), *map(str, Status), *LIBRARY, "es", "fa", "xx", "gone"]),
    st.sampled_from(["", "²", "9" * 40, "\u202e", "null", "👩‍👩‍👧", ":", "a" * 64]),
    st.text(LETTERS, max_size=20),
)


@st.composite
def data_of(draw: st.DrawFn, kind: Kind) -> str:
    """What such a button might say; broken, too."""
    parts = [kind.data.__prefix__]
    for name, info in kind.data.model_fields.items():
        if name in kind.fixed:
            parts.append(str(kind.fixed[name].value))
        elif info.annotation is int:
            parts.append(draw(_NUMBERS))
        else:
            parts.append(draw(_VALUES))
    if draw(st.integers(0, 19)) == 19:
        parts.append(draw(_VALUES))
    said = kind.data.__separator__.join(parts)
    return said.encode()[:_DATA_BYTES].decode(errors="ignore")


@st.composite
def pressed(draw: st.DrawFn, kind: Kind, asker: Asker) -> Json:
    """Such a button, pressed by that person there, on the bot's message or on one that is gone."""
    where = asker.writes(text="…")
    where["message"]["from"] = {"id": DESK, "is_bot": True, "first_name": "Desk"}
    update = press(asker.by, draw(data_of(kind)), where)
    if draw(st.integers(0, 19)) == 19:  # too old for Telegram to show: it tells the chat alone
        message = update["callback_query"]["message"]
        gone = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
        update["callback_query"]["message"] = gone
    elif draw(st.integers(0, 19)) == 19:
        del update["callback_query"]["message"]
        update["callback_query"]["inline_message_id"] = "9"
    return update
