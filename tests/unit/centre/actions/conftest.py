import pytest

from tests.unit.centre.actions.bank import Counter


@pytest.fixture
async def counter() -> Counter:
    """A bank's desk with Eva's ticket."""
    return await Counter().opens()
