"""The customer's side: they write what shows whose they are, and hear what became of it.

What they write is checked afterwards (`checking`), because nobody asks another system inside a
transaction. No answer says whether an order or an address exists.
"""

from dataclasses import replace
from datetime import datetime

from orchestration import deliveries
from orchestration.events.verifying import (
    Proof,
    Unproven,
    VerificationAsked,
    VerificationFailed,
)
from orchestration.people import Customer
from orchestration.ports import UnitOfWork
from orchestration.ports.bindings import SentCode, Shown, Verification
from orchestration.sentences import Facts, PublicSentence
from orchestration.tools.declared import Checks
from orchestration.verifying import binding, codes, progress
from orchestration.verifying.reading import code_in, shown_in


async def claim(
    uow: UnitOfWork, checks: Checks, customer: Customer, words: str, now: datetime
) -> None:
    """`/verify`: begins with an order or an e-mail, goes on with a code, or says how it is done."""
    offered = {
        Proof.ORDER_POSTCODE: checks.order is not None,
        Proof.EMAIL_CODE: checks.email is not None,
    }
    if not any(offered.values()):
        await _tell(uow, customer, PublicSentence.VERIFY_BY_PEOPLE)
        return
    if await try_code(uow, customer, words, now):
        return
    shown = shown_in(words)
    if shown is not None and offered[shown.proof]:
        await _begin(uow, await progress.of(uow, customer, now), shown, now)
        return
    facts: Facts = {
        "order": "yes" if offered[Proof.ORDER_POSTCODE] else "no",
        "email": "yes" if offered[Proof.EMAIL_CODE] else "no",
    }
    await _tell(uow, customer, PublicSentence.VERIFY_HOW, facts)


async def try_code(uow: UnitOfWork, customer: Customer, words: str, now: datetime) -> bool:
    """Takes words that are a code, while one is awaited; False for any others."""
    code = code_in(words)
    if code is None:
        return False
    known = await progress.of(uow, customer, now)
    if known.code is None or now >= known.code.until:
        return False
    if not progress.may_try(known):
        await _tell(uow, customer, PublicSentence.VERIFY_PAUSED)
    elif codes.matches(known.code, code, now):
        await _right(uow, known, known.code, now)
    else:
        await _wrong(uow, known, now)
    return True


async def _begin(uow: UnitOfWork, known: Verification, shown: Shown, now: datetime) -> None:
    """Keeps what they wrote until it is checked. It counts as a try until it turned out right."""
    by_code = shown.proof is Proof.EMAIL_CODE
    allowed = progress.may_ask_for_code if by_code else progress.may_try
    if known.shown is not None:
        await _tell(uow, known.customer, PublicSentence.VERIFY_STILL_CHECKING)
        return
    if not allowed(known):
        await _tell(uow, known.customer, PublicSentence.VERIFY_PAUSED)
        return
    await uow.verifications.keep(progress.begun(known, shown))
    await binding.note(uow, known.customer, VerificationAsked(shown.proof), now)
    if by_code:  # said at once, so that nobody learns from how long it takes
        facts: Facts = {"minutes": int(codes.LASTS.total_seconds() // 60)}
        await _tell(uow, known.customer, PublicSentence.VERIFY_CODE_ON_ITS_WAY, facts)


async def _right(uow: UnitOfWork, known: Verification, sent: SentCode, now: datetime) -> None:
    await uow.verifications.keep(replace(known, code=None))
    await binding.take(uow, known.customer, sent.record, Proof.EMAIL_CODE, now)
    await _tell(uow, known.customer, PublicSentence.VERIFIED)


async def _wrong(uow: UnitOfWork, known: Verification, now: datetime) -> None:
    tried = replace(known, tries=known.tries + 1)
    left = progress.TRIES - tried.tries
    await uow.verifications.keep(tried if left else replace(tried, code=None))
    failed = VerificationFailed(Proof.EMAIL_CODE, Unproven.WRONG_CODE)
    await binding.note(uow, known.customer, failed, now)
    if left:
        await _tell(uow, known.customer, PublicSentence.VERIFY_WRONG_CODE, {"left": left})
    else:
        await _tell(uow, known.customer, PublicSentence.VERIFY_PAUSED)


async def _tell(
    uow: UnitOfWork, customer: Customer, sentence: PublicSentence, facts: Facts | None = None
) -> None:
    await uow.outbox.add(deliveries.tell(customer.id, sentence, facts))
