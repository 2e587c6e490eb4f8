"""What happens to the staff group as a whole: it moves, it cannot be used, it works again.

A basic group that becomes a supergroup gets another id, and whoever names the old one is told the
new one (telegram-facts, section 2). The desk remembers it, so the settings may be corrected later.

While the group cannot be used, the supervisors cannot be told there: those who ever wrote to the
bot in private are told in private, once, and once more when it works again.
"""

from collections.abc import Sequence

import structlog

from bot.outgoing.outcomes import Later, Report, Sent
from orchestration import deliveries
from orchestration.ports import Begin, UnitOfWork
from orchestration.sentences import Facts, StaffSentence

log = structlog.get_logger(__name__)

#: So much that is broken is told in one message, each in so many letters.
LISTED, _LINE = 5, 300

_MOVED = "staff_chat:moved:"
_TROUBLE = "staff_chat:trouble:"


async def current_id(begin: Begin, configured: int | None) -> int | None:
    """The group's id now, given the one in the settings."""
    async with begin() as uow:
        chat = configured
        while chat is not None:
            moved = await uow.memory.recall(f"{_MOVED}{chat}")
            if moved is None:
                break
            chat = int(moved)
    return chat


async def keep_move(uow: UnitOfWork, old: int, new: int) -> None:
    """Remembers the group's new id, and tells the supervisors once."""
    name = f"{_MOVED}{old}"
    if old == new or await uow.memory.recall(name) is not None:
        return
    log.warning("the staff group got a new id: put it into STAFF_CHAT_ID", old=old, new=new)
    await uow.memory.remember(name, str(new))
    await tell_supervisors(uow, StaffSentence.GROUP_MOVED, {"chat": str(new)})


class Alarm:
    """Tells the supervisors that the group cannot be used, and that it can again.

    It works again when something that was refused for that reason has arrived: what never needed
    the missing right proves nothing.
    """

    def __init__(self) -> None:
        self._refused: dict[str, set[int]] = {}
        self._before: frozenset[str] = frozenset()

    async def restore(self, uow: UnitOfWork) -> None:
        """What a desk that went down had said already."""
        names = await uow.memory.names(_TROUBLE)
        self._before = frozenset(name.removeprefix(_TROUBLE) for name in names)

    async def heed(self, uow: UnitOfWork, report: Report) -> None:
        """Looks at what became of a delivery to the group."""
        pending, outcome = report.job.pending, report.outcome
        if pending.delivery.chat is not None:
            return
        if isinstance(outcome, Later) and outcome.advice:
            await self._sound(uow, pending.id, outcome)
        elif isinstance(outcome, Sent):
            ended = {advice for advice, ids in self._refused.items() if pending.id in ids}
            if pending.attempts:
                ended |= self._before - self._refused.keys()
            await self._silence(uow, ended)

    async def _sound(self, uow: UnitOfWork, number: int, refused: Later) -> None:
        advice = refused.advice
        if advice not in self._refused:
            log.error("the staff group cannot be used", reason=refused.reason, todo=advice)
        self._refused.setdefault(advice, set()).add(number)
        if await uow.memory.recall(_TROUBLE + advice) is None:
            await uow.memory.remember(_TROUBLE + advice, refused.reason)
            facts: Facts = {"reason": refused.reason, "todo": advice}
            await tell_supervisors(uow, StaffSentence.GROUP_LOST, facts)

    async def _silence(self, uow: UnitOfWork, ended: set[str]) -> None:
        known = [advice for advice in sorted(ended) if await uow.memory.forget(_TROUBLE + advice)]
        if not known or await uow.memory.names(_TROUBLE):
            return
        log.info("the staff group can be used again")
        await tell_supervisors(uow, StaffSentence.GROUP_BACK, {})


def listed(lines: Sequence[str]) -> Facts:
    """The facts of a sentence that lists what is broken, and how much more there is in the log."""
    shown = "\n".join(each[:_LINE] for each in lines[:LISTED])
    return {"lines": shown, "more": max(0, len(lines) - LISTED)}


async def tell_supervisors(uow: UnitOfWork, sentence: StaffSentence, facts: Facts) -> None:
    """Has the supervisors whom the bot can write to told in private."""
    for person in await uow.people.supervisors():
        if person.reachable:
            await uow.outbox.add(deliveries.warn(person.id, sentence, facts))
