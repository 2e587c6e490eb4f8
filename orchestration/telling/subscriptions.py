"""What someone says they want to be told, in the words that people type."""

from collections.abc import Collection
from dataclasses import dataclass

from orchestration.cases.filing import tag_named
from orchestration.desk import Desk
from orchestration.ending.resolution import status_named
from orchestration.errors.filing import BadTag
from orchestration.errors.notices import UnknownWish
from orchestration.errors.ticket import NoSuchTicket, UnknownStatus
from orchestration.ports import UnitOfWork
from orchestration.status import Status
from orchestration.telling.notice import EVERYWHERE, Interest, Rule, tag_scope

#: No ticket has a longer number.
_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone speaks of, and where; a status only with `Interest.STATUS`."""

    interests: Collection[Interest]
    scope: str = EVERYWHERE
    status: Status | None = None

    def rules(self, person: int, *, wanted: bool) -> list[Rule]:
        """The wish as rules, in the order of interests."""
        return [
            Rule(person, interest, wanted, self.scope, self.status)
            for interest in Interest
            if interest in self.interests
        ]


async def wish_named(uow: UnitOfWork, desk: Desk, words: str) -> Wish:
    """What was typed: events, a status, a queue, a tag or a ticket, in any order.

    No event means every one, and a status alone that of reaching it. Raises `UnknownWish`, which
    names what there is.
    """
    interests: set[Interest] = set()
    scope, status = EVERYWHERE, None
    for word in words.lower().split():
        if word in {*Interest}:
            interests.add(Interest(word))
            continue
        reached, place = _status(word), await _scope(uow, desk, word)
        if place is not None and scope == EVERYWHERE:
            scope = place
        elif reached is not None and status is None and place is None:
            status = reached
        else:
            raise _unknown(word, desk)
    if status is not None:
        if not interests <= {Interest.STATUS}:
            raise _unknown(status, desk)
        interests = {Interest.STATUS}
    return Wish(frozenset(interests or Interest), scope, status)


async def say(uow: UnitOfWork, person: int, wish: Wish, *, wanted: bool) -> None:
    """From now on they want to be told of it, or not.

    What holds everywhere ends the exceptions, and what holds for all statuses those of single ones.
    """
    for rule in await uow.notices.rules_of(person):
        wider = wish.scope in {EVERYWHERE, rule.scope} and wish.status in {None, rule.status}
        if wider and rule.interest in wish.interests:
            await uow.notices.forget_rule(rule)
    for rule in wish.rules(person, wanted=wanted):
        await uow.notices.keep_rule(rule)


async def unsay(uow: UnitOfWork, person: int, wish: Wish) -> None:
    """They take back what they said of just that."""
    for rule in wish.rules(person, wanted=True):
        await uow.notices.forget_rule(rule)


async def say_nothing(uow: UnitOfWork, person: int) -> None:
    """They are told of what needs them, as everybody is who never said anything."""
    for rule in await uow.notices.rules_of(person):
        await uow.notices.forget_rule(rule)


async def _scope(uow: UnitOfWork, desk: Desk, word: str) -> str | None:
    """The scope that a word names; a tag needs no ticket that bears it yet."""
    if word in desk.queues:
        return word
    name = word.removeprefix("#")
    if name == word:
        return None
    if name.isdecimal():
        return word if await _is_ticket(uow, name) else None
    try:
        return tag_scope(tag_named(name))
    except BadTag:
        return None


async def _is_ticket(uow: UnitOfWork, digits: str) -> bool:
    if len(digits) > _DIGITS or digits != str(int(digits)):
        return False
    try:
        await uow.tickets.get(int(digits))
    except NoSuchTicket:
        return False
    return True


def _status(word: str) -> Status | None:
    try:
        return status_named(word)
    except UnknownStatus:
        return None


def _unknown(word: str, desk: Desk) -> UnknownWish:
    events, queues = ", ".join(Interest), ", ".join(desk.queues)
    return UnknownWish(word=word[:40], events=events, queues=queues)
