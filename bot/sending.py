"""How each kind of delivery is sent: the desk's words become calls to the Bot API."""

from dataclasses import replace
from functools import partial

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import SetMessageReaction
from aiogram.types import InlineKeyboardMarkup, ReactionTypeEmoji

from bot.albums import send_album
from bot.amending import Amender
from bot.jobs import Job
from bot.posting import Poster, Target, has_room
from bot.refusals import Verdict, asks_for
from bot.texts import Texts
from bot.topics import Topics
from bot.views import buttons, entry
from bot.views.rendered import Rendered
from bot.views.sentence import sentence
from orchestration import deliveries
from orchestration.content import Content, ContentKind, Quote
from orchestration.deliveries import (
    Answer,
    DeleteSent,
    DressTopic,
    EditSent,
    EditShown,
    Fate,
    MarkMessage,
    Offer,
    PinCard,
    SendEntry,
    ShowCard,
    ShowEntry,
    TellPrivately,
    TellTopic,
)
from orchestration.desk import Desk
from orchestration.events import CustomerReacted
from orchestration.intake import fits_card
from orchestration.people import Customer
from orchestration.ports import Begin, Place, Side
from orchestration.sentences import Facts, PublicSentence
from orchestration.timeline import Audience, Entry

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
        self._amender = Amender(self._poster, texts)
        self._topics = Topics(self._poster, begin, texts, staff_chat)
        self._desk = desk
        self._texts = texts

    async def send(self, job: Job) -> None:
        """Does what the job's delivery asks for."""
        match job.delivery.body:
            case SendEntry():
                await self._send_entry(job)
            case EditSent():
                await self._send_edit(job)
            case DeleteSent():
                await self._send_delete(job)
            case TellPrivately() as told:
                await self._tell_privately(job, told)
            case Answer() as answer:
                await self._answer(job, answer)
            case MarkMessage() as mark:
                await self._mark(job, mark)
            case _:
                await self._topics.within(job, partial(self._in_topic, job))

    async def _in_topic(self, job: Job, place: Place) -> None:
        match job.delivery.body:
            case ShowCard():
                await self._topics.show_card(job, place)
            case PinCard():
                await self._topics.pin(job, place)
            case DressTopic():
                await self._topics.dress(job, place)
            case ShowEntry():
                await self._show_entry(job, place)
            case EditShown():
                await self._show_edit(job, place)
            case TellTopic() as told:
                await self._tell_topic(job, told, place)

    async def _show_entry(self, job: Job, place: Place) -> None:
        shown = job.known_entry()
        if job.withdrawn and job.original is None:
            return
        content = entry.content_of(shown)
        try:
            await self._relay(job, place, content)
        except TelegramBadRequest as error:
            if content is None or not asks_for(error, Verdict.SOURCE_GONE):
                raise
            self._tell_sender(job, shown, error)
            target = Target(place.chat, place.thread, shows=(shown.ref, Side.STAFF))
            words = entry.to_staff(shown, self._texts, job.quote)
            job.pieces = 0
            await self._poster.say(job, target, self._lost(words, content))

    async def _relay(self, job: Job, place: Place, content: Content | None) -> None:
        """A quote that is not found in what it answers is shown in words instead."""
        try:
            await self._relay_as(job, place, content)
        except TelegramBadRequest as error:
            if not job.quote_fits or not asks_for(error, Verdict.QUOTE_GONE):
                raise
            job.quote_fits = False
            await self._relay_as(job, place, content)

    async def _relay_as(self, job: Job, place: Place, content: Content | None) -> None:
        shown = job.known_entry()
        reply_to = job.reply_to.message if job.reply_to else None
        quote = job.quote if job.quote_fits else None
        target = Target(place.chat, place.thread, reply_to, quote, shows=(shown.ref, Side.STAFF))
        words = entry.to_staff(shown, self._texts, self._unplaced(job))
        if content is None or content.is_text:
            await self._poster.say(job, target, words)
        elif job.album:
            captions = entry.album_to_staff(job.album, self._texts, self._unplaced(job))
            await send_album(self._poster, job, target, Side.STAFF, captions)
        elif content.kind is ContentKind.DICE:
            # A copy would be thrown anew and show another number (T: `dup_message_content`).
            await self._poster.forward(job, target, content)
        else:
            head = self._unplaced(job) is not None or content.forwarded_from is not None
            if head and not has_room(content, words):
                # A medium without a caption cannot say where it is from, so that goes before it.
                await self._poster.say(job, target, words)
                target = replace(target, reply_to=None, quote=None)
            await self._poster.copy(job, target, content, words)

    @staticmethod
    def _unplaced(job: Job) -> Quote | None:
        """The quote, where no message of the topic can be pointed at for it."""
        points = isinstance(job.known_entry().event, CustomerReacted) and job.reply_to is not None
        return None if job.quote_fits or points else job.quote

    @staticmethod
    def _tell_sender(job: Job, shown: Entry, error: TelegramBadRequest) -> None:
        """What cannot be passed on is not dropped silently; what was deleted, they know of."""
        if not isinstance(shown.actor, Customer) or "not found" in error.message.lower():
            return
        protected = "protected content" in error.message.lower()
        why = PublicSentence.PROTECTED if protected else PublicSentence.UNSUPPORTED
        job.next.append(deliveries.tell(shown.actor.id, why))

    async def _show_edit(self, job: Job, place: Place) -> None:
        """The messages that show an edited entry, and the card where it holds it."""
        original = job.known_original()
        opens = job.first is not None and job.first.ref == original.ref
        if opens:
            await self._topics.show_card(job, place)
        stands = [one for one in job.stands if one.message != place.card]
        if not stands and not (opens and not fits_card(original)):
            return  # it was not shown yet, or the card is all that shows it
        target = Target(place.chat, place.thread, shows=(original.ref, Side.STAFF))
        words = entry.to_staff(original, self._texts, self._unplaced(job))
        content = entry.content_of(original)
        try:
            if content is not None and not content.is_text:
                captions = dict(
                    zip((item.ref for item in job.album), self._captions(job), strict=True)
                )
                caption = captions.get(original.ref, words)
                await self._amender.recaption(job, stands[-1], content, caption)
            else:
                await self._amender.rewrite(job, stands, target, words)
        except TelegramBadRequest as error:
            if not asks_for(error, Verdict.TARGET_GONE):
                raise
            # Someone deleted it in the topic: what it says now is worth a new message.
            job.gone.extend(stands)
            await self._poster.say(job, target, words)

    def _captions(self, job: Job) -> list[Rendered]:
        return (
            entry.album_to_staff(job.album, self._texts, self._unplaced(job)) if job.album else []
        )

    async def _tell_topic(self, job: Job, told: TellTopic, place: Place) -> None:
        words = sentence(told.sentence, told.facts, self._texts)
        await self._poster.say(job, Target(place.chat, place.thread), words)

    async def _send_entry(self, job: Job) -> None:
        """A public entry on its way to the customer: the only place that sends one."""
        public = job.known_entry()
        self._check_public(public, *job.album)
        if job.withdrawn:
            return
        try:
            await self._send_as(job, public)
        except TelegramBadRequest as error:
            if not job.quote_fits or not asks_for(error, Verdict.QUOTE_GONE):
                raise
            # The customer edited what is quoted: the answer still belongs below it.
            job.quote_fits = False
            await self._send_as(job, public)

    async def _send_as(self, job: Job, public: Entry) -> None:
        target = self._to_customer(job, public)
        content = entry.content_of(public)
        if content is None or content.is_text:
            await self._poster.say(job, target, self._words_for_customer(job, public))
        elif job.album:
            captions = self._captions_for_customer(job)
            await send_album(self._poster, job, target, Side.CUSTOMER, captions)
        else:
            words = self._words_for_customer(job, public)
            await self._poster.copy(job, target, content, words)

    async def _send_edit(self, job: Job) -> None:
        """A public entry's edit, where the customer has it; else it goes as it reads now."""
        original = job.known_original()
        self._check_public(job.known_entry(), original, *job.album)
        if job.withdrawn or not job.stands:
            return
        content = entry.content_of(original) or Content()
        words = self._words_for_customer(job, original)
        if content.is_text:
            await self._amender.rewrite(job, job.stands, self._to_customer(job, original), words)
            return
        if job.album:
            refs = [item.ref for item in job.album]
            words = self._captions_for_customer(job)[refs.index(original.ref)]
        await self._amender.recaption(job, job.stands[-1], content, words)

    async def _send_delete(self, job: Job) -> None:
        for message in job.stands:
            await self._amender.delete(job, message)

    @staticmethod
    def _check_public(*entries: Entry) -> None:
        for one in entries:
            if one.audience is not Audience.PUBLIC:
                msg = f"entry {one.ref} is internal"
                raise NotPublic(msg)

    @staticmethod
    def _to_customer(job: Job, public: Entry) -> Target:
        reply_to = job.reply_to.message if job.reply_to else None
        quote = job.quote if job.quote_fits else None
        shows = (public.ref, Side.CUSTOMER)
        return Target(job.known_ticket().customer.id, None, reply_to, quote, shows=shows)

    def _words_for_customer(self, job: Job, public: Entry) -> Rendered:
        queue = self._desk.queue(job.known_ticket().queue)
        return entry.to_customer(public, queue, self._texts, job.language)

    def _captions_for_customer(self, job: Job) -> list[Rendered]:
        queue = self._desk.queue(job.known_ticket().queue)
        return entry.album_to_customer(job.album, queue, self._texts, job.language)

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
            private = Target(to.chat, answer.thread, to.message, only=answer.only)
            try:
                await self._poster.say(job, private, what)
            except (TelegramBadRequest, TelegramForbiddenError):
                job.pieces = 0
            else:
                return
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
