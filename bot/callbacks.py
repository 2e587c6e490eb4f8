"""What the desk's buttons say when they are pressed (64 bytes at most, Bot API)."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

#: A ticket's number as buttons bear it; no database holds a longer one.
TicketNumber = Annotated[int, Field(ge=1, lt=2**63)]


class Press(StrEnum):
    """What a button on a card does."""

    CLAIM = "claim"
    RELEASE = "release"
    ASSIGN_MENU = "assign"
    ASSIGN_TO = "to"
    STATUS_MENU = "status"
    SET_STATUS = "set"
    RESOLVE = "resolve"
    REOPEN = "reopen"
    CLOSE = "close"
    BACK = "back"
    HELP = "help"
    ASK_OWNER = "ask"
    TEAM_MENU = "team"
    JOIN = "join"
    WATCH = "watch"
    LEAVE = "leave"
    INVITE = "invite"
    FORGET = "forget"
    KEEP = "keep"
    WAKE = "wake"
    KEEP_OPEN = "open"


class CardPress(CallbackData, prefix="t"):
    """A button of ticket `ticket`; `value` is whom or which status, where it takes one."""

    press: Press
    ticket: TicketNumber
    value: str = ""


class ChoosePress(CallbackData, prefix="c"):
    """A customer chooses one of their tickets."""

    ticket: TicketNumber


class MacroStep(StrEnum):
    """What a button of a macro's panel does."""

    SHOW = "show"
    SEND = "send"
    DISCARD = "drop"


class MacroPress(CallbackData, prefix="m"):
    """A button of a macro's panel, in a ticket's topic.

    `message` is the command that asked for it. `seal` tells which words its presser has read.
    """

    step: MacroStep
    message: Annotated[int, Field(ge=1, lt=2**31)]
    name: str = ""
    seal: str = ""


class FollowUpStep(StrEnum):
    """What a button of a follow-up's panel does."""

    SHOW = "show"
    CHANGE = "change"
    CANCEL = "cancel"
    UNLESS = "unless"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


class FollowUpPress(CallbackData, prefix="f"):
    """A button of follow-up `number`; `message` is the command that asked for the panel."""

    step: FollowUpStep
    number: Annotated[int, Field(ge=1, lt=2**63)]
    message: Annotated[int, Field(ge=1, lt=2**31)]


class LogPress(CallbackData, prefix="l"):
    """Another page of a ticket's log, in its topic; `message` is the command that asked for it."""

    message: Annotated[int, Field(ge=1, lt=2**31)]
    page: Annotated[int, Field(ge=1, lt=2**31)]


class LanguagePress(CallbackData, prefix="g"):
    """Someone chooses the language that they are written to in."""

    language: str


class RatePress(CallbackData, prefix="r"):
    """A customer rates one of their tickets."""

    ticket: TicketNumber
    score: Annotated[int, Field(ge=1, le=5)]
