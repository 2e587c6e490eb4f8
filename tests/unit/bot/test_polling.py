"""The polling loop never ends: whatever comes instead of updates is waited out."""

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError
from aiogram.methods import GetMe, TelegramMethod

from bot import intake
from bot.intake import Polling
from tests.fakes import FakeStore
from tests.unit.bot.line import Line, bot_on
from tests.unit.centre.cast import NOW

UPDATE = {"update_id": 7, "message": {"chat": {"id": 5, "type": "private"}}}

TROUBLES = [
    pytest.param(TelegramNetworkError(GetMe(), "no route"), id="no network"),
    pytest.param(
        ClientDecodeError("not JSON", ValueError(), "<html>502</html>"), id="a proxy's page"
    ),
    pytest.param(OSError("the disk is full"), id="the database"),
]


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_polling_goes_on_after(trouble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """The update that comes afterwards is kept, and its conversation woken."""
    monkeypatch.setattr(intake, "RETRY_SECONDS", (0,))
    answers: list[Any] = [trouble, trouble, [UPDATE]]
    woken: list[str] = []
    polling: asyncio.Task[None]

    def answer(_: TelegramMethod[Any]) -> Any:
        if not answers:
            polling.cancel()
            return []
        coming = answers.pop(0)
        if isinstance(coming, Exception):
            raise coming
        return coming

    store = FakeStore()
    poll = Polling(bot_on(Line(answer)), store.begin, lambda: NOW, woken.append)
    polling = asyncio.create_task(poll.run())
    await asyncio.wait({polling})
    assert polling.cancelled()
    assert woken == ["private:5"]
    assert list(store.kept.arrived.rows) == [(42, 7)]
