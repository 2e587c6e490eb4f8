"""What someone says they want to be told, in the words that people type."""

from collections.abc import Mapping
from dataclasses import dataclass

from orchestration.desk import Desk
from orchestration.errors.notices import UnknownWish
from orchestration.errors.ticket import NoSuchTicket
from orchestration.notice import EVERYWHERE, Cause, Rule, ticket_scope
from orchestration.ports import UnitOfWork

#: What people call the causes.
EVENTS: Mapping[str, Cause] = {
    "mentioned": Cause.MENTIONED,
    "assigned": Cause.ASSIGNED,
    "look": Cause.LOOK_WANTED,
    "customer": Cause.CUSTOMER_WROTE,
    "new": Cause.NEW_TICKET,
    "status": Cause.STATUS_REACHED,
}
#: No ticket has a longer number.
_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Wish:
    """The causes that someone speaks of, and where."""

    causes: frozenset[Cause]
    scope: str = EVERYWHERE


async def wish_named(uow: UnitOfWork, desk: Desk, words: str) -> Wish:
    """What was typed: events, a queue or a ticket, in any order; no event means every one.

    Raises `UnknownWish`, which names what there is.
    """
    causes: set[Cause] = set()
    scope = EVERYWHERE
    for word in words.lower().split():
        if word in EVENTS:
            causes.add(EVENTS[word])
        elif scope == EVERYWHERE and await _is_scope(uow, desk, word):
            scope = word
        else:
            events, queues = ", ".join(EVENTS), ", ".join(desk.queues)
            raise UnknownWish(word=word[:40], events=events, queues=queues)
    return Wish(frozenset(causes or Cause), scope)


async def say(uow: UnitOfWork, person: int, wish: Wish, *, wanted: bool) -> None:
    """From now on they want to be told of it, or not; what holds everywhere ends the exceptions."""
    if wish.scope == EVERYWHERE:
        for rule in await uow.notices.rules_of(person):
            if rule.cause in wish.causes:
                await uow.notices.forget_rule(rule)
    for cause in sorted(wish.causes):
        await uow.notices.keep_rule(Rule(person, cause, wanted, wish.scope))


async def say_nothing(uow: UnitOfWork, person: int) -> None:
    """They are told of what needs them, as everybody is who never said anything."""
    for rule in await uow.notices.rules_of(person):
        await uow.notices.forget_rule(rule)


async def _is_scope(uow: UnitOfWork, desk: Desk, word: str) -> bool:
    if word in desk.queues:
        return True
    digits = word.removeprefix("#")
    known = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS
    if not known or word != ticket_scope(int(digits)):
        return False
    try:
        await uow.tickets.get(int(digits))
    except NoSuchTicket:
        return False
    return True
