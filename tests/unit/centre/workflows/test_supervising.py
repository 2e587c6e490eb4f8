"""What the supervisor has read before the gate decides, at a bank's desk."""

from datetime import datetime

import pytest

from orchestration.workflows.case import CaseRecord
from orchestration.workflows.live import LivePicker
from orchestration.workflows.supervising import Supervisor
from tests.fakes.routing import FakeRoutingModels
from tests.unit.centre.actions.bank import ACCOUNT, POLICY, RECORD, Counter, link, pay
from tests.unit.centre.cast import EVA, NOW


@pytest.fixture
async def counter() -> Counter:
    """A bank's desk, on which account A-1 was read a minute ago."""
    opened = await Counter().opens()
    opened.passes(minutes=1)
    return opened


async def _is_proven(counter: Counter) -> datetime:
    """Whatever is wanted before a payment from A-1 is read; returns when that account was last."""
    picker = LivePicker(FakeRoutingModels())
    supervisor = Supervisor({}, picker, POLICY, counter.tools, counter.begin, counter.clock)
    await supervisor.prove(CaseRecord(1, EVA.id, RECORD), [pay()])
    async with counter.begin() as uow:
        reads = await uow.evidence.of(1)
    asked = {"account": "A-1"}
    return max(each.read_at for each in reads if (each.tool, each.arguments) == (ACCOUNT, asked))


async def test_what_was_read_lately_is_not_read_again(counter: Counter) -> None:
    """As long as nothing of the ticket was done."""
    assert await _is_proven(counter) == NOW


async def test_what_was_read_long_ago_is_read_again(counter: Counter) -> None:
    """Longer ago than the policy allows."""
    counter.passes(minutes=15)
    assert await _is_proven(counter) == counter.now


async def test_what_was_read_before_something_was_done_is_read_again(counter: Counter) -> None:
    """It may have changed what systems say."""
    await counter.stands(link())
    await counter.runs_due()
    assert len(counter.bank.done) == 1
    assert await _is_proven(counter) == counter.now
