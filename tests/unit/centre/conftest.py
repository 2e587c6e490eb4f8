import pytest

from tests.unit.centre.house import House


@pytest.fixture
def house() -> House:
    """A desk with no tickets yet."""
    return House()
