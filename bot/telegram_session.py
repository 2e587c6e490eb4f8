"""The one way to a Bot API server."""

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import DEFAULT_TIMEOUT
from aiogram.client.telegram import TelegramAPIServer


class TelegramSession(AiohttpSession):
    """A long-lived session to the server at `address`; one request may take `timeout` seconds.

    It closes without the quarter of a second for which aiogram then waits: that was for encrypted
    connections, whose end aiohttp awaits itself by now.
    """

    def __init__(self, address: str, timeout: float = DEFAULT_TIMEOUT) -> None:
        super().__init__(api=TelegramAPIServer.from_base(address), timeout=timeout)

    async def close(self) -> None:
        """Ends its connections; it opens new ones when it is used again."""
        if self._session is not None:
            await self._session.close()
