"""Writing, answering, reacting and pressing, as a person does it on the page."""

from typing import Any

import pytest
from playwright.async_api import FilePayload, expect

from tests.browser.conftest import Open
from tests.browser.telegram import ANA, JOE, MARIA, Telegram

pytestmark = pytest.mark.asyncio(loop_scope="session")

BOX = "#composer"


async def test_a_customer_sees_their_message_and_the_answer_live(
    telegram: Telegram, visit: Open
) -> None:
    """No reload: the bubble stands there, and the bot's answer follows it."""

    async def echo(update: dict[str, Any]) -> None:
        message = update["message"]
        await telegram.bot(
            "sendMessage", chat_id=message["chat"]["id"], text=f"You said: {message['text']}"
        )

    telegram.answer_with(echo)
    page = (await visit()).page
    await expect(page.locator(".person[aria-current=true]")).to_contain_text("Ana")
    await page.fill(BOX, "Where is my order?")
    await page.keyboard.press("Enter")
    await expect(page.locator(".row.own .text")).to_have_text("Where is my order?")
    await expect(page.locator(".row.other .text")).to_have_text("You said: Where is my order?")
    await expect(page.locator("#announcer")).to_contain_text("You said: Where is my order?")
    await expect(page.locator(".strip-calls")).to_contain_text("sendMessage")


async def test_shift_enter_breaks_the_line(telegram: Telegram, visit: Open) -> None:
    """Enter sends, Shift and Enter does not."""
    page = (await visit()).page
    await page.locator(BOX).press_sequentially("one")
    await page.keyboard.press("Shift+Enter")
    await page.locator(BOX).press_sequentially("two")
    await page.keyboard.press("Enter")
    await expect(page.locator(".row.own .text")).to_have_text("one\ntwo", use_inner_text=True)
    assert [found["text"] for found in await telegram.messages(ANA, ANA)] == ["one\ntwo"]


async def test_switching_the_person_shows_the_forum_and_its_topics(
    telegram: Telegram, visit: Open
) -> None:
    """Staff see General and the topics with their icons; a customer sees the bot only."""
    await telegram.topic("Refund for Ana", icon_color=16766590)
    icons = await telegram.bot("getForumTopicIconStickers")
    await telegram.topic("Urgent", icon_custom_emoji_id=icons[2]["custom_emoji_id"])
    page = (await visit()).page
    await expect(page.locator(".chat-row")).to_have_count(1)
    await page.click(f".person[data-user='{MARIA}']")
    await expect(page.locator(".chat-row .chat-title")).to_have_text(
        ["Topicdesk", "General", "Urgent", "Refund for Ana"]
    )
    await expect(page.locator(".chat-row .topic-icon.emoji")).to_have_text(icons[2]["emoji"])
    icon = page.locator(".chat-row .topic-icon.drop")
    await expect(icon).to_have_text("R")
    assert await icon.evaluate("node => node.style.getPropertyValue('--topic')") == "#ffd67e"
    await page.get_by_role("button", name="Refund for Ana").click()
    await expect(page.locator(".conversation-header h2")).to_have_text("Refund for Ana")
    await page.reload()
    await expect(page.locator(".conversation-header h2")).to_have_text("Refund for Ana")
    await expect(page.locator(".person[aria-current=true]")).to_contain_text("Maria")


async def test_a_reply_names_the_message_it_answers(telegram: Telegram, visit: Open) -> None:
    """The bar shows whom one answers, and the message carries reply_to_message_id."""
    thread = await telegram.topic("Refund for Ana")
    page = (await visit(f"#as={MARIA}&chat={telegram.staff}&topic={thread}")).page
    card = page.locator(".row.other", has_text="The card")
    await card.hover()
    await card.get_by_role("button", name="Reply").click()
    await expect(page.locator(".composer-bar")).to_contain_text("Reply to Topicdesk")
    await expect(page.locator(BOX)).to_be_focused()
    await page.keyboard.type("It is on its way")
    await page.keyboard.press("Enter")
    await expect(page.locator(".row.own .quote")).to_contain_text("The card")
    _, first, last = await telegram.messages(telegram.staff, MARIA, thread)
    assert last["reply_to_message_id"] == first["message_id"]
    assert last["message_thread_id"] == thread


async def test_pressing_a_button_shows_the_answer(telegram: Telegram, visit: Open) -> None:
    """A plain answer comes as a passing note, an alert as a dialog; an address opens apart."""

    async def answer(update: dict[str, Any]) -> None:
        query = update["callback_query"]
        await telegram.bot(
            "answerCallbackQuery",
            callback_query_id=query["id"],
            text=f"Pressed {query['data']}",
            show_alert=query["data"] == "loud",
        )

    telegram.answer_with(answer)
    await telegram.bot(
        "sendMessage",
        chat_id=ANA,
        text="Choose",
        reply_markup={
            "inline_keyboard": [
                [
                    {"text": "Quiet", "callback_data": "quiet"},
                    {"text": "Loud", "callback_data": "loud"},
                ],
                [
                    {"text": "Shop", "url": "https://example.com/shop"},
                    {"text": "Bad", "url": "javascript:alert(1)"},
                ],
            ]
        },
    )
    page = (await visit()).page
    await page.get_by_role("button", name="Quiet").click()
    await expect(page.locator(".toast")).to_have_text("Pressed quiet")
    await page.get_by_role("button", name="Loud").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Pressed loud")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    shop = page.get_by_role("link", name="Shop")
    await expect(shop).to_have_attribute("href", "https://example.com/shop")
    await expect(shop).to_have_attribute("rel", "noopener noreferrer")
    await expect(page.locator("a.key", has_text="Bad")).to_have_count(0)


async def test_reacting_and_taking_it_back(telegram: Telegram, visit: Open) -> None:
    """The reaction stands under the bubble for everybody; a click on it takes it away."""
    thread = await telegram.topic("Refund for Ana")
    place = f"chat={telegram.staff}&topic={thread}"
    maria = (await visit(f"#as={MARIA}&{place}")).page
    joe = (await visit(f"#as={JOE}&{place}")).page
    card = maria.locator(".row.other", has_text="The card")
    await card.hover()
    await card.get_by_role("button", name="React").click()
    await maria.get_by_role("menuitem", name="React with 👍").click()
    mine = maria.locator(".reaction")
    await expect(mine).to_have_attribute("aria-pressed", "true")
    await expect(joe.locator(".reaction")).to_have_attribute("aria-pressed", "false")
    await joe.locator(".reaction").click()
    await expect(mine).to_contain_text("2")
    await mine.click()
    await expect(joe.locator(".reaction")).to_have_attribute("aria-label", "👍 by Joe")


async def test_an_attachment_is_sent_and_shown(telegram: Telegram, visit: Open) -> None:
    """A picture appears as one, with its caption; the bytes are those that were chosen."""
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c49444154789c6360f8cf00000301010018dd8db00000000049454e44ae426082"
    )
    page = (await visit()).page
    await page.set_input_files(
        "#file-input", [FilePayload(name="receipt.png", mimeType="image/png", buffer=pixel)]
    )
    await expect(page.locator(".composer-files")).to_contain_text("receipt.png")
    await page.fill(BOX, "My receipt")
    await page.click(".send")
    image = page.locator(".row.own img")
    await expect(image).to_be_visible()
    await expect(page.locator(".row.own .text")).to_have_text("My receipt")
    (sent,) = await telegram.messages(ANA, ANA)
    assert (sent["kind"], sent["file"]["size"]) == ("photo", len(pixel))
    assert await image.evaluate("node => node.decode().then(() => node.naturalWidth)") == 1


async def test_editing_and_deleting_ones_own(telegram: Telegram, visit: Open) -> None:
    """Both are in the message's menu."""
    await telegram.sim("messages", sender=ANA, chat_id=ANA, text="Helo")
    page = (await visit()).page
    row = page.locator(".row.own")
    await row.click(button="right")
    await page.get_by_role("menuitem", name="Edit").click()
    await page.fill(BOX, "Hello")
    await page.keyboard.press("Enter")
    await expect(row.locator(".text")).to_have_text("Hello")
    await expect(row.locator(".meta")).to_contain_text("edited")
    await row.click(button="right")
    await page.get_by_role("menuitem", name="Delete").click()
    await page.get_by_role("button", name="Delete", exact=True).click()
    await expect(row).to_have_count(0)


async def test_a_draft_survives_what_arrives_and_a_change_of_person(
    telegram: Telegram, visit: Open
) -> None:
    """Text, cursor and focus stay while messages come in; each person keeps their own draft."""
    page = (await visit()).page
    await page.locator(BOX).press_sequentially("I was just say")
    await page.keyboard.press("ArrowLeft")
    await telegram.bot("sendMessage", chat_id=ANA, text="Are you still there?")
    await expect(page.locator(".row.other .text")).to_have_text("Are you still there?")
    await expect(page.locator(BOX)).to_be_focused()
    await page.keyboard.type("-")
    await expect(page.locator(BOX)).to_have_value("I was just sa-y")
    await page.click(f".person[data-user='{MARIA}']")
    await expect(page.locator(BOX)).to_have_value("")
    await page.click(f".person[data-user='{ANA}']")
    await expect(page.locator(BOX)).to_have_value("I was just sa-y")
    await page.reload()
    await expect(page.locator(BOX)).to_have_value("I was just sa-y")
