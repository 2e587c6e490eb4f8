"""What the desk's buttons say when they are pressed (64 bytes at most, Bot API)."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from orchestration.status import Status

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
    ASK_OWNER = "ask"
    TEAM_MENU = "team"
    MACROS = "macros"
    MORE = "more"
    JOIN = "join"
    WATCH = "watch"
    LEAVE = "leave"
    INVITE = "invite"
    FORGET = "forget"
    KEEP = "keep"
    WAKE = "wake"
    KEEP_OPEN = "open"
    DRAFT = "draft"


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

    LIST = "list"
    SHOW = "show"
    SEND = "send"
    DISCARD = "drop"


class MacroPress(CallbackData, prefix="m"):
    """A button of a macro's panel, in a ticket's topic.

    `message` is the command that asked for it, or the card whose button did. `seal` tells which
    words its presser has read. In a list `name` is the page to turn to.
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


class EndStep(StrEnum):
    """What is answered when a ticket would end with something open."""

    ANYWAY = "anyway"
    LEAVE = "leave"


class EndPress(CallbackData, prefix="e"):
    """The answer of `asker`, 0 for whoever may, in a ticket's topic.

    `message` is the one that asked for the end. `seal` tells what its presser read to be open.
    """

    step: EndStep
    message: Annotated[int, Field(ge=0, lt=2**31)]
    to: Status
    asker: Annotated[int, Field(ge=0, lt=10**16)]
    seal: str


class DraftStep(StrEnum):
    """What a button of an incident's draft does."""

    SEND = "send"
    EDIT = "edit"
    DISCARD = "drop"


class DraftPress(CallbackData, prefix="d"):
    """A button of the draft in entry `seq`, in its ticket's topic."""

    step: DraftStep
    seq: Annotated[int, Field(ge=1, lt=2**31)]


class ReleasePress(CallbackData, prefix="i"):
    """Sends every draft of an incident's update that waits."""

    incident: TicketNumber
    update: Annotated[int, Field(ge=1, lt=2**31)]


class LogPress(CallbackData, prefix="l"):
    """Another page of a ticket's log, in its topic; `message` is the command that asked for it."""

    message: Annotated[int, Field(ge=1, lt=2**31)]
    page: Annotated[int, Field(ge=1, lt=2**31)]


class HeldStep(StrEnum):
    """What the author of held words does with them."""

    ANYWAY = "anyway"
    SUGGEST = "suggest"
    DISCARD = "drop"


class HeldPress(CallbackData, prefix="h"):
    """A button below the question about a held reply; `message` is where its author wrote it."""

    step: HeldStep
    message: Annotated[int, Field(ge=1, lt=2**31)]


class SuggestionStep(StrEnum):
    """What whoever answers does with a suggestion."""

    SEND = "send"
    ANYWAY = "anyway"
    EDIT = "edit"
    DECLINE = "decline"


class SuggestionPress(CallbackData, prefix="s"):
    """A button below a suggestion; `entry` is its place in its ticket's timeline."""

    step: SuggestionStep
    entry: Annotated[int, Field(ge=1, lt=2**31)]


class TurnStep(StrEnum):
    """What a button of the specialists' note does."""

    SEND = "send"
    ANYWAY = "anyway"
    EDIT = "edit"
    DISCARD = "drop"
    AGAIN = "again"
    DECIDE = "decide"


class TurnPress(CallbackData, prefix="a"):
    """A button of the note whose turn began with entry `turn`.

    To decide between specialists it names the conflict and the side, by their places from 0.
    """

    step: TurnStep
    turn: Annotated[int, Field(ge=1, lt=2**31)]
    conflict: Annotated[int, Field(ge=0, lt=1000)] = 0
    side: Annotated[int, Field(ge=0, lt=1000)] = 0


class TeachStep(StrEnum):
    """What a button of an article's draft does."""

    APPROVE = "approve"
    EDIT = "edit"
    DISCARD = "drop"


class TeachPress(CallbackData, prefix="k"):
    """A button of an article's draft, in the topic of its ticket.

    `message` is the command that asked for it; `seal` tells which words its presser has read.
    """

    step: TeachStep
    message: Annotated[int, Field(ge=1, lt=2**31)]
    seal: str


class LanguagePress(CallbackData, prefix="g"):
    """Someone chooses the language that they are written to in."""

    language: str


class IntakePress(CallbackData, prefix="q"):
    """A customer answers the question before their ticket opens, by the answer's place from 0."""

    choice: Annotated[int, Field(ge=0, lt=100)]


class RatePress(CallbackData, prefix="r"):
    """A customer rates one of their tickets."""

    ticket: TicketNumber
    score: Annotated[int, Field(ge=1, le=5)]


class VerbPress(CallbackData, prefix="v"):
    """A button that does what the command `verb` does, in a ticket's topic.

    `message` is the card, or the command, whose menu it stands in; `value` is what was chosen for
    the command's argument.
    """

    verb: str
    message: Annotated[int, Field(ge=1, lt=2**31)]
    value: str = ""


class PromptPress(CallbackData, prefix="p"):
    """The button of a prompt: `person` is to reply with what the command `verb` is to get.

    It makes the prompt known for one after any restart: no other message of the desk bears it, and
    no customer's words can. `about` is whom the command names. Pressed, it takes the prompt away.
    """

    verb: str
    person: Annotated[int, Field(ge=1, lt=2**63)]
    about: Annotated[int, Field(ge=0, lt=2**63)] = 0


class NoticePage(StrEnum):
    """A page of someone's notices."""

    ALL = "all"
    QUIET = "quiet"
    DIGEST = "digest"
    ZONE = "zone"
    THERE = "there"


class NoticeStep(StrEnum):
    """What a button of someone's notices does."""

    SHOW = "show"
    TELL = "tell"
    HUSH = "hush"
    USUAL = "usual"
    FORGET = "forget"
    QUIET = "quiet"
    DIGEST = "digest"
    ZONE = "zone"


class NoticePress(CallbackData, prefix="n"):
    """A button of the presser's own notices; `value` is what it is about.

    It bears what is to become so, and not that it changes: pressed twice, it is the same.
    """

    do: NoticeStep
    value: str
    page: Annotated[int, Field(ge=1, lt=1000)] = 1


class ActionStep(StrEnum):
    """What a button of an action's message does."""

    APPROVE = "yes"
    REJECT = "no"
    CHANGE = "change"
    AGAIN = "again"
    UNDO = "undo"
    HAPPENED = "happened"
    DID_NOT = "didnot"


class ActionPress(CallbackData, prefix="x"):
    """A button of the action that entry `seq` proposed.

    `seal` tells which arguments, and which evidence, its presser has read.
    """

    step: ActionStep
    seq: Annotated[int, Field(ge=1, lt=2**31)]
    seal: str
