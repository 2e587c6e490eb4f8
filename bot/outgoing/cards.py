"""A ticket's card in its topic: posted, kept up to date, pinned."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.exceptions import TelegramAPIError
from aiogram.methods import EditMessageText, PinChatMessage

from bot.outgoing.jobs import Job, change_place, keep_progress
from bot.outgoing.loading import Loader
from bot.outgoing.posting import Poster, Target
from bot.outgoing.refusals import Verdict, classify
from bot.texts import Texts
from bot.views.card import CardView, card, state
from bot.views.deadline import deadline_of
from bot.views.entry import content_of
from orchestration import deliveries
from orchestration.answering.drafting import open_lock
from orchestration.delivery import Lane
from orchestration.desk import Desk
from orchestration.ports import Begin, Place, Side
from orchestration.sla.clocks import nearest
from orchestration.workflows.plan import Plan
from orchestration.workflows.planning import plans_of
from orchestration.workflows.workflow import Workflow


class Cards:
    """Makes cards say what their tickets are now."""

    def __init__(self, poster: Poster, begin: Begin, texts: Texts, desk: Desk) -> None:
        self._poster = poster
        self._begin = begin
        self._texts = texts
        self._sla = desk.sla
        self._workflows = desk.workflows
        self._zone = desk.zone

    async def show(self, job: Job, place: Place) -> None:
        """Makes the card say what the ticket is now; posts it again where it was deleted."""
        if job.card_shown or place.card is None:
            return
        view = self._view(job)
        shown, looks = card(view, self._texts), state(view, self._texts)
        if job.delivery.lane is Lane.COSMETIC and place.card_shows == looks:
            return
        method = EditMessageText(
            chat_id=place.chat,
            message_id=place.card,
            text=shown.text,
            entities=list(shown.entities),
            parse_mode=None,
            reply_markup=shown.buttons,
        )
        try:
            await self._poster.change(job, method)
        except TelegramAPIError as error:
            refusal = classify(error)
            if refusal is None or refusal.verdict is not Verdict.TARGET_GONE:
                raise
            await self.post(job, place)
        else:
            change_place(job, place, card_shows=looks)

    async def pin(self, job: Job, place: Place) -> None:
        """Pins the card; a card that is gone is posted and pinned when it is next shown."""
        if place.pinned or place.card is None:
            return
        method = PinChatMessage(
            chat_id=place.chat, message_id=place.card, disable_notification=True
        )
        await self._poster.change(job, method)
        change_place(job, place, pinned=True)

    async def post(self, job: Job, place: Place) -> Place:
        """Posts it anew; where the topic is being rebuilt, that is written down at once."""
        await self.know(job)
        shows = (job.first.ref, Side.STAFF) if job.first else None
        target = Target(place.chat, place.thread, shows=shows)
        pieces, job.pieces = job.pieces, 0
        view = self._view(job)
        message = await self._poster.say(job, target, card(view, self._texts))
        job.pieces = pieces
        job.card_shown = True
        if place.card is not None or place.pinned:
            job.next.append(deliveries.pin(place.ticket))
        looks = state(view, self._texts)
        changed = change_place(job, place, card=message, card_shows=looks, pinned=False)
        if place.history_due:
            await keep_progress(self._begin, job)
        return changed

    async def know(self, job: Job) -> None:
        """Reads what the card needs, where the batch did not."""
        if job.ticket is None or job.first is None:
            async with self._begin() as uow:
                await Loader(uow, self._texts, job.at).opening(job)

    def _plans(self, job: Job) -> Sequence[tuple[Workflow, Plan]]:
        if job.facts is None:
            return ()
        return plans_of(self._workflows, replace(job.facts, zone=self._zone))

    def _view(self, job: Job) -> CardView:
        ticket, first = job.known_ticket(), content_of(job.first) if job.first else None
        lock = open_lock(ticket, job.now) if job.now else None
        return CardView(
            ticket,
            first,
            job.menu,
            job.staff,
            ban=job.ban,
            absence=job.absence,
            pace=job.pace,
            intake=job.intake,
            lock=lock,
            lately=job.lately,
            deadline=deadline_of(nearest(job.clocks), ticket.queue, self._sla),
            ahead=job.ahead,
            incident=job.incident,
            binding=job.binding,
            plans=self._plans(job),
        )
