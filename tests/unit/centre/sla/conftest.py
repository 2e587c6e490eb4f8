"""What these tests share."""

import pytest

from tests.unit.centre.sla.house import ClockHouse, clock_house


@pytest.fixture
def house() -> ClockHouse:
    return clock_house()
