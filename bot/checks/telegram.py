"""Telegram as the desk meets it: the token, the staff group and the bot's rights."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.enums import ChatAction, ChatType
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Chat, ChatFullInfo, ChatMemberAdministrator

from bot.checks import webhook
from bot.checks.finding import Finding, failure, fine, refusal, warning
from bot.incoming.webhook_address import WebhookAddress
from bot.settings import Settings
from bot.telegram_session import TelegramSession

GROUP = "staff group"
ADMINISTRATOR = "administrator"

#: Supergroups have ids below this one; the app shows them without it.
SUPERGROUPS = -1_000_000_000_000

#: How long one question may take; nobody waits for a doctor any longer.
PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Right:
    """One right of the bot in the staff group, by Telegram's name and by the app's."""

    name: str
    switch: str
    without: str
    required: bool


RIGHTS: Sequence[Right] = (
    Right("can_manage_topics", "Manage Topics", "no ticket gets a topic", required=True),
    Right("can_pin_messages", "Pin Messages", "cards are not pinned", required=False),
    Right("can_delete_messages", "Delete Messages", "service messages pile up", required=False),
    Right("can_manage_tags", "Manage Tags", "roles are not shown beside names", required=False),
)


#: Telegram does not know the bot: nothing can work.
REJECTED = refusal(
    "token", "Telegram rejects BOT_TOKEN", "Copy it again from @BotFather into .env."
)


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[Bot]:
    """A bot for asking a few questions, with short patience."""
    session = TelegramSession(settings.telegram_api_base, PATIENCE)
    async with Bot(settings.bot_token.get_secret_value(), session=session) as bot:
        yield bot


async def examine(settings: Settings) -> list[Finding]:
    """Everything about Telegram; what cannot be known any more is left out."""
    async with connected(settings) as bot:
        known = await _meet(bot, settings)
        if not known.ok:
            return [known]
        findings = [known]
        try:
            findings.append(await webhook.examine(bot, WebhookAddress.of(settings)))
            findings += await examine_group(bot, settings.staff_chat_id)
        except (TelegramAPIError, ClientDecodeError) as error:
            findings.append(unreachable(error, settings))
        return findings


async def examine_token(settings: Settings) -> Finding:
    """Whether Telegram knows the bot: a refusal when it says no, a failure when it is silent."""
    async with connected(settings) as bot:
        return await _meet(bot, settings)


async def _meet(bot: Bot, settings: Settings) -> Finding:
    try:
        me = await bot.get_me()
    except (TelegramUnauthorizedError, TelegramNotFound):
        return REJECTED
    except (TelegramAPIError, ClientDecodeError) as error:
        return unreachable(error, settings)
    return fine("token", f"the bot is @{me.username}")


def unreachable(error: TelegramAPIError | ClientDecodeError, settings: Settings) -> Finding:
    """No answer of use from Telegram.

    The error's own words stay out of it: they may quote the address with the token in it.
    """
    parts = urlsplit(settings.telegram_api_base)
    address = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    if isinstance(error, TelegramRetryAfter):
        words = f"Telegram at {address} asks to be left alone for {error.retry_after} seconds"
        return failure("telegram", words, "Wait; the desk does so by itself.")
    if isinstance(error, ClientDecodeError):
        words = f"{address} answers, but not as Telegram does"
        return failure("telegram", words, "Correct TELEGRAM_API_BASE in .env.")
    if isinstance(error, TelegramNetworkError):
        words = f"Telegram cannot be reached at {address}"
        advice = "Check this machine's network, and TELEGRAM_API_BASE in .env."
        return failure("telegram", words, advice)
    return failure(
        "telegram", f"Telegram at {address} is in trouble", "Try again later; the desk does so too."
    )


async def examine_group(bot: Bot, chat_id: int | None) -> list[Finding]:
    """Whether the staff group is one that tickets can live in, and what the bot may do there."""
    if chat_id is None:
        return [
            failure(
                GROUP,
                "STAFF_CHAT_ID is not set",
                "Add the bot to the staff group, write /id there while the desk runs, and put the "
                "number it answers into .env.",
            )
        ]
    try:
        moved = await _new_id(bot, chat_id) if SUPERGROUPS < chat_id < 0 else None
        if moved is not None:
            words = f"the group {chat_id} became a supergroup and has a new id"
            return [failure(GROUP, words, f"Put STAFF_CHAT_ID={moved} into .env.")]
        chat = await bot.get_chat(chat_id)
    except TelegramForbiddenError:
        return [_not_in(chat_id)]
    except TelegramBadRequest:
        return [await _not_found(bot, chat_id)]
    if unfit := _unfit(chat):
        return [unfit]
    return [fine(GROUP, f'"{chat.title}" is a forum'), *await _examine_rights(bot, chat)]


async def _new_id(bot: Bot, chat_id: int) -> int | None:
    """The new id of a basic group: Telegram names it only to those who try to write there."""
    try:
        await bot.send_chat_action(chat_id, ChatAction.TYPING)
    except TelegramMigrateToChat as error:
        return error.migrate_to_chat_id
    except (TelegramBadRequest, TelegramForbiddenError):
        return None
    return None


async def _not_found(bot: Bot, chat_id: int) -> Finding:
    words = f"Telegram knows no chat {chat_id} that the bot is in"
    likely = SUPERGROUPS - abs(chat_id)
    if chat_id > SUPERGROUPS:
        with suppress(TelegramBadRequest, TelegramForbiddenError):
            chat = await bot.get_chat(likely)
            advice = f'"{chat.title}" has the id with -100 in front: put STAFF_CHAT_ID={likely} '
            return failure(GROUP, words, f"{advice}into .env.")
    advice = "Add the bot to the staff group, write /id there, and put that number into .env."
    return failure(GROUP, words, f"{advice} It starts with -100.")


def _not_in(chat_id: int) -> Finding:
    return failure(
        GROUP,
        f"the bot is not in the group {chat_id}",
        "Add it to the group and make it an administrator.",
    )


def _unfit(chat: ChatFullInfo) -> Finding | None:
    if chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
        kind = "a channel" if chat.type == ChatType.CHANNEL else "a private chat"
        return failure(
            GROUP,
            f"STAFF_CHAT_ID={chat.id} is {kind}, not a group",
            "Write /id in the staff group and put that number into .env.",
        )
    if chat.type == ChatType.SUPERGROUP and chat.is_forum:
        return None
    advice = "Switch on Topics in the group's settings."
    if chat.type == ChatType.GROUP:
        advice += " This changes its id: then write /id there and put the new number into .env."
    return failure(GROUP, f'"{chat.title}" has no topics', advice)


async def _examine_rights(bot: Bot, chat: Chat) -> list[Finding]:
    """Privacy mode is not asked for: an administrator receives everything whatever it says."""
    member = await bot.get_chat_member(chat.id, bot.id)
    if not isinstance(member, ChatMemberAdministrator):
        switches = " and ".join(right.switch for right in RIGHTS if right.required)
        return [
            failure(
                ADMINISTRATOR,
                f'the bot is no administrator of "{chat.title}"',
                f"Make it one in the group's settings, with {switches}.",
            )
        ]
    findings = [fine(ADMINISTRATOR, f'the bot is an administrator of "{chat.title}"')]
    for right in RIGHTS:
        words = f"the bot may {right.switch.lower()}"
        if getattr(member, right.name):
            findings.append(fine(right.name, words))
            continue
        advice = f"Switch on {right.switch} for the bot among the group's administrators"
        say = failure if right.required else warning
        words = words.replace("may", "may not") + f": {right.without}"
        findings.append(say(right.name, words, f"{advice}."))
    return findings
