"""Whose turn it is to answer, and words for the customer that wait for someone's decision."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from orchestration.content import Content, ReplyTo
from orchestration.people import Role


class Obstacle(StrEnum):
    """Why words for the customer were not sent at once."""

    #: Someone else has the draft lock.
    LOCK = "lock"
    #: A colleague's answer came first, and its author cannot have read it.
    COLLEAGUE = "colleague"
    #: The customer wrote meanwhile, and its author cannot have read it.
    CUSTOMER = "customer"
    #: A collaborator wrote them, and someone else answers the customer.
    COLLABORATOR = "collaborator"
    #: They were meant as a suggestion.
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class DraftLock:
    """Someone is answering, until then at the latest. `role` is what they act as."""

    holder: int
    name: str
    role: Role
    until: datetime


@dataclass(frozen=True, slots=True)
class DraftLocked:
    """The author is answering; `relieved` is whoever had the lock until now."""

    until: datetime
    relieved: int | None = None
    kind: Literal["draft_locked"] = "draft_locked"


@dataclass(frozen=True, slots=True)
class DraftUnlocked:
    """The lock of `holder` was given back, or taken away by the author."""

    holder: int
    kind: Literal["draft_unlocked"] = "draft_unlocked"


@dataclass(frozen=True, slots=True)
class ReplyHeld:
    """Words for the customer that were not sent; `macro` is the one they are of."""

    content: Content
    obstacle: Obstacle
    reply_to: ReplyTo | None = None
    macro: str = ""
    kind: Literal["reply_held"] = "reply_held"


@dataclass(frozen=True, slots=True)
class ReplyDiscarded:
    """The words held in entry `of` are not sent after all."""

    of: int
    kind: Literal["reply_discarded"] = "reply_discarded"


@dataclass(frozen=True, slots=True)
class Suggested:
    """The words held in entry `of`, as they read by then, are for whoever answers to send."""

    of: int
    content: Content
    reply_to: ReplyTo | None = None
    macro: str = ""
    kind: Literal["suggested"] = "suggested"


@dataclass(frozen=True, slots=True)
class SuggestionDeclined:
    """The suggestion that `author` made in entry `of` is not sent."""

    of: int
    author: int
    kind: Literal["suggestion_declined"] = "suggestion_declined"


#: Those with words that stay inside until a person with the right to sends them.
DraftWords = ReplyHeld | Suggested
DraftEvent = DraftLocked | DraftUnlocked | DraftWords | ReplyDiscarded | SuggestionDeclined
