"""What a customer gets of a ticket, and what becomes of it there; nothing else sends them any."""

from aiogram.exceptions import TelegramBadRequest

from bot.outgoing.albums import send_album
from bot.outgoing.amending import Amender
from bot.outgoing.jobs import Job
from bot.outgoing.posting import Poster, Target
from bot.outgoing.refusals import Verdict, asks_for
from bot.texts import Texts
from bot.views import entry
from bot.views.rendered import Rendered
from orchestration.content import Content
from orchestration.desk import Desk
from orchestration.ports import Side
from orchestration.timeline import Audience, Entry


class NotPublic(Exception):
    """A note was about to be sent to a customer. This is a bug, and it stops here too."""


class CustomerSide:
    """Sends public entries and changes them; raises what Telegram refuses, and `NotPublic`."""

    def __init__(self, poster: Poster, desk: Desk, texts: Texts) -> None:
        self._poster = poster
        self._amender = Amender(poster, texts)
        self._desk = desk
        self._texts = texts

    async def send(self, job: Job) -> None:
        """A public entry on its way to the customer; not what was taken back meanwhile."""
        public = job.known_entry()
        _check_public(public, *job.album)
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

    async def edit(self, job: Job) -> None:
        """A public entry's edit, where the customer has it; else it goes as it reads then."""
        original = job.known_original()
        _check_public(job.known_entry(), original, *job.album)
        if job.withdrawn or not job.stands:
            return
        content = entry.content_of(original) or Content()
        words = self._words(job, original)
        if content.is_text:
            await self._amender.rewrite(job, job.stands, _target(job, original), words)
            return
        if job.album:
            words = self._captions(job)[[item.ref for item in job.album].index(original.ref)]
        await self._amender.recaption(job, job.stands[-1], content, words)

    async def delete(self, job: Job) -> None:
        """An answer that was taken back leaves the customer's chat."""
        for message in job.stands:
            await self._amender.delete(job, message)

    async def _send_as(self, job: Job, public: Entry) -> None:
        target = _target(job, public)
        content = entry.content_of(public)
        if content is None or content.is_text:
            await self._poster.say(job, target, self._words(job, public))
        elif job.album:
            await send_album(self._poster, job, target, Side.CUSTOMER, self._captions(job))
        else:
            await self._poster.copy(job, target, content, self._words(job, public))

    def _words(self, job: Job, public: Entry) -> Rendered:
        queue = self._desk.queue(job.known_ticket().queue)
        return entry.to_customer(public, queue, self._texts, job.language)

    def _captions(self, job: Job) -> list[Rendered]:
        queue = self._desk.queue(job.known_ticket().queue)
        return entry.album_to_customer(job.album, queue, self._texts, job.language)


def _check_public(*entries: Entry) -> None:
    for one in entries:
        if one.audience is not Audience.PUBLIC:
            msg = f"entry {one.ref} is internal"
            raise NotPublic(msg)


def _target(job: Job, public: Entry) -> Target:
    reply_to = job.reply_to.message if job.reply_to else None
    quote = job.quote if job.quote_fits else None
    shows = (public.ref, Side.CUSTOMER)
    return Target(job.known_ticket().customer.id, None, reply_to, quote, shows=shows)
