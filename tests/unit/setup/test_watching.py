"""Files that change under a running desk: what is new is followed, what is broken is not."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.desk_files.live_cast import LiveCast
from bot.desk_files.reloading import Reloading
from orchestration.delivery import WarnPrivately
from orchestration.people import Person, Role
from orchestration.sentences import StaffSentence
from tests.fakes import FakeStore

SAM = Person(3, "Sam", role=Role.SUPERVISOR, reachable=True)


class Folder:
    """A desk's folder, in which each write is a second after the last one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._second = 0
        (path / "specialists").mkdir()

    def write(self, name: str, text: str) -> None:
        file = self.path / "specialists" / name
        file.write_text(text)
        self._second += 1
        os.utime(file, (self._second, self._second))

    def has(self, id_: str, description: str = "Tea.", more: str = "") -> None:
        head = f"id: {id_}\nname: {id_}\ndescription: {description}\n{more}"
        self.write(f"{id_}.md", f"---\n{head}---\nHelp.\n")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_changed_file_is_followed(folder: Folder) -> None:
    """And it is known since when; one that is new joins, one that is gone leaves."""
    folder.has("orders")
    live = LiveCast(folder.path)
    first = live.roll()
    assert first.since == {"orders": datetime.fromtimestamp(1, UTC)}
    folder.has("orders", "Parcels.")
    folder.has("sales")
    second = live.roll()
    assert [each.description for each in second.cast.profiles] == ["Parcels.", "Tea."]
    assert second.since["orders"] == datetime.fromtimestamp(2, UTC)
    (folder.path / "specialists" / "orders.md").unlink()
    assert [each.id for each in live.roll().cast.profiles] == ["sales"]


def test_a_broken_file_says_what_it_said(folder: Folder) -> None:
    """The others are followed all the same, and the mistake is gone once it is corrected."""
    folder.has("orders")
    live = LiveCast(folder.path)
    before = live.roll()
    folder.has("orders", more="colour: red\n")
    folder.has("sales")
    folder.write("new.md", "no front matter")
    now = live.roll()
    assert now.cast.get("orders") == before.cast.get("orders")
    assert now.since["orders"] == before.since["orders"]
    assert now.cast.get("sales") is not None
    assert [each.split(": ")[0] for each in now.broken] == [
        "specialists/new.md:1",
        "specialists/orders.md:5",
    ]
    folder.has("orders", "Parcels.")
    (folder.path / "specialists" / "new.md").unlink()
    mended = live.roll()
    assert mended.broken == ()
    assert mended.since["orders"] > before.since["orders"]


def test_what_does_not_fit_together_changes_nothing(folder: Folder) -> None:
    """Nobody can say which of two files with one id is meant."""
    folder.has("orders")
    live = LiveCast(folder.path)
    before = live.roll()
    folder.write("copy.md", (folder.path / "specialists" / "orders.md").read_text())
    folder.has("sales")
    now = live.roll()
    assert now.cast == before.cast
    assert now.broken == ("specialists/orders.md:2: \"id\" is 'orders' but copy.md has it already",)
    (folder.path / "specialists" / "copy.md").unlink()
    assert [each.id for each in live.roll().cast.profiles] == ["orders", "sales"]


async def test_a_mistake_is_told_once(folder: Folder) -> None:
    """To supervisors in private, again only when it came back or another one did."""
    store, woken = FakeStore(), []
    async with store.begin() as uow:
        await uow.people.learn(SAM)
    reloading = Reloading([LiveCast(folder.path).look], store.begin, lambda: woken.append(1))

    async def told() -> list[str]:
        await reloading.look()
        async with store.begin() as uow:
            parcels = [each.delivery.body for each in uow.outbox.rows.rows.values()]
        warnings = [each for each in parcels if isinstance(each, WarnPrivately)]
        assert all(each.sentence is StaffSentence.FILES_BROKEN for each in warnings)
        return [str(each.facts["lines"]).split(": ")[0] for each in warnings]

    assert await told() == []
    folder.has("orders", more="x: 1\n")
    assert await told() == ["specialists/orders.md:5"]
    assert await told() == ["specialists/orders.md:5"]
    folder.has("sales", more="y: 1\n")
    assert (await told())[1:] == ["specialists/sales.md:5"]
    folder.has("orders")
    assert len(await told()) == 2
    folder.has("orders", more="x: 1\n")
    assert (await told())[2:] == ["specialists/orders.md:5"]
    assert len(woken) == 3
