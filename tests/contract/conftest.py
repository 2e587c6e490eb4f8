"""The same contract for three stores: in memory, SQLite and a real PostgreSQL."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from orchestration.ports import UnitOfWork
from storage.migrate import migrate
from storage.tables import metadata
from storage.unit_of_work import Database
from tests.fakes import FakeStore
from tests.postgres import empty, fresh_database, postgres_server

MEMORY, SQLITE, POSTGRESQL = "memory", "sqlite", "postgresql"


class Store(Protocol):
    """What keeps a desk."""

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]: ...


@dataclass(frozen=True)
class Templates:
    """A migrated database of each kind, made once: a file to copy, and one that is emptied."""

    server: str
    sqlite: Path
    postgresql: str

    @contextmanager
    def migrated(self, kind: str, directory: Path) -> Iterator[str]:
        """The address of a database with the newest tables and nothing in them."""
        if kind == SQLITE:
            shutil.copy(self.sqlite, directory / "desk.db")
            yield f"sqlite:///{directory / 'desk.db'}"
        else:
            yield self.postgresql
            empty(self.postgresql, [table.name for table in metadata.sorted_tables])

    @contextmanager
    def empty(self, kind: str, directory: Path) -> Iterator[str]:
        """The address of a database without tables."""
        if kind == SQLITE:
            yield f"sqlite:///{directory / 'empty.db'}"
        else:
            with fresh_database(self.server) as address:
                yield address


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with postgres_server() as address:
        yield address


@pytest.fixture(scope="session")
def templates(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Templates]:
    file = tmp_path_factory.mktemp("templates") / "template.db"
    with fresh_database(postgres) as address:
        for each in (f"sqlite:///{file}", address):
            asyncio.run(migrate(each))
        yield Templates(postgres, file, address)


@asynccontextmanager
async def opened(templates: Templates, kind: str, directory: Path) -> AsyncIterator[Database]:
    """A database of that kind with the newest tables."""
    with templates.migrated(kind, directory) as address:
        database = await Database.open(address)
        try:
            yield database
        finally:
            await database.close()


@pytest.fixture(params=[MEMORY, SQLITE, POSTGRESQL])
async def store(
    request: pytest.FixtureRequest, templates: Templates, tmp_path: Path
) -> AsyncIterator[Store]:
    if request.param == MEMORY:
        yield FakeStore()
    else:
        async with opened(templates, request.param, tmp_path) as database:
            yield database


@pytest.fixture(params=[MEMORY, POSTGRESQL])
async def side_by_side(
    request: pytest.FixtureRequest, templates: Templates, tmp_path: Path
) -> AsyncIterator[Store]:
    """The stores in which two units of work may be open at once; SQLite lets one in at a time."""
    if request.param == MEMORY:
        yield FakeStore()
    else:
        async with opened(templates, request.param, tmp_path) as database:
            yield database


@pytest.fixture(params=[SQLITE, POSTGRESQL])
async def database(
    request: pytest.FixtureRequest, templates: Templates, tmp_path: Path
) -> AsyncIterator[Database]:
    async with opened(templates, request.param, tmp_path) as database:
        yield database


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def empty_address(
    request: pytest.FixtureRequest, templates: Templates, tmp_path: Path
) -> Iterator[str]:
    with templates.empty(request.param, tmp_path) as address:
        yield address
