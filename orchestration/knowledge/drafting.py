"""An article out of a ticket: what the customer asked, and what answered it, without who they were.

It is put together without a model, and it is a draft: a person reads it before it is one.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from orchestration.containment.finding import ALWAYS, BY_SETTING, secrets_in
from orchestration.errors.asking import MissingArgument
from orchestration.errors.learning import NothingLearned
from orchestration.events import CustomerWrote, RepliedPublicly, ReplyDeleted
from orchestration.events.specialists import Routed
from orchestration.people import Staff
from orchestration.specialists.built_in.entities import CHARACTERS, entities_in
from orchestration.specialists.cast import Cast
from orchestration.specialists.kinds import Kind
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: How long each part may be: all of it fits a message.
TITLE, QUESTION, ANSWER = 100, 700, 2_000
#: Stands where something was left out.
LEFT_OUT = "…"
#: What identifies a customer; amounts and dates may be what an answer is about.
_WHOSE = frozenset(Kind) - {Kind.AMOUNT, Kind.DATE}
#: Only what "Monday" means depends on it, and that stays.
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What would be an article: `text` is Markdown, `tags` say which specialists read it."""

    ticket: int
    title: str
    text: str
    tags: tuple[str, ...] = ()

    @property
    def seal(self) -> str:
        """Tells it from any other: what is approved must be what its approver has read."""
        told = repr((self.ticket, self.title, self.text, self.tags))
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def draft_of(ticket: Ticket, entries: Sequence[Entry], cast: Cast) -> ArticleDraft:
    """The subject, the customer's words before the first answer as a quote, and all answers.

    Raises `NothingLearned`.
    """
    names = _names(ticket, entries)
    gone = {(one.ticket, one.event.of) for one in entries if isinstance(one.event, ReplyDeleted)}
    asked: list[str] = []
    answers: list[str] = []
    for entry in entries:
        match entry.event:
            case CustomerWrote(content=content) if not answers:
                asked.append(content.text)
            case RepliedPublicly(content=content) if (entry.ticket, entry.seq) not in gone:
                answers += [content.text] if content.text.strip() else []
    answer = _short(nameless("\n\n".join(answers), names), ANSWER)
    if ticket.erased or not answer:
        raise NothingLearned(ticket=ticket.id)
    question = _short(nameless("\n".join(asked), names), QUESTION)
    quote = "\n".join(f"> {line}".rstrip() for line in question.splitlines())
    text = "\n\n".join(part for part in (quote, answer) if part)
    return ArticleDraft(
        ticket.id, _title(ticket.subject, names, ticket), text, _tags(entries, cast)
    )


def rewritten(ticket: Ticket, entries: Sequence[Entry], cast: Cast, words: str) -> ArticleDraft:
    """A person's own words in its place: the title in the first line, the article below it.

    Raises `MissingArgument`.
    """
    names = _names(ticket, entries)
    title, _, text = words.strip().partition("\n")
    text = nameless(text, names)
    if not title.strip() or not text:
        raise MissingArgument(form="/kb add ⏎ title ⏎ words")
    return ArticleDraft(ticket.id, _title(title, names, ticket), text, _tags(entries, cast))


def nameless(text: str, names: Collection[str]) -> str:
    """The text without these names, and without anything that identifies a customer."""
    plain = "".join(sign for sign in _composed(text) if sign == "\n" or sign.isprintable())
    return "\n".join(_bare(line, names) for line in plain.splitlines()).strip()


def _bare(line: str, names: Collection[str]) -> str:
    line = line[:CHARACTERS]
    secrets = secrets_in(line, ALWAYS | BY_SETTING)
    line = _without(line, ((each.start, each.end) for each in secrets))
    named = [each for each in entities_in(line, _ANY_DAY) if each.kind in _WHOSE]
    line = _without(line, ((each.start, each.end) for each in named))
    for name in sorted(names, key=len, reverse=True):
        line = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", LEFT_OUT, line)
    return line.rstrip()


def _without(line: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        line = line[:start] + LEFT_OUT + line[end:]
    return line


def _names(ticket: Ticket, entries: Iterable[Entry]) -> frozenset[str]:
    """Whoever has a part in it, by whole names and their parts."""
    whole = {ticket.customer.name} | {
        one.actor.name for one in entries if isinstance(one.actor, Staff)
    }
    parts = {part for name in whole for part in _composed(name).split()}
    return frozenset(part for part in parts if len(part) > 1 and any(map(str.isalpha, part)))


def _title(words: str, names: Collection[str], ticket: Ticket) -> str:
    title = " ".join(nameless(words.replace("\n", " "), names).split())
    return _short(title, TITLE) or f"#{ticket.id}"


def _tags(entries: Iterable[Entry], cast: Cast) -> tuple[str, ...]:
    """Whoever was asked last is to find it among what they read."""
    asked = [one.event for one in entries if isinstance(one.event, Routed)]
    found = (cast.get(call.specialist) for call in (asked[-1].calls if asked else ()))
    return tuple(sorted({tag for each in found if each for tag in each.knowledge or ()}))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + LEFT_OUT


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
