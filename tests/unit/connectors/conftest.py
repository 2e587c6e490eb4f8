"""The demo's systems, written once and copied for each test that changes them."""

from datetime import date
from pathlib import Path

import pytest

from connectors.demo.systems import Systems
from tests.unit.connectors.demo_systems import Demo, copied

#: The day that the demo's systems have.
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def demo_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("systems") / "systems.db"
    Systems(file).prepare(TODAY)
    return file


@pytest.fixture
def demo(demo_records: Path, tmp_path: Path) -> Demo:
    return copied(demo_records, tmp_path)
