"""The records of the business systems: shown on request, live while they are looked at."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import Page, expect

from sandbox.control import Systems
from tests.browser.conftest import Open

pytestmark = pytest.mark.asyncio(loop_scope="session")

EVIL = "<img src=x onerror=alert(1)>"
PHONE = (390, 844)
REFRESH_MS = 2000
COLUMNS = ["number", "customer", "state", "carrier", "promised for"]


class Erp:
    """A system with one full table and one empty one.

    It counts how often it is asked, and answers while `open`.
    """

    def __init__(self) -> None:
        self.asked = 0
        self.open = asyncio.Event()
        self.open.set()
        self.orders = [
            ["4711", "Ana García", "packed", "Correos", "24 November"],
            ["4712", EVIL, "open", "DHL", "26 November"],
        ]

    async def records(self) -> list[Any]:
        self.asked += 1
        await self.open.wait()
        orders = {"name": "Orders", "columns": COLUMNS, "rows": self.orders}
        returns = {"name": "Returns", "columns": ["number"], "rows": []}
        return [{"name": "ERP", "tables": [orders, returns]}]

    def answer(self) -> None:
        """Answer whoever has asked, and nobody after them."""
        self.open.set()
        self.open.clear()


@pytest.fixture
def erp() -> Erp:
    return Erp()


@pytest.fixture
def systems(erp: Erp) -> Systems:
    return erp.records


async def _hold_time(page: Page) -> None:
    """From here on the page's timers go off when the test says so."""
    await page.clock.install()
    await page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))


async def _next_look(erp: Erp, page: Page) -> None:
    """Let time pass until the page has asked."""
    before = erp.asked
    while erp.asked == before:
        await page.clock.run_for(REFRESH_MS)


async def test_a_changed_record_appears_by_itself(erp: Erp, visit: Open) -> None:
    """The rows stand there as text; what changed since the last look is marked until the next."""
    page = (await visit()).page
    await _hold_time(page)
    await page.get_by_role("button", name="Systems").click()
    await expect(page.locator(".systems h3")).to_have_text("ERP")
    await expect(page.get_by_role("columnheader")).to_have_text([*COLUMNS, "number"])
    orders = page.get_by_role("region", name="ERP: Orders")
    await expect(orders.locator("tbody tr")).to_have_text(["".join(row) for row in erp.orders])
    assert await page.locator("img[src=x]").count() == 0
    kept = await orders.locator("tbody tr").nth(1).element_handle()
    assert kept is not None

    erp.open.clear()
    await _next_look(erp, page)
    await expect(page.locator(".changed")).to_have_count(0)
    erp.orders[0][2] = "shipped"
    erp.answer()
    await expect(page.locator(".changed")).to_have_text("4711Ana GarcíashippedCorreos24 November")
    await expect(orders.locator("tbody tr")).to_have_text(["".join(row) for row in erp.orders])
    assert await kept.evaluate("row => row.isConnected")

    await _next_look(erp, page)
    erp.answer()
    await expect(page.locator(".changed")).to_have_count(0)


async def test_by_keyboard_and_only_while_somebody_looks(erp: Erp, visit: Open) -> None:
    """Asked once at the start, then nothing is asked before the view opens or after it closes."""
    page = (await visit()).page
    button = page.get_by_role("button", name="Systems")
    await expect(button).to_be_visible()
    await _hold_time(page)
    await page.clock.run_for(5 * REFRESH_MS)
    assert erp.asked == 1
    await button.focus()
    async with page.expect_response("**/sim/systems"):
        await page.keyboard.press("Enter")
    await expect(page.get_by_role("tab", name="Systems")).to_be_focused()
    await page.keyboard.press("ArrowLeft")
    await expect(page.get_by_role("tab", name="Calls")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(button).to_be_focused()
    await page.clock.run_for(5 * REFRESH_MS)
    await page.evaluate("fetch('/sim/state').then(answer => answer.status)")
    assert erp.asked == 2


async def test_a_mark_stands_still_for_who_wants_no_motion(erp: Erp, visit: Open) -> None:
    """No fading; the mark stays as it is until the next look."""
    page = (await visit()).page
    await page.emulate_media(reduced_motion="reduce")
    await page.get_by_role("button", name="Systems").wait_for()
    await _hold_time(page)
    erp.orders.insert(0, ["4713", "Boris", "open", "DHL", "27 November"])
    await page.get_by_role("button", name="Systems").click()
    marked = page.locator(".changed")
    await expect(marked).to_contain_text("4713")
    style = "row => [getComputedStyle(row).animationName, getComputedStyle(row).backgroundColor]"
    animation, background = await marked.evaluate(style)
    assert animation == "none"
    assert background != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("dark", [False, True])
async def test_on_a_phone_it_is_not_wider_than_the_screen(
    erp: Erp, visit: Open, *, dark: bool
) -> None:
    """The table scrolls in its own frame, and the way out stays in view."""
    erp.orders = [[str(4700 + n), "Ana García", "packed", "Correos", "24"] for n in range(30)]
    page = (await visit(size=PHONE, touch=True, dark=dark)).page
    await page.get_by_role("button", name="Systems").tap()
    await expect(page.locator(".systems tbody tr")).to_have_count(30)
    assert await page.evaluate("innerWidth") == PHONE[0]
    await expect(page.get_by_role("tab", name="Clock")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("button", name="Close this panel")).to_be_in_viewport(ratio=1)
    frame = page.get_by_role("region", name="ERP: Orders")
    assert await frame.evaluate("one => one.scrollHeight > one.clientHeight")
