from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Dialog, Error, Page, async_playwright

from sandbox.control import Systems
from sandbox.server import Sandbox
from tests.browser.browser import launch
from tests.browser.telegram import Telegram

LAPTOP = (1280, 800)
_PATIENCE_MS = 8_000


@dataclass
class Visitor:
    """A page with a person in front of it, and whatever the browser complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors, policy violations (the console tells them) and dialogs nobody asked for."""
        self.page.on("console", self._console)
        self.page.on("pageerror", self._error)
        self.page.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")

    def _error(self, error: Error) -> None:
        self.complaints.append(f"error: {error}")

    async def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        await dialog.dismiss()


Open = Callable[..., Awaitable[Visitor]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        yield browser
        await browser.close()


@pytest.fixture
def systems() -> Systems | None:
    """The business systems beside the bot: none, unless a module's own fixture has some."""
    return None


@pytest_asyncio.fixture(loop_scope="session")
async def telegram(systems: Systems | None) -> AsyncIterator[Telegram]:
    sandbox = Sandbox(systems=systems)
    url = await sandbox.start(0)
    async with aiohttp.ClientSession() as client:
        telegram = Telegram(sandbox, url, client)
        await telegram.sim("limits", enabled=False)
        yield telegram
        await telegram.stop()
    await sandbox.stop()


@pytest.fixture
def address(telegram: Telegram) -> str:
    """Where the page is: at a sandbox of its own, unless a module's own fixture has another."""
    return telegram.url


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, address: str) -> AsyncIterator[Open]:
    """Open the page; at the end no visitor may have anything to complain of."""
    visitors: list[Visitor] = []
    contexts = []

    async def open_page(
        place: str = "", *, size: tuple[int, int] = LAPTOP, dark: bool = False, touch: bool = False
    ) -> Visitor:
        context = await browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            is_mobile=touch,
        )
        context.set_default_timeout(_PATIENCE_MS)
        contexts.append(context)
        visitor = Visitor(await context.new_page())
        visitor.watch()
        visitors.append(visitor)
        await visitor.page.goto(f"{address}/{place}")
        await visitor.page.locator(".person").first.wait_for(state="attached")
        return visitor

    yield open_page
    for context in contexts:
        await context.close()
    assert [visitor.complaints for visitor in visitors if visitor.complaints] == []
