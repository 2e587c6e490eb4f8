"""What customers wrote to show whose they are is held against the systems that know.

The systems are asked between two transactions. Run twice it asks twice, and binds once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from orchestration import deliveries
from orchestration.events.verifying import CodeSent, Proof, Unproven, VerificationFailed
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.bindings import Shown, Verification
from orchestration.ports.tools import ToolError, ToolRefused, ToolServers, ToolUnavailable
from orchestration.sentences import PublicSentence
from orchestration.tools.declared import Checks, Path
from orchestration.tools.whose import found
from orchestration.transactions import transact
from orchestration.verifying import binding, codes, progress
from orchestration.verifying.codes import NewCode


class _NotAsked(Exception):
    """No system could be asked."""


async def check_waiting(
    begin: Begin,
    checks: Checks,
    servers: ToolServers,
    make_code: Callable[[], NewCode],
    clock: Clock,
) -> int:
    """Checks whatever waits; returns how many that were."""
    async with begin() as uow:
        waiting = await uow.verifications.waiting()
    for customer in waiting:
        await _check(begin, checks, servers, customer, make_code(), clock)
    return len(waiting)


async def _check(
    begin: Begin,
    checks: Checks,
    servers: ToolServers,
    customer: int,
    new: NewCode,
    clock: Clock,
) -> None:
    async with begin() as uow:
        known = await uow.verifications.of(customer)
    if known is None or known.shown is None:
        return
    shown = known.shown
    try:
        record = await _record_of(checks, servers, shown, new)
    except _NotAsked:
        await transact(begin, lambda uow: _unasked(uow, known, shown, clock()))
        return
    await transact(begin, lambda uow: _settle(uow, known, shown, record, new, clock()))


async def _record_of(
    checks: Checks, servers: ToolServers, shown: Shown, new: NewCode
) -> str | None:
    """The record that fits, or None; raises `_NotAsked`.

    That an e-mail took too long, or that sending failed, is no news for whoever asked: it could
    only happen where the address is known.
    """
    order, email = checks.order, checks.email
    if shown.proof is Proof.ORDER_POSTCODE and order is not None:
        arguments = {order.order: shown.named, order.postcode: shown.postcode}
        return await _asked(servers, order.tool, arguments, order.record)
    if shown.proof is Proof.EMAIL_CODE and email is not None:
        arguments = {email.email: shown.named, email.code: new.code}
        try:
            return await _asked(servers, email.tool, arguments, email.record)
        except _NotAsked as error:
            if isinstance(error.__cause__, ToolUnavailable):
                raise
            return None
    raise _NotAsked  # desk.yaml offers it no more


async def _asked(
    servers: ToolServers, tool: str, arguments: dict[str, str], path: Path
) -> str | None:
    """The one record that stands in the answer; words that no order looks like fit nothing."""
    try:
        answer = await servers.call(tool, arguments)
    except ToolRefused:
        return None
    except ToolError as error:
        raise _NotAsked from error
    records = set() if answer.error else set(found(answer.data, path))
    return records.pop() if len(records) == 1 else None


async def _unasked(uow: UnitOfWork, known: Verification, shown: Shown, now: datetime) -> None:
    """It does not count as a try."""
    if not await _still_waits(uow, known):
        return
    await uow.verifications.keep(progress.uncounted(known, shown.proof))
    failed = VerificationFailed(shown.proof, Unproven.NO_ANSWER)
    await binding.note(uow, known.customer, failed, now)
    told = deliveries.tell(known.customer.id, PublicSentence.VERIFY_NO_ANSWER)
    await uow.outbox.add(told)


async def _settle(
    uow: UnitOfWork,
    known: Verification,
    shown: Shown,
    record: str | None,
    new: NewCode,
    now: datetime,
) -> None:
    if not await _still_waits(uow, known):
        return
    if shown.proof is Proof.EMAIL_CODE:
        code = codes.kept(new, record or "", now)
        await uow.verifications.keep(replace(known, shown=None, code=code))
        failed = VerificationFailed(shown.proof, Unproven.NO_MATCH)
        await binding.note(uow, known.customer, CodeSent() if record else failed, now)
        return
    if record is None:
        await uow.verifications.keep(replace(known, shown=None))
        failed = VerificationFailed(shown.proof, Unproven.NO_MATCH)
        await binding.note(uow, known.customer, failed, now)
        over = not progress.may_try(known)
        said = PublicSentence.VERIFY_PAUSED if over else PublicSentence.VERIFY_NO_MATCH
    else:
        await uow.verifications.keep(progress.uncounted(known, shown.proof))
        await binding.take(uow, known.customer, record, shown.proof, now)
        said = PublicSentence.VERIFIED
    await uow.outbox.add(deliveries.tell(known.customer.id, said))


async def _still_waits(uow: UnitOfWork, known: Verification) -> bool:
    """Whether it is as it was when it was asked about: not forgotten, revoked or begun anew."""
    return await uow.verifications.of(known.customer.id) == known
