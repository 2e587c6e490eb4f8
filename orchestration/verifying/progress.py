"""How far a customer is in showing whose they are, and when it is too much."""

from dataclasses import replace
from datetime import datetime, timedelta

from orchestration.events.verifying import Proof
from orchestration.people import Customer
from orchestration.ports import UnitOfWork
from orchestration.ports.bindings import Shown, Verification

#: So many wrong tries, and so many codes that were asked for, within `PAUSE`; then it is over
#: until that has passed. A supervisor may bind all the same.
TRIES, CODES = 5, 3
PAUSE = timedelta(days=1)


async def of(uow: UnitOfWork, customer: Customer, now: datetime) -> Verification:
    """A customer's; what was counted is forgotten after the pause."""
    known = await uow.verifications.of(customer.id)
    if known is None:
        return Verification(customer, now)
    if now - known.since >= PAUSE:
        return replace(known, customer=customer, since=now, tries=0, codes=0)
    return replace(known, customer=customer)


def may_try(one: Verification) -> bool:
    """Whether they may try an order or a code."""
    return one.tries < TRIES


def may_ask_for_code(one: Verification) -> bool:
    """Whether they may have a code sent."""
    return may_try(one) and one.codes < CODES


def begun(one: Verification, shown: Shown) -> Verification:
    """They wrote something, which counts as a wrong try, or as a code, from now on."""
    counted = _counted(one, shown.proof, 1)
    return replace(counted, shown=shown, code=None)


def uncounted(one: Verification, proof: Proof) -> Verification:
    """What they wrote last was no wrong try. Earlier ones stay: they may have been for another."""
    return replace(_counted(one, proof, -1), shown=None)


async def drop(uow: UnitOfWork, customer: int) -> None:
    """Forgets what is under way, but not how often they tried."""
    known = await uow.verifications.of(customer)
    if known is not None and (known.shown or known.code):
        await uow.verifications.keep(replace(known, shown=None, code=None))


def _counted(one: Verification, proof: Proof, by: int) -> Verification:
    if proof is Proof.EMAIL_CODE:
        return replace(one, codes=max(0, one.codes + by))
    return replace(one, tries=max(0, one.tries + by))
