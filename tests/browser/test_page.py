"""What holds for the whole page: safety, keyboard, sizes, themes, and what is under the hood."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.telegram import ANA, BORIS, MARIA, SAM, Telegram

pytestmark = pytest.mark.asyncio(loop_scope="session")

BOX = "#composer"
EVIL = "<img src=x onerror=alert(1)>"
PHONE = (390, 844)


async def test_hostile_text_is_only_text(telegram: Telegram, visit: Open) -> None:
    """Names, titles, captions, labels, file names: nothing is markup, nothing runs."""
    person = await telegram.sim("users", first_name=EVIL, last_name="<script>alert(2)</script>")
    mallory = person["id"]
    await telegram.sim(
        "messages", sender=mallory, chat_id=mallory, text=f"{EVIL} javascript:alert(3)"
    )
    await telegram.sim(
        "messages",
        sender=mallory,
        chat_id=mallory,
        kind="document",
        file_name=f"{EVIL}.svg",
        caption=EVIL,
    )
    await telegram.bot(
        "sendMessage",
        chat_id=mallory,
        text=EVIL,
        entities=[
            {"type": "text_link", "offset": 0, "length": 4, "url": "javascript:alert(4)"},
            {"type": "pre", "offset": 5, "length": 3, "language": EVIL},
        ],
        reply_markup={"inline_keyboard": [[{"text": EVIL, "callback_data": EVIL}]]},
    )
    thread = await telegram.topic(EVIL)
    await telegram.sim(
        "topics",
        chat_id=telegram.staff,
        message_thread_id=thread,
        action="rename",
        name=f"2{EVIL}",
        by=SAM,
    )
    as_customer = (await visit(f"#as={mallory}&chat={mallory}")).page
    await expect(as_customer.locator(".row")).to_have_count(3)
    await expect(as_customer.locator(".row.other .key")).to_have_text(EVIL)
    await expect(as_customer.locator(".chats-title")).to_contain_text(EVIL)
    as_staff = (await visit(f"#as={MARIA}&chat={telegram.staff}&topic={thread}")).page
    await expect(as_staff.locator(".conversation-header h2")).to_have_text(f"2{EVIL}")
    await as_staff.click(".strip-button[data-tab=calls]")
    await expect(as_staff.locator(".calls")).to_contain_text("createForumTopic")
    for page in (as_customer, as_staff):
        assert await page.locator("img[src=x], [onerror], a[href^=javascript]").count() == 0


async def test_everything_by_keyboard(telegram: Telegram, visit: Open) -> None:
    """From the person to the topic to the reply without a mouse."""
    thread = await telegram.topic("Refund for Ana")
    page = (await visit()).page
    await page.locator(".person[aria-current=true]").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(page.locator(f".person[data-user='{MARIA}']")).to_be_focused()
    await page.keyboard.press("Enter")
    topic = page.locator(f".chat-row[data-thread='{thread}']")
    await topic.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".conversation-header h2")).to_have_text("Refund for Ana")
    await page.locator(BOX).focus()
    await page.keyboard.press("ArrowUp")
    await expect(page.locator(".row.other", has_text="The card")).to_be_focused()
    await page.keyboard.press("r")
    await expect(page.locator(".composer-bar")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".composer-bar")).to_be_hidden()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("x")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect(page.locator(".reaction")).to_have_attribute("aria-label", "👎 by Maria")
    await page.locator(BOX).focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("r")
    await page.keyboard.type("Done")
    await page.keyboard.press("Enter")
    await expect(page.locator(".row.own .quote")).to_contain_text("The card")


async def test_a_phone_shows_one_pane_at_a_time(telegram: Telegram, visit: Open) -> None:
    """The list, then the conversation, then back; nothing is wider than the screen."""
    await telegram.bot("sendMessage", chat_id=BORIS, text="A long answer without any end " * 20)
    page = (await visit(f"#as={BORIS}", size=PHONE, touch=True)).page
    await expect(page.locator("#conversation")).to_be_hidden()
    await page.locator(".chat-row").tap()
    await expect(page.locator("#conversation")).to_be_visible()
    await expect(page.locator("#chats")).to_be_hidden()
    await page.fill(BOX, "Thanks")
    await page.locator(".send").tap()
    await expect(page.locator(".row.own .text")).to_have_text("Thanks")
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    await page.get_by_role("button", name="Back to the chats").tap()
    await expect(page.locator("#chats")).to_be_visible()
    await page.go_back()
    await expect(page.locator("#conversation")).to_be_visible()


async def test_on_a_phone_nothing_is_wider_than_the_screen(telegram: Telegram, visit: Open) -> None:
    """Neither the list with its strip of calls, nor the drawer."""
    for number in range(12):
        await telegram.topic(f"A topic with a rather long title, the {number}th of them")
    page = (await visit(f"#as={MARIA}", size=PHONE, touch=True)).page
    await expect(page.locator(".strip-calls li")).not_to_have_count(0)
    assert await page.evaluate("innerWidth") == PHONE[0]
    await page.locator(".strip-button[data-tab=faults]").tap()
    close = page.get_by_role("button", name="Close this panel")
    await expect(close).to_be_in_viewport(ratio=1)
    assert await page.evaluate("innerWidth") == PHONE[0]
    await close.tap()
    await expect(page.locator("#chats")).to_be_in_viewport()


async def _paper(page: Page) -> int:
    """How light the page is, from 0 to 255."""
    colour = await page.evaluate(
        "getComputedStyle(document.querySelector('.chats')).backgroundColor"
    )
    return int(re.findall(r"\d+", str(colour))[0])


async def test_light_and_dark(telegram: Telegram, visit: Open) -> None:
    """The system's wish is followed until somebody chooses; the choice outlives a reload."""
    assert telegram.url
    page = (await visit(dark=True)).page
    assert await _paper(page) < 64
    switch = page.locator("#theme")
    await switch.click()
    await expect(switch).to_have_attribute("title", "Theme: light")
    assert await _paper(page) > 192
    await page.reload()
    await expect(switch).to_have_attribute("title", "Theme: light")
    assert await _paper(page) > 192


async def test_the_first_steps_tick_themselves_off(telegram: Telegram, visit: Open) -> None:
    """Write, switch, reply; then they can be put away for good."""
    thread = await telegram.topic("Refund for Ana")
    page = (await visit()).page
    steps = page.locator(".guide li")
    await expect(steps.first).to_contain_text("You are Ana, a customer. Write something.")
    await page.fill(BOX, "Hello")
    await page.keyboard.press("Enter")
    await expect(steps.nth(0)).to_have_class("done")
    await page.click(f".person[data-user='{MARIA}']")
    await expect(steps.nth(1)).to_have_class("done")
    await page.click(f".chat-row[data-thread='{thread}']")
    await page.locator(".row.other", has_text="The card").locator(".bubble").dblclick()
    await page.fill(BOX, "Hello Ana")
    await page.keyboard.press("Enter")
    await expect(steps.nth(2)).to_have_class("done")
    await page.get_by_role("button", name="Dismiss the first steps").click()
    await expect(page.locator(".guide")).to_have_count(0)
    await page.reload()
    await expect(page.locator(".row.own")).to_have_count(1)
    await expect(page.locator(".guide")).to_have_count(0)


async def test_it_says_that_it_is_not_telegram(visit: Open) -> None:
    """Plainly, on every page."""
    page = (await visit()).page
    await expect(page.locator(".topbar")).to_contain_text("This is not Telegram")


async def test_a_topic_is_closed_reopened_and_deleted(telegram: Telegram, visit: Open) -> None:
    """From the menu of the conversation."""
    thread = await telegram.topic("Refund for Ana")
    page = (await visit(f"#as={SAM}&chat={telegram.staff}&topic={thread}")).page
    row = page.locator(f".chat-row[data-thread='{thread}']")
    for action, service in (("Close", "closed"), ("Reopen", "reopened")):
        await page.get_by_role("button", name="Chat menu").click()
        await page.get_by_role("menuitem", name=f"{action} topic").click()
        await expect(page.locator(".row.service").last).to_have_text(f"Sam {service} the topic")
        await expect(row.locator(".mark")).to_have_count(1 if action == "Close" else 0)
    await page.get_by_role("button", name="Chat menu").click()
    await page.get_by_role("menuitem", name="Delete topic").click()
    await page.get_by_role("button", name="Delete", exact=True).click()
    await expect(row).to_contain_text("Deleted")
    await expect(page.locator(".composer-notice")).to_have_text("This topic was deleted.")


async def test_a_planted_fault_shows_in_the_calls(telegram: Telegram, visit: Open) -> None:
    """The drawer plants it; the strip shows what the bot was told."""
    page = (await visit()).page
    await page.click(".strip-button[data-tab=faults]")
    await page.get_by_label("Server error").check()
    await page.get_by_role("button", name="Plant fault").click()
    await expect(page.locator(".planted")).to_contain_text("Server error")
    with pytest.raises(AssertionError, match="500"):
        await telegram.bot("sendMessage", chat_id=ANA, text="Hello")
    await expect(page.locator(".strip-calls li.bad")).to_contain_text("sendMessage 500")
    await telegram.bot("sendMessage", chat_id=ANA, text="Hello")
    await expect(page.locator(".row.other .text")).to_have_text("Hello")


async def test_the_clock_says_why_it_cannot_be_moved(visit: Open) -> None:
    """Alone, the sandbox runs on real time; the buttons go and the reason stands there."""
    visitor = await visit()
    await visitor.page.click(".strip-button[data-tab=clock]")
    await visitor.page.get_by_role("button", name="+1 hour").click()
    await expect(visitor.page.locator(".hint.warn")).to_contain_text("runs alone")
    await expect(visitor.page.get_by_role("button", name="+1 hour")).to_be_disabled()
    visitor.complaints[:] = [one for one in visitor.complaints if "409" not in one]


async def test_without_business_systems_nothing_tells_of_any(visit: Open) -> None:
    """Neither the strip nor the drawer has a way to them."""
    page = (await visit()).page
    answered = "performance.getEntriesByName(`${location.origin}/sim/systems`).length"
    await page.wait_for_function(answered)
    await page.click(".strip-button[data-tab=clock]")
    await expect(page.get_by_role("tab")).to_have_text(["Calls", "Faults", "Clock"])
    await expect(page.locator(".strip-button[data-tab=systems]")).to_be_hidden()


async def test_a_long_conversation_opens_at_its_end(telegram: Telegram, visit: Open) -> None:
    """A thousand messages: the newest is in view at once, older ones come with scrolling."""
    for number in range(1000):
        await telegram.sim("messages", sender=ANA, chat_id=ANA, text=f"Line {number}")
    page = (await visit()).page
    rows = page.locator(".row")
    await expect(rows.last).to_be_in_viewport()
    await expect(rows.last).to_contain_text("Line 999")
    assert await rows.count() < 200
    await page.locator(".scroller").evaluate("node => node.scrollTo(0, 0)")
    await expect(page.locator(".row", has_text="Line 840")).to_have_count(1)
    await telegram.bot("sendMessage", chat_id=ANA, text="The end")
    await expect(rows.last).to_contain_text("The end")
    await expect(rows.last).not_to_be_in_viewport()
    await page.get_by_role("button", name="To the newest message").click()
    await expect(rows.last).to_be_in_viewport()


async def test_a_lost_connection_is_told_and_made_good(telegram: Telegram, visit: Open) -> None:
    """While the sandbox is away the page says so; back again it shows what it missed."""
    visitor = await visit()
    page = visitor.page
    port = int(telegram.url.rpartition(":")[2])
    await telegram.sandbox.stop()
    await expect(page.locator("#link-state")).to_have_text("Reconnecting…")
    await telegram.sandbox.start(port)
    await telegram.sim("messages", sender=ANA, chat_id=ANA, text="While you were away")
    await expect(page.locator("#link-state")).to_be_hidden()
    await expect(page.locator(".row.own .text")).to_have_text("While you were away")
    visitor.complaints[:] = [one for one in visitor.complaints if "ERR_" not in one]
