"""The sender against a receiver over real HTTP: signed, tried again, guarded, given up."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import cycle

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st

from connectors.webhooks.backoff import JITTER, WAITS, wait_after
from connectors.webhooks.guard import Network, networks_of
from connectors.webhooks.sender import Receiver, WebhookSender
from connectors.webhooks.signing import key_of, new_secret
from orchestration.content import Content
from orchestration.people import Customer, Role, Staff
from orchestration.ports.webhooks import Logged, NoticeState
from orchestration.ticket import Ticket
from orchestration.webhooks import Webhook
from tests.fakes import FakeStore
from tests.receivers import HttpReceiver, listening

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OLD, NEW = new_secret(), new_secret()
MARIA = Staff(101, "Maria", Role.AGENT)
HERE = networks_of("127.0.0.1/32")


@dataclass
class Line:
    """A sender at work on a store in memory, and the moment it is."""

    store: FakeStore
    sender: WebhookSender
    now: datetime = NOW
    notes: Iterator[int] = field(default_factory=lambda: iter(range(100)))

    def clock(self) -> datetime:
        return self.now

    async def happens(self, *words: str) -> None:
        """Notes are kept, each an event."""
        async with self.store.begin() as uow:
            ticket = Ticket.open(1, Customer(7, "Ana"), Content("Hello"), self.now, None)
            for each in words:
                ticket.add_note(Content(each), MARIA, self.now)
            await uow.tickets.save(ticket)
        self.sender.wake()

    def passes(self, wait: timedelta) -> None:
        self.now += wait
        self.sender.wake()

    async def log(self) -> Sequence[Logged]:
        async with self.store.begin() as uow:
            return await uow.webhooks.log(100)

    async def becomes(self, state: NoticeState, attempts: int) -> Logged:
        """Waits until the newest notice is that far."""
        while True:
            newest = (await self.log())[0]
            settled = newest.outcome is not None and newest.attempts == attempts
            if settled and newest.state is state and newest.next_try != self.now + LEASE:
                return newest
            await asyncio.sleep(0)


LEASE = timedelta(minutes=2)


@asynccontextmanager
async def at_work(
    url: str,
    *secrets: str,
    allowed: Sequence[Network] = HERE,
    resolver: AbstractResolver | None = None,
) -> AsyncIterator[Line]:
    webhook = Webhook("crm", url, frozenset({"note_added"}))
    store = FakeStore([webhook])
    keys = tuple(map(key_of, secrets))
    line: Line
    sender = WebhookSender(
        store.begin, lambda: line.now, [Receiver(webhook, keys)], allowed, resolver
    )
    line = Line(store, sender)
    task = asyncio.create_task(sender.run())
    try:
        yield line
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def receiver() -> AsyncIterator[HttpReceiver]:
    async with listening(NEW) as receiver:
        yield receiver


async def test_a_receiver_can_verify_what_it_hears(receiver: HttpReceiver) -> None:
    """And the log says that it has it."""
    async with at_work(receiver.address, NEW) as line:
        await line.happens("She is nice")
        (heard,) = await receiver.hears(1)
        logged = await line.becomes(NoticeState.DELIVERED, 1)
    assert heard["data"]["content"]["text"] == "She is nice"
    assert (heard["id"], heard["type"]) == (receiver.ids[0], "note_added")
    assert logged.outcome == "204 No Content"


@pytest.mark.parametrize("knows", [OLD, NEW], ids=["old", "new"])
async def test_while_a_secret_is_replaced_either_is_believed(knows: str) -> None:
    """So the two sides need not change it in the same second."""
    async with listening(knows) as receiver, at_work(receiver.address, NEW, OLD) as line:
        await line.happens("one")
        await receiver.hears(1)
        assert receiver.forged == 0


async def test_what_a_stranger_signed_is_not_believed() -> None:
    """The receiver of these tests does verify."""
    async with listening(OLD) as receiver, at_work(receiver.address, NEW) as line:
        await line.happens("one")
        logged = await line.becomes(NoticeState.WAITING, 1)
        assert (receiver.forged, receiver.heard) == (1, [])
        assert logged.outcome == "401 Unauthorized"


async def test_what_was_not_taken_comes_again_under_the_same_id(receiver: HttpReceiver) -> None:
    """After a while; the receiver may ask for a longer one."""
    receiver.answers = [(503, {}), (429, {"Retry-After": "600"})]
    async with at_work(receiver.address, NEW) as line:
        await line.happens("one")
        first = await line.becomes(NoticeState.WAITING, 1)
        assert first.next_try is not None
        assert abs(first.next_try - line.now - WAITS[0]) <= WAITS[0] * JITTER
        line.passes(WAITS[0] * 2)
        second = await line.becomes(NoticeState.WAITING, 2)
        assert second.next_try == line.now + timedelta(minutes=10)
        line.passes(timedelta(minutes=10))
        await line.becomes(NoticeState.DELIVERED, 3)
    assert len(set(receiver.ids)) == 1
    assert len(receiver.heard) == 3


async def test_after_two_days_it_is_given_up(receiver: HttpReceiver) -> None:
    """It stays in the log, and can be put back."""
    receiver.answers = [(500, {})] * 20
    async with at_work(receiver.address, NEW) as line:
        await line.happens("one")
        for attempts, wait in enumerate(WAITS, 1):
            await line.becomes(NoticeState.WAITING, attempts)
            line.passes(wait * 2)
        given_up = await line.becomes(NoticeState.GIVEN_UP, len(WAITS) + 1)
        assert given_up.outcome == "500 Internal Server Error"
        receiver.answers = []
        async with line.store.begin() as uow:
            assert await uow.webhooks.try_again() == 1
        line.sender.wake()
        await line.becomes(NoticeState.DELIVERED, 1)


async def test_a_receiver_that_is_gone_for_good_says_so(receiver: HttpReceiver) -> None:
    """410 is no failure to be tried again."""
    receiver.answers = [(410, {})]
    async with at_work(receiver.address, NEW) as line:
        await line.happens("one")
        assert (await line.becomes(NoticeState.GIVEN_UP, 1)).outcome == "410 Gone"


async def test_a_redirect_is_not_followed(receiver: HttpReceiver) -> None:
    """It would lead where nobody has looked."""
    receiver.answers = [(307, {"Location": receiver.address})]
    async with at_work(receiver.address, NEW) as line:
        await line.happens("one")
        await line.becomes(NoticeState.WAITING, 1)
    assert len(receiver.heard) == 1


async def test_an_address_inside_is_not_connected_to(receiver: HttpReceiver) -> None:
    """Unless the settings name it."""
    async with at_work(receiver.address, NEW, allowed=()) as line:
        await line.happens("one")
        logged = await line.becomes(NoticeState.WAITING, 1)
    assert logged.outcome is not None
    assert "127.0.0.1 is no address that WEBHOOK_ALLOWED_NETWORKS lets" in logged.outcome
    assert receiver.heard == []


class Rebinding(AbstractResolver):
    """A name that is a public address to whoever checks it first, and the inside afterwards."""

    def __init__(self) -> None:
        self._answers = cycle(["93.184.215.14", "127.0.0.1"])
        next(self._answers)
        self.asked = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked += 1
        return [
            ResolveResult(
                hostname=host,
                host=next(self._answers),
                port=port,
                family=family,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing to close."""


async def test_a_name_that_changes_its_meaning_does_not_get_inside(receiver: HttpReceiver) -> None:
    """What counts is the address that is being connected to."""
    name, resolver = receiver.address.replace("127.0.0.1", "rebound.example.org"), Rebinding()
    async with at_work(name, NEW, allowed=networks_of("10.0.0.0/8"), resolver=resolver) as line:
        await line.happens("one")
        logged = await line.becomes(NoticeState.WAITING, 1)
    assert resolver.asked == 1
    assert "127.0.0.1 is no address" in str(logged.outcome)
    assert receiver.heard == []


@given(st.integers(1, len(WAITS)), st.floats(0, 1), st.integers(0, 10**7))
def test_a_wait_is_near_its_plan_and_never_shorter_than_asked(
    attempts: int, chance: float, asked: int
) -> None:
    """A receiver cannot ask for more than a day."""
    plan = WAITS[attempts - 1]
    wait = wait_after(attempts, lambda: chance)
    assert wait is not None
    assert plan * (1 - JITTER) <= wait <= plan * (1 + JITTER)
    longer = wait_after(attempts, lambda: chance, timedelta(seconds=asked))
    assert longer == max(wait, min(timedelta(seconds=asked), timedelta(days=1)))
