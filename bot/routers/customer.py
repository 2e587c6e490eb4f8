"""A private chat: whoever writes here is a customer, staff too."""

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, MessageReactionUpdated, User

from bot.callbacks import ChoosePress
from bot.incoming.reading import (
    Command,
    command_of,
    content_of,
    customer_of,
    emoji_of,
    is_unsupported,
    quote_of,
    ref_of,
    reply_ref_of,
)
from bot.incoming.turn import Turn
from bot.routers import CommandHandler, bans, verifying
from bot.routers.finding import search
from bot.routers.followups import FOLLOW_UP_COMMANDS, TIME_COMMANDS
from bot.routers.notices import NOTICE_COMMANDS
from bot.routers.self_service import SELF_SERVICE
from bot.routers.setup import tell_ids, tell_queue
from orchestration import deliveries
from orchestration.answering import changes
from orchestration.content import ContentKind, MessageRef
from orchestration.customers import conversation, reception
from orchestration.ending import closing
from orchestration.intake import Incoming
from orchestration.people import Customer
from orchestration.sentences import PublicSentence


async def private_message(message: Message, turn: Turn) -> None:
    """A command, or words for a ticket."""
    if message.from_user is None:
        return
    command = command_of(message, turn.username)
    reaches_staff = command is None or command.name in {"new", "human"}
    if reaches_staff and await bans.withheld(message, turn):
        return
    if command is None and await verifying.took_code(message, turn):
        return
    if command is None:
        await _write(message, customer_of(message.from_user), turn)
    elif command.name in COMMANDS:
        await COMMANDS[command.name](message, command, turn)
    elif command.name in STAFF_COMMANDS and turn.staff_of(message):
        await STAFF_COMMANDS[command.name](message, command, turn)
    else:
        facts = {"command": f"/{command.name}"}
        told = deliveries.tell(message.chat.id, PublicSentence.UNKNOWN_COMMAND, facts)
        await turn.uow.outbox.add(told)


async def edited_message(message: Message, turn: Turn) -> None:
    """A customer changed what they had written; an edit runs no command."""
    if await bans.withheld(message, turn):
        return
    command = command_of(message, turn.username)
    content = content_of(message) if command is None else command.argument
    if await reception.edited(turn.uow, message.chat.id, ref_of(message), content):
        return
    await changes.customer_edited(turn.uow, turn.desk, ref_of(message), content, turn.now)


async def reacted(reaction: MessageReactionUpdated, turn: Turn) -> None:
    """A customer reacted to a message, or took a reaction back; of the banned nobody sees it."""
    if reaction.user is None or await turn.uow.bans.of(reaction.user.id) is not None:
        return
    message = MessageRef(reaction.chat.id, reaction.message_id)
    emoji = emoji_of(reaction.new_reaction)
    customer = customer_of(reaction.user)
    await changes.customer_reacted(turn.uow, customer, message, emoji, turn.now)


async def choose_ticket(query: CallbackQuery, callback_data: ChoosePress, turn: Turn) -> None:
    """A customer chose one of their tickets from the list."""
    customer = customer_of(query.from_user)
    await reception.open_now(turn.uow, turn.desk, customer, turn.now)
    await conversation.choose(turn.uow, customer, callback_data.ticket)


async def _write(message: Message, customer: Customer, turn: Turn) -> None:
    content = content_of(message)
    if content.kind is ContentKind.OTHER:
        if is_unsupported(message):
            told = deliveries.tell(message.chat.id, PublicSentence.UNSUPPORTED)
            await turn.uow.outbox.add(told)
        return
    incoming = Incoming(
        customer, content, ref_of(message), reply_ref_of(message), quote_of(message)
    )
    if not await closing.comment(turn.uow, incoming, turn.now):
        await reception.arrive(turn.uow, turn.desk, incoming, turn.now)


async def _start(message: Message, _: Command, turn: Turn) -> None:
    sentence = PublicSentence.GREETING
    if turn.staff_of(message):
        sentence = PublicSentence.GREETING_STAFF
    facts = {"name": _author(message).name}
    await turn.uow.outbox.add(deliveries.tell(message.chat.id, sentence, facts))


async def _help(message: Message, _: Command, turn: Turn) -> None:
    await turn.uow.outbox.add(deliveries.tell(message.chat.id, PublicSentence.HELP))


async def _new(message: Message, command: Command, turn: Turn) -> None:
    customer = _author(message)
    if command.argument.is_text and not command.argument.text:
        await reception.start_another(turn.uow, turn.desk, customer, turn.now)
        return
    incoming = Incoming(customer, command.argument, ref_of(message))
    await reception.arrive(turn.uow, turn.desk, incoming, turn.now, another=True)


async def _tickets(message: Message, _: Command, turn: Turn) -> None:
    await conversation.list_tickets(turn.uow, _author(message))


async def _status(message: Message, _: Command, turn: Turn) -> None:
    await conversation.tell_status(turn.uow, _author(message))


async def _close(message: Message, _: Command, turn: Turn) -> None:
    await conversation.close(turn.uow, _author(message), turn.now)


async def _human(message: Message, _: Command, turn: Turn) -> None:
    await reception.open_now(turn.uow, turn.desk, _author(message), turn.now)
    await conversation.ask_for_people(turn.uow, _author(message), turn.now)


def _author(message: Message) -> Customer:
    user: User | None = message.from_user
    if user is None:  # A private chat has no anonymous authors.
        msg = "a private message without an author"
        raise LookupError(msg)
    return customer_of(user)


#: In the order in which Telegram lists them.
COMMANDS: Mapping[str, CommandHandler] = {
    "new": _new,
    "tickets": _tickets,
    "status": _status,
    "close": _close,
    "human": _human,
    **verifying.PRIVATE_COMMANDS,
    **SELF_SERVICE,
    "help": _help,
    "start": _start,
    "id": tell_ids,
}

#: What staff have beside, in their own private chat.
STAFF_COMMANDS: Mapping[str, CommandHandler] = {
    "queue": tell_queue,
    "search": search,
    **NOTICE_COMMANDS,
    **FOLLOW_UP_COMMANDS,
    **TIME_COMMANDS,
}


def is_for_staff(message: Message, username: str) -> bool:
    """Whether the answer in a private chat depends on its author being staff."""
    if message.chat.type != ChatType.PRIVATE:
        return False
    command = command_of(message, username)
    return command is not None and command.name in {"start", *STAFF_COMMANDS}


def router() -> Router:
    """The handlers of private chats."""
    made = Router(name="customer")
    made.message.register(private_message, F.chat.type == ChatType.PRIVATE)
    made.edited_message.register(edited_message, F.chat.type == ChatType.PRIVATE)
    made.message_reaction.register(reacted, F.chat.type == ChatType.PRIVATE)
    made.callback_query.register(choose_ticket, ChoosePress.filter())
    return made
