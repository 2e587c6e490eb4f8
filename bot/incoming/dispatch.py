"""Inbox row → handler → one commit.

Everything that an update decides, and the mark that it was handled, is one transaction. A refusal
changes nothing and becomes one sentence to whoever asked. An update whose handler keeps failing is
set aside with its reason, and the later ones go on.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.methods import GetChatMember
from aiogram.types import Message, ResultChatMemberUnion
from aiogram.types import Update as TelegramUpdate
from pydantic import ValidationError

from bot.crash_points import CrashPoint, reach
from bot.incoming.people import learn
from bot.incoming.pressing import note_press
from bot.incoming.turn import Turn
from bot.outgoing.refusals import for_the_log
from bot.routers import (
    actions,
    asking,
    audit,
    callbacks,
    closing,
    consulting,
    customer,
    drafting,
    followups,
    incidents,
    macros,
    notices,
    reception,
    self_service,
    setup,
    teaching,
    topic,
)
from bot.speaking import language_of
from bot.texts import Texts
from bot.views.sentence import sentence
from orchestration.actions.surveying import Served
from orchestration.answering.macros import Library
from orchestration.desk import Desk
from orchestration.errors import DeskError, NotYetKnown, StaleTicket
from orchestration.errors.closing import StillOpen
from orchestration.ports import Begin, Clock, UnitOfWork, Update
from orchestration.ports.embedding import Embedder
from orchestration.ports.shelf import Shelf
from orchestration.specialists.roll import Roll
from orchestration.team.presence import Presses

log = structlog.get_logger(__name__)

#: How often a failing update is tried before it is set aside.
TRIES = 3
RETRY_SECONDS = 0.5
#: What the courier has just sent is written down within a few of these.
MOMENT_SECONDS = 0.05
#: Losing a race for a ticket is no failure; this often in a row would be one.
RACES = 20

#: Nobody waits longer for the desk to learn who they are.
LOOK_UP_SECONDS = 5

#: A callback's answer holds 200 characters (Bot API, answerCallbackQuery).
_ALERT_LENGTH = 200


@dataclass(frozen=True, slots=True)
class DeskContext:
    """What every turn shares: the desk's decisions, its wording, and where its staff are.

    `presses` is shared with the courier, whose cards show who was there.
    """

    desk: Desk
    texts: Texts
    staff_chat: int | None
    username: str
    library: Library = field(default_factory=dict)
    presses: Presses = field(default_factory=Presses)
    roll: Callable[[], Roll] = Roll
    embedder: Embedder | None = None
    shelf: Shelf | None = None
    served: Callable[[], Served] = dict


class Dispatch:
    """Handles the waiting updates of one conversation after another."""

    def __init__(
        self,
        bot: Bot,
        begin: Begin,
        clock: Clock,
        context: DeskContext,
        committed: Callable[[], None],
        group_is_back: Callable[[], None] = lambda: None,
    ) -> None:
        self._bot = bot
        self._begin = begin
        self._clock = clock
        self._context = context
        self._committed = committed
        self._group_is_back = group_is_back
        self._routes = routes()
        self._ending = False

    def end(self) -> None:
        """Begins no further update: those that wait are found by the next desk."""
        self._ending = True

    def move_group(self, chat: int) -> None:
        """The staff group has another id from now on."""
        self._context = replace(self._context, staff_chat=chat)

    async def drain(self, conversation: str) -> None:
        """Handles a conversation's updates in order until none waits."""
        while True:
            async with self._begin() as uow:
                updates = await uow.inbox.waiting(conversation)
            if not updates:
                return
            for update in updates:
                if self._ending:
                    return
                await self._handle(update)

    async def _handle(self, update: Update) -> None:
        races = 0
        while True:
            try:
                await self._turn(update)
            except NotYetKnown:
                await asyncio.sleep(MOMENT_SECONDS)
                continue
            except StaleTicket:
                races += 1
                if races < RACES:
                    continue
                reason = "other writers were always first"
            except Exception as error:
                log.exception("update failed", update=update.id)
                reason = f"{type(error).__name__}: {error}"
            else:
                return
            async with self._begin() as uow:
                if await uow.inbox.failed(update.bot, update.id, reason, TRIES):
                    log.error("update set aside", update=update.id, reason=reason)
                    return
            await asyncio.sleep(RETRY_SECONDS)

    async def _turn(self, update: Update) -> None:
        try:
            telegram = TelegramUpdate.model_validate(
                json.loads(update.payload), context={"bot": self._bot}
            )
        except ValidationError as error:
            async with self._begin() as uow:
                await uow.inbox.failed(update.bot, update.id, str(error), tries=1)
            log.exception("update set aside: it cannot be read", update=update.id)
            return
        said, back = "", False
        member = await self._member(telegram)
        try:
            async with self._begin() as uow:
                if not await uow.inbox.done(update.bot, update.id, self._clock()):
                    return
                reach(CrashPoint.USECASE_BEGUN)
                turn = await self._prepare(uow, telegram)
                await setup.recognize(turn, member)
                if telegram.callback_query is not None:
                    await note_press(telegram.callback_query, turn)
                await self._routes.feed_update(self._bot, telegram, turn=turn)
                back = turn.group_is_back
                reach(CrashPoint.USECASE_DECIDED)
        except DeskError as refusal:
            said = await self._refuse(update, telegram, refusal)
        reach(CrashPoint.USECASE_COMMITTED)
        if back:
            self._group_is_back()
        self._committed()
        if telegram.callback_query is not None:
            await self._answer(telegram.callback_query.id, said)

    async def _member(self, telegram: TelegramUpdate) -> ResultChatMemberUnion | None:
        """What the staff group says of someone who asks in private for what staff have there.

        Agents are learned as they act in the group; whoever has not yet is looked up.
        """
        message, staff_chat = telegram.message, self._context.staff_chat
        if staff_chat is None or message is None or message.from_user is None:
            return None
        if not customer.is_for_staff(message, self._context.username):
            return None
        try:
            return await self._bot(
                GetChatMember(chat_id=staff_chat, user_id=message.from_user.id),
                request_timeout=LOOK_UP_SECONDS,
            )
        except (AiogramError, TimeoutError):
            return None  # then they are who the desk holds them for

    async def _prepare(self, uow: UnitOfWork, telegram: TelegramUpdate) -> Turn:
        context = self._context
        person = await learn(uow, telegram, context.staff_chat)
        return Turn(
            uow,
            context.desk,
            self._clock(),
            context.staff_chat,
            context.username,
            context.texts,
            context.library,
            person,
            context.texts.languages,
            presses=context.presses,
            roll=context.roll,
            embedder=context.embedder,
            shelf=context.shelf,
            served=context.served,
        )

    async def _refuse(self, update: Update, telegram: TelegramUpdate, refusal: DeskError) -> str:
        """Answers a refused message where it stands; a refused button by the words it returns.

        A button whose refusal offers a next step shows that too, because an alert has no buttons.
        """
        async with self._begin() as uow:
            if not await uow.inbox.done(update.bot, update.id, self._clock()):
                return ""
            turn = await self._prepare(uow, telegram)
            message = telegram.message or telegram.edited_message
            next_step = refusal.owner_can_be_asked or isinstance(refusal, StillOpen)
            if telegram.callback_query is not None and next_step:
                pressed_on = telegram.callback_query.message
                message = pressed_on if isinstance(pressed_on, Message) else None
            if message is not None:
                await turn.refuse(message, refusal)
            language = None
            query = telegram.callback_query
            if query is not None and query.message is not None and query.message.chat.id > 0:
                language = await language_of(uow, query.from_user.id, self._context.texts)
            reach(CrashPoint.USECASE_REFUSED)
        return sentence(refusal.text, refusal.facts, self._context.texts, language).text

    async def _answer(self, query: str, said: str) -> None:
        try:
            await self._bot.answer_callback_query(
                query, text=said[:_ALERT_LENGTH] or None, show_alert=bool(said)
            )
        except AiogramError as error:
            # Too late, or Telegram is away: the button's effect stands all the same.
            log.info("button not answered", reason=for_the_log(error))


def routes() -> Dispatcher:
    """The handlers, in the order in which they are asked."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(
        setup.members_router(),
        customer.router(),
        self_service.router(),
        reception.router(),
        topic.router(),
        setup.elsewhere_router(),
        macros.router(),
        drafting.router(),
        consulting.router(),
        actions.router(),
        audit.router(),
        followups.router(),
        notices.router(),
        asking.router(),
        closing.router(),
        incidents.router(),
        teaching.router(),
        callbacks.router(),
    )
    return dispatcher
