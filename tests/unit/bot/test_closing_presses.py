"""The question before a ticket ends: whoever was asked answers it, and nobody else."""

import pytest

from bot.callbacks import EndPress, EndStep
from orchestration.delivery import ShowPanel
from orchestration.status import Status
from tests.unit.bot.typist import DESK, JOE, MARIA, SAM, THREADS, Typist, press, topic

HERE = THREADS[2]


def answer(step: EndStep) -> str:
    """A button below the question to Maria."""
    to, seal = Status.RESOLVED, "x"
    return EndPress(step=step, message=HERE * 10, to=to, asker=MARIA, seal=seal).pack()


@pytest.mark.parametrize("step", EndStep)
@pytest.mark.parametrize("by", [JOE, SAM])
async def test_another_does_not_answer_it(step: EndStep, by: int) -> None:
    """Not even a supervisor: they are told how to be asked, and nothing changes."""
    desk = await Typist().open()
    seen = await desk.types(press(by, answer(step), topic(DESK, HERE, message_id=5)))
    assert (seen.pressed[0].text or "").startswith("Someone else was asked that about #2")
    assert not seen.entries
    assert not seen.deliveries


async def test_who_was_asked_leaves_it() -> None:
    """The question goes away, and the ticket stays as it is."""
    desk = await Typist().open()
    data = answer(EndStep.LEAVE)
    seen = await desk.types(press(MARIA, data, topic(DESK, HERE, message_id=5)))
    assert not seen.entries
    (gone,) = [each.body for each in seen.deliveries]
    assert isinstance(gone, ShowPanel)
    assert gone.words is None
