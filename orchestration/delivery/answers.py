"""Deliveries in answer to what a member of staff wrote, typed or pressed."""

from dataclasses import dataclass, field
from typing import Literal

from orchestration.content import Content, MessageRef
from orchestration.delivery.offers import Jumps, Offer
from orchestration.sentences import Facts
from orchestration.timeline import EntryRef


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence or an error, by name, in answer to what a member of staff wrote or typed.

    `thread` is where `to` stands. `only` makes it visible to that person alone, where Telegram
    can do so. `jumps` says which names in the sentence lead to which message.
    """

    to: MessageRef
    sentence: str
    facts: Facts = field(default_factory=dict)
    thread: int | None = None
    only: int | None = None
    offer: Offer | None = None
    jumps: Jumps = field(default_factory=dict)
    kind: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a panel: what it reads, and what it says when it is pressed."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class ShowPanel:
    """Words and buttons for one member of staff, in answer to their message `to`.

    Only `only` sees it, where Telegram can do so. It takes the place of the panel that is shown in
    the message `message`, or in the one that only they see, `ephemeral`; without words that one
    goes away. `aloud` shows it to everyone, because it is to be replied to.
    """

    to: MessageRef
    only: int
    words: Content | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    thread: int | None = None
    message: int | None = None
    ephemeral: int | None = None
    aloud: bool = False
    kind: Literal["show_panel"] = "show_panel"


@dataclass(frozen=True, slots=True)
class AskAuthor:
    """Asks whoever wrote `message` what to do with it: it was held as `entry`, and not sent.

    They alone see that, where Telegram can do so, unless it is asked `aloud`.
    """

    entry: EntryRef
    message: MessageRef
    aloud: bool = False
    kind: Literal["ask_author"] = "ask_author"
