"""Whatever a model is talked into: nothing inside comes out, nothing is called, nothing changes."""

from collections import Counter

import pytest

from tests.adversarial.attacked import SETTINGS, Attacked
from tests.adversarial.cases import CASES, Case
from tests.adversarial.obedient import Obedient


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
async def test_an_order_is_obeyed_by_the_model_and_by_nobody_else(case: Case) -> None:
    """At every kind of desk; and the model did obey, or the attack would prove nothing."""
    for setting in SETTINGS:
        model = Obedient()
        desk = Attacked(setting, model)
        await desk.goes_through(case)
        assert (case.order in model.obeyed) == case.seen, setting.name
        await desk.holds(case)


def test_there_are_enough_of_them() -> None:
    """Each a different text at a different place."""
    assert len({(case.place, case.text) for case in CASES}) == len(CASES) >= 300
    assert min(Counter(case.place for case in CASES).values()) >= 19
