"""What is to be sent to Telegram, said in the desk's words; the courier knows how.

The promise of public and internal is kept here: `to_customer` is the only way to make a delivery
to a customer from a ticket, and it takes public entries only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Literal

from orchestration.content import MessageRef
from orchestration.events import (
    Change,
    CustomerReacted,
    Edit,
    RepliedPublicly,
    ReplyDeleted,
    ReplyEdited,
    SystemSaid,
    Written,
)
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef

#: The items of an album come one by one and none says that it is the last (telegram-facts,
#: section 3.10): after such a rest all that came are sent together.
ALBUM_SETTLES = timedelta(seconds=1)


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


class Offer(StrEnum):
    """A button below an answer: what its reader may do next."""

    ASK_OWNER = "ask_owner"


@dataclass(frozen=True, slots=True)
class ShowCard:
    """The ticket's card as it is now: posted where there is none, edited where there is."""

    menu: CardMenu | None = None
    kind: Literal["show_card"] = "show_card"


@dataclass(frozen=True, slots=True)
class ShowEntry:
    """One entry of the timeline, shown in the ticket's topic."""

    entry: EntryRef
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
    """What the topic shows becomes what it is after `entry`, which changed it."""

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
    """A fixed sentence in the ticket's topic."""

    sentence: StaffSentence
    facts: Facts = field(default_factory=dict)
    kind: Literal["tell_topic"] = "tell_topic"


@dataclass(frozen=True, slots=True)
class TellPrivately:
    """A fixed sentence to someone in their private chat with the bot.

    `choices` are buttons: what each says, and the ticket that it chooses.
    """

    chat: int
    sentence: PublicSentence
    facts: Facts = field(default_factory=dict)
    choices: Mapping[str, int] = field(default_factory=dict)
    kind: Literal["tell_privately"] = "tell_privately"


@dataclass(frozen=True, slots=True)
class WarnPrivately:
    """A fixed sentence to a supervisor in private, for what cannot be said in the group."""

    chat: int
    sentence: StaffSentence
    facts: Facts = field(default_factory=dict)
    kind: Literal["warn_privately"] = "warn_privately"


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence or an error, by name, in answer to what a member of staff wrote or typed.

    `thread` is where `to` stands. `only` makes it visible to that person alone, where Telegram
    can do so.
    """

    to: MessageRef
    sentence: str
    facts: Facts = field(default_factory=dict)
    thread: int | None = None
    only: int | None = None
    offer: Offer | None = None
    kind: Literal["answer"] = "answer"


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


Body = (
    ShowCard
    | ShowEntry
    | SendEntry
    | EditShown
    | EditSent
    | DeleteSent
    | TellTopic
    | TellPrivately
    | WarnPrivately
    | Answer
    | MarkMessage
    | PinCard
    | DressTopic
    | DeleteTopic
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


#: What a customer may be sent; whatever else is public, they did themselves.
_FOR_CUSTOMERS = RepliedPublicly | SystemSaid | ReplyEdited | ReplyDeleted


class NotForCustomers(Exception):
    """An internal entry was about to be sent to a customer. This is a bug, and it stops here."""


def to_customer(ticket: Ticket, entry: Entry) -> Delivery:
    """Sends a public entry to the ticket's customer; raises `NotForCustomers` for any other.

    What changed an earlier answer changes it at the customer's.
    """
    public = entry.audience is Audience.PUBLIC and isinstance(entry.event, _FOR_CUSTOMERS)
    if not public or entry.ticket != ticket.id:
        msg = f"entry {entry.ref} ({entry.event.kind}) is not for the customer of #{ticket.id}"
        raise NotForCustomers(msg)
    body: Body
    collapse = _album(entry)
    match entry.event:
        case ReplyEdited(of):
            body, collapse = EditSent(entry.ref), f"edit-sent:{ticket.id}:{of}"
        case ReplyDeleted():
            body = DeleteSent(entry.ref)
        case _:
            body = SendEntry(entry.ref)
    return Delivery(
        Lane.REPLY,
        body,
        ticket.id,
        ticket.customer.id,
        collapse=collapse and f"{collapse}:customer",
        audience=entry.audience,
        not_before=_settled(entry),
    )


def to_topic(entry: Entry) -> Delivery:
    """Shows an entry to staff: what was said publicly goes before notes.

    Of a change the topic keeps what stood there before, and of a reaction that there was one.
    """
    collapse = _album(entry)
    lane = Lane.RELAY if entry.audience is Audience.PUBLIC else Lane.NOTE
    if isinstance(entry.event, Change | CustomerReacted):
        lane = Lane.NOTE
    if isinstance(entry.event, CustomerReacted):
        collapse = f"reaction:{entry.ticket}:{entry.event.of}"
    return Delivery(
        lane,
        ShowEntry(entry.ref),
        entry.ticket,
        collapse=collapse and f"{collapse}:topic",
        audience=entry.audience,
        not_before=_settled(entry),
    )


def edit_shown(entry: Entry) -> Delivery:
    """What the topic shows follows the customer's edit."""
    if not isinstance(entry.event, Edit):
        msg = f"entry {entry.ref} ({entry.event.kind}) is no edit"
        raise TypeError(msg)
    name = f"edit-shown:{entry.ticket}:{entry.event.of}"
    body = EditShown(entry.ref)
    return Delivery(Lane.RELAY, body, entry.ticket, collapse=name, audience=entry.audience)


def _album(entry: Entry) -> str | None:
    """The newest item of an album takes the place of the one before it, and both are sent."""
    event = entry.event
    album = event.content.album if isinstance(event, Written) else None
    return album and f"album:{entry.ticket}:{album}"


def _settled(entry: Entry) -> datetime | None:
    return entry.at + ALBUM_SETTLES if _album(entry) else None


def opening_card(ticket: int) -> Delivery:
    """The card that opens a topic carries the customer's first words, so it goes as they would."""
    return Delivery(Lane.RELAY, ShowCard(), ticket)


def card(ticket: int) -> Delivery:
    """The card again, because something on it changed."""
    return Delivery(Lane.COSMETIC, ShowCard(), ticket, collapse=f"card:{ticket}")


def card_menu(ticket: int, menu: CardMenu | None) -> Delivery:
    """The card with a list of choices unfolded, or folded again: someone is waiting for it."""
    return Delivery(Lane.ALERT, ShowCard(menu), ticket, collapse=f"menu:{ticket}")


def look_again(ticket: int) -> Delivery:
    """The card again because its topic may be gone: then it is built anew."""
    return Delivery(Lane.NOTE, ShowCard(), ticket, collapse=f"look:{ticket}")


def pin(ticket: int) -> Delivery:
    """Pins the card."""
    return Delivery(Lane.COSMETIC, PinCard(), ticket, collapse=f"pin:{ticket}")


def dress(ticket: int) -> Delivery:
    """Title, icon and open or closed again, because the status changed."""
    return Delivery(Lane.COSMETIC, DressTopic(), ticket, collapse=f"dress:{ticket}")


def delete_topic(ticket: int) -> Delivery:
    """Removes the topic with all that stands in it, when there is budget to spare."""
    return Delivery(Lane.COSMETIC, DeleteTopic(), ticket, collapse=f"delete:{ticket}")


def alert(ticket: int, sentence: StaffSentence, facts: Facts) -> Delivery:
    """Something the staff must hear of, in the ticket's topic."""
    return Delivery(Lane.ALERT, TellTopic(sentence, facts), ticket)


def warn(supervisor: int, sentence: StaffSentence, facts: Facts) -> Delivery:
    """Something a supervisor must hear of in private."""
    return Delivery(Lane.ALERT, WarnPrivately(supervisor, sentence, facts), None, supervisor)


def tell(
    chat: int,
    sentence: PublicSentence,
    facts: Facts | None = None,
    choices: Mapping[str, int] | None = None,
) -> Delivery:
    """A fixed sentence in someone's private chat, about no ticket's contents."""
    return Delivery(
        Lane.REPLY, TellPrivately(chat, sentence, facts or {}, choices or {}), None, chat
    )


def mark(ticket: int, message: MessageRef) -> Delivery:
    """Shows on a staff message that the customer has it."""
    return Delivery(Lane.COSMETIC, MarkMessage(message), ticket)
