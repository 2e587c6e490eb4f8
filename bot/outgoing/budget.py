"""What may go out now. Telegram's limits are not negotiable, so the desk keeps to its own, lower.

Pure: no clock, no network. Moments are seconds of a steady clock, because limits run on real time
even where the desk's own clock is moved. The figures stand in telegram-facts, section 1: a group
takes 20 operations a minute, a private chat a message a second, all chats together 30 a second.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import inf

from orchestration.delivery import (
    Delivery,
    DressTopic,
    Lane,
    ShowCard,
    ShowEntry,
    ShowRole,
    TellNotices,
)
from orchestration.ports import Pending

GROUP_SECONDS = 60.0
SECOND = 1.0

#: Deliveries of one conversation go one after another; different ones go side by side.
Conversation = Hashable


def conversation_of(delivery: Delivery) -> Conversation:
    """Whose order a delivery keeps: a chat's, and in the staff group a ticket's.

    Notices wait for hours, and the answers in the same chat do not wait for them; nor does anything
    for a role.
    """
    if isinstance(delivery.body, TellNotices):
        return "notices", delivery.chat
    if isinstance(delivery.body, ShowRole):
        return "role", delivery.body.person
    return delivery.chat if delivery.chat is not None else ("ticket", delivery.ticket)


def cost_of(delivery: Delivery) -> int:
    """How many operations a delivery is expected to take; what it took is counted afterwards."""
    body = delivery.body
    if isinstance(body, ShowCard) and delivery.lane is not Lane.COSMETIC:
        return 2  # the topic, and the card in it
    return 2 if isinstance(body, DressTopic) else 1  # title with icon, and open or closed


@dataclass(frozen=True, slots=True)
class Plan:
    """What may go now, the most urgent first, and in how many seconds to look again.

    `short` says that more waits for the staff group than its budget has room for.
    """

    go: tuple[Pending, ...] = ()
    again: float | None = None
    short: bool = False


#: Of more chats than so many only those are remembered that were written to just now.
MANY_CHATS = 1_000


@dataclass(slots=True)
class _Window:
    """Operations of the last `seconds`, of which there may be `limit`; 0 is no limit.

    `reserved` are those under way: Telegram counts them some time before we hear that it did.
    """

    limit: int
    seconds: float
    spent: deque[tuple[float, int]] = field(default_factory=deque)
    reserved: int = 0

    def wait(self, cost: int, at: float, kept_free: int = 0, *, exactly: bool = False) -> float:
        """In how many seconds there is room for `cost`; inf while that hangs on what is sent now.

        What costs more than the window holds waits for an empty one, instead of for ever; with
        `exactly` it never has room.
        """
        if not self.limit:
            return 0
        allowed = max(self.limit - kept_free, 1)
        if exactly and cost > allowed:
            return inf
        room = allowed - min(cost, allowed) - self.reserved
        self._forget(at)
        used = sum(operations for _, operations in self.spent)
        if used <= room:
            return 0
        for when, operations in self.spent:
            used -= operations
            if used <= room:
                return when + self.seconds - at
        return inf

    def spend(self, at: float, operations: int) -> None:
        """So many were made."""
        if self.limit:
            self._forget(at)
            self.spent.append((at, operations))

    def is_idle(self, at: float) -> bool:
        """Whether nothing is under way, and nothing counts any more."""
        self._forget(at)
        return not self.spent and not self.reserved

    def _forget(self, at: float) -> None:
        while self.spent and self.spent[0][0] + self.seconds <= at:
            self.spent.popleft()


class Budget:
    """Counts what was sent, and chooses what may be sent next. A limit of 0 is off."""

    def __init__(
        self, group_per_minute: int = 18, chat_per_second: int = 1, total_per_second: int = 30
    ) -> None:
        self._total = _Window(total_per_second, SECOND)
        self._groups = defaultdict[int | None, _Window](
            lambda: _Window(group_per_minute, GROUP_SECONDS)
        )
        self._chats = defaultdict[int | None, _Window](lambda: _Window(chat_per_second, SECOND))
        self._many = MANY_CHATS
        self._frozen: dict[int | None, float] = {}
        self._doubted: set[int | None] = set()
        self._refused: dict[int | None, float] = {}
        # A sixth stays free of cosmetics, for what matters (design, section 7): enough to open a
        # ticket at any moment, and little enough that a card is not stale in a quiet group.
        self._reserve = -(-group_per_minute // 6)

    def reserve(self, chat: int | None, operations: int) -> None:
        """So many operations are under way in a chat; None is the staff group."""
        for window in self._windows(chat):
            window.reserved += operations

    def free(self, chat: int | None, operations: int) -> None:
        """So many are no longer under way: they were spent, or never sent."""
        for window in self._windows(chat):
            window.reserved -= operations

    def spend(self, chat: int | None, at: float, operations: int) -> None:
        """So many operations were made in a chat."""
        if operations:
            for window in self._windows(chat):
                window.spend(at, operations)
        if len(self._chats) > self._many:
            busy = {each: one for each, one in self._chats.items() if not one.is_idle(at)}
            self._chats = defaultdict(self._chats.default_factory, busy)
            self._many = MANY_CHATS + 2 * len(busy)

    def room(self, chat: int | None, at: float, cost: int = 1, kept_free: int = 0) -> float:
        """In how many seconds so many operations may go there; inf while nobody can say."""
        own, total = self._windows(chat)
        frozen = max(self._frozen.get(chat, at), self._refused.get(chat, at)) - at
        return max(frozen, own.wait(cost, at, kept_free), total.wait(cost, at))

    def freeze(self, chat: int | None, until: float, *, doubted: bool = False) -> None:
        """Telegram wants a rest there (429), and only there.

        Where it is `doubted` that anything arrives at all, one delivery after the other tries,
        until one is trusted again: the others would only spend what the chat may take.
        """
        rests = self._refused if doubted else self._frozen
        rests[chat] = max(until, rests.get(chat, until))
        if doubted:
            self._doubted.add(chat)

    def thaw(self, chat: int | None) -> None:
        """Telegram says that the bot is back there: only a rest that it wants (429) is kept."""
        self._refused.pop(chat, None)

    def trust(self, chat: int | None) -> None:
        """Something arrived there."""
        self._doubted.discard(chat)

    def plan(
        self,
        pending: Sequence[Pending],
        now: datetime,
        at: float,
        busy: Collection[Conversation] = (),
    ) -> Plan:
        """Chooses from the outbox. `busy` conversations have a delivery under way.

        Each conversation offers its next delivery, in order; a later and more urgent one lifts
        it. Cosmetic ones come after everything else, out of what the reserve leaves.
        """
        self._forget(at)
        go: list[Pending] = []
        waits: list[float] = []
        full: set[int | None] = set()
        closed = _closed_runs(pending)
        heads = (head for head in _heads(pending) if conversation_of(head[1].delivery) not in busy)
        for lane, head in sorted(heads, key=lambda each: (each[0], each[1].id)):
            chat = head.delivery.chat
            if chat in full or self._is_trying(chat):
                continue
            later = (head.not_before - now).total_seconds() if head.not_before else 0
            if head.id in closed:
                later = 0
            room = self._wait_for_room(head.delivery, lane, at)
            if room > 0:
                # Smaller ones behind it must not take again and again what it waits for.
                full.add(chat)
            if max(room, later) > 0:
                waits.append(max(room, later))
                continue
            go.append(head)
            self.reserve(chat, cost_of(head.delivery))
        for head in go:
            self.free(head.delivery.chat, cost_of(head.delivery))
        known = [wait for wait in waits if wait < inf]
        return Plan(tuple(go), min(known, default=None), self._is_short(pending, at))

    def _is_trying(self, chat: int | None) -> bool:
        return chat in self._doubted and self._windows(chat)[0].reserved > 0

    def _is_short(self, pending: Sequence[Pending], at: float) -> bool:
        """Whether more than cosmetics waits for the staff group than it has room for now."""
        wanted = sum(
            cost_of(each.delivery)
            for each in pending
            if each.delivery.chat is None
            and each.delivery.lane is not Lane.COSMETIC
            and not _waits_for_company(each)
        )
        return wanted > 0 and self._groups[None].wait(wanted, at, exactly=True) > 0

    def _wait_for_room(self, delivery: Delivery, lane: Lane, at: float) -> float:
        chat = delivery.chat
        kept_free = self._reserve if lane is Lane.COSMETIC and _is_group(chat) else 0
        return self.room(chat, at, cost_of(delivery), kept_free)

    def _windows(self, chat: int | None) -> tuple[_Window, _Window]:
        return (self._groups if _is_group(chat) else self._chats)[chat], self._total

    def _forget(self, at: float) -> None:
        """Drops what limits nothing any more, or a busy desk would remember every chat."""
        self._frozen = {chat: until for chat, until in self._frozen.items() if until > at}
        self._refused = {chat: until for chat, until in self._refused.items() if until > at}
        for windows in (self._chats, self._groups):
            for chat in [chat for chat, window in windows.items() if _is_over(window, at)]:
                del windows[chat]


def _heads(pending: Iterable[Pending]) -> Iterable[tuple[Lane, Pending]]:
    """The next delivery of each conversation, with the most urgent lane that waits behind it."""
    conversations = defaultdict[Conversation, list[Pending]](list)
    for each in pending:
        conversations[conversation_of(each.delivery)].append(each)
    for waiting in conversations.values():
        earnest = [each for each in waiting if each.delivery.lane is not Lane.COSMETIC]
        queue = earnest or waiting
        head = min(queue, key=lambda each: each.id)
        yield min(each.delivery.lane for each in queue), head


def _closed_runs(pending: Iterable[Pending]) -> Collection[int]:
    """What waits to be gathered with others, and has something else behind it: none can come."""
    last: dict[Conversation, Pending] = {}
    waiting: dict[Conversation, Pending] = {}
    for each in sorted(pending, key=lambda each: each.id):
        if each.delivery.lane is Lane.COSMETIC:
            continue
        conversation = conversation_of(each.delivery)
        last[conversation] = each
        waiting.setdefault(conversation, each)
    return {
        head.id
        for conversation, head in waiting.items()
        if _waits_for_company(head) and not _waits_for_company(last[conversation])
    }


def _waits_for_company(pending: Pending) -> bool:
    body = pending.delivery.body
    return isinstance(body, ShowEntry) and body.gathered and not pending.attempts


def _is_group(chat: int | None) -> bool:
    """Groups have negative ids (telegram-facts, section 3.16)."""
    return chat is None or chat < 0


def _is_over(window: _Window, at: float) -> bool:
    newest = window.spent[-1][0] if window.spent else -inf
    return not window.reserved and newest + window.seconds <= at
