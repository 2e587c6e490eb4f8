"""How one entry of the timeline looks: to staff in the topic, and to the customer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.texts import Texts
from bot.views import buttons, incidents
from bot.views.rendered import (
    Rendered,
    bold,
    italic,
    joined,
    plain,
    quoted,
    telegram_entities,
)
from orchestration.content import Content, Quote
from orchestration.desk import Queue, Signature
from orchestration.events import (
    Change,
    CustomerEdited,
    CustomerReacted,
    NoteAdded,
    NoteEdited,
    RatingCommented,
    RepliedPublicly,
    ReplyDeleted,
    ReplyEdited,
    ReplyHeld,
    Suggested,
    SystemSaid,
    Written,
)
from orchestration.events.incidents import UpdateDrafted
from orchestration.events.team import Consulted, Decided, HandedOver
from orchestration.people import Specialist, Staff
from orchestration.sentences import Facts, PublicSentence
from orchestration.timeline import Entry

#: Above which words only their author is named.
_HEADS: Mapping[type[object], str] = {
    NoteAdded: "entry-note",
    RepliedPublicly: "entry-reply",
    RatingCommented: "entry-comment",
    Decided: "entry-decided",
    ReplyHeld: "entry-held",
    Suggested: "entry-suggested",
}


class NothingToShow(Exception):
    """An entry without words, such as a claim: the card shows what it changed."""


def content_of(entry: Entry) -> Content | None:
    """What a person or a specialist wrote in an entry."""
    event = entry.event
    return event.content if isinstance(event, Written | RatingCommented) else None


def to_staff(entry: Entry, texts: Texts, quote: Quote | None = None) -> Rendered:
    """An entry in its topic, headed by who said it; without words of its own, only the head.

    A `quote` is what it replies to, where that cannot be pointed at. Of a change it shows what
    stood there before.
    """
    if isinstance(entry.event, Change | CustomerReacted):
        return _about(entry, texts, quote)
    head = _head(entry, texts)
    header = bold(head)
    if quote is not None:
        header = joined(header, quoted(_words(Content(quote.text, entities=quote.entities))))
    content = content_of(entry)
    if content is not None:
        words = _words(content)
    elif isinstance(entry.event, SystemSaid):
        words = Rendered(texts.say(entry.event.sentence, entry.event.facts))
    else:
        msg = f"entry {entry.ref} ({entry.event.kind}) has no words"
        raise NothingToShow(msg)
    whole = joined(header, words) if words.text else header
    if isinstance(entry.event, UpdateDrafted):
        return replace(whole, buttons=incidents.draft_buttons(entry, texts))
    return whole


def album_to_staff(items: Sequence[Entry], texts: Texts, quote: Quote | None) -> list[Rendered]:
    """The captions of an album, each with its own words; the first one's are headed by its author.

    Only where a single item has a caption do Telegram's apps show it below the whole album, so no
    second one is made.
    """
    captions = [_words(content_of(item) or Content()) for item in items]
    bearer = _bearer(captions)
    captions[bearer] = to_staff(items[bearer], texts, quote)
    return captions


def album_to_customer(
    items: Sequence[Entry], queue: Queue, texts: Texts, language: str | None
) -> list[Rendered]:
    """The captions of an album as its customer reads it, signed once."""
    captions = [_words(content_of(item) or Content()) for item in items]
    bearer = _bearer(captions)
    captions[bearer] = to_customer(items[bearer], queue, texts, language)
    return captions


def _bearer(captions: Sequence[Rendered]) -> int:
    return next((place for place, caption in enumerate(captions) if caption.text), 0)


def own_words(entry: Entry) -> Rendered:
    """What its author wrote, and nothing of the desk's."""
    return _words(content_of(entry) or Content())


def to_customer(entry: Entry, queue: Queue, texts: Texts, language: str | None) -> Rendered:
    """A public entry as its customer reads it. What it is was decided by `deliveries`."""
    if isinstance(entry.event, SystemSaid):
        said = texts.say(entry.event.sentence, entry.event.facts, language)
        asks = entry.event.sentence is PublicSentence.RATING_ASKED
        return Rendered(said, buttons=buttons.scores(entry.ticket) if asks else None)
    content = content_of(entry)
    if content is None or not isinstance(entry.event, RepliedPublicly):
        msg = f"entry {entry.ref} ({entry.event.kind}) has no words for a customer"
        raise NothingToShow(msg)
    words = _words(content)
    if isinstance(entry.actor, Specialist):
        return joined(words, italic(texts.say("answered-itself", None, language)), "\n\n")
    signed = signature(entry, queue)
    if not signed:
        return words
    name = italic(f"— {signed}")
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
    author = _author(entry)
    content = content_of(entry)
    match entry.event:
        case SystemSaid():
            head = texts.say("entry-system")
        case HandedOver(name=name):
            head = texts.say("entry-handed-over", {"author": author, "who": plain(name)})
        case Consulted(name=name):
            head = texts.say("entry-consulted", {"author": author, "who": plain(name)})
        case UpdateDrafted(incident=number):
            head = texts.say("entry-drafted", {"author": author, "incident": number})
        case event if type(event) in _HEADS:
            head = texts.say(_HEADS[type(event)], {"author": author})
        case _:
            head = author
    if content is not None and content.forwarded_from is not None:
        facts: Facts = {"head": head, "origin": plain(content.forwarded_from) or "…"}
        return texts.say("entry-forwarded", facts)
    return head


def _about(entry: Entry, texts: Texts, quote: Quote | None) -> Rendered:
    """What became of an earlier entry, and what stood there before."""
    facts: Facts = {"author": _author(entry)}
    match entry.event:
        case CustomerReacted(emoji=emoji):
            shown = " ".join(one or texts.say("reaction-other") for one in emoji)
            line = texts.say("entry-reacted", {**facts, "emoji": shown})
            words = _words(Content(quote.text, entities=quote.entities)) if quote else None
        case ReplyDeleted(former=former):
            line, words = texts.say("entry-deleted", facts), _words(former)
        case CustomerEdited(former=former) | ReplyEdited(former=former) | NoteEdited(former=former):
            line, words = texts.say("entry-edited", facts), _words(former)
        case _:
            line, words = _head(entry, texts), None
    header = italic(line)
    if words is None:
        return header
    return joined(header, quoted(words if words.text else Rendered(texts.say("no-words"))))


def _author(entry: Entry) -> str:
    return plain(getattr(entry.actor, "name", "")) or "…"


def _words(content: Content) -> Rendered:
    return Rendered(content.text, telegram_entities(content.entities))
