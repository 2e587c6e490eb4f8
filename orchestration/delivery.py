"""What is to be sent to Telegram, said in the desk's words; the courier knows how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Literal

from orchestration.content import Content, MessageRef
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.timeline import Audience, EntryRef

#: Names in a sentence, such as `#142`, and the message in the group that each leads to.
Jumps = Mapping[str, MessageRef]


class Lane(IntEnum):
    """What goes first when the budget is short (design, section 7)."""

    REPLY = 1
    ALERT = 2
    RELAY = 3
    NOTE = 4
    COSMETIC = 5


class Fate(StrEnum):
    """What staff see of a message's way: a reaction once it is delivered."""

    DELIVERED = "delivered"


class CardMenu(StrEnum):
    """Which list of choices the card's buttons unfold."""

    ASSIGN = "assign"
    STATUS = "status"
    TEAM = "team"


class Offer(StrEnum):
    """A button below an answer: what its reader may do next."""

    ASK_OWNER = "ask_owner"
    LANGUAGES = "languages"
    FORGET = "forget"
    INTAKE = "intake"


@dataclass(frozen=True, slots=True)
class ShowCard:
    """The ticket's card as it is now: posted where there is none, edited where there is."""

    menu: CardMenu | None = None
    kind: Literal["show_card"] = "show_card"


@dataclass(frozen=True, slots=True)
class ShowEntry:
    """One entry of the timeline, shown in the ticket's topic.

    One that is `gathered` goes out in one message with those that directly follow it.
    """

    entry: EntryRef
    gathered: bool = False
    kind: Literal["show_entry"] = "show_entry"


@dataclass(frozen=True, slots=True)
class SendEntry:
    """One public entry, sent to the customer. Made by `to_customer` only.

    An item of an album takes the others with it that were not sent yet; so does `ShowEntry`.
    """

    entry: EntryRef
    kind: Literal["send_entry"] = "send_entry"


@dataclass(frozen=True, slots=True)
class EditShown:
    """What the topic shows becomes what it is after `entry`, which changed it, or decided it."""

    entry: EntryRef
    kind: Literal["edit_shown"] = "edit_shown"


@dataclass(frozen=True, slots=True)
class EditSent:
    """What the customer has becomes what it is after `entry`. Made by `to_customer` only."""

    entry: EntryRef
    kind: Literal["edit_sent"] = "edit_sent"


@dataclass(frozen=True, slots=True)
class DeleteSent:
    """What `entry` took back leaves the customer's chat. Made by `to_customer` only."""

    entry: EntryRef
    kind: Literal["delete_sent"] = "delete_sent"


#: What a customer gets of a ticket; it waits for them while they cannot be reached.
TO_CUSTOMER = (SendEntry, EditSent, DeleteSent)
#: What carries an entry, and so its audience.
OfEntry = ShowEntry | SendEntry | EditShown | EditSent | DeleteSent


@dataclass(frozen=True, slots=True)
class TellTopic:
    """A fixed sentence in the ticket's topic; its `jumps` are as in `Answer`."""

    sentence: StaffSentence
    facts: Facts = field(default_factory=dict)
    jumps: Jumps = field(default_factory=dict)
    offer: Offer | None = None
    kind: Literal["tell_topic"] = "tell_topic"


@dataclass(frozen=True, slots=True)
class TellPrivately:
    """A fixed sentence to someone in their private chat with the bot.

    `choices` are buttons: what each says, and the ticket that it chooses, or, with the offer
    `INTAKE`, the answer counted from 0. `language` is given where the desk will not know the
    person's any more, or has chosen it already.
    """

    chat: int
    sentence: PublicSentence
    facts: Facts = field(default_factory=dict)
    choices: Mapping[str, int] = field(default_factory=dict)
    offer: Offer | None = None
    language: str | None = None
    kind: Literal["tell_privately"] = "tell_privately"


@dataclass(frozen=True, slots=True)
class SendOwnData:
    """What the desk keeps of someone, as a file; it is put together when it is sent."""

    chat: int
    kind: Literal["send_own_data"] = "send_own_data"


@dataclass(frozen=True, slots=True)
class OfferCommands:
    """The menu of commands in someone's private chat speaks this language; None is their app's."""

    chat: int
    language: str | None = None
    kind: Literal["offer_commands"] = "offer_commands"


@dataclass(frozen=True, slots=True)
class WarnPrivately:
    """A fixed sentence to a member of staff in private, where it is for them alone."""

    chat: int
    sentence: StaffSentence
    facts: Facts = field(default_factory=dict)
    kind: Literal["warn_privately"] = "warn_privately"


@dataclass(frozen=True, slots=True)
class TellNotices:
    """What waits for a member of staff by then, in private and in one message."""

    person: int
    kind: Literal["tell_notices"] = "tell_notices"


@dataclass(frozen=True, slots=True)
class TellShift:
    """What is open, in private, to someone whose shift is next; as it is when it is sent.

    `late` is when it was due, as the desk's clock shows it; empty where it comes in time.
    """

    person: int
    late: str = ""
    kind: Literal["tell_shift"] = "tell_shift"


@dataclass(frozen=True, slots=True)
class NameInTopic:
    """Names people in the ticket's topic: who cannot be told in private what `by` did, and others.

    `facts` are what the sentence says beside them, `by` and the ticket's number.
    """

    people: tuple[int, ...]
    sentence: StaffSentence
    by: str
    facts: Facts = field(default_factory=dict)
    kind: Literal["name_in_topic"] = "name_in_topic"


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


@dataclass(frozen=True, slots=True)
class MarkMessage:
    """Shows a staff message's fate on the message itself."""

    message: MessageRef
    fate: Fate = Fate.DELIVERED
    kind: Literal["mark_message"] = "mark_message"


@dataclass(frozen=True, slots=True)
class PinCard:
    """Pins the card in its topic, when there is budget to spare."""

    kind: Literal["pin_card"] = "pin_card"


@dataclass(frozen=True, slots=True)
class DressTopic:
    """The topic's title, icon, and open or closed, as the ticket is now."""

    kind: Literal["dress_topic"] = "dress_topic"


@dataclass(frozen=True, slots=True)
class DeleteTopic:
    """The topic of a ticket that was closed long ago goes; the ticket's record stays."""

    kind: Literal["delete_topic"] = "delete_topic"


@dataclass(frozen=True, slots=True)
class ShowRole:
    """The tag beside a person's name in the staff group, as their role is when it is sent."""

    person: int
    kind: Literal["show_role"] = "show_role"


Body = (
    ShowCard
    | ShowEntry
    | SendEntry
    | EditShown
    | EditSent
    | DeleteSent
    | TellTopic
    | TellPrivately
    | SendOwnData
    | OfferCommands
    | WarnPrivately
    | TellNotices
    | TellShift
    | NameInTopic
    | Answer
    | ShowPanel
    | AskAuthor
    | MarkMessage
    | PinCard
    | DressTopic
    | DeleteTopic
    | ShowRole
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to be sent.

    `chat` is the private chat it goes to, or None for the staff group of its ticket's queue.
    `collapse` names what a newer delivery of the same name replaces while neither was sent.
    `audience` is that of the entry it carries, where it carries one. `not_before` is when it may go
    at the earliest, as it was decided; what a courier puts off is the outbox's to know.
    """

    lane: Lane
    body: Body
    ticket: int | None = None
    chat: int | None = None
    collapse: str | None = None
    audience: Audience | None = None
    not_before: datetime | None = field(default=None, compare=False)
