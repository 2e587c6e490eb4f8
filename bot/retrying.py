"""What is not ready when the desk starts, and is later: Telegram, the group, a webhook."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.outgoing.refusals import for_the_log

log = structlog.get_logger(__name__)

#: How long it waits before it is tried again, in seconds.
RETRY_SECONDS = (1, 2, 5, 15, 60)


async def until_done(words: str, work: Callable[[], Awaitable[None]]) -> None:
    """Tries until it works; says `words` once, and once that it works again."""
    failures = 0
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - what is not ready now is ready later
            if failures == 0:
                log.warning(words, reason=for_the_log(error))
            await asyncio.sleep(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
            failures += 1
        else:
            if failures:
                log.info("recovered", from_=words)
            return
