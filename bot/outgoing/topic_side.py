"""Entries in their topic: what people wrote, what became of it, several notes in one message."""

from collections.abc import Awaitable
from dataclasses import replace

from aiogram.exceptions import TelegramBadRequest

from bot.outgoing.albums import send_album, waiting
from bot.outgoing.amending import Amender
from bot.outgoing.cards import Cards
from bot.outgoing.jobs import Job
from bot.outgoing.merging import merged
from bot.outgoing.posting import MoreToSay, Poster, Target, has_room
from bot.outgoing.refusals import Verdict, asks_for
from bot.texts import Texts
from bot.views import action, drafting, entry, turn
from bot.views.rendered import Rendered
from orchestration import deliveries
from orchestration.actions.policy import Policy
from orchestration.content import Content, ContentKind, MessageRef, Quote
from orchestration.events import ActionMoved, CustomerReacted, Suggested
from orchestration.events.specialists import RouteCorrected, SpecialistAsked
from orchestration.intake import fits_card
from orchestration.people import Customer, Staff
from orchestration.ports import Place, Side
from orchestration.sentences import Facts, PublicSentence
from orchestration.timeline import Entry, EntryRef


class TopicSide:
    """Shows entries to staff; raises what Telegram refuses."""

    def __init__(self, poster: Poster, cards: Cards, texts: Texts, policy: Policy) -> None:
        self._policy = policy
        self._poster = poster
        self._amender = Amender(poster, texts)
        self._cards = cards
        self._texts = texts

    async def show(self, job: Job, place: Place) -> None:
        """One entry; words in place of a medium that cannot be had, and then its author is told."""
        shown = job.known_entry()
        if job.withdrawn and job.original is None:
            return
        if isinstance(shown.event, Suggested):
            await self._suggest(job, place, shown)
            return
        content = entry.content_of(shown)
        try:
            await self._show_with_quote(job, place, content)
        except TelegramBadRequest as error:
            if content is None or not asks_for(error, Verdict.SOURCE_GONE):
                raise
            lost, *others = waiting(job) or [shown]
            self._tell_sender(job, lost, error)
            target = Target(place.chat, place.thread, shows=(lost.ref, Side.STAFF))
            words = entry.to_staff(lost, self._texts, job.quote)
            job.pieces = 0
            await self._poster.say(job, target, self._lost(words, content))
            if others:
                raise MoreToSay from error

    async def show_merged(self, job: Job, place: Place) -> None:
        """Several notes in one message, which every one of them is found by."""
        jobs = [job, *job.also]
        words, _ = merged(jobs, self._texts)
        message = await self._poster.say(job, Target(place.chat, place.thread), words)
        shown = MessageRef(place.chat, message)
        job.shown += [(shown, each.entry.ref, Side.STAFF) for each in jobs if each.entry]

    async def show_edit(self, job: Job, place: Place) -> None:
        """The messages that show an edited entry, and the card where it holds it.

        Where no message is the entry's own any more, what it says now is a new one.
        """
        original = job.known_original()
        if isinstance(original.event, Suggested):
            await self._settle(job, place, original)
            return
        opens = job.first is not None and job.first.ref == original.ref
        if opens:
            await self._cards.show(job, place)
        target = Target(place.chat, place.thread, shows=(original.ref, Side.STAFF))
        words = entry.to_staff(original, self._texts, self._unplaced(job))
        if not job.stands:
            if self._wants_own_message(job, original, opens=opens):
                await self._poster.say(job, target, words)
            return
        await self._or_anew(job, self._edit(job, original, target, words), target, words)

    async def show_standing(self, job: Job, place: Place, ref: EntryRef) -> None:
        """A turn or an action as it stands: one message, edited once it is there."""
        words = self._standing(job)
        if words is None:
            return
        target = Target(place.chat, place.thread, shows=(ref, Side.STAFF))
        if not job.stands:
            await self._poster.say(job, target, words)
            return
        again = self._amender.rewrite(job, job.stands, target, words)
        await self._or_anew(job, again, target, words)

    def _standing(self, job: Job) -> Rendered | None:
        """The specialists' note, or an action; None for what was erased meanwhile."""
        if job.turn is not None:
            asked = job.asked.event if job.asked else None
            question = asked if isinstance(asked, SpecialistAsked | RouteCorrected) else None
            by = str(getattr(job.asked.actor, "name", "")) if job.asked else ""
            return turn.turn(job.turn, question, by, self._texts)
        if job.undertaking is None:
            return None
        moved = job.moved.event if job.moved else None
        mover = job.moved.actor if job.moved else None
        view = action.ActionView(
            job.undertaking,
            self._policy.actions.get(job.undertaking.action.tool),
            job.reads,
            moved.words if isinstance(moved, ActionMoved) else "",
            mover.name if isinstance(mover, Staff) else "",
        )
        return action.action(view, self._texts)

    async def _or_anew(
        self, job: Job, edit: Awaitable[None], target: Target, words: Rendered
    ) -> None:
        """Edits what stands; where that is gone, it is said anew."""
        try:
            await edit
        except TelegramBadRequest as error:
            if not asks_for(error, Verdict.TARGET_GONE):
                raise
            job.gone.extend(job.stands)
            await self._poster.say(job, target, words)

    async def _suggest(self, job: Job, place: Place, shown: Entry) -> None:
        """A suggestion stands below its author's own message, with its buttons."""
        below = job.reply_to.message if job.reply_to else None
        target = Target(place.chat, place.thread, below, shows=(shown.ref, Side.STAFF))
        await self._poster.say(job, target, drafting.suggestion(shown, self._texts))

    async def _settle(self, job: Job, place: Place, shown: Entry) -> None:
        """What was decided about a suggestion stands on its message; its buttons go."""
        if job.stands:
            target = Target(place.chat, place.thread, shows=(shown.ref, Side.STAFF))
            words = drafting.suggestion(shown, self._texts, job.known_entry())
            await self._amender.rewrite(job, job.stands, target, words)

    async def _edit(self, job: Job, original: Entry, target: Target, words: Rendered) -> None:
        content = entry.content_of(original) or Content()
        if content.is_text:
            await self._amender.rewrite(job, job.stands, target, words)
            return
        if job.album:
            captions = entry.album_to_staff(job.album, self._texts, self._unplaced(job))
            words = captions[[item.ref for item in job.album].index(original.ref)]
        await self._amender.recaption(job, job.stands[-1], content, words)

    @staticmethod
    def _wants_own_message(job: Job, original: Entry, *, opens: bool) -> bool:
        """Not what was not shown yet: that will come as it reads by then."""
        if not opens:
            return job.elsewhere
        content = entry.content_of(original) or Content()
        return not fits_card(original) and (content.is_text or job.elsewhere)

    async def _show_with_quote(self, job: Job, place: Place, content: Content | None) -> None:
        """A quote that is not found in what it answers is shown in words instead."""
        try:
            await self._show_as(job, place, content)
        except TelegramBadRequest as error:
            if not job.quote_fits or not asks_for(error, Verdict.QUOTE_GONE):
                raise
            job.quote_fits = False
            await self._show_as(job, place, content)

    async def _show_as(self, job: Job, place: Place, content: Content | None) -> None:
        shown, unplaced = job.known_entry(), self._unplaced(job)
        reply_to = job.reply_to.message if job.reply_to else None
        quote = job.quote if job.quote_fits else None
        target = Target(place.chat, place.thread, reply_to, quote, shows=(shown.ref, Side.STAFF))
        words = entry.to_staff(shown, self._texts, unplaced)
        if content is None or content.is_text:
            await self._poster.say(job, target, words)
        elif job.album:
            captions = entry.album_to_staff(job.album, self._texts, unplaced)
            await send_album(self._poster, job, target, Side.STAFF, captions)
        elif content.kind is ContentKind.DICE:
            # A copy would be thrown anew and show another number (T: `dup_message_content`).
            await self._poster.forward(job, target, content)
        else:
            head = unplaced is not None or content.forwarded_from is not None
            if head and not has_room(content, words):
                # A medium without a caption cannot say where it is from, so that goes before it.
                if not job.pieces:
                    await self._poster.say(job, target, words)
                    raise MoreToSay
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

    def _lost(self, words: Rendered, content: Content) -> Rendered:
        """What stands in the topic for a medium that its author deleted meanwhile."""
        facts: Facts = {
            "kind": self._texts.say(f"medium-{content.kind}"),
            "reason": self._texts.say("failure-source-gone"),
        }
        gone = self._texts.say("medium-gone", facts)
        return Rendered(f"{words.text}\n{gone}", words.entities)
