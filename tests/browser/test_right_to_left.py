"""Persian on the page: each paragraph in its own direction, Latin names and commands in theirs."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.telegram import ANA, Telegram

pytestmark = pytest.mark.asyncio(loop_scope="session")

PERSIAN = "سؤال خود را همین‌جا بنویسید."
COMMAND = "\u2066/new\u2069: پرسیدن سؤالی دیگر"


async def direction(element: Locator) -> str:
    found: str = await element.evaluate("one => getComputedStyle(one).direction")
    return found


async def left_of(text: Locator, words: str) -> float:
    """Where these words begin on the screen, from the left."""
    script = """(one, words) => {
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            return range.getBoundingClientRect().left;
        }
        return NaN;
    }"""
    found: float = await text.evaluate(script, words)
    return found


async def test_persian_reads_from_the_right(telegram: Telegram, visit: Open) -> None:
    """Text, buttons and previews; English beside it stays as it was."""
    await telegram.sim("messages", sender=ANA, chat_id=ANA, text="Hello there")
    await telegram.bot(
        "sendMessage",
        chat_id=ANA,
        text=f"{PERSIAN}\n{COMMAND}",
        reply_markup={"inline_keyboard": [[{"text": "فارسی", "callback_data": "l:fa"}]]},
    )
    page = (await visit(f"#as={ANA}&chat={ANA}")).page
    persian = page.locator(".row.other .text")
    await expect(persian).to_contain_text(PERSIAN)
    assert await direction(persian) == "rtl"
    assert await direction(page.locator(".row.other .key")) == "rtl"
    assert await direction(page.locator(".row.own .text")) == "ltr"


async def test_a_command_stands_at_the_right_and_reads_from_the_left(
    telegram: Telegram, visit: Open
) -> None:
    """It is first in its line, so rightmost, and its stroke is before its letters."""
    await telegram.sim("messages", sender=ANA, chat_id=ANA, text="Hello there")
    await telegram.bot("sendMessage", chat_id=ANA, text=f"{PERSIAN}\n{COMMAND}")
    page = (await visit(f"#as={ANA}&chat={ANA}")).page
    text = page.locator(".row.other .text")
    await expect(text).to_contain_text("/new")
    assert await left_of(text, "دیگر") < await left_of(text, "/new")
    assert await left_of(text, "/") < await left_of(text, "new")
