"""Tells Telegram which commands there are, so that it offers them while people type."""

from collections.abc import Iterable

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.routers.commands import TOPIC_COMMANDS
from bot.routers.customer import COMMANDS
from bot.texts import Texts


async def register_commands(bot: Bot, texts: Texts, staff_chat: int | None) -> None:
    """Registers the customers' commands for private chats and the staff's for their group."""
    customers = _described((name for name in COMMANDS if name != "start"), "customer", texts)
    await bot.set_my_commands(customers, scope=BotCommandScopeAllPrivateChats())
    if staff_chat is not None:
        staff = _described(TOPIC_COMMANDS, "staff", texts)
        await bot.set_my_commands(staff, scope=BotCommandScopeChat(chat_id=staff_chat))


def _described(names: Iterable[str], audience: str, texts: Texts) -> list[BotCommand]:
    return [
        BotCommand(command=name, description=texts.say(f"command-{audience}-{name}"))
        for name in names
    ]
