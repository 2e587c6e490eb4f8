"""The staff group: notes, replies and commands in a ticket's topic; silence elsewhere."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import Message

from bot.incoming.reading import (
    command_of,
    content_of,
    is_command_by_name,
    is_command_for_another,
    is_unsupported,
    quote_of,
    ref_of,
    reply_ref_of,
)
from bot.incoming.recognising import answered_entry, ticket_of_topic
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand, asking
from bot.routers.commands import TOPIC_COMMANDS
from bot.routers.consulting import ask_if_mentioned
from bot.routers.duty import say_who_is_named_and_away
from bot.routers.setup import GROUP_COMMANDS
from orchestration import deliveries
from orchestration.answering import changes, replies
from orchestration.answering.album import album_begun
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import ContentKind
from orchestration.desk import PlainText
from orchestration.ending.resolution import set_status
from orchestration.errors import DeskError
from orchestration.errors.asking import NotATicket, UnknownCommand
from orchestration.errors.ticket import NoSuchTicket
from orchestration.errors.words import CannotCarry, EditedIntoCommand
from orchestration.events import Event, RepliedPublicly, ReplyHeld
from orchestration.people import Staff
from orchestration.ports import Place
from orchestration.sentences import StaffSentence
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef

#: So many of a person's first notes are met with a private hint (design, section 4).
HINTS = 3


async def topic_closed(message: Message, turn: Turn) -> None:
    """Someone closed the topic with Telegram's own menu: the ticket is resolved."""
    await _topic_moved(message, turn, closed=True)


async def topic_reopened(message: Message, turn: Turn) -> None:
    """Someone reopened the topic with Telegram's own menu: the ticket is open again."""
    await _topic_moved(message, turn, closed=False)


async def topic_opened(message: Message, turn: Turn) -> None:
    """A topic that the desk opened, in case the answer which said so never reached it.

    Telegram tells a bot of its own topics (telegram-facts, section 3.2). The newest one of a ticket
    is its place; what people write there later in this conversation finds the ticket.
    """
    number = ticket_of_topic(message, turn.username)
    opened, thread = message.forum_topic_created, message.message_thread_id
    if number is None or opened is None or thread is None:
        return
    try:
        await turn.uow.tickets.get(number)
    except NoSuchTicket:
        return  # it is of another database
    lost = await turn.uow.places.of(number) is not None  # then what it had shown is told again
    icon = opened.icon_custom_emoji_id
    adopted = Place(number, message.chat.id, thread, title=opened.name, icon=icon, history_due=lost)
    await turn.uow.places.adopt(adopted)


async def staff_message(message: Message, turn: Turn) -> None:
    """What a member of staff wrote in the group."""
    staff = turn.staff_of(message)
    if staff is None or is_command_for_another(message, turn.username):
        return
    ticket = await _ticket_here(message, turn)
    command = command_of(message, turn.username)
    if ticket is not None and command is not None:
        if command.name not in TOPIC_COMMANDS:
            raise UnknownCommand(command=f"/{command.name}")
        asked = TicketCommand(message, command.argument, ticket, staff)
        await TOPIC_COMMANDS[command.name](asked, turn)
    elif ticket is not None and (prompt := asking.prompt_of(message, staff, turn)) is not None:
        await asking.answered(message, prompt, ticket, staff, turn)
    elif ticket is not None:
        await _write(message, ticket, staff, turn)
    elif command is not None and command.name in GROUP_COMMANDS:
        await GROUP_COMMANDS[command.name](message, command, turn)
    elif command is not None and command.name in TOPIC_COMMANDS:
        raise NotATicket(command=f"/{command.name}")
    elif command is not None and is_command_by_name(message):
        raise UnknownCommand(command=f"/{command.name}")


async def edited_message(message: Message, turn: Turn) -> None:
    """A member of staff changed what they had written in a topic.

    An edit runs no command: of `/reply` and `/note` the words count, and an answer that turned
    into anything else stays as it is at the customer's.
    """
    staff = turn.staff_of(message)
    if staff is None or await _ticket_here(message, turn) is None:
        return
    command = command_of(message, turn.username)
    content = content_of(message)
    if command is not None:
        public = await replies.is_answer(turn.uow, ref_of(message))
        if public and command.name != "reply":
            raise EditedIntoCommand
        content = command.argument if command.name in {"reply", "note"} else content
    await changes.staff_edited(turn.uow, ref_of(message), content, staff, turn.now)


async def _ticket_here(message: Message, turn: Turn) -> Ticket | None:
    # Outside topics a thread id is only a chain of replies (telegram-facts, section 3.4).
    if not message.is_topic_message or message.message_thread_id is None:
        return None
    number = await turn.uow.places.ticket_at(message.chat.id, message.message_thread_id)
    return None if number is None else await turn.uow.tickets.get(number)


async def _write(message: Message, ticket: Ticket, staff: Staff, turn: Turn) -> None:
    """A reply to a customer's message answers them; anything else is a note."""
    content = content_of(message)
    if content.kind is ContentKind.OTHER and not is_unsupported(message):
        return
    reply_to = reply_ref_of(message)
    quote = quote_of(message)
    written = StaffMessage(staff, content, ref_of(message), reply_to, quote, message.date)
    answers = await answered_entry(message, ticket, turn)
    plain = turn.desk.queue(ticket.queue).plain_text
    public = answers is not None or (reply_to is None and plain is PlainText.PUBLIC)
    # What the first item of an album is, all of them are: only that one may bear the reply.
    begun = await album_begun(turn.uow, ticket, content.album)
    if begun is not None:
        public = isinstance(begun.event, RepliedPublicly | ReplyHeld)
        answers = _same_answer(ticket, begun.event) if public else None
    if not public:
        await replies.add_note(turn.uow, ticket, written, turn.now)
        await ask_if_mentioned(content, ticket, staff, turn)
        await say_who_is_named_and_away(message, content, turn)
        if begun is None:
            await _hint(message, turn)
    elif content.kind is ContentKind.OTHER:
        raise CannotCarry(ticket=ticket.id)
    else:
        written = replace(written, waits=turn.desk.hold_overtaken)
        await replies.reply_publicly(turn.uow, ticket, written, turn.now, answers)


def _same_answer(ticket: Ticket, begun: Event) -> EntryRef | None:
    reply_to = begun.reply_to if isinstance(begun, RepliedPublicly | ReplyHeld) else None
    return EntryRef(ticket.id, reply_to.seq) if reply_to and reply_to.seq else None


async def _hint(message: Message, turn: Turn) -> None:
    """Tells someone after their first notes how to answer, so that nobody waits for an answer."""
    person = turn.person
    if person is not None and person.hints < HINTS:
        await turn.uow.people.learn(replace(person, hints=person.hints + 1))
        await turn.answer(message, StaffSentence.NOTE_KEPT, only=person.id)


async def _topic_moved(message: Message, turn: Turn, *, closed: bool) -> None:
    staff = turn.staff_of(message)
    ticket = await _ticket_here(message, turn)
    if staff is None or ticket is None:
        return
    place = await turn.uow.places.of(ticket.id)
    if place is not None:
        await turn.uow.places.save(replace(place, closed=closed))
    wanted = Status.RESOLVED if closed else Status.OPEN
    if closed == (ticket.status in ENDED):
        return
    try:
        await set_status(turn.uow, turn.desk, ticket, wanted, staff, turn.now)
    except DeskError as refusal:
        # Telegram has done it already: the topic is put back to what the ticket is.
        await turn.refuse(message, refusal)
        await turn.uow.outbox.add(deliveries.dress(ticket.id))


def router() -> Router:
    """The handlers of the staff group's messages."""
    made = Router(name="topic")
    made.message.filter(InStaffChat())
    made.message.register(topic_opened, F.forum_topic_created)
    made.edited_message.filter(InStaffChat())
    made.edited_message.register(edited_message)
    made.message.register(topic_closed, F.forum_topic_closed)
    made.message.register(topic_reopened, F.forum_topic_reopened)
    made.message.register(staff_message)
    return made
