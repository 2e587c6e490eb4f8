"""Specialists that think with a model: what a desk does with one, and without."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.settings import Settings
from tests.fakes.messages_api import HAIKU, KEY, answering
from tests.stories.conftest import Cast
from tests.stories.desks import desk


def _names(folder: Path, specialist: str, model: str) -> None:
    """The file of that specialist names that model."""
    file = folder / "desk" / "specialists" / f"{specialist}.md"
    head, *rest = file.read_text().splitlines()
    file.write_text("\n".join([head, f"model: {model}", *rest]))


@asynccontextmanager
async def _desk(folder: Path, **settings: Any) -> AsyncIterator[Cast]:
    """A desk with files of its own, on which Sam supervises and can be told in private."""
    async with desk(folder, desk_dir=folder / "desk", **settings) as cast:
        await cast.sam.writes_in_general("good morning")
        await cast.sam.writes("/start")
        await cast.sam.hears("In this chat you are a customer")
        yield cast


async def test_a_wrong_key_is_said_once_and_the_desk_works(tmp_path: Path) -> None:
    """Sam hears of it in private, once, also over a restart; customers are answered meanwhile."""
    shutil.copytree(Settings.model_fields["desk_dir"].default, tmp_path / "desk")
    async with answering() as api:
        wrong = {"anthropic_api_key": "a-wrong-key", "anthropic_base_url": api.address}
        async with _desk(tmp_path, **wrong) as cast:
            _names(tmp_path, "billing", HAIKU)
            told = await cast.sam.hears("these specialists work with the built-in brain")
            assert "the key is not accepted" in told["text"]
            assert "a-wrong-key" not in told["text"]
            await cast.ana.writes("Where is my refund?")
            topic = await cast.topic("#1")
            card = await topic.card()
            await cast.maria.writes_in(topic, "On its way.", reply_to=card["message_id"])
            await cast.ana.hears("On its way.")
        async with desk(tmp_path, desk_dir=tmp_path / "desk", **wrong) as cast:
            await cast.sam.writes("/specialists")
            listed = await cast.sam.hears(f"🤖 {HAIKU}: 0 tokens today")
            seen = await cast.telegram.messages(cast.sam.id)
            said = [one for one in seen if "the key is not accepted" in (one["text"] or "")]
            assert len(said) == 1
            assert said[0]["message_id"] < listed["message_id"]


async def test_an_unknown_model_is_said_with_whose_it_is(tmp_path: Path) -> None:
    """Once it is corrected, nothing is said any more."""
    shutil.copytree(Settings.model_fields["desk_dir"].default, tmp_path / "desk")
    _names(tmp_path, "billing", "claude-nobody")
    async with answering() as api:
        key = {"anthropic_api_key": KEY, "anthropic_base_url": api.address}
        async with _desk(tmp_path, **key) as cast:
            _names(tmp_path, "orders", "claude-nobody-either")
            told = await cast.sam.hears("there is no model claude-nobody-either for this key")
            assert "Correct `model` in the files of Orders." in told["text"]
            assert "there is no model claude-nobody for this key" in told["text"]
