"""Deliveries that carry an entry of a timeline: to its topic, or to the customer."""

from dataclasses import dataclass
from typing import Literal

from orchestration.timeline import EntryRef


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
class ShowTurn:
    """The specialists' note of the turn that `entry` begins: posted once, and edited from then."""

    entry: EntryRef
    kind: Literal["show_turn"] = "show_turn"


@dataclass(frozen=True, slots=True)
class ShowAction:
    """The action that `entry` proposed, as it is now: posted once, and edited from then."""

    entry: EntryRef
    kind: Literal["show_action"] = "show_action"


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
OfEntry = ShowEntry | SendEntry | EditShown | ShowTurn | ShowAction | EditSent | DeleteSent
