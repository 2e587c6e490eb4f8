"""What staff can ask of a ticket with a slash command in its topic."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiogram.enums import MessageEntityType
from aiogram.types import Message

from bot.reading import Command, quote_of, ref_of, reply_ref_of
from bot.recognising import pointed_at
from bot.routers import CommandHandler
from bot.routers.notices import NOTICE_COMMANDS
from bot.routers.setup import tell_ids, tell_queue
from bot.turn import Turn
from orchestration import assignment, changes, deliveries, replies, resolution
from orchestration.content import Content
from orchestration.errors import MissingArgument, UnknownPerson
from orchestration.people import Person, Staff
from orchestration.replies import StaffMessage
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import Status
from orchestration.ticket import Ticket


@dataclass(frozen=True, slots=True)
class TicketCommand:
    """A command in a ticket's topic: who asks what of which ticket."""

    message: Message
    argument: Content
    ticket: Ticket
    by: Staff

    def written(self) -> StaffMessage:
        """The command's words, as a message of its author."""
        return StaffMessage(
            self.by,
            self.argument,
            ref_of(self.message),
            reply_ref_of(self.message),
            quote_of(self.message),
        )


async def _claim(asked: TicketCommand, turn: Turn) -> None:
    await assignment.claim(turn.uow, asked.ticket, asked.by, turn.now)
    await _done(asked, turn)


async def _assign(asked: TicketCommand, turn: Turn) -> None:
    person = await _person_meant(asked, turn)
    await assignment.assign(turn.uow, asked.ticket, person, asked.by, turn.now)
    await _done(asked, turn)


async def _release(asked: TicketCommand, turn: Turn) -> None:
    await assignment.release(turn.uow, turn.desk, asked.ticket, asked.by, turn.now)
    await _done(asked, turn)


async def _note(asked: TicketCommand, turn: Turn) -> None:
    _says_something(asked, "/note text")
    await replies.add_note(turn.uow, asked.ticket, asked.written(), turn.now)


async def _reply(asked: TicketCommand, turn: Turn) -> None:
    _says_something(asked, "/reply text")
    answers = await pointed_at(asked.message, asked.ticket, turn)
    await replies.reply_publicly(turn.uow, asked.ticket, asked.written(), turn.now, answers)


async def _delete(asked: TicketCommand, turn: Turn) -> None:
    await changes.delete_reply(turn.uow, asked.ticket, asked.written(), turn.now)


async def _status(asked: TicketCommand, turn: Turn) -> None:
    if asked.argument.text:
        to = resolution.status_named(asked.argument.text)
        await _move(asked, turn, to)
        return
    ticket = asked.ticket
    facts: Facts = {
        "ticket": ticket.id,
        "subject": ticket.subject,
        "status": ticket.status,
        "owner": ticket.primary.name if ticket.primary else "",
        "since": ticket.status_since.strftime("%Y-%m-%d %H:%M UTC"),
    }
    await turn.answer(asked.message, StaffSentence.STATUS_TOPIC, facts)


async def _resolve(asked: TicketCommand, turn: Turn) -> None:
    await _move(asked, turn, Status.RESOLVED)


async def _reopen(asked: TicketCommand, turn: Turn) -> None:
    await _move(asked, turn, Status.OPEN)


async def _close(asked: TicketCommand, turn: Turn) -> None:
    await _move(asked, turn, Status.CLOSED)


async def _help(asked: TicketCommand, turn: Turn) -> None:
    await turn.answer(asked.message, StaffSentence.HELP_TOPIC)


async def _id(asked: TicketCommand, turn: Turn) -> None:
    await tell_ids(asked.message, Command("id", asked.argument), turn)


async def _queue(asked: TicketCommand, turn: Turn) -> None:
    await tell_queue(asked.message, Command("queue", asked.argument), turn)


async def _move(asked: TicketCommand, turn: Turn, to: Status) -> None:
    await resolution.set_status(turn.uow, asked.ticket, to, asked.by, turn.now)
    await _done(asked, turn)


async def _done(asked: TicketCommand, turn: Turn) -> None:
    """Acknowledges a command on the command itself; the card shows what changed."""
    await turn.uow.outbox.add(deliveries.mark(asked.ticket.id, ref_of(asked.message)))


def _says_something(asked: TicketCommand, form: str) -> None:
    if asked.argument.is_text and not asked.argument.text.strip():
        raise MissingArgument(form=form)


async def _person_meant(asked: TicketCommand, turn: Turn) -> Person:
    """Whom `/assign` means: a text mention, a known @name, or who wrote the message replied to.

    Raises `MissingArgument` when it names nobody, `UnknownPerson` when the desk has not seen them.
    """
    argument = asked.argument
    for entity in argument.entities:
        if entity.type == MessageEntityType.TEXT_MENTION and entity.user_id is not None:
            return _staff_only(await turn.uow.people.get(entity.user_id), argument.text)
    word = argument.text.split()[0] if argument.text.split() else ""
    if word:
        return _staff_only(await turn.uow.people.by_username(word.removeprefix("@")), word)
    target = asked.message.reply_to_message
    if reply_ref_of(asked.message) is not None and target is not None and target.from_user:
        person = await turn.uow.people.get(target.from_user.id)
        return _staff_only(person, target.from_user.full_name)
    raise MissingArgument(form="/assign @name")


def _staff_only(person: Person | None, word: str) -> Person:
    if person is None or person.role is None:
        raise UnknownPerson(name=word[:64])
    return person


TopicHandler = Callable[[TicketCommand, Turn], Awaitable[None]]


def _anywhere(name: str, handler: CommandHandler) -> TopicHandler:
    """A command that means the same in every topic."""

    async def here(asked: TicketCommand, turn: Turn) -> None:
        await handler(asked.message, Command(name, asked.argument), turn)

    return here


#: In the order in which Telegram lists them.
TOPIC_COMMANDS: Mapping[str, TopicHandler] = {
    "reply": _reply,
    "note": _note,
    "delete": _delete,
    "claim": _claim,
    "assign": _assign,
    "release": _release,
    "status": _status,
    "resolve": _resolve,
    "reopen": _reopen,
    "close": _close,
    "help": _help,
    "queue": _queue,
    **{name: _anywhere(name, handler) for name, handler in NOTICE_COMMANDS.items()},
    "id": _id,
}
