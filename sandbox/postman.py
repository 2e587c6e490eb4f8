"""Posts what happens to the webhooks that bots have set, as Telegram does.

Updates of one chat go one after another, chats side by side, on at most as many connections as the
bot allows. What a webhook does not take is tried again after a second, then after twice as long
each time, up to a minute, until the update expires. Unlike Telegram, it does not read a method to
call out of the answer.
"""

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp

from sandbox.operations import Operation
from sandbox.shapes import Json
from sandbox.webhooks import SECRET_HEADER, lane_of
from sandbox.world import Bot, Moment, Update, Webhook, World

FIRST_REST_S = 1.0
LONGEST_REST_S = 60.0
_PATIENCE_S = 60.0

_Lane = tuple[int, str]


class Postman:
    """The posts under way: one task a chat that something waits for."""

    def __init__(
        self,
        world: Callable[[], World],
        act: Callable[[Operation], Json],
        moment: Callable[[], Moment],
    ) -> None:
        self._world = world
        self._act = act
        self._moment = moment
        self._lanes: dict[_Lane, asyncio.Task[None]] = {}
        self._free: dict[int, tuple[Webhook, asyncio.Semaphore]] = {}
        self._http: aiohttp.ClientSession | None = None
        #: How it waits between two tries.
        self.rest: Callable[[float], Awaitable[None]] = asyncio.sleep

    def look(self) -> None:
        """Set out for every chat that something waits for."""
        for bot in self._world().bots.values():
            if bot.webhook is None:
                continue
            for name in dict.fromkeys(map(lane_of, bot.queue)):
                lane = (bot.user_id, name)
                if lane not in self._lanes:
                    self._lanes[lane] = asyncio.create_task(self._empty(lane, bot.webhook))

    async def stop(self) -> None:
        """Post nothing more."""
        tasks = list(self._lanes.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def _empty(self, lane: _Lane, webhook: Webhook) -> None:
        """Post what waits in one lane, in order; another webhook makes its own start."""
        rest = FIRST_REST_S
        try:
            while update := self._next(lane, webhook):
                async with self._connection(lane[0], webhook):
                    wrong = await self._post(webhook, update)
                if wrong is None:
                    self._record(lane[0], "delivered", {"update_id": update.update_id})
                    rest = FIRST_REST_S
                    continue
                if self._next(lane, webhook) is not None:
                    self._record(lane[0], "failed", {"words": wrong})
                await self.rest(rest)
                rest = min(rest * 2, LONGEST_REST_S)
        finally:
            del self._lanes[lane]
        self.look()

    def _next(self, lane: _Lane, webhook: Webhook) -> Update | None:
        bot = self._world().bots[lane[0]]
        if not _is_set(bot, webhook):
            return None
        real = self._moment().real
        waiting = (update for update in bot.queue if lane_of(update) == lane[1])
        return next((update for update in waiting if update.expires > real), None)

    def _connection(self, bot_id: int, webhook: Webhook) -> asyncio.Semaphore:
        known = self._free.get(bot_id)
        if known is None or known[0] is not webhook:
            known = self._free[bot_id] = (webhook, asyncio.Semaphore(webhook.max_connections))
        return known[1]

    async def _post(self, webhook: Webhook, update: Update) -> str | None:
        """What was wrong, in telegram-bot-api's words, or None."""
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(_PATIENCE_S))
        body = {"update_id": update.update_id, update.kind: update.payload}
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            posting = self._http.post(
                webhook.url, json=body, headers=headers, allow_redirects=False
            )
            async with posting as answer:
                if answer.status // 100 == 2:  # noqa: PLR2004 - any success will do
                    return None
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except TimeoutError:
            return "Read timeout expired"
        except (aiohttp.ClientError, ValueError):
            return "Webhook connection closed"

    def _record(self, bot_id: int, outcome: str, params: dict[str, Json]) -> None:
        self._act(Operation("post", outcome, params, self._moment(), bot_id=bot_id))


def _is_set(bot: Bot, webhook: Webhook) -> bool:
    return bot.webhook is webhook
