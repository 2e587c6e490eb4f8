"""How one entry of the timeline looks: to staff in the topic, and to the customer."""

from aiogram.enums import MessageEntityType
from aiogram.types import MessageEntity

from bot.texts import Texts
from bot.views.rendered import (
    Rendered,
    bold,
    joined,
    plain,
    telegram_entities,
    units,
)
from orchestration.content import Content
from orchestration.desk import Queue, Signature
from orchestration.events import CustomerWrote, NoteAdded, RepliedPublicly, SystemSaid
from orchestration.people import Staff
from orchestration.timeline import Entry


class NothingToShow(Exception):
    """An entry without words, such as a claim: the card shows what it changed."""


def content_of(entry: Entry) -> Content | None:
    """What a person or a specialist wrote in an entry."""
    match entry.event:
        case CustomerWrote(content) | RepliedPublicly(content) | NoteAdded(content):
            return content
        case _:
            return None


def to_staff(entry: Entry, texts: Texts) -> Rendered:
    """An entry in its topic, headed by who said it; without words of its own, only the head."""
    head = _head(entry, texts)
    header = Rendered(head, (bold(head),))
    content = content_of(entry)
    if content is not None:
        words = _words(content)
    elif isinstance(entry.event, SystemSaid):
        words = Rendered(texts.say(entry.event.sentence, entry.event.facts))
    else:
        msg = f"entry {entry.ref} ({entry.event.kind}) has no words"
        raise NothingToShow(msg)
    return joined(header, words) if words.text else header


def to_customer(entry: Entry, queue: Queue, texts: Texts, language: str | None) -> Rendered:
    """A public entry as its customer reads it. What it is was decided by `deliveries`."""
    if isinstance(entry.event, SystemSaid):
        return Rendered(texts.say(entry.event.sentence, entry.event.facts, language))
    content = content_of(entry)
    if content is None or not isinstance(entry.event, RepliedPublicly):
        msg = f"entry {entry.ref} ({entry.event.kind}) has no words for a customer"
        raise NothingToShow(msg)
    words = _words(content)
    signed = signature(entry, queue)
    if not signed:
        return words
    line = f"— {signed}"
    italic = MessageEntity(type=MessageEntityType.ITALIC, offset=0, length=units(line))
    name = Rendered(line, (italic,))
    return joined(words, name, "\n\n") if words.text else name


def signature(entry: Entry, queue: Queue) -> str:
    """How a queue signs a public reply: not at all, with a first name, or as the team.

    An anonymous administrator has no name to sign with, so the team does.
    """
    author = entry.actor
    if queue.signature is Signature.NONE or not isinstance(author, Staff):
        return ""
    first, *_ = plain(author.name).split() or [""]
    if queue.signature is Signature.FIRST_NAME and first and not author.anonymous:
        return first
    return plain(queue.team)


def _head(entry: Entry, texts: Texts) -> str:
    author = plain(getattr(entry.actor, "name", "")) or "…"
    match entry.event:
        case NoteAdded():
            return texts.say("entry-note", {"author": author})
        case RepliedPublicly():
            return texts.say("entry-reply", {"author": author})
        case SystemSaid():
            return texts.say("entry-system")
        case _:
            return author


def _words(content: Content) -> Rendered:
    return Rendered(content.text, telegram_entities(content.entities))
