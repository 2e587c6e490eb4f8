"""What holds for every test."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import web_app
from hypothesis import settings

# How long an example takes says something of the machine, and nothing of the desk.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


#: What one desk of the suite has learned, the next one need not learn again.
_CACHE = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The README's pictures are taken by the tests that play what they show."""
    parser.addoption("--pictures", type=Path, metavar="DIR", help="take the README's pictures anew")


def pytest_configure(config: pytest.Config) -> None:
    """All desks of one run share a cache, in whatever process they are."""
    if "CACHE_DIR" not in os.environ:
        config.stash[_CACHE] = tempfile.TemporaryDirectory(prefix="topicdesk-tests-")
        os.environ["CACHE_DIR"] = config.stash[_CACHE].name


def pytest_unconfigure(config: pytest.Config) -> None:
    """What was learned for the tests goes with them."""
    cache = config.stash.get(_CACHE, None)
    if cache is not None:
        del os.environ["CACHE_DIR"]
        cache.cleanup()


@pytest.fixture(autouse=True)
def _no_server_outlives_its_test() -> Iterator[None]:
    """The handlers of a thousand routes are kept by aiohttp, with the desks behind them.

    A process has one server, so that costs it nothing; a suite has some hundred.
    """
    yield
    web_app._cached_build_middleware.cache_clear()
