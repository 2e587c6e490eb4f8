"""What holds for every test."""

from collections.abc import Iterator

import pytest
from aiohttp import web_app
from hypothesis import settings

# How long an example takes says something of the machine, and nothing of the desk.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _no_server_outlives_its_test() -> Iterator[None]:
    """The handlers of a thousand routes are kept by aiohttp, with the desks behind them.

    A process has one server, so that costs it nothing; a suite has some hundred.
    """
    yield
    web_app._cached_build_middleware.cache_clear()
