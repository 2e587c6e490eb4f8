"""Desks with settings of their own, one after another on the same folder."""

import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo import Demo
from bot.settings import Settings
from sandbox.cast import TOKEN
from sandbox.server import Sandbox
from tests.stories.conftest import UNLIMITED, Cast, at_work
from tests.stories.people import Json, Telegram


def of_people_only(folder: Path) -> Path:
    """The shipped desk without specialists, whose notes repeat what customers wrote."""
    shipped = Path(Settings.model_fields["desk_dir"].default)
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("specialists", "workflows"))
    return folder


@asynccontextmanager
async def desk(folder: Path, **settings: Any) -> AsyncIterator[Cast]:
    """A desk with these settings, on what the last one left in the folder.

    One with files of its own learns for itself: a cache holds what was learned last.
    """
    if "desk_dir" in settings:
        settings = {"cache_dir": folder / "cache", **settings}
    demo = Demo(0, folder, **UNLIMITED, **settings)
    async with at_work(demo) as cast:
        if settings.get("systems"):
            await demo.equipped()
        yield cast


@asynccontextmanager
async def nobody_at_the_desk(folder: Path) -> AsyncIterator[Telegram]:
    """Telegram goes on while the desk of that folder is down."""
    alone = Sandbox(journal=folder / "sandbox.journal")
    try:
        address = await alone.start(0)
        async with aiohttp.ClientSession() as http:
            yield Telegram(http, address)
    finally:
        await alone.stop()


def by_webhook() -> Json:
    """The settings of a desk that has updates posted to it."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    return {"webhook_url": f"http://127.0.0.1:{port}/telegram", "webhook_port": port}


async def asks_telegram(cast: Cast, method: str, **params: Any) -> Any:
    """What Telegram answers the bot's owner, who asks beside the desk."""
    url = f"{cast.telegram._address}/bot{TOKEN}/{method}"
    async with cast.telegram._http.post(url, json=params) as answer:
        return (await answer.json()).get("result")
