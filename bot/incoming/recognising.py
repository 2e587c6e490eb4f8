"""Which entry a staff message answers by replying to it.

A message is linked to its entry once Telegram has answered and the answer is written down. A desk
that is killed in that instant leaves a message in the topic without a link, and people can reply to
it like to any other. Such a reply must not quietly become a note, so the message is recognised by
its words.
"""

import re
from collections.abc import Awaitable, Callable

from aiogram.types import Message

from bot.incoming.reading import content_of, reply_ref_of
from bot.incoming.turn import Turn
from bot.outgoing import gathering
from bot.texts import Texts
from bot.views.entry import content_of as written_in
from bot.views.entry import own_words, to_staff
from bot.views.split import split
from orchestration.answering import replies
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.events import CustomerWrote
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef, as_they_stand

#: The instant of a crash is among the newest entries.
LOOKED_AT = 50

ByLink = Callable[[UnitOfWork, int, MessageRef], Awaitable[EntryRef | None]]

_TICKET = re.compile(r"#([1-9]\d*)(?=\s|$)")


def ticket_of_topic(message: Message, username: str) -> int | None:
    """The ticket that a topic is named after, where the bot named `username` opened it."""
    opened, by = message.forum_topic_created, message.from_user
    if opened is None or by is None or by.username != username:
        return None
    found = _TICKET.match(opened.name)
    return int(found[1]) if found else None


async def answered_entry(message: Message, ticket: Ticket, turn: Turn) -> EntryRef | None:
    """The customer's entry that a staff message answers; None when it answers none."""
    return await _entry_behind(message, ticket, turn, replies.answered_entry)


async def pointed_at(message: Message, ticket: Ticket, turn: Turn) -> EntryRef | None:
    """The entry, of those that the customer has, that a staff message replies to."""
    return await _entry_behind(message, ticket, turn, replies.public_entry)


async def _entry_behind(
    message: Message, ticket: Ticket, turn: Turn, by_link: ByLink
) -> EntryRef | None:
    reply_to, target = reply_ref_of(message), message.reply_to_message
    if reply_to is None or target is None:
        return None
    linked = await turn.uow.links.entry_of(reply_to)
    if linked is not None:
        return await by_link(turn.uow, ticket.id, reply_to)
    author = target.from_user
    if author is None or author.username != turn.username:
        return None
    return await _by_words(target, ticket, turn)


async def _by_words(target: Message, ticket: Ticket, turn: Turn) -> EntryRef | None:
    shown = content_of(target)
    card = target.reply_markup is not None and _is_card(shown.text, ticket)
    after = 0 if card else max(0, ticket.version - LOOKED_AT)
    entries = as_they_stand(await turn.uow.timeline.of(ticket.id, after, LOOKED_AT))
    written = [entry for entry in entries if isinstance(entry.event, CustomerWrote)]
    if card:
        return written[0].ref if written else None
    newest = list(reversed(written))
    alike = (entry.ref for entry in newest if _shows(shown, entry, turn.texts))
    found = next(alike, None)
    if found is None and _is_gathered(shown.text, ticket, turn):
        parts = set(shown.text.partition("\n")[2].split("\n\n"))
        found = next((entry.ref for entry in newest if own_words(entry).text in parts), None)
    return found


def _shows(shown: Content, entry: Entry, texts: Texts) -> bool:
    """Whether the desk shows the entry in just these words: only then a reply to them answers it.

    The desk's own sentences and files have no link either, and what people remark on those must
    stay inside.
    """
    content, whole = written_in(entry), to_staff(entry, texts)
    if content is None or content.kind is not shown.kind:
        return False
    is_text = shown.kind is ContentKind.TEXT
    pieces = {piece.text for piece in split(whole)} if is_text else {whole.text, content.text}
    head = whole.text.partition("\n")[0]
    quoting = shown.text.startswith(f"{head}\n") and shown.text.endswith(content.text)
    return shown.text in pieces or quoting


def _is_gathered(text: str, ticket: Ticket, turn: Turn) -> bool:
    """Whether it begins as the desk begins what it gathers: nobody else can write that there."""
    first, name = text.partition("\n")[0], ticket.customer.name
    counts = range(2, gathering.MOST + 1)
    return any(first == gathering.header(name, count, turn.texts) for count in counts)


def _is_card(text: str, ticket: Ticket) -> bool:
    found = _TICKET.match(text)
    return found is not None and int(found[1]) == ticket.id
