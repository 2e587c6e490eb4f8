"""Macros: canned replies with variables, read before they are sent; replies saved as such.

Those that the desk's owner wrote are files, read once at start (`bot.desk_files.macros`); those
that staff saved live in the database. A name means one of them, and the files win.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Protocol

from orchestration import deliveries
from orchestration.answering import replies
from orchestration.answering.macro_actions import Action, SetStatus
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, MessageRef
from orchestration.desk import Desk
from orchestration.ending.closing_conditions import OpenMatter, open_matters, seal_of
from orchestration.errors.macros import (
    BadMacroName,
    BrokenMacro,
    MacroExists,
    MacroIsAFile,
    NoAnswerToSave,
    NothingToSave,
    NotYourMacro,
    UnknownMacro,
)
from orchestration.events import RepliedPublicly, ReplyDeleted
from orchestration.people import Staff
from orchestration.ports import SavedMacro, UnitOfWork
from orchestration.status import ENDED
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef, amended

#: Short enough that a button can name any macro.
NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")
#: What `/macro` says before a name, so no macro is called that.
SAVE, FORGET = "save", "forget"

#: What a macro's words may be filled with, and what that looks like.
VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        "customer": "Ana Lima",
        "customer_first_name": "Ana",
        "agent": "Maria Silva",
        "agent_first_name": "Maria",
        "team": "Support",
        "ticket": "#142",
        "subject": "Where is my order 4711?",
    }
)


class Wording(Protocol):
    """A macro's words in one language."""

    @property
    def source(self) -> str:
        """The words as they were written, with their variables."""
        ...

    def fill(self, facts: Mapping[str, str]) -> str:
        """The words with the facts in place of the variables; raises `ValueError`."""
        ...


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of the desk's files; `translations` are by language code, such as `es`."""

    name: str
    title: str
    wording: Wording
    translations: Mapping[str, Wording] = field(default_factory=dict)
    then: tuple[Action, ...] = ()

    def in_language(self, languages: Iterable[str | None]) -> Wording:
        """The wording in the first of these languages that it has."""
        for language in languages:
            found = self.translations.get((language or "").lower().split("-")[0])
            if found is not None:
                return found
        return self.wording


#: The macros of the desk's files, by name.
Library = Mapping[str, Macro]


@dataclass(frozen=True, slots=True)
class Listed:
    """A macro as a list shows it."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a macro would send on a ticket, and do then.

    A `version` of the ticket binds it to all that was said by then.
    `still_open` is what stands open where it would end the ticket, as `foreseeing` finds it.
    """

    name: str
    content: Content
    then: tuple[Action, ...] = ()
    version: int | None = None
    still_open: tuple[OpenMatter, ...] = ()

    def foreseeing(self, ticket: Ticket, by: Staff, now: datetime) -> "Draft":
        """This draft with what stands open, if sending it ends the ticket."""
        ends = any(isinstance(each, SetStatus) and each.to in ENDED for each in self.then)
        return replace(self, still_open=open_matters(ticket, by, now)) if ends else self

    @property
    def seal(self) -> str:
        """Tells this draft from any other: what is sent must be what its author has read."""
        then = [each.words for each in self.then]
        told = repr((self.content.text, self.content.entities, then, self.version))
        told += seal_of(self.still_open)
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


async def find(uow: UnitOfWork, library: Library, words: str) -> Sequence[Listed]:
    """The macros that have all of these words somewhere, by name; all of them for no words."""
    wanted = words.casefold().split()
    found: dict[str, Listed] = {}
    for saved in await uow.macros.all():
        if _has(wanted, saved.name, saved.content.text):
            found[saved.name] = Listed(saved.name, saved.name)
    for macro in library.values():
        sources = [each.source for each in (macro.wording, *macro.translations.values())]
        if _has(wanted, macro.name, macro.title, *sources):
            found[macro.name] = Listed(macro.name, macro.title)
    return [macro for _, macro in sorted(found.items())]


async def draft(
    uow: UnitOfWork, desk: Desk, library: Library, ticket: Ticket, name: str, by: Staff
) -> Draft:
    """What the macro says to the ticket's customer, in their language.

    Raises `UnknownMacro` and `BrokenMacro`.
    """
    macro = library.get(name)
    if macro is not None:
        customer = await uow.people.get(ticket.customer.id)
        spoken = (
            customer.chosen_language if customer else None,
            ticket.triage.language if ticket.triage else None,
            customer.language if customer else None,
        )
        try:
            words = macro.in_language(spoken).fill(_facts(desk, ticket, by))
        except ValueError as error:
            raise BrokenMacro(name=name) from error
        return Draft(name, Content(words), macro.then)
    saved = await uow.macros.get(name)
    if saved is None:
        raise UnknownMacro(name=name)
    return Draft(name, saved.content)


async def send(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, drafted: Draft, asked: StaffMessage, now: datetime
) -> None:
    """Sends a draft as its asker's public reply, and does what the macro does then.

    `asked` is the message that asked for the macro: it shows the answer's fate, while the words
    stand in the topic below it. Where the words have to wait, so do the actions. Raises what
    `Ticket.reply_publicly` and the actions raise.
    """
    before = ticket.version
    written = replace(asked, content=drafted.content, macro=drafted.name, waits=desk.hold_overtaken)
    await replies.reply_publicly(uow, ticket, written, now)
    for seq in range(before + 1, ticket.version + 1):
        entry = await uow.timeline.entry(EntryRef(ticket.id, seq))
        if isinstance(entry.event, RepliedPublicly):
            await uow.outbox.add(deliveries.to_topic(entry))
            for action in drafted.then:
                await action.perform(uow, desk, ticket, asked.author, now)


async def finish(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, macro: Macro, by: Staff, now: datetime
) -> None:
    """Does what the macro does once words of it that waited are on their way."""
    for action in macro.then:
        await action.perform(uow, desk, ticket, by, now)


async def save(
    uow: UnitOfWork, library: Library, ticket: Ticket, name: str, asked: StaffMessage, now: datetime
) -> str:
    """Keeps the answer that is replied to, as it reads now, word for word; returns its name.

    Raises `BadMacroName`, `MacroIsAFile`, `MacroExists` or `NothingToSave`.
    """
    name = _name_of_staff(library, name)
    content = await _answer_in(uow, ticket, asked.reply_to)
    return await keep(uow, library, name, content, asked.author, now)


async def keep(
    uow: UnitOfWork, library: Library, name: str, content: Content, by: Staff, now: datetime
) -> str:
    """Keeps these words as a macro; returns its name.

    Raises `BadMacroName`, `MacroIsAFile` or `MacroExists`.
    """
    name = _name_of_staff(library, name)
    saved = SavedMacro(name, content, by.id, by.name, now)
    if not await uow.macros.add(saved):
        raise MacroExists(name=name)
    return name


async def forget(uow: UnitOfWork, library: Library, name: str, by: Staff) -> str:
    """Forgets a saved macro; returns its name.

    Who saved it may, and whoever supervises. Raises `UnknownMacro`, `MacroIsAFile`, `NotYourMacro`.
    """
    name = _name_of_staff(library, name)
    saved = await uow.macros.get(name)
    if saved is None:
        raise UnknownMacro(name=name)
    if saved.by != by.id and not by.role.supervises:
        raise NotYourMacro(name=name, owner=saved.by_name)
    await uow.macros.forget(name)
    return name


async def newest_answer(uow: UnitOfWork, ticket: Ticket) -> Content:
    """The words of the ticket's newest public reply, as they read now.

    Raises `NoAnswerToSave` when there is none, or it has no words or was taken back.
    """
    newest = ticket.last_reply
    words = await _words(uow, EntryRef(ticket.id, newest.seq)) if newest else None
    if words is None:
        raise NoAnswerToSave(ticket=ticket.id)
    return words


def _name_of_staff(library: Library, word: str) -> str:
    """A name for a macro of staff; raises `BadMacroName`, or `MacroIsAFile`."""
    name = named(word)
    if name in library:
        raise MacroIsAFile(name=name)
    return name


def named(word: str) -> str:
    """A macro's name as someone typed it; raises `BadMacroName`."""
    name = word.strip().lower()
    if not NAME.fullmatch(name) or name in {SAVE, FORGET}:
        raise BadMacroName(name=name[:40])
    return name


async def _answer_in(uow: UnitOfWork, ticket: Ticket, message: MessageRef | None) -> Content:
    ref = await uow.links.entry_of(message) if message else None
    words = await _words(uow, ref) if ref is not None and ref.ticket == ticket.id else None
    if words is None:
        raise NothingToSave(ticket=ticket.id)
    return words


async def _words(uow: UnitOfWork, ref: EntryRef) -> Content | None:
    """What an answer says now; None where it has no words, was taken back, or is no answer."""
    change = await uow.timeline.newest_change(ref)
    event = amended(await uow.timeline.entry(ref), change).event
    back = change is not None and isinstance(change.event, ReplyDeleted)
    if back or not isinstance(event, RepliedPublicly) or not event.content.is_text:
        return None
    content = event.content
    return Content(content.text, entities=content.entities) if content.text.strip() else None


def _facts(desk: Desk, ticket: Ticket, by: Staff) -> Mapping[str, str]:
    customer, agent = _line(ticket.customer.name), _line(by.name)
    return {
        "customer": customer,
        "customer_first_name": customer.partition(" ")[0],
        "agent": agent,
        "agent_first_name": agent.partition(" ")[0],
        "team": desk.queue(ticket.queue).team,
        "ticket": f"#{ticket.id}",
        "subject": ticket.subject,
    }


def _line(words: str) -> str:
    return " ".join(words.split())


def _has(wanted: Sequence[str], *texts: str) -> bool:
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in wanted)
