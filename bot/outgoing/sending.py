"""How each kind of delivery is sent: the desk's words become calls to the Bot API."""

import asyncio
from dataclasses import replace
from functools import partial

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import SetChatMemberTag, SetMessageReaction
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, ReactionTypeEmoji

from bot.outgoing.cards import Cards
from bot.outgoing.customer_side import CustomerSide
from bot.outgoing.jobs import Job
from bot.outgoing.own_data import OwnData
from bot.outgoing.panel_side import PanelSide
from bot.outgoing.posting import Poster, Target
from bot.outgoing.topic_side import TopicSide
from bot.outgoing.topics import Topics
from bot.registration import commands_of
from bot.texts import Texts
from bot.views import buttons, conversation, news, shift
from bot.views.links import with_jumps
from bot.views.rendered import Rendered
from bot.views.sentence import sentence
from bot.views.tag import can_bear, tag
from orchestration.delivery import (
    Answer,
    AskAuthor,
    DeleteSent,
    DeleteTopic,
    DressTopic,
    EditSent,
    EditShown,
    Fate,
    MarkMessage,
    NameInTopic,
    Offer,
    OfferCommands,
    PinCard,
    SendEntry,
    SendOwnData,
    ShowAction,
    ShowCard,
    ShowEntry,
    ShowPanel,
    ShowRole,
    ShowTurn,
    TellNotices,
    TellPrivately,
    TellShift,
    TellTopic,
    WarnPrivately,
)
from orchestration.desk import Desk
from orchestration.ports import Begin, Place
from orchestration.sentences import Facts

#: Bots may only set reactions from Telegram's list (telegram-facts, section 3.16).
REACTIONS = {Fate.DELIVERED: "👌"}


class Sender:
    """Sends one job at a time; raises what Telegram refuses."""

    def __init__(
        self, bot: Bot, begin: Begin, desk: Desk, texts: Texts, staff_chat: int | None
    ) -> None:
        self._poster = Poster(bot)
        self._cards = Cards(self._poster, begin, texts, desk)
        self._topics = Topics(self._poster, begin, texts, staff_chat, self._cards)
        self._topic_side = TopicSide(self._poster, self._cards, texts, desk.policy)
        self._customer_side = CustomerSide(self._poster, desk, texts)
        self._panel_side = PanelSide(self._poster)
        self._own_data = OwnData(self._poster, begin, texts)
        self._texts = texts
        self._sla = desk.sla
        self._group = staff_chat

    def hear_first(self, heard: asyncio.Event | None) -> None:
        """No topic is opened before `heard`: the desk may have opened it and not know."""
        self._topics.heard = heard

    async def send(self, job: Job) -> None:
        """Does what the job's delivery asks for."""
        match job.delivery.body:
            case SendEntry() | EditSent() | DeleteSent():
                await self._to_customer(job)
            case (
                TellPrivately()
                | WarnPrivately()
                | TellNotices()
                | TellShift()
                | SendOwnData()
                | OfferCommands()
            ):
                await self._in_private(job)
            case Answer() as answer:
                await self._answer(job, answer)
            case ShowPanel() as panel:
                await self._panel_side.show(job, panel)
            case AskAuthor() as question:
                await self._panel_side.ask(job, question, self._texts)
            case MarkMessage() as mark:
                await self._mark(job, mark)
            case DeleteTopic():
                await self._topics.delete(job)
            case ShowRole():
                await self._role(job)
            case _:
                await self._topics.within(job, partial(self._in_topic, job))

    def group_moved(self, chat: int) -> None:
        """The staff group has another id from now on."""
        self._group = chat
        self._topics.group_moved(chat)

    async def _to_customer(self, job: Job) -> None:
        match job.delivery.body:
            case SendEntry():
                await self._customer_side.send(job)
            case EditSent():
                await self._customer_side.edit(job)
            case DeleteSent():
                await self._customer_side.delete(job)

    async def _in_private(self, job: Job) -> None:
        match job.delivery.body:
            case TellPrivately() as told:
                await self._tell_privately(job, told)
            case WarnPrivately() as warning:
                words = sentence(warning.sentence, warning.facts, self._texts, job.language)
                await self._poster.say(job, Target(warning.chat), words)
            case TellNotices(person):
                await self._tell_news(job, person)
            case TellShift(person, late) if job.shift is not None:
                words = shift.digest(job.shift, self._sla, self._texts, job.language, late)
                await self._poster.say(job, Target(person), words)
            case SendOwnData(chat):
                await self._own_data.send(job, chat)
            case OfferCommands(chat, language):
                await self._poster.call(job, commands_of(chat, self._texts, language))

    async def _in_topic(self, job: Job, place: Place) -> None:
        if job.also:
            await self._topic_side.show_merged(job, place)
            return
        match job.delivery.body:
            case ShowCard():
                await self._cards.show(job, place)
            case PinCard():
                await self._cards.pin(job, place)
            case DressTopic():
                await self._topics.dress(job, place)
            case ShowEntry():
                await self._topic_side.show(job, place)
            case EditShown():
                await self._topic_side.show_edit(job, place)
            case ShowTurn(ref) | ShowAction(ref):
                await self._topic_side.show_standing(job, place, ref)
            case TellTopic() as told:
                await self._tell_topic(job, told, place)
            case NameInTopic(_, name, by, facts):
                known: Facts = {**facts, "by": by, "ticket": place.ticket}
                words = news.naming(job.staff, name, known, self._texts)
                await self._name(job, Target(place.chat, place.thread), words)

    async def _name(self, job: Job, target: Target, words: Rendered) -> None:
        """In a message, or below the file of what was said."""
        if not job.conversation:
            await self._poster.say(job, target, words)
            return
        written = conversation.as_file(job.known_ticket(), job.conversation, self._sla, self._texts)
        name = f"conversation-{job.delivery.ticket}.md"
        await self._poster.attach(job, target, BufferedInputFile(written.encode(), name), words)

    async def _tell_topic(self, job: Job, told: TellTopic, place: Place) -> None:
        words = sentence(told.sentence, told.facts, self._texts)
        words = with_jumps(words, told.jumps)
        if told.offer is Offer.FORGET and job.delivery.ticket is not None:
            words = replace(words, buttons=buttons.forget(job.delivery.ticket, self._texts))
        await self._poster.say(job, Target(place.chat, place.thread), words)

    async def _tell_news(self, job: Job, person: int) -> None:
        """What does not fit one message waits for the next one."""
        if job.news:
            words, told = news.told_privately(job.news, self._texts, job.language)
            await self._poster.say(job, Target(person), words)
            job.told = told

    async def _tell_privately(self, job: Job, told: TellPrivately) -> None:
        language = told.language or job.language
        words = sentence(told.sentence, told.facts, self._texts, language)
        match told.offer:
            case Offer.LANGUAGES:
                keyboard: InlineKeyboardMarkup | None = buttons.languages(self._texts, language)
            case Offer.INTAKE:
                keyboard = buttons.answers(told.choices)
            case _:
                keyboard = buttons.choices(told.choices)
        what = Rendered(words.text, words.entities, keyboard)
        await self._poster.say(job, Target(told.chat), what)

    async def _answer(self, job: Job, answer: Answer) -> None:
        """Where one person alone should see it and Telegram refuses that, everyone does."""
        words = sentence(answer.sentence, answer.facts, self._texts, job.language)
        words = with_jumps(words, answer.jumps)
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

    async def _role(self, job: Job) -> None:
        """The tag of whoever can bear one: administrators have titles of their own."""
        for person in job.staff:
            if self._group is not None and can_bear(person):
                words = tag(person, self._texts)
                method = SetChatMemberTag(chat_id=self._group, user_id=person.id, tag=words)
                await self._poster.call(job, method)

    def _offered(self, answer: Answer) -> InlineKeyboardMarkup | None:
        ticket, owner = answer.facts.get("ticket"), answer.facts.get("owner")
        if answer.offer is not Offer.ASK_OWNER or not isinstance(ticket, int) or not owner:
            return None
        return buttons.ask_owner(ticket, str(owner), self._texts)
