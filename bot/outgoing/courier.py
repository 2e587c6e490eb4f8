"""Outbox → Bot API. Every refusal becomes an outcome, never an exception upstairs.

One cycle is one unit of work: it writes down what was sent since the last one, takes what may go
now, and loads what that needs. The calls themselves run beside it, one at a time in each
conversation, and whatever is done when the next cycle begins is written down together.
"""

import asyncio
import contextlib
import itertools
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from math import inf

import structlog
from aiogram import Bot

from bot.crash_points import CrashPoint, reach
from bot.outgoing.budget import GROUP_SECONDS, Budget, Conversation, conversation_of, cost_of
from bot.outgoing.gathering import is_gathered
from bot.outgoing.jobs import Job
from bot.outgoing.judging import Judge, missing
from bot.outgoing.loading import Loader
from bot.outgoing.merging import merged, neighbours
from bot.outgoing.outcomes import Later, Moved, Outcome, Report, Sent, SetAside, record
from bot.outgoing.sending import Sender
from bot.staff_group import Alarm, keep_move
from bot.texts import Texts
from orchestration.desk import Desk
from orchestration.ports import Begin, Clock, Pending, UnitOfWork
from orchestration.team.presence import Presses
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
        group_moved: Callable[[int], None] = lambda _: None,
        heard: asyncio.Event | None = None,
        presses: Presses | None = None,
    ) -> None:
        self._begin = begin
        self._texts = texts
        self._clock = clock
        self._steady = steady
        self._budget = budget
        self._sender = Sender(bot, begin, desk, texts, staff_chat)
        self._sender.hear_first(heard)
        self._presses = presses or Presses()
        self._woken = asyncio.Event()
        self._judge = Judge(budget, steady, staff_chat)
        self._alarm = Alarm()
        self._group_moved = group_moved
        self._under_way: dict[Conversation, tuple[set[int], asyncio.Task[None]]] = {}
        self._done: list[Report] = []
        self._alone: set[int] = set()
        if staff_chat is None:
            budget.freeze(None, inf)

    async def recover(self) -> None:
        """Takes back what a desk that went down had under way, and what it had spent.

        What was under way may have arrived, so it counts as if it had.
        """
        now, at = self._clock(), self._steady()
        async with self._begin() as uow:
            await self._alarm.restore(uow)
            leased = await uow.courier.under_lease()
            freed = await uow.courier.release_leases()
            spent = await uow.courier.spent_since(now - timedelta(seconds=GROUP_SECONDS))
        reach(CrashPoint.OUTBOX_RECOVERED)
        for each in spent:
            age = max((now - each.at).total_seconds(), 0)
            self._budget.spend(each.chat, at - age, each.operations)
        for lost in leased:
            self._budget.spend(lost.delivery.chat, at, cost_of(lost.delivery))
        if freed:
            log.info("deliveries taken up again", count=freed)

    def move_group(self, chat: int) -> None:
        """The staff group has another id from now on."""
        self._judge.group = chat
        self._sender.group_moved(chat)
        self._group_moved(chat)

    def group_is_back(self) -> None:
        """The bot may write to the staff group again: nothing waits for the next attempt there."""
        self._budget.thaw(None)
        self.wake()

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
            self._close(report)
        for job in jobs:
            self._start(job)
        return again

    async def _turn(self, done: tuple[Report, ...], uow: UnitOfWork) -> tuple[list[Job], float]:
        now = self._clock()
        for report in done:
            await self._record(uow, report, now)
            reach(CrashPoint.OUTBOX_RECORDING)
        recorded = {conversation_of(report.job.delivery) for report in done}
        busy = self._under_way.keys() - recorded
        mine = {number for each in busy for number in self._under_way[each][0]}
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
        loader = Loader(uow, self._texts, now, self._presses)
        jobs = [await loader.load(each) for each in go if each.id in taken]
        for job in jobs:
            if plan.short or is_gathered(job.delivery):
                await self._take_along(uow, loader, job, pending)
        return jobs, again

    async def _take_along(
        self, uow: UnitOfWork, loader: Loader, job: Job, pending: Sequence[Pending]
    ) -> None:
        """What follows on this one goes out in the same message: notes when the budget is short."""
        now = self._clock()
        following = neighbours(job.pending, pending, now, self._alone)
        if not following:
            return
        jobs = [job, *[await loader.load(each) for each in following]]
        _, count = merged(jobs, self._texts)
        ids = [each.pending.id for each in jobs[1:count]]
        taken = set(await uow.courier.claim(ids, now, now + LEASE))
        job.also = list(itertools.takewhile(lambda each: each.pending.id in taken, jobs[1:count]))
        for lost in ids[len(job.also) :]:
            if lost in taken:
                await uow.courier.later(lost, now, "another courier had the one before it")

    async def _record(self, uow: UnitOfWork, report: Report, now: datetime) -> None:
        await record(uow, report=report, texts=self._texts, now=now)
        if isinstance(report.outcome, Moved):
            await keep_move(uow, report.outcome.old, report.outcome.new)
        await self._alarm.heed(uow, report)

    def _close(self, report: Report) -> None:
        """A delivery's outcome is written down; its conversation goes on."""
        job, outcome = report.job, report.outcome
        del self._under_way[conversation_of(job.delivery)]
        numbers = {each.pending.id for each in (job, *job.also)}
        if isinstance(outcome, Later) and outcome.alone:
            self._alone |= numbers
        else:
            self._alone -= numbers
        if isinstance(outcome, Moved) and outcome.old == self._judge.group:
            self.move_group(outcome.new)

    def _start(self, job: Job) -> None:
        delivery = job.delivery
        self._budget.reserve(delivery.chat, cost_of(delivery))
        task = asyncio.create_task(self._deliver(job), name=f"delivery {job.pending.id}")
        numbers = {each.pending.id for each in (job, *job.also)}
        self._under_way[conversation_of(delivery)] = (numbers, task)

    async def _deliver(self, job: Job) -> None:
        chat = job.delivery.chat
        outcome: Outcome = Later(1, "the desk stopped")
        try:
            outcome = await self._try(job)
        finally:
            self._budget.free(chat, cost_of(job.delivery))
            self._budget.spend(chat, self._steady(), job.operations)
            self._done.append(Report(job, outcome))
            self._woken.set()

    async def _try(self, job: Job) -> Outcome:
        if job.missing is not None:
            return missing(job, job.missing)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._sender.send(job)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other deliveries go on
            return self._judge.judge(job, error)
        self._budget.trust(job.delivery.chat)
        return Sent()

    async def _record_one_by_one(self) -> None:
        """One outcome that cannot be written down must not keep the others from it."""
        for report in tuple(self._done):
            try:
                await transact(
                    self._begin,
                    partial(self._record, report=report, now=self._clock()),
                )
            except Exception as error:
                log.exception("outcome not recorded", delivery=report.job.pending.id)
                reason = f"{type(error).__name__}: {error}"
                spoiled = Report(report.job, SetAside(reason), bare=True)
                self._done[self._done.index(report)] = spoiled
            else:
                self._done.remove(report)
                self._close(report)

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
