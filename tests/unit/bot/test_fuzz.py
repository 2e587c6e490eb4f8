"""Every command and every button, by everybody, everywhere, with anything behind it.

Both come from the desk's registries (`surface`), so a new one is tried without a word here, and
what must hold afterwards is the same for all (`oracle`). What was decided is sent, too: a sentence
that lacks a fact shows only then.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram.methods import TelegramMethod
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from tests.unit.bot import oracle, surface
from tests.unit.bot.surface import Asker, Kind
from tests.unit.bot.typist import Json, Typist

#: How Telegram limits what a bot says (telegram-facts, section 1).
MAX_TEXT, MAX_CAPTION, MAX_ALERT, MAX_DATA = 4096, 1024, 200, 64
#: The first example is the plainest there is, the others are of any kind. A day is too long to be
#: shrunk; the last update drawn is the one that failed.
FEW = settings(
    phases=[Phase.generate],
    max_examples=2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("name", surface.COMMANDS)
@given(data=st.data())
@FEW
def test_every_command(name: str, data: st.DataObject) -> None:
    """Whoever types it, wherever and with whatever words."""
    asyncio.run(_day(data, surface.ASKERS, lambda who: surface.typed(name, who), f"/{name}"))


@pytest.mark.parametrize("kind", surface.KINDS, ids=repr)
@given(data=st.data())
@FEW
def test_every_button(kind: Kind, data: st.DataObject) -> None:
    """Whoever presses it, wherever it may stand and whatever it may say."""
    asyncio.run(_day(data, surface.PRESSERS, lambda who: surface.pressed(kind, who), repr(kind)))


async def _day(
    data: st.DataObject,
    askers: Sequence[Asker],
    asks: Callable[[Asker], st.SearchStrategy[Json]],
    name: str,
) -> None:
    with capture_logs() as logs:
        desk = await Typist().open()
        for asker in data.draw(st.permutations(askers)):
            update = data.draw(asks(asker))
            edited = any(kind.startswith("edited") for kind in update)
            oracle.check("edit" if edited else name, update, await desk.types(update))
        for call in await desk.delivers():
            _is_fit_for_telegram(call)
    assert not [line for line in logs if line["log_level"] in {"error", "critical"}]
    assert not [parcel.reason for parcel in desk.set_aside()]


def _is_fit_for_telegram(call: TelegramMethod[Any]) -> None:
    """Telegram would not refuse it for its size."""
    text, caption = getattr(call, "text", None), getattr(call, "caption", None)
    if isinstance(text, str):
        assert 0 < len(text.strip()) <= len(text) <= MAX_TEXT, call
    assert len(caption or "") <= MAX_CAPTION, call
    markup = getattr(call, "reply_markup", None)
    for button in (each for row in getattr(markup, "inline_keyboard", ()) for each in row):
        assert button.text.strip(), call
        assert len((button.callback_data or "").encode()) <= MAX_DATA, call


def test_each_kind_of_button_is_known_by_its_prefix() -> None:
    """Two with the same one would be taken for each other."""
    prefixes = [kind.__prefix__ for kind in CallbackData.__subclasses__()]
    assert len(prefixes) == len(set(prefixes)) > 10
