"""Outbox → Bot API. Every refusal becomes an outcome, never an exception upstairs.

One cycle is one unit of work: it writes down what was sent since the last one, takes what may go
now, and loads what that needs. The calls themselves run beside it, one at a time in each
conversation, and whatever is done when the next cycle begins is written down together.
"""

import asyncio
import contextlib
import random
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from math import inf

import structlog
from aiogram import Bot

from bot.budget import GROUP_SECONDS, Budget, Conversation, conversation_of, cost_of
from bot.crash_points import CrashPoint, reach
from bot.jobs import Job, Loader
from bot.outcomes import Later, Outcome, Report, Sent, SetAside, record
from bot.refusals import Refusal, Verdict, classify
from bot.sending import Sender
from bot.texts import Texts
from orchestration.deliveries import Lane
from orchestration.desk import Desk
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.transactions import transact

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
#: A delivery of several calls must end before its lease does.
PATIENCE_SECONDS = 50
#: So many calls run at once: more would only wait for the connection.
SIDE_BY_SIDE = 64
#: How many deliveries a cycle looks at, unless none of them may go.
PENDING = 100
#: What is missed by a lost wake-up is found after this.
SWEEP_SECONDS = 30
#: While the group refuses the bot, it is asked again this often.
HOLD_SECONDS = 30
#: Trouble on the way is waited out, at first a second, later this long at most.
LONGEST_BACKOFF_SECONDS = 60
#: Telegram's trouble with one delivery ends some time; this is about an hour and a half.
TRIES_IN_TROUBLE = 100
#: A delivery that fails for reasons of our own is set aside after so many tries.
TRIES = 3
#: After a stumble of its own the courier catches its breath.
BREATH_SECONDS = 1
#: A desk that stops lets what is under way arrive.
GOODBYE_SECONDS = 3


class Courier:
    """Sends what the outbox holds, as fast as the budget lets it."""

    def __init__(  # noqa: PLR0913, PLR0917 - wired once, and each is a thing of its own
        self,
        bot: Bot,
        begin: Begin,
        desk: Desk,
        texts: Texts,
        clock: Clock,
        budget: Budget,
        staff_chat: int | None,
        steady: Callable[[], float] = time.monotonic,
        heard: asyncio.Event | None = None,
    ) -> None:
        self._begin = begin
        self._texts = texts
        self._clock = clock
        self._steady = steady
        self._budget = budget
        self._sender = Sender(bot, begin, desk, texts, staff_chat)
        self._sender.hear_first(heard)
        self._woken = asyncio.Event()
        self._under_way: dict[Conversation, tuple[int, asyncio.Task[None]]] = {}
        self._done: list[Report] = []
        self._half_sent: dict[int, int] = {}
        self._advised: set[str] = set()
        if staff_chat is None:
            budget.freeze(None, inf)

    async def recover(self) -> None:
        """Takes back what a desk that went down had under way, and what it had spent."""
        now, at = self._clock(), self._steady()
        async with self._begin() as uow:
            freed = await uow.courier.release_leases()
            spent = await uow.courier.spent_since(now - timedelta(seconds=GROUP_SECONDS))
        reach(CrashPoint.OUTBOX_RECOVERED)
        for each in spent:
            age = max((now - each.at).total_seconds(), 0)
            self._budget.spend(each.chat, at - age, each.operations)
        if freed:
            log.info("deliveries taken up again", count=freed)

    def wake(self) -> None:
        """There may be something in the outbox."""
        self._woken.set()

    async def run(self) -> None:
        """Sends until cancelled; then what is under way may still arrive, and is written down."""
        try:
            while True:
                self._woken.clear()
                again = await self._cycle_safely()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(min(again, SWEEP_SECONDS)):
                        await self._woken.wait()
        finally:
            await self._say_goodbye()

    async def drain(self) -> None:
        """Sends until nothing more may go now; what waits for its time or for budget stays."""
        while True:
            self._woken.clear()
            await self._cycle()
            if not self._under_way and not self._done:
                return
            await self._woken.wait()

    async def _cycle_safely(self) -> float:
        try:
            return await self._cycle()
        except Exception:
            log.exception("the courier stumbled and goes on")
            await self._record_one_by_one()
            return BREATH_SECONDS

    async def _cycle(self) -> float:
        """Writes down, takes, starts; returns in how many seconds to look again."""
        done = tuple(self._done)
        jobs, again = await transact(self._begin, partial(self._turn, done))
        if done:
            reach(CrashPoint.OUTBOX_RECORDED)
        if jobs:
            reach(CrashPoint.OUTBOX_CLAIMED)
        del self._done[: len(done)]
        for report in done:
            del self._under_way[conversation_of(report.job.delivery)]
        for job in jobs:
            self._start(job)
        return again

    async def _turn(self, done: tuple[Report, ...], uow: UnitOfWork) -> tuple[list[Job], float]:
        now = self._clock()
        for report in done:
            await record(uow, report, self._texts, now)
            reach(CrashPoint.OUTBOX_RECORDING)
        recorded = {conversation_of(report.job.delivery) for report in done}
        busy = self._under_way.keys() - recorded
        mine = {self._under_way[conversation][0] for conversation in busy}
        limit = PENDING
        while True:
            found = await uow.courier.pending(now, limit)
            pending = [each for each in found if each.id not in mine]
            plan = self._budget.plan(pending, now, self._steady(), busy)
            if plan.go or len(found) < limit:
                break
            limit *= 4  # what may not go must not hide what may
        again = inf if plan.again is None else plan.again
        go = plan.go[: SIDE_BY_SIDE - len(busy)]
        if not go:
            return [], again
        taken = set(await uow.courier.claim([each.id for each in go], now, now + LEASE))
        reach(CrashPoint.OUTBOX_CLAIMING)
        loader = Loader(uow, self._texts)
        return [await loader.load(each) for each in go if each.id in taken], again

    def _start(self, job: Job) -> None:
        delivery = job.delivery
        job.pieces = self._half_sent.pop(job.pending.id, 0)
        self._budget.reserve(delivery.chat, cost_of(delivery))
        task = asyncio.create_task(self._deliver(job), name=f"delivery {job.pending.id}")
        self._under_way[conversation_of(delivery)] = (job.pending.id, task)

    async def _deliver(self, job: Job) -> None:
        chat = job.delivery.chat
        outcome: Outcome = Later(1, "the desk stopped")
        try:
            outcome = await self._try(job)
        finally:
            self._budget.free(chat, cost_of(job.delivery))
            self._budget.spend(chat, self._steady(), job.operations)
            if isinstance(outcome, Later) and job.pieces:
                self._half_sent[job.pending.id] = job.pieces
            self._done.append(Report(job, outcome))
            self._woken.set()

    async def _try(self, job: Job) -> Outcome:
        if job.missing is not None:
            return self._set_aside(job, job.missing)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._sender.send(job)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other deliveries go on
            refusal = classify(error)
            return self._refused(job, refusal) if refusal else self._broken(job, error)
        if job.delivery.chat is None:
            self._advised.clear()
        return Sent()

    def _refused(self, job: Job, refusal: Refusal) -> Outcome:
        chat = job.delivery.chat
        match refusal.verdict:
            case Verdict.FLOOD:
                self._budget.freeze(chat, self._steady() + refusal.seconds)
                log.warning("Telegram wants a rest", chat=chat, seconds=refusal.seconds)
                return Later(refusal.seconds, refusal.words)
            case Verdict.HOLD:
                self._advise(refusal)
                if refusal.whole_chat:
                    self._budget.freeze(chat, self._steady() + HOLD_SECONDS)
                return Later(HOLD_SECONDS, refusal.words)
            case Verdict.TROUBLE if job.pending.attempts < TRIES_IN_TROUBLE:
                return Later(self._backoff(job), refusal.words)
            case Verdict.NOT_MODIFIED:
                return Sent()
            case Verdict.TARGET_GONE if job.delivery.lane is Lane.COSMETIC:
                return Sent()  # nothing is left to be made prettier
            case _:
                return self._set_aside(job, refusal.words, refusal.cause)

    def _broken(self, job: Job, error: Exception) -> Outcome:
        """A fault of our own. Its words stay out of the log: they may hold a person's."""
        number, fault = job.pending.id, type(error).__name__
        reason = f"{fault}: {error}"
        if job.pending.attempts + 1 < TRIES:
            log.warning("delivery failed", delivery=number, fault=fault)
            return Later(self._backoff(job), reason)
        log.error("delivery set aside", delivery=number, fault=fault)
        return SetAside(reason)

    def _advise(self, refusal: Refusal) -> None:
        """Says once what the desk's owner can do, and again only after it had worked."""
        if refusal.advice not in self._advised:
            self._advised.add(refusal.advice)
            log.error("the staff group cannot be used", reason=refusal.words, todo=refusal.advice)

    @staticmethod
    def _set_aside(job: Job, reason: str, cause: str = "other") -> SetAside:
        kind, ticket = job.delivery.body.kind, job.delivery.ticket
        log.warning(
            "delivery set aside", delivery=job.pending.id, kind=kind, ticket=ticket, reason=reason
        )
        return SetAside(reason, cause)

    @staticmethod
    def _backoff(job: Job) -> float:
        longest = min(LONGEST_BACKOFF_SECONDS, 2.0 ** min(job.pending.attempts, 10))
        return longest * random.uniform(0.5, 1)

    async def _record_one_by_one(self) -> None:
        """One outcome that cannot be written down must not keep the others from it."""
        for report in tuple(self._done):
            try:
                await transact(
                    self._begin,
                    partial(record, report=report, texts=self._texts, now=self._clock()),
                )
            except Exception as error:
                log.exception("outcome not recorded", delivery=report.job.pending.id)
                reason = f"{type(error).__name__}: {error}"
                spoiled = Report(report.job, SetAside(reason), bare=True)
                self._done[self._done.index(report)] = spoiled
            else:
                self._done.remove(report)
                del self._under_way[conversation_of(report.job.delivery)]

    async def _say_goodbye(self) -> None:
        tasks = [task for _, task in self._under_way.values()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=GOODBYE_SECONDS)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)
        try:
            await self._record_one_by_one()
        except Exception:
            log.exception("the last outcomes were not recorded; their leases run out")
