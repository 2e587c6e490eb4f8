"""The least that aiogram can do: copy each private text into the group, and keep nothing."""

import asyncio
import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def main() -> None:
    """Polls until it is ended."""
    server = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_BASE"])
    bot = Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=server))
    group = int(os.environ["STAFF_CHAT_ID"])
    dispatcher = Dispatcher()

    @dispatcher.message(F.chat.type == "private")
    async def copy(message: Message) -> None:
        await bot.send_message(group, message.text or "")

    await dispatcher.start_polling(bot, handle_signals=True)


if __name__ == "__main__":
    asyncio.run(main())
