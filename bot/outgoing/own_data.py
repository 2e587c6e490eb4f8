"""A customer's own data, sent to them as a JSON document."""

import json

from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile

from bot.outgoing.jobs import Job
from bot.outgoing.posting import Poster
from bot.texts import Texts
from orchestration.customers.own_data import own_data
from orchestration.ports import Begin

FILE_NAME = "your-data.json"


class OwnData:
    """Puts the document together when it is sent, so that the outbox holds no words of it."""

    def __init__(self, poster: Poster, begin: Begin, texts: Texts) -> None:
        self._poster = poster
        self._begin = begin
        self._texts = texts

    async def send(self, job: Job, chat: int) -> None:
        """Sends everything that is kept of the person of that private chat."""
        async with self._begin() as uow:
            kept = await own_data(uow, chat)
        written = json.dumps(kept, ensure_ascii=False, indent=2).encode()
        method = SendDocument(
            chat_id=chat,
            document=BufferedInputFile(written, FILE_NAME),
            caption=self._texts.say("exported", None, job.language),
            parse_mode=None,
        )
        await self._poster.call(job, method)
