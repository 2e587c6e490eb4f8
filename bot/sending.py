"""How each kind of delivery is sent: the desk's words become calls to the Bot API."""

import asyncio
from functools import partial

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import SetMessageReaction
from aiogram.types import InlineKeyboardMarkup, ReactionTypeEmoji

from bot.jobs import Job
from bot.merging import merged
from bot.posting import Poster, Target
from bot.refusals import Verdict, classify
from bot.texts import Texts
from bot.topics import Topics
from bot.views import buttons, entry
from bot.views.rendered import Rendered
from bot.views.sentence import sentence
from orchestration.content import Content, MessageRef
from orchestration.deliveries import (
    Answer,
    DeleteTopic,
    DressTopic,
    Fate,
    MarkMessage,
    Offer,
    PinCard,
    SendEntry,
    ShowCard,
    ShowEntry,
    TellPrivately,
    TellTopic,
    WarnPrivately,
)
from orchestration.desk import Desk
from orchestration.events import RepliedPublicly
from orchestration.ports import Begin, Place, Side
from orchestration.sentences import Facts
from orchestration.timeline import Audience

#: Bots may only set reactions from Telegram's list (telegram-facts, section 3.16).
REACTIONS = {Fate.DELIVERED: "👌"}


class NotPublic(Exception):
    """A note was about to be sent to a customer. This is a bug, and it stops here too."""


class Sender:
    """Sends one job at a time; raises what Telegram refuses."""

    def __init__(
        self, bot: Bot, begin: Begin, desk: Desk, texts: Texts, staff_chat: int | None
    ) -> None:
        self._poster = Poster(bot)
        self._topics = Topics(self._poster, begin, texts, staff_chat)
        self._desk = desk
        self._texts = texts

    def hear_first(self, heard: asyncio.Event | None) -> None:
        """No topic is opened before `heard`: the desk may have opened it and not know."""
        self._topics.heard = heard

    async def send(self, job: Job) -> None:
        """Does what the job's delivery asks for."""
        match job.delivery.body:
            case SendEntry():
                await self._send_entry(job)
            case TellPrivately() as told:
                await self._tell_privately(job, told)
            case WarnPrivately() as warning:
                words = sentence(warning.sentence, warning.facts, self._texts, job.language)
                await self._poster.say(job, Target(warning.chat), words)
            case Answer() as answer:
                await self._answer(job, answer)
            case MarkMessage() as mark:
                await self._mark(job, mark)
            case DeleteTopic():
                await self._topics.delete(job)
            case _:
                await self._topics.within(job, partial(self._in_topic, job))

    def group_moved(self, chat: int) -> None:
        """The staff group has another id from now on."""
        self._topics.group_moved(chat)

    async def _in_topic(self, job: Job, place: Place) -> None:
        if job.also:
            await self._show_merged(job, place)
            return
        match job.delivery.body:
            case ShowCard():
                await self._topics.show_card(job, place)
            case PinCard():
                await self._topics.pin(job, place)
            case DressTopic():
                await self._topics.dress(job, place)
            case ShowEntry():
                await self._show_entry(job, place)
            case TellTopic() as told:
                await self._tell_topic(job, told, place)

    async def _show_entry(self, job: Job, place: Place) -> None:
        shown = job.known_entry()
        target = Target(place.chat, place.thread, shows=(shown.ref, Side.STAFF))
        words = entry.to_staff(shown, self._texts)
        content = entry.content_of(shown)
        if content is None or content.is_text:
            await self._poster.say(job, target, words)
            return
        try:
            await self._poster.copy(job, target, content, words)
        except TelegramBadRequest as error:
            refusal = classify(error)
            if refusal is None or refusal.verdict is not Verdict.SOURCE_GONE:
                raise
            await self._poster.say(job, target, self._lost(words, content))

    async def _show_merged(self, job: Job, place: Place) -> None:
        """Several notes in one message, which every one of them is found by."""
        jobs = [job, *job.also]
        words, _ = merged(jobs, self._texts)
        message = await self._poster.say(job, Target(place.chat, place.thread), words)
        shown = MessageRef(place.chat, message)
        job.shown += [(shown, each.entry.ref, Side.STAFF) for each in jobs if each.entry]

    async def _tell_topic(self, job: Job, told: TellTopic, place: Place) -> None:
        words = sentence(told.sentence, told.facts, self._texts)
        await self._poster.say(job, Target(place.chat, place.thread), words)

    async def _send_entry(self, job: Job) -> None:
        """A public entry on its way to the customer: the only place that sends one."""
        ticket, public = job.known_ticket(), job.known_entry()
        if public.audience is not Audience.PUBLIC:
            msg = f"entry {public.ref} is internal"
            raise NotPublic(msg)
        queue = self._desk.queue(ticket.queue)
        words = entry.to_customer(public, queue, self._texts, job.language)
        reply_to = job.reply_to.message if job.reply_to else None
        shows = (public.ref, Side.CUSTOMER)
        target = Target(ticket.customer.id, reply_to=reply_to, shows=shows)
        content = public.event.content if isinstance(public.event, RepliedPublicly) else None
        if content is None or content.is_text:
            await self._poster.say(job, target, words)
        else:
            await self._poster.copy(job, target, content, words)

    async def _tell_privately(self, job: Job, told: TellPrivately) -> None:
        words = sentence(told.sentence, told.facts, self._texts, job.language)
        keyboard = buttons.choices(told.choices)
        what = Rendered(words.text, words.entities, keyboard)
        await self._poster.say(job, Target(told.chat), what)

    async def _answer(self, job: Job, answer: Answer) -> None:
        """Where one person alone should see it and Telegram refuses that, everyone does."""
        words = sentence(answer.sentence, answer.facts, self._texts)
        what = Rendered(words.text, words.entities, self._offered(answer))
        to = answer.to
        if answer.only is not None and to.chat < 0:
            private = Target(to.chat, answer.thread, to.message, answer.only)
            try:
                await self._poster.say(job, private, what)
            except (TelegramBadRequest, TelegramForbiddenError):
                job.pieces = 0
            else:
                return

        async def in_topic(place: Place) -> None:
            reply_to = to.message if place.thread == answer.thread else None
            await self._poster.say(job, Target(place.chat, place.thread, reply_to), what)

        if job.place is not None and job.place.thread == answer.thread:
            await self._topics.within(job, in_topic)
        else:
            await self._poster.say(job, Target(to.chat, answer.thread, to.message), what)

    async def _mark(self, job: Job, mark: MarkMessage) -> None:
        reaction = ReactionTypeEmoji(emoji=REACTIONS[mark.fate])
        method = SetMessageReaction(
            chat_id=mark.message.chat, message_id=mark.message.message, reaction=[reaction]
        )
        await self._poster.call(job, method)

    def _lost(self, words: Rendered, content: Content) -> Rendered:
        """What stands in the topic for a medium that its author deleted meanwhile."""
        facts: Facts = {
            "kind": self._texts.say(f"medium-{content.kind}"),
            "reason": self._texts.say("failure-source-gone"),
        }
        gone = self._texts.say("medium-gone", facts)
        return Rendered(f"{words.text}\n{gone}", words.entities)

    def _offered(self, answer: Answer) -> InlineKeyboardMarkup | None:
        ticket, owner = answer.facts.get("ticket"), answer.facts.get("owner")
        if answer.offer is not Offer.ASK_OWNER or not isinstance(ticket, int) or not owner:
            return None
        return buttons.ask_owner(ticket, str(owner), self._texts)
