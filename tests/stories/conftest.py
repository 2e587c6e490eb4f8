"""Each story has a desk and a Telegram of its own, as `topicdesk demo` starts them."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.assisting.consultants import examples_of, of_workflows
from bot.demo import Demo
from bot.desk_files import specialists, workflows
from bot.settings import Settings
from orchestration.routing.learning import learned
from storage.routing_models import FolderOfModels
from tests.stories.people import Someone, Telegram, Topic, eventually

#: Stories press many buttons in a second; those about budgets turn them on again.
UNLIMITED: dict[str, Any] = {
    "budget_group_per_minute": 0,
    "budget_chat_per_second": 0,
    "budget_total_per_second": 0,
}


class Cast:
    """Whom a story is about, and where their tickets' topics are."""

    def __init__(self, telegram: Telegram, ids: dict[str, int]) -> None:
        self.telegram = telegram
        self.ana = Someone(telegram, ids["Ana"], "Ana")
        self.boris = Someone(telegram, ids["Boris"], "Boris")
        self.maria = Someone(telegram, ids["Maria"], "Maria")
        self.joe = Someone(telegram, ids["Joe"], "Joe")
        self.sam = Someone(telegram, ids["Sam"], "Sam")

    async def topic(self, words: str) -> Topic:
        """Waits for the topic whose name contains `words`."""

        async def look() -> Topic | None:
            forum = await self.telegram.forum()
            for topic in forum["topics"]:
                if words in topic["name"] and not topic["deleted"]:
                    return Topic(self.telegram, forum["id"], topic["message_thread_id"])
            return None

        return await eventually(look, f"a topic named {words!r}")


@asynccontextmanager
async def at_work(demo: Demo) -> AsyncIterator[Cast]:
    """Starts a desk with its Telegram, and stops both; no limits of Telegram's hold there."""
    try:
        address = await demo.start()
        async with aiohttp.ClientSession() as http:
            telegram = Telegram(http, address)
            await telegram.post("/sim/limits", {"enabled": False})
            state = await telegram.get("/sim/state")
            yield Cast(telegram, {user["first_name"]: user["id"] for user in state["users"]})
    finally:
        await demo.stop()


@pytest.fixture(scope="session", autouse=True)
def _learned() -> None:
    """What the shipped desk learns is learned before the stories, which wait for no learning."""
    shipped = Path(Settings.model_fields["desk_dir"].default)
    cache = Path(os.environ["CACHE_DIR"])
    examples = examples_of(shipped, specialists.load(shipped))
    learned(examples, FolderOfModels(cache / "routing"))
    about = of_workflows(shipped, workflows.load(shipped), examples)
    learned(about, FolderOfModels(cache / "workflows"))


@pytest.fixture
async def cast(tmp_path: Path) -> AsyncIterator[Cast]:
    async with at_work(Demo(0, tmp_path, **UNLIMITED)) as people:
        yield people
