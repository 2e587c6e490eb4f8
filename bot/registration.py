"""Tells Telegram which commands there are, so that it offers them while people type."""

from collections.abc import Iterable

from aiogram import Bot
from aiogram.methods import DeleteMyCommands, SetMyCommands
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.routers.commands import TOPIC_COMMANDS
from bot.routers.customer import COMMANDS
from bot.texts import FALLBACK, Texts


async def register_commands(bot: Bot, texts: Texts, staff_chat: int | None) -> None:
    """Registers the customers' commands for private chats and the staff's for their group.

    Each in every language there is; English is also for whoever has another one.
    """
    private = BotCommandScopeAllPrivateChats()
    group = BotCommandScopeChat(chat_id=staff_chat) if staff_chat is not None else None
    for language in (None, *sorted(texts.languages - {FALLBACK})):
        customers = _customers(texts, language)
        await bot.set_my_commands(customers, scope=private, language_code=language)
        if group is not None:
            staff = _described(TOPIC_COMMANDS, "staff", texts, language)
            await bot.set_my_commands(staff, scope=group, language_code=language)


def commands_of(chat: int, texts: Texts, language: str | None) -> SetMyCommands | DeleteMyCommands:
    """The call that offers someone their commands in the language that they chose.

    Without one Telegram goes back to the language of their app, as for all private chats.
    """
    own = BotCommandScopeChat(chat_id=chat)
    if language is None:
        return DeleteMyCommands(scope=own)
    return SetMyCommands(commands=_customers(texts, language), scope=own)


def _customers(texts: Texts, language: str | None) -> list[BotCommand]:
    names = (name for name in COMMANDS if name != "start")
    return _described(names, "customer", texts, language)


def _described(
    names: Iterable[str], audience: str, texts: Texts, language: str | None
) -> list[BotCommand]:
    spoken = language or FALLBACK
    return [
        BotCommand(command=name, description=texts.say(f"command-{audience}-{name}", None, spoken))
        for name in names
    ]
