"""Sends the notices that are due, a line for each receiver: none waits for another."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver

from connectors.webhooks.backoff import wait_after
from connectors.webhooks.guard import Guard, Network
from connectors.webhooks.signing import headers
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.webhooks import Claimed
from orchestration.transactions import transact
from orchestration.webhooks import Webhook

log = structlog.get_logger(__name__)

#: A receiver that takes longer has not taken it, in seconds.
TIMEOUT = 15
#: So many requests are on their way to one receiver at once.
AT_ONCE = 10
#: A sender that died in the middle is made up for after this.
LEASE = timedelta(minutes=2)
#: Another process may have something for us, or the clock may have been moved.
LOOK_AGAIN_SECONDS = 60
_GONE = 410
_OUTCOME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Receiver:
    """A webhook and the keys that sign what it is sent; two while a secret is being replaced."""

    webhook: Webhook
    keys: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one try came to, in words for the delivery log."""

    words: str
    taken: bool = False
    gone: bool = False
    asked: timedelta | None = None


class WebhookSender:
    """Works until it is cancelled; what was on its way then is sent again, under the same id."""

    def __init__(
        self,
        begin: Begin,
        clock: Clock,
        receivers: Sequence[Receiver],
        allowed: Sequence[Network] = (),
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._lines = [_Line(begin, clock, each, allowed, resolver) for each in receivers]

    async def run(self) -> None:
        """Sends what is due, and then what becomes due."""
        async with asyncio.TaskGroup() as group:
            for line in self._lines:
                group.create_task(line.run())

    def wake(self) -> None:
        """There may be something to send."""
        for line in self._lines:
            line.woken.set()


class _Line:
    """One receiver's notices."""

    def __init__(
        self,
        begin: Begin,
        clock: Clock,
        receiver: Receiver,
        allowed: Sequence[Network],
        resolver: AbstractResolver | None,
    ) -> None:
        self.woken = asyncio.Event()
        self._begin = begin
        self._clock = clock
        self._receiver = receiver
        self._resolver = resolver
        # Without TLS only inside: what customers write is not sent in the open.
        plain = receiver.webhook.url.startswith("http://")
        self._guard = Guard(allowed, inside_only=plain)
        self._well = True

    async def run(self) -> None:
        connector = aiohttp.TCPConnector(
            limit=AT_ONCE, resolver=self._resolver, socket_factory=self._guard.socket
        )
        async with aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=TIMEOUT),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,  # a proxy would connect in our place, past the guard
        ) as http:
            while True:
                self.woken.clear()
                try:
                    pause = await self._send_due(http)
                except Exception:
                    log.exception("webhook's notices cannot be read", webhook=self._name)
                    pause = LOOK_AGAIN_SECONDS
                await self._rest(pause)

    @property
    def _name(self) -> str:
        return self._receiver.webhook.id

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(max(0.0, min(seconds, LOOK_AGAIN_SECONDS))):
                await self.woken.wait()
        except TimeoutError:
            pass

    async def _send_due(self, http: aiohttp.ClientSession) -> float:
        """Sends until nothing is due; returns the seconds until something will be."""
        while due := await transact(self._begin, self._claim):
            await asyncio.gather(*(self._send(http, claimed) for claimed in due))
        async with self._begin() as uow:
            next_due = await uow.webhooks.next_due(self._name)
        if next_due is None:
            return LOOK_AGAIN_SECONDS
        return (next_due - self._clock()).total_seconds()

    async def _claim(self, uow: UnitOfWork) -> Sequence[Claimed]:
        now = self._clock()
        return await uow.webhooks.claim(self._name, now, now + LEASE, AT_ONCE)

    async def _send(self, http: aiohttp.ClientSession, claimed: Claimed) -> None:
        outcome = await self._post(http, claimed)
        self._tell_of(outcome)

        async def keep(uow: UnitOfWork) -> None:
            await self._keep(uow, claimed, outcome, self._clock())

        await transact(self._begin, keep)

    async def _keep(
        self, uow: UnitOfWork, claimed: Claimed, outcome: Outcome, now: datetime
    ) -> None:
        if outcome.taken:
            await uow.webhooks.delivered(claimed.id, now, outcome.words)
            return
        wait = None
        if not outcome.gone:
            wait = wait_after(claimed.attempts, random.random, outcome.asked)
        if wait is None:
            await uow.webhooks.give_up(claimed.id, now, outcome.words)
        else:
            await uow.webhooks.put_off(claimed.id, now + wait, outcome.words)

    async def _post(self, http: aiohttp.ClientSession, claimed: Claimed) -> Outcome:
        body = claimed.notice.body.encode()
        signed = headers(
            self._receiver.keys, claimed.notice.event, int(self._clock().timestamp()), body
        )
        try:
            async with http.post(
                self._receiver.webhook.url, data=body, headers=signed, allow_redirects=False
            ) as answer:
                return _read(answer)
        except TimeoutError:
            return Outcome(f"no answer within {TIMEOUT} seconds")
        except (aiohttp.ClientError, ValueError) as error:
            return Outcome(" ".join(str(error).split())[:_OUTCOME_LENGTH] or type(error).__name__)

    def _tell_of(self, outcome: Outcome) -> None:
        """Once that a receiver takes nothing, and once that it does again."""
        if outcome.taken != self._well:
            self._well = outcome.taken
            say = log.info if outcome.taken else log.warning
            say(
                "webhook is well again" if outcome.taken else "webhook not delivered",
                webhook=self._name,
                outcome=outcome.words,
            )


def _read(answer: aiohttp.ClientResponse) -> Outcome:
    """Any 2xx is a yes. A redirect is not followed: it would lead where nobody has looked."""
    words = f"{answer.status} {answer.reason or ''}".strip()[:_OUTCOME_LENGTH]
    asked = answer.headers.get("Retry-After", "")
    return Outcome(
        words,
        taken=200 <= answer.status < 300,  # noqa: PLR2004 - what HTTP calls success
        gone=answer.status == _GONE,
        asked=timedelta(seconds=int(asked)) if asked.isdecimal() and len(asked) < 8 else None,  # noqa: PLR2004
    )
