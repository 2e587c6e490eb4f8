"""Every answer validates through aiogram's own types, with no field that they do not know.

The `bot` fixture fails on an unknown field at any depth; the tests say what else must hold.
"""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    ChatMemberAdministrator,
    ChatMemberLeft,
    ChatMemberMember,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from pydantic import BaseModel

from sandbox.icons import TOPIC_ICONS
from sandbox.methods import METHODS
from tests.sandbox.tools import ANA, BORIS, JOE, MARIA, SAM, STAFF_CHAT_ID, World

PICTURE = BufferedInputFile(b"\x89PNG not quite", "picture.png")


def _plain(found: BaseModel | None) -> dict[str, Any] | None:
    """An object's fields, whichever bot it is bound to."""
    return found.model_dump(exclude_none=True) if found else None


def test_methods() -> None:
    """The methods are those this desk needs now; a new one belongs into a test here."""
    assert {method.name for method in METHODS.values()} == {
        *("getMe", "getUpdates", "getFile"),
        *("setWebhook", "deleteWebhook", "getWebhookInfo"),
        *("sendMessage", "sendPhoto", "sendVideo", "sendAnimation", "sendVoice", "sendAudio"),
        *("sendDocument", "sendSticker", "sendVideoNote", "sendLocation", "sendVenue"),
        *("sendContact", "sendPoll", "sendDice", "sendMediaGroup", "sendChatAction"),
        "sendMessageDraft",
        *("copyMessage", "copyMessages", "forwardMessage", "forwardMessages"),
        *("editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup"),
        *("deleteMessage", "deleteMessages", "setMessageReaction", "answerCallbackQuery"),
        *("editEphemeralMessageText", "editEphemeralMessageReplyMarkup"),
        *("deleteEphemeralMessage", "pinChatMessage", "unpinChatMessage"),
        *("createForumTopic", "editForumTopic", "closeForumTopic", "reopenForumTopic"),
        *("deleteForumTopic", "getForumTopicIconStickers", "unpinAllForumTopicMessages"),
        *("getChat", "getChatMember", "getChatAdministrators", "getChatMemberCount", "leaveChat"),
        "setChatMemberTag",
        *("setMyCommands", "getMyCommands", "deleteMyCommands", "setChatMenuButton"),
        *("setMyDescription", "getMyDescription"),
        *("setMyShortDescription", "getMyShortDescription"),
    }


async def test_who_and_where(bot: Bot) -> None:
    """The bot, its chats, and their members."""
    me = await bot.get_me()
    assert (me.username, me.is_bot) == ("topicdesk_bot", True)
    support = await bot.get_chat(STAFF_CHAT_ID)
    assert (support.type, support.is_forum, support.title) == ("supergroup", True, "Support")
    ana = await bot.get_chat(ANA)
    assert (ana.type, ana.first_name) == ("private", "Ana")
    administrators = await bot.get_chat_administrators(STAFF_CHAT_ID)
    assert {member.user.id for member in administrators} == {SAM, me.id}
    mine = await bot.get_chat_member(STAFF_CHAT_ID, me.id)
    assert isinstance(mine, ChatMemberAdministrator)
    assert mine.can_manage_topics
    assert mine.can_pin_messages
    assert mine.can_delete_messages
    assert await bot.set_chat_member_tag(STAFF_CHAT_ID, MARIA, "expert: billing")
    maria = await bot.get_chat_member(STAFF_CHAT_ID, MARIA)
    assert isinstance(maria, ChatMemberMember)
    assert maria.tag == "expert: billing"
    assert isinstance(await bot.get_chat_member(STAFF_CHAT_ID, ANA), ChatMemberLeft)
    assert await bot.get_chat_member_count(STAFF_CHAT_ID) == 4


@pytest.mark.parametrize("status", ["creator", "administrator", "member", "restricted", "kicked"])
async def test_every_kind_of_member(world: World, bot: Bot, status: str) -> None:
    """Each status gives a ChatMember of its own type."""
    await world.do("members", chat_id=STAFF_CHAT_ID, user_id=BORIS, status=status)
    member = await bot.get_chat_member(STAFF_CHAT_ID, BORIS)
    assert member.status == status


async def test_text_with_everything(bot: Bot, world: World) -> None:
    """Formatting, a keyboard, a reply with a quote, and what Telegram marks by itself."""
    thread = await world.topic()
    asked = await world.say(MARIA, "Is it 20 € or more?", STAFF_CHAT_ID, message_thread_id=thread)
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Claim", callback_data="c", style="success")]]
    )
    sent = await bot.send_message(
        STAFF_CHAT_ID,
        "<b>More</b>, see https://example.org and ask @sam",
        parse_mode="HTML",
        message_thread_id=thread,
        reply_parameters=ReplyParameters(message_id=asked, quote="20 €"),
        reply_markup=keyboard,
    )
    assert sent.text == "More, see https://example.org and ask @sam"
    assert [(e.type, e.extract_from(sent.text)) for e in sent.entities or []] == [
        ("bold", "More"),
        ("url", "https://example.org"),
        ("mention", "@sam"),
    ]
    assert sent.is_topic_message
    assert sent.message_thread_id == thread
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.message_id == asked
    assert sent.quote is not None
    assert (sent.quote.text, sent.quote.position) == ("20 €", 6)
    assert _plain(sent.reply_markup) == _plain(keyboard)
    shown = (await world.seen(STAFF_CHAT_ID, message_thread_id=thread))[-1]
    assert shown["buttons"] == [[{"text": "Claim", "data": "c", "url": None, "style": "success"}]]


async def test_mention_of_a_person_by_id(bot: Bot) -> None:
    """A tg://user link becomes a mention that carries the person."""
    text = f'<a href="tg://user?id={MARIA}">Maria</a> and <a href="tg://user?id=5">nobody</a>'
    sent = await bot.send_message(STAFF_CHAT_ID, text, parse_mode="HTML")
    (mention,) = sent.entities or []
    assert (mention.type, mention.user and mention.user.id) == ("text_mention", MARIA)


async def test_reply_keyboard_is_accepted(bot: Bot) -> None:
    """A keyboard for replies does not come back in the answer, as in Telegram."""
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Status")]])
    assert (await bot.send_message(ANA, "Choose", reply_markup=keyboard)).reply_markup is None


async def test_reply_from_another_topic(bot: Bot, world: World) -> None:
    """What is answered from elsewhere stands in external_reply."""
    first, second = await world.topic(), await world.topic("Other")
    asked = await world.say(MARIA, "Here", STAFF_CHAT_ID, message_thread_id=first)
    sent = await bot.send_message(
        STAFF_CHAT_ID,
        "There",
        message_thread_id=second,
        reply_parameters=ReplyParameters(message_id=asked),
    )
    assert sent.message_thread_id == second
    assert sent.reply_to_message is None
    assert sent.external_reply is not None
    assert sent.external_reply.message_id == asked


async def test_reply_without_its_target(bot: Bot) -> None:
    """allow_sending_without_reply sends it all the same."""
    reply = ReplyParameters(message_id=4000, allow_sending_without_reply=True)
    assert (await bot.send_message(ANA, "Hello", reply_parameters=reply)).reply_to_message is None


async def test_files_of_every_kind(bot: Bot) -> None:
    """Each kind uploads, comes back as its type, and its bytes can be fetched."""
    sent: list[Message] = [
        await bot.send_photo(ANA, PICTURE, caption="<i>look</i>", parse_mode="HTML"),
        await bot.send_video(ANA, PICTURE, width=10, height=20, duration=5),
        await bot.send_animation(ANA, PICTURE),
        await bot.send_voice(ANA, PICTURE),
        await bot.send_audio(ANA, PICTURE, performer="Ana", title="Song"),
        await bot.send_document(ANA, PICTURE),
        await bot.send_sticker(ANA, PICTURE),
        await bot.send_video_note(ANA, PICTURE),
    ]
    kinds = ["photo", "video", "animation", "voice", "audio", "document", "sticker", "video_note"]
    assert [message.content_type for message in sent] == kinds
    assert sent[0].caption == "look"
    assert sent[1].video is not None
    assert (sent[1].video.width, sent[1].video.duration) == (10, 5)
    document = sent[5].document
    assert document is not None
    assert (document.file_name, document.file_size) == ("picture.png", len(PICTURE.data))
    fetched = await bot.download(document)
    assert fetched is not None
    assert fetched.read() == PICTURE.data
    again = await bot.send_document(BORIS, document.file_id)
    assert again.document is not None
    assert again.document.file_id == document.file_id


async def test_small_kinds(bot: Bot) -> None:
    """Location, venue, contact, poll and dice."""
    sent = [
        await bot.send_location(ANA, 41.4, 2.2),
        await bot.send_venue(ANA, 41.4, 2.2, "Office", "Main street"),
        await bot.send_contact(ANA, "+1555", "Ana"),
        await bot.send_poll(ANA, "Which?", ["This", "That"]),
        await bot.send_dice(ANA),
    ]
    kinds = ["location", "venue", "contact", "poll", "dice"]
    assert [message.content_type for message in sent] == kinds


async def test_album(bot: Bot, world: World) -> None:
    """An album is several messages of one media_group_id; mixed it is refused elsewhere."""
    sent = await bot.send_media_group(
        ANA, [InputMediaPhoto(media=PICTURE, caption="Both"), InputMediaPhoto(media=PICTURE)]
    )
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["Both", None]
    assert sum(call["method"] == "sendMediaGroup" for call in await world.get("calls")) == 1


async def test_copies_and_forwards(bot: Bot, world: World) -> None:
    """Copies answer with ids only; forwards name where they come from; the missing are skipped."""
    ids = (
        await world.do("messages", by=ANA, chat_id=ANA, album=["photo", "photo"], caption="Two")
    )["message_ids"]
    thread = await world.topic()
    copy = await bot.copy_message(STAFF_CHAT_ID, ANA, ids[0], message_thread_id=thread)
    copies = await bot.copy_messages(STAFF_CHAT_ID, ANA, [*ids, 4000], message_thread_id=thread)
    forwarded = await bot.forward_message(STAFF_CHAT_ID, ANA, ids[0], message_thread_id=thread)
    forwards = await bot.forward_messages(STAFF_CHAT_ID, ANA, ids, message_thread_id=thread)
    assert (len(copies), len(forwards)) == (2, 2)
    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.type == "user"
    shown = {m["message_id"]: m for m in await world.seen(STAFF_CHAT_ID, message_thread_id=thread)}
    albums = {shown[found.message_id]["media_group_id"] for found in copies}
    assert len(albums) == 1
    assert shown[copy.message_id]["caption"] == "Two"
    assert shown[forwarded.message_id]["forward"] == "Ana"
    captioned = await bot.copy_message(ANA, ANA, ids[0], caption="Mine")
    assert (await world.seen(ANA))[-1]["caption"] == "Mine"
    assert captioned.message_id > ids[1]


async def test_edits(bot: Bot, world: World) -> None:
    """Text, caption, file and keyboard can be changed; a keyboard not named again goes."""
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]]
    )
    text = await bot.send_message(ANA, "Before", reply_markup=keyboard)
    edited = await bot.edit_message_text("After", chat_id=ANA, message_id=text.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup) == ("After", None)
    assert edited.edit_date is not None
    marked = await bot.edit_message_reply_markup(
        chat_id=ANA, message_id=text.message_id, reply_markup=keyboard
    )
    assert isinstance(marked, Message)
    assert _plain(marked.reply_markup) == _plain(keyboard)
    photo = await bot.send_photo(ANA, PICTURE, caption="Before")
    captioned = await bot.edit_message_caption(
        chat_id=ANA, message_id=photo.message_id, caption="After"
    )
    assert isinstance(captioned, Message)
    assert captioned.caption == "After"
    changed = await bot.edit_message_media(
        InputMediaDocument(media=PICTURE), chat_id=ANA, message_id=photo.message_id
    )
    assert isinstance(changed, Message)
    assert changed.content_type == "document"
    assert [m["edited"] for m in await world.seen(ANA)] == [True, True]


async def test_deletions(bot: Bot, world: World) -> None:
    """The right to delete reaches everybody's messages; the missing are passed over."""
    hers = await world.say(MARIA, "Oops", STAFF_CHAT_ID)
    assert await bot.delete_message(STAFF_CHAT_ID, hers)
    mine = await world.post()
    assert await bot.delete_messages(STAFF_CHAT_ID, [mine, 4000])
    assert await world.seen(STAFF_CHAT_ID) == []


async def test_topics(bot: Bot, world: World) -> None:
    """A topic's whole life; its icon is one that Telegram offers."""
    icons = await bot.get_forum_topic_icon_stickers()
    by_emoji = {icon.emoji: icon.custom_emoji_id for icon in icons}
    assert {"💬", "✅", "⏰", "❗", "🔥", "⚡", "🆕"} <= by_emoji.keys()
    assert set(by_emoji.values()) == set(TOPIC_ICONS)
    topic = await bot.create_forum_topic(STAFF_CHAT_ID, "Ana: help", icon_color=16478047)
    assert (topic.name, topic.icon_color) == ("Ana: help", 16478047)
    thread = topic.message_thread_id
    assert await bot.edit_forum_topic(
        STAFF_CHAT_ID, thread, name="Ana: solved", icon_custom_emoji_id=by_emoji["✅"]
    )
    assert await bot.close_forum_topic(STAFF_CHAT_ID, thread)
    assert await world.topic_state(thread) == ("Ana: solved", by_emoji["✅"], True, False)
    assert await bot.reopen_forum_topic(STAFF_CHAT_ID, thread)
    # aiogram sends no empty strings, so it cannot take an icon away; a raw call can.
    gone = {"chat_id": STAFF_CHAT_ID, "message_thread_id": thread, "icon_custom_emoji_id": ""}
    assert await world.ok("editForumTopic", **gone)
    assert await world.topic_state(thread) == ("Ana: solved", None, False, False)
    assert await bot.delete_forum_topic(STAFF_CHAT_ID, thread)
    assert (await world.topic_state(thread))[-1]
    services = [m["service"] for m in await world.seen(STAFF_CHAT_ID)]
    assert services == []


async def test_pins(bot: Bot, world: World) -> None:
    """A pin is announced once beside the message; unpinning is silent."""
    thread = await world.topic()
    first = await world.post(message_thread_id=thread)
    assert await bot.pin_chat_message(STAFF_CHAT_ID, first)
    assert await bot.pin_chat_message(STAFF_CHAT_ID, first)
    shown = await world.seen(STAFF_CHAT_ID, message_thread_id=thread)
    assert [m["service"] for m in shown] == ["forum_topic_created", None, "pinned_message"]
    assert [m["pinned"] for m in shown] == [False, True, False]
    assert (await bot.get_chat(STAFF_CHAT_ID)).pinned_message is not None
    assert await bot.unpin_chat_message(STAFF_CHAT_ID, message_id=first)
    assert await bot.pin_chat_message(STAFF_CHAT_ID, first)
    assert await bot.unpin_chat_message(STAFF_CHAT_ID)
    assert await bot.pin_chat_message(STAFF_CHAT_ID, first)
    assert await bot.unpin_all_forum_topic_messages(STAFF_CHAT_ID, thread)
    assert not any(m["pinned"] for m in await world.seen(STAFF_CHAT_ID))


@pytest.mark.parametrize("emoji", ["👌", "👍", "❤️"])
async def test_reactions(bot: Bot, world: World, emoji: str) -> None:
    """Those of Telegram's list; the empty list takes the reaction away."""
    said = await world.say(ANA, "Thanks")
    assert await bot.set_message_reaction(ANA, said, [ReactionTypeEmoji(emoji=emoji)])
    me = await bot.get_me()
    plain = emoji.removesuffix("\ufe0f")
    assert (await world.seen(ANA))[-1]["reactions"] == [{"from": me.id, "emoji": plain}]
    assert await bot.set_message_reaction(ANA, said, [])
    assert (await world.seen(ANA))[-1]["reactions"] == []


async def test_commands(bot: Bot) -> None:
    """Commands are kept by scope and language."""
    scope = BotCommandScopeChat(chat_id=STAFF_CHAT_ID)
    ours = [BotCommand(command="reply", description="Answer the customer")]
    assert await bot.set_my_commands(ours, scope=scope)
    assert [_plain(found) for found in await bot.get_my_commands(scope=scope)] == [
        _plain(command) for command in ours
    ]
    assert await bot.get_my_commands() == []
    assert await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == []


async def test_profile(bot: Bot) -> None:
    """Descriptions, the menu button and chat actions."""
    assert await bot.set_my_description("Ask us", language_code="en")
    assert (await bot.get_my_description("en")).description == "Ask us"
    assert await bot.set_my_short_description("Help")
    assert (await bot.get_my_short_description()).short_description == "Help"
    assert await bot.set_chat_menu_button()
    assert await bot.send_chat_action(ANA, "typing")


async def test_ephemeral(bot: Bot, world: World) -> None:
    """One member of a group sees it; it has an id of another kind and can be changed."""
    sent = await bot.send_message(STAFF_CHAT_ID, "Joe is answering", receiver_user_id=MARIA)
    assert sent.message_id == 0
    assert sent.receiver_user is not None
    assert sent.receiver_user.id == MARIA
    number = sent.ephemeral_message_id
    assert number is not None
    (shown,) = await world.seen(STAFF_CHAT_ID, viewer=MARIA)
    assert (shown["ephemeral"], shown["text"]) == (True, "Joe is answering")
    assert await world.seen(STAFF_CHAT_ID, viewer=JOE) == []
    assert await world.seen(STAFF_CHAT_ID) == []
    assert await bot.edit_ephemeral_message_text(
        chat_id=STAFF_CHAT_ID, receiver_user_id=MARIA, ephemeral_message_id=number, text="Done"
    )
    assert (await world.seen(STAFF_CHAT_ID, viewer=MARIA))[0]["text"] == "Done"
    assert await bot.delete_ephemeral_message(
        chat_id=STAFF_CHAT_ID, receiver_user_id=MARIA, ephemeral_message_id=number
    )
    assert await world.seen(STAFF_CHAT_ID, viewer=MARIA) == []


async def test_leaving(bot: Bot, world: World) -> None:
    """The bot leaves and can do no more there."""
    assert await bot.leave_chat(STAFF_CHAT_ID)
    status, _ = await world.call("sendMessage", chat_id=STAFF_CHAT_ID, text="Hello?")
    assert status == 403


async def test_webhook_info(bot: Bot, world: World) -> None:
    """There is no webhook; what waits is counted and can be dropped."""
    await world.say(ANA, "Hello")
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("", 1)
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_large_file_cannot_be_fetched(bot: Bot, world: World) -> None:
    """What is beyond 20 MB is refused in Telegram's words (C)."""
    large = BufferedInputFile(bytes(20 * 1024 * 1024 + 1), "large.bin")
    sent = await bot.send_document(ANA, large)
    assert sent.document is not None
    status, body = await world.call("getFile", file_id=sent.document.file_id)
    assert (status, body["description"]) == (400, "Bad Request: file is too big")
