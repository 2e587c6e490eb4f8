"""A refund over the limit, on the page: note, approval, execution, answer."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import FloatRect, Locator, Page, expect

from bot.demo import Demo
from tests.browser.conftest import Open
from tests.browser.telegram import ANA, MARIA, SAM
from tests.stories.conftest import UNLIMITED

pytestmark = pytest.mark.asyncio(loop_scope="session")

WORDS = "The glasses of order 4602 arrived broken, I want my money back"
#: So high that a picture holds a whole topic.
TALL = (1180, 1600)
#: A desk thinks longer than a page draws.
_PATIENCE_MS = 20_000
#: A picture is half as big on a flat ground. The page's policy allows no style sheet of ours.
_FLAT = "pane => { pane.style.background = '#dde7ec'; document.activeElement.blur() }"

_MARGIN = 8

#: Under that name, of the first message to the last.
Take = Callable[[str, Locator, Locator], Awaitable[None]]


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """The page of a whole demo, whose specialists read its systems."""
    demo = Demo(0, tmp_path, systems=True, **UNLIMITED)
    try:
        at = await demo.start()
        await demo.equipped()
        yield at.rstrip("/")
    finally:
        await demo.stop()


@pytest.fixture
def take(request: pytest.FixtureRequest) -> Take:
    """Takes a picture for the README, where the test run was asked for them (`--pictures`)."""
    folder: Path | None = request.config.getoption("--pictures")

    async def picture(name: str, first: Locator, last: Locator) -> None:
        if folder is None:
            return
        pane = first.page.locator("#conversation")
        await pane.evaluate(_FLAT)
        await first.page.mouse.move(0, 0)  # a message under the mouse shows its tools
        around, above, below = [await _box(each) for each in (pane, first, last)]
        clip: FloatRect = {
            "x": around["x"],
            "y": above["y"] - _MARGIN,
            "width": around["width"],
            "height": below["y"] + below["height"] - above["y"] + 2 * _MARGIN,
        }
        await first.page.screenshot(path=folder / name, clip=clip, animations="disabled")

    return picture


async def test_a_refund_over_the_limit_waits_for_a_supervisor(visit: Open, take: Take) -> None:
    """Maria may not decide and reads so alone; Sam says yes, it is done once, and Ana reads it."""
    ana, maria, sam = [await _visitor(visit, each) for each in (ANA, MARIA, SAM)]
    await ana.fill("#composer", WORDS)
    await ana.keyboard.press("Enter")

    for page in (maria, sam):
        await page.get_by_role("button", name=re.compile("#1 The glasses")).first.click()
    asked = _message(sam, "Refund: needs approval")
    await _shown(asked, "amount_minor: 2400 (24.00)")
    await _shown(asked, "More than 20 EUR, and not only what was paid twice.")
    await _shown(asked, re.compile(r"until \d{4}-\d\d-\d\d \d\d:\d\d UTC it is a no"))
    note = _message(sam, "Specialists")
    await _shown(note, "We are looking into it and will write to you.")
    await _shown(_message(sam, "Answered by nobody yet"), "Refund the article: waits for approval")
    await expect(asked.get_by_role("button", name="Approve")).to_have_class(re.compile("success"))
    await expect(asked.get_by_role("button", name="Reject")).to_have_class(re.compile("danger"))
    await take("approval.png", asked, note)

    refused = _message(maria, "Refund: needs approval")
    await refused.get_by_role("button", name="Approve").click()
    await expect(maria.get_by_role("dialog")).to_contain_text("supervisor", timeout=_PATIENCE_MS)
    await maria.keyboard.press("Enter")
    await maria.get_by_role("button", name="Systems").click()
    booked = maria.get_by_role("region", name="Billing: Refunds").locator("tbody tr")
    await expect(booked.first).to_be_visible()
    await expect(booked.filter(has_text="Ana García")).to_have_count(0)
    await expect(asked.get_by_role("button", name="Approve")).to_be_visible()

    await asked.get_by_role("button", name="Approve").click()
    done = _message(sam, "Refund: done")
    await _shown(done, re.compile(r"Reference: RF-\d+"))
    reference = re.search(r"RF-\d+", await done.inner_text())
    assert reference is not None
    await expect(booked.filter(has_text=reference[0])).to_contain_text(["24.00 EUR"])
    await expect(booked.filter(has_text="Ana García")).to_have_count(1)
    note = _message(sam, f"24.00 EUR goes back the way it came; its reference is {reference[0]}")
    await expect(note).to_be_visible(timeout=_PATIENCE_MS)
    await take("approved.png", done, note)

    mine = _message(maria, reference[0]).filter(has=maria.get_by_role("button", name="Send"))
    await mine.get_by_role("button", name="Send").click()
    await _shown(_message(ana, reference[0]), "order 4602 (Double-walled glasses, pair)")
    assert "approv" not in await ana.locator("#conversation").inner_text()


async def _visitor(visit: Open, who: int) -> Page:
    return (await visit(f"#as={who}", size=TALL)).page


def _message(page: Page, words: str) -> Locator:
    """The newest message that says these words."""
    return page.locator("#conversation .row", has_text=words).last


async def _box(seen: Locator) -> FloatRect:
    box = await seen.bounding_box()
    assert box is not None
    return box


async def _shown(message: Locator, words: str | re.Pattern[str]) -> None:
    await expect(message).to_contain_text(words, timeout=_PATIENCE_MS)
