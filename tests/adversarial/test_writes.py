"""Whatever a model is talked into proposing: the gate grants what its owner meant, and no more."""

import json
from pathlib import Path

import pytest

from orchestration.actions.decision import Verdict
from orchestration.actions.gate import decide
from orchestration.ports.tools import ToolSpec
from orchestration.schemas import without
from orchestration.specialists.proposals import arguments_in
from tests.adversarial.records import Records, opened
from tests.adversarial.wishes import EACH, GRANTED, WISHES, Wish


@pytest.fixture
async def records(tmp_path: Path) -> Records:
    """The demo's systems, of which nothing is changed here."""
    return await opened(tmp_path)


async def test_every_wish_is_granted_as_its_words_say_and_no_other(records: Records) -> None:
    """With all evidence there is: what happens by itself stands in the table by hand."""
    wrong = []
    for wish in WISHES:
        decision = decide(await records.situation(wish), records.policy)
        if (decision.verdict is Verdict.AUTO) != bool(wish.why):
            wrong.append(f"{wish.id} ({wish.record} {wish.proof}): {decision}")
    assert wrong == []


async def test_every_write_is_tried(records: Records) -> None:
    """Each of the demo's, so that a new one cannot be forgotten; and each attack is another one."""
    writes = {name for name, served in records.served.items() if served.changes}
    assert {wish.tool for wish in EACH} == writes - records.box.checks.tools
    assert {wish.tool for wish in WISHES} == writes
    told = {(wish.id, wish.record, wish.proof) for wish in WISHES}
    assert len(told) == len(WISHES) >= 900
    assert len({wish.tool for wish in GRANTED}) >= 14, "or the table would forbid by saying nothing"


async def test_what_is_slipped_in_does_not_even_reach_the_gate(records: Records) -> None:
    """A model's proposal with an argument that is the desk's to fill in is words and no more."""
    for wish in EACH:
        spec = await _spec(records, wish)
        assert arguments_in(json.dumps(wish.arguments), spec) == wish.arguments
        for name, value in (("customer_id", wish.record), ("key", "mine"), ("approved", True)):
            assert arguments_in(json.dumps({**wish.arguments, name: value}), spec) is None


async def _spec(records: Records, wish: Wish) -> ToolSpec:
    """The write as a model is shown it."""
    served = records.served[wish.tool]
    hidden = records.policy.of(wish.tool, served.arguments).filled
    return ToolSpec(wish.tool, served.description, without(served.arguments, hidden))
