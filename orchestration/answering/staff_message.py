"""What a member of staff wrote in a ticket's topic, before it is a note or an answer."""

from dataclasses import dataclass
from datetime import datetime

from orchestration.content import Content, MessageRef, Quote
from orchestration.people import Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.timeline import Entry


@dataclass(frozen=True, slots=True)
class StaffMessage:
    """What a member of staff wrote in a ticket's topic, and what it replies to.

    What they said by a button may have no `message`. `sent_at` is when, as Telegram dates it; None
    for what is sent by pressing a button. `macro` is the one whose words these are. `waits` is
    whether an answer that newer words have overtaken waits for its author (`Desk.hold_overtaken`).
    """

    author: Staff
    content: Content
    message: MessageRef | None
    reply_to: MessageRef | None = None
    quote: Quote | None = None
    sent_at: datetime | None = None
    macro: str = ""
    waits: bool = True


async def link(uow: UnitOfWork, written: StaffMessage, entry: Entry) -> None:
    """The message shows the entry that was made of it, where there is one."""
    if written.message is not None:
        await uow.links.add(written.message, entry.ref, Side.STAFF)
