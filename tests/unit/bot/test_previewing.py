"""Drafts that somebody watches: never more often than a chat takes, and never to who wants none."""

import asyncio
from collections.abc import Callable
from typing import Any

from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import SendMessageDraft, TelegramMethod

from bot.outgoing.budget import Budget
from bot.outgoing.previewing import DraftPreviews
from bot.texts import Texts
from tests.unit.bot.line import Line, bot_on

MARIA, JOE = 200001, 200002


class Watching:
    """Previews over a line that answers as a test says, on a clock that only rests move."""

    def __init__(self, answering: Callable[[TelegramMethod[Any]], Any] = lambda _: True) -> None:
        self.now = 0.0
        self.at: list[float] = []
        self._answering = answering
        self.line = Line(self._answer)
        self.budget = Budget(chat_per_second=1)
        texts = Texts.load()
        self.previews = DraftPreviews(
            bot_on(self.line), self.budget, texts, lambda: self.now, self._rest
        )

    def _answer(self, method: TelegramMethod[Any]) -> Any:
        self.at.append(self.now)
        return self._answering(method)

    async def _rest(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)

    async def settle(self) -> None:
        """Until nothing is shown any more."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others)

    @property
    def shown(self) -> list[tuple[int, int, str]]:
        calls = [call for call in self.line.calls if isinstance(call, SendMessageDraft)]
        return [(one.chat_id, one.draft_id, (one.text or "").split("\n\n")[1]) for one in calls]


async def test_the_newest_words_are_shown_as_often_as_the_chat_takes() -> None:
    """What was overtaken meanwhile is left out, what came last never is."""
    watching = Watching()
    for words in ("a", "a b", "a b c"):
        watching.previews.show(MARIA, 7, words)
        watching.previews.show(JOE, 8, words)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    watching.previews.show(MARIA, 7, "a b c d")
    await watching.settle()
    of_maria = [words for who, ticket, words in watching.shown if (who, ticket) == (MARIA, 7)]
    assert of_maria == ["a b c", "a b c d"]
    assert [words for who, _, words in watching.shown if who == JOE] == ["a b c"]
    assert watching.at == [0.0, 0.0, 1.0]


async def test_what_stands_in_the_outbox_has_its_second_too() -> None:
    """A preview counts, so that nothing else is refused for it."""
    watching = Watching()
    watching.budget.spend(MARIA, 0.0, 1)
    watching.previews.show(MARIA, 7, "a")
    await watching.settle()
    assert watching.at == [1.0]
    assert watching.budget.room(MARIA, 1.5) == 0.5


async def test_who_takes_none_is_shown_none() -> None:
    """Somebody who blocked the bot; the others go on."""

    def blocked(method: TelegramMethod[Any]) -> bool:
        if getattr(method, "chat_id", 0) == MARIA:
            raise TelegramForbiddenError(method, "Forbidden: bot was blocked by the user")
        return True

    watching = Watching(blocked)
    for words in ("a", "b"):
        watching.previews.show(MARIA, 7, words)
        watching.previews.show(JOE, 7, words)
        await watching.settle()
    assert [who for who, _, _ in watching.shown] == [MARIA, JOE, JOE]


async def test_telegram_wants_a_rest() -> None:
    """Then that chat rests, and the newest words come after it."""
    refusals = [3]

    def busy(method: TelegramMethod[Any]) -> bool:
        if refusals:
            raise TelegramRetryAfter(method, "Too Many Requests", refusals.pop())
        return True

    watching = Watching(busy)
    watching.previews.show(MARIA, 7, "a")
    await watching.settle()
    watching.previews.show(MARIA, 7, "b")
    await watching.settle()
    assert watching.at == [0.0, 3.0]


async def test_a_line_that_breaks_is_tried_with_the_next_words() -> None:
    """What is lost on the way is not missed: the draft comes to the topic."""
    breaks = [True]

    def breaking(method: TelegramMethod[Any]) -> bool:
        if breaks:
            breaks.clear()
            raise TelegramNetworkError(method, "the connection broke")
        return True

    watching = Watching(breaking)
    for words in ("a", "b"):
        watching.previews.show(MARIA, 7, words)
        await watching.settle()
    assert [words for _, _, words in watching.shown] == ["a", "b"]


async def test_closing_ends_what_waits() -> None:
    """A desk that stops shows nothing more."""
    watching = Watching()
    watching.previews.show(MARIA, 7, "a")
    await watching.previews.close()
    await watching.settle()
    assert watching.shown == []
