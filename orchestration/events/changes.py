"""What changes an earlier entry names it by `of`, and keeps what stood there in `former`."""

from dataclasses import dataclass
from typing import Literal

from orchestration.content import Content


@dataclass(frozen=True, slots=True)
class CustomerEdited:
    """The customer changed their words."""

    of: int
    former: Content
    content: Content
    kind: Literal["customer_edited"] = "customer_edited"


@dataclass(frozen=True, slots=True)
class ReplyEdited:
    """The author of a public reply changed it."""

    of: int
    former: Content
    content: Content
    kind: Literal["reply_edited"] = "reply_edited"


@dataclass(frozen=True, slots=True)
class NoteEdited:
    """The author of a note changed it."""

    of: int
    former: Content
    content: Content
    kind: Literal["note_edited"] = "note_edited"


@dataclass(frozen=True, slots=True)
class ReplyDeleted:
    """A public reply was taken back from the customer."""

    of: int
    former: Content
    kind: Literal["reply_deleted"] = "reply_deleted"


@dataclass(frozen=True, slots=True)
class CustomerReacted:
    """The customer's reactions to entry `of` as they are now; none when they took them back.

    A reaction that has no emoji of its own is an empty string.
    """

    of: int
    emoji: tuple[str, ...]
    kind: Literal["customer_reacted"] = "customer_reacted"
