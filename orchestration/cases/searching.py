"""Full text search over messages, notes and the incidents that tickets joined, for staff.

What counts as a word is decided here, so that it is the same in every database: both index what
`words_of` gives, and neither needs to know a language.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orchestration.content import MessageRef
from orchestration.errors.filing import NothingToSearch
from orchestration.events import Edit, IncidentJoined, Written
from orchestration.ports import Side, UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef

#: From here on a word also stands for those that begin with it; shorter ones would find too much.
BEGINNING = 3
#: Of a longer word so many letters are looked for: so it is found with other endings too, and a
#: database can keep the beginnings of all words at hand.
STEM = 6
#: A longer word is cut: nobody types more, and a database has its limits.
LONGEST = 64
#: So many tickets are shown, and so many entries are looked through for them.
TICKETS = 10
_ENTRIES = 200
#: A line quotes so much of what was said.
_EXCERPT = 90


@dataclass(frozen=True, slots=True)
class Hit:
    """A ticket in which the words were said: the newest entry with them, an excerpt, the place.

    `where` is its message in the group, or the ticket's topic when it is not shown there by itself;
    None when the topic is gone.
    """

    ticket: Ticket
    entry: Entry
    excerpt: str
    where: MessageRef | None


def words_of(text: str) -> list[str]:
    """A text's words without case and accents: runs of letters and digits, each once."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (letter for letter in plain if not unicodedata.combining(letter))
    spaced = "".join(letter if letter.isalnum() else " " for letter in kept)
    return list(dict.fromkeys(word[:LONGEST] for word in spaced.split()))


def asked_for(text: str) -> list[str]:
    """The beginnings of words to look for; numbers and the like are looked for as a whole."""
    words = words_of(text)
    return list(dict.fromkeys(word[:STEM] if word.isalpha() else word for word in words))


def said_in(entry: Entry) -> str:
    """What a search finds an entry by: a message's or a note's words, or an incident's title."""
    event = entry.event
    if isinstance(event, IncidentJoined):
        return event.title
    return event.content.text if isinstance(event, Written | Edit) else ""


async def search(uow: UnitOfWork, text: str) -> Sequence[Hit]:
    """The newest tickets in which all of the words were said in one message or note.

    Or in which they stand in the title of an incident. Raises `NothingToSearch` for a text without
    words.
    """
    words = asked_for(text)
    if not words:
        raise NothingToSearch
    newest: dict[int, EntryRef] = {}
    for ref in await uow.search.find(words, _ENTRIES):
        newest.setdefault(ref.ticket, ref)
    return [await _hit(uow, ref, words) for ref in list(newest.values())[:TICKETS]]


async def topics(uow: UnitOfWork, tickets: Sequence[int]) -> Mapping[str, MessageRef]:
    """Where the topics of these tickets are, by their numbers as people write them."""
    places = [await uow.places.of(ticket) for ticket in tickets]
    return {f"#{place.ticket}": MessageRef(place.chat, place.thread) for place in places if place}


async def _hit(uow: UnitOfWork, ref: EntryRef, words: Sequence[str]) -> Hit:
    ticket, entry = await uow.tickets.get(ref.ticket), await uow.timeline.entry(ref)
    place = await uow.places.of(ref.ticket)
    where = None
    if place is not None:
        original = EntryRef(ref.ticket, entry.event.of) if isinstance(entry.event, Edit) else ref
        shown = await uow.links.messages_of(original, Side.STAFF)
        here = [one for one in shown if one.chat == place.chat and one.message > place.thread]
        where = next(iter(here), MessageRef(place.chat, place.thread))
    return Hit(ticket, entry, _excerpt(said_in(entry), words), where)


def _excerpt(text: str, words: Sequence[str]) -> str:
    """The stretch around the first word that was looked for, in one line."""
    said = text.split()
    first = next((place for place, each in enumerate(said) if _stands_in(words[0], each)), 0)
    start = max(0, first - 5)
    line = " ".join(said[start:])
    head = "…" if start else ""
    return head + (line if len(line) <= _EXCERPT else line[: _EXCERPT - 1].rstrip() + "…")


def _stands_in(word: str, words: str) -> bool:
    return any(each.startswith(word) for each in words_of(words))
