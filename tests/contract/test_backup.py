"""A desk in one file: saved while it runs, restored on either database, and refused when spoilt."""

import json
import shutil
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from sqlalchemy import insert, select

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import Content, MessageRef, Quote
from orchestration.customers.pace import Pace
from orchestration.deliveries import to_customer, to_topic
from orchestration.events.sla import ClockKind
from orchestration.events.team import Part
from orchestration.events.verifying import Proof
from orchestration.knowledge.articles import Article
from orchestration.people import Person, Role
from orchestration.ports import HeldReply, Place, RoleGiven, SavedMacro, Side, Update
from orchestration.ports.bans import Ban
from orchestration.ports.bindings import Binding, SentCode, Shown, Verification
from orchestration.ports.corrections import Correction
from orchestration.ports.incidents import Incident
from orchestration.ports.models import Usage
from orchestration.ports.reception import Reception, Word
from orchestration.sla.clocks import SlaClock
from orchestration.team import teamwork
from orchestration.team.absence import Absence
from orchestration.telling.notice import Cause, Habits, Interest, Notice, Rule
from orchestration.timeline import EntryRef
from storage import backup
from storage.address import parse
from storage.engines import engine_for, reader_for
from storage.errors import BackupUnusable, DatabaseUnavailable
from storage.migrate import migrate
from storage.tables import metadata
from storage.unit_of_work import Database
from tests.contract.cases import (
    ANA,
    BORIS,
    CRM,
    JOE,
    MINUTE,
    NOW,
    case_record,
    kept,
    new_ticket,
    recorded_read,
    reminder,
    told,
    undertaking,
)
from tests.contract.conftest import POSTGRESQL, SQLITE, Templates

BOTH = [SQLITE, POSTGRESQL]
BAD_NAMES = 'Ana \u2028 😀\n"quoted"'


@pytest.fixture(params=BOTH)
def source(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "source").mkdir()
    with templates.migrated(request.param, tmp_path / "source") as address:
        yield address


@pytest.fixture(params=BOTH)
def target(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[str]:
    with templates.empty(request.param, tmp_path) as address:
        yield address


async def _live(address: str) -> None:
    """A little of everything that a desk keeps."""
    database = await Database.open(address, [CRM])
    async with database.begin() as uow:
        for _ in range(2):
            await uow.tickets.next_number()
        first, second = new_ticket(), new_ticket(2, BORIS, BAD_NAMES)
        reply = first.reply_publicly(Content("It leaves today. \x00"), JOE, NOW)
        note = second.add_note(Content("secret"), JOE, NOW + MINUTE)
        teamwork.join(second, Part.WATCHER, JOE, NOW)
        for ticket in (first, second):
            await uow.tickets.save(ticket)
        await uow.tickets.make_current(ANA.id, 1)
        await uow.people.learn(Person(ANA.id, BAD_NAMES, "Ana", "es", Role.EXPERT, reachable=True))
        await uow.links.add(MessageRef(7, 8), EntryRef(1, 2), Side.CUSTOMER)
        await uow.places.save(Place(1, -100, 5, 6, "#1", "icon", closed=True))
        await uow.follow_ups.schedule(FollowUp(1, FollowUpKind.UNCLAIMED, NOW + MINUTE))
        clock = SlaClock(ClockKind.RESOLUTION, "office", MINUTE, NOW, due=NOW + MINUTE)
        await uow.clocks.keep(1, [clock])
        await uow.reminders.add(reminder(1, BAD_NAMES))
        await uow.outbox.add(to_customer(first, reply), to_topic(note), told("x", collapse="c"))
        await uow.inbox.add([Update(1, 5, "private:7", '{"a": "\\u0000"}')], NOW)
        await uow.memory.remember("name", "value")
        await uow.absences.keep(Absence(JOE.id, NOW + MINUTE))
        await uow.knowledge.keep(Article("a.md", BAD_NAMES, frozenset({"tea"}), "Tea."))
        (tea,) = await uow.knowledge.without_meaning("e")
        await uow.knowledge.keep_meaning(tea, "e", np.array([0.1, -1], np.float32))
        await uow.bans.add(Ban(BORIS.id, 2, "Joe", NOW, 3))
        payments = Incident(1, BAD_NAMES, JOE.name, NOW, 2, NOW, 1, JOE)
        await uow.incidents.save(payments)
        await uow.bindings.add(Binding(ANA.id, BAD_NAMES, Proof.SUPERVISOR, "Sam", NOW))
        code = SentCode("digest", "C-1", NOW + MINUTE)
        shown = Shown(Proof.ORDER_POSTCODE, BAD_NAMES, "28013")
        await uow.verifications.keep(Verification(ANA, NOW, shown, code, 1, 2))
        await uow.macros.add(SavedMacro("hello", Content(BAD_NAMES), JOE.id, JOE.name, NOW))
        await uow.notices.add(Notice(JOE.id, note.ref, Cause.MENTIONED, NOW + MINUTE))
        await uow.notices.keep_rule(Rule(JOE.id, Interest.MENTIONED, wanted=False, scope="#1"))
        await uow.notices.keep_habits(JOE.id, Habits("Asia/Tehran", (time(22), time(7)), time(18)))
        await uow.record.add(RoleGiven(NOW, JOE, ANA.id, BAD_NAMES, Role.EXPERT, ("vat",)))
        await uow.paces.keep(Pace(ANA.id, (NOW,), NOW + MINUTE, NOW + MINUTE, told=True))
        word = Word(MessageRef(7, 9), Content(BAD_NAMES), MessageRef(7, 8), Quote("tea"))
        await uow.receptions.keep(Reception(ANA, "support", NOW, NOW + MINUTE, (word,), 1))
        await uow.held_replies.keep(HeldReply(MessageRef(-100, 9), note.ref, "album"))
        await uow.usage.add(1, "billing", "claude", date(2026, 3, 29), Usage(1, 2, 3, 4, None))
        kept = Correction(1, 2, (BAD_NAMES,), frozenset({"billing"}), JOE.id, NOW)
        await uow.corrections.keep(kept)
        await uow.evidence.add(recorded_read(1, BAD_NAMES))
        await uow.cases.keep(case_record(1, BAD_NAMES))
        await uow.actions.add(undertaking(EntryRef(1, 2), BAD_NAMES))
        pending = [each.id for each in await uow.courier.pending(NOW)]
        await uow.courier.sent(pending[0], NOW, 2)
    await database.close()


def _comparable(value: object) -> object:
    return value.tobytes() if isinstance(value, np.ndarray) else value


async def _rows(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a database."""
    engine = engine_for(parse(address))
    async with engine.begin() as connection:
        rows = {
            each.name: sorted(
                (tuple(map(_comparable, row)) for row in await connection.execute(select(each))),
                key=repr,
            )
            for each in metadata.sorted_tables
        }
    await engine.dispose()
    return rows


async def test_what_is_saved_comes_back(source: str, target: str, tmp_path: Path) -> None:
    """Every value of every table, from either database to either."""
    await _live(source)
    file = tmp_path / "desk.zip"
    saved = await backup.save(source, file, NOW)
    assert saved.tickets == 2
    assert await backup.restore(target, file) == saved
    before = await _rows(source)
    assert await _rows(target) == before
    assert saved.rows == sum(map(len, before.values()))
    assert all(before.values()), "a table without rows proves nothing"


async def test_the_desk_goes_on_where_it_was(source: str, target: str, tmp_path: Path) -> None:
    """Numbers are counted on, and what was still to be sent is."""
    await _live(source)
    await backup.save(source, tmp_path / "desk.zip", NOW)
    await backup.restore(target, tmp_path / "desk.zip")
    database = await Database.open(target)
    async with database.begin() as uow:
        assert await uow.tickets.next_number() == 3
        await uow.outbox.add(told("after"))
        waiting = await uow.courier.pending(NOW)
        assert len(waiting) == 3
        assert max(each.id for each in waiting) > 3
    assert (await kept(database, 2)).subject
    await database.close()


async def test_it_is_one_moment_of_a_running_desk(source: str, target: str, tmp_path: Path) -> None:
    """What is committed while it is being saved is not in it, and does not wait for it."""
    await _live(source)
    before = await _rows(source)
    engine = reader_for(parse(source))
    async with engine.begin() as connection:
        await connection.execute(select(metadata.tables["ticket"]))
        database = await Database.open(source)
        async with database.begin() as uow:
            await uow.people.learn(Person(99, "Late"))
        await database.close()
        await connection.run_sync(backup._save, tmp_path / "desk.zip", NOW)
    await engine.dispose()
    await backup.restore(target, tmp_path / "desk.zip")
    assert await _rows(target) == before
    assert len((await _rows(source))["person"]) == 2


async def test_many_rows_come_in_pages(source: str, target: str, tmp_path: Path) -> None:
    """More than are read at a time, with keys of two columns."""
    rows = [
        {"bot": number % 3, "update_id": number, "conversation": "c", "payload": "{}", "at": NOW}
        for number in range(2 * backup._PAGE + 7)
    ]
    engine = engine_for(parse(source))
    async with engine.begin() as connection:
        await connection.execute(insert(metadata.tables["inbox"]), rows)
    await engine.dispose()
    assert (await backup.save(source, tmp_path / "desk.zip", NOW)).rows == len(rows)
    assert (await backup.restore(target, tmp_path / "desk.zip")).rows == len(rows)


async def test_only_an_empty_database_is_filled(source: str, tmp_path: Path) -> None:
    """Unless everything in it is to be replaced; a refusal leaves it as it was."""
    await _live(source)
    file = tmp_path / "desk.zip"
    await backup.save(source, file, NOW)
    database = await Database.open(source)
    async with database.begin() as uow:
        await uow.people.learn(Person(99, "Late"))
    await database.close()
    changed = await _rows(source)
    with pytest.raises(BackupUnusable, match="is not empty: restore into an empty one, or replace"):
        await backup.restore(source, file)
    assert await _rows(source) == changed
    await backup.restore(source, file, replace=True)
    assert len((await _rows(source))["person"]) == 1


@pytest.fixture
async def saved(templates: Templates, tmp_path: Path) -> Path:
    """A backup of a little desk."""
    with templates.migrated(SQLITE, tmp_path) as address:
        await _live(address)
        await backup.save(address, tmp_path / "desk.zip", NOW)
    return tmp_path / "desk.zip"


def _rewritten(file: Path, member: str, content: bytes | None) -> Path:
    """A copy in which one member holds something else, or is not there."""
    other = file.with_name("rewritten.zip")
    with ZipFile(file) as old, ZipFile(other, "w") as new:
        for name in old.namelist():
            if name != member:
                new.writestr(name, old.read(name))
        if content is not None:
            new.writestr(member, content)
    return other


def _about(file: Path, **changes: object) -> Path:
    about = json.loads(ZipFile(file).read("backup.json"))
    return _rewritten(file, "backup.json", json.dumps(about | changes).encode())


def _cut(file: Path) -> Path:
    file.write_bytes(file.read_bytes()[:-200])
    return file


def _flipped(file: Path) -> Path:
    raw = bytearray(file.read_bytes())
    raw[raw.index(b"person.jsonl") + 40] ^= 0xFF  # in what that file holds, behind its header
    file.write_bytes(raw)
    return file


def _without_links(file: Path) -> Path:
    """Entries that deliveries and messages refer to are gone."""
    about = json.loads(ZipFile(file).read("backup.json"))
    file = _about(file, rows=about["rows"] | {"timeline_entry": 0})
    shutil.move(file, file.with_name("about.zip"))
    return _rewritten(file.with_name("about.zip"), "timeline_entry.jsonl", b"")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: file.with_name("nowhere.zip"), "cannot be read: No such file"),
        (_cut, "is damaged, or no backup of a desk"),
        (_flipped, "is damaged, or no backup of a desk"),
        (lambda file: _rewritten(file, "backup.json", None), "is damaged, or no backup"),
        (lambda file: _rewritten(file, "backup.json", b"[]"), "is damaged, or no backup"),
        (lambda file: _rewritten(file, "ticket.jsonl", None), "is damaged, or no backup"),
        (lambda file: _rewritten(file, "ticket.jsonl", b"[1]\n"), "is damaged, or no backup"),
        (lambda file: _rewritten(file, "ticket.jsonl", b"{\n"), "is damaged, or no backup"),
        (lambda file: _rewritten(file, "person.jsonl", b""), "rows of person are missing"),
        (_without_links, "is damaged: its parts do not fit together"),
        (lambda file: _about(file, revision="9999"), "another version of the desk .tables 9999"),
        (lambda file: _about(file, format=2), "another version of the desk"),
    ],
)
async def test_a_file_that_cannot_be_used(
    saved: Path, empty_address: str, spoil: Any, words: str
) -> None:
    """One sentence, and the database stays empty."""
    with pytest.raises(BackupUnusable, match=words) as refused:
        await backup.restore(empty_address, spoil(saved))
    assert "\n" not in str(refused.value)
    await migrate(empty_address)
    assert not any((await _rows(empty_address)).values())


async def test_nothing_is_written_over(saved: Path, source: str) -> None:
    """A backup is not lost to the next one, and only its owner can read it."""
    with pytest.raises(BackupUnusable, match="exists already: choose another name"):
        await backup.save(source, saved, NOW)
    assert _mode(saved) == 0o600
    with pytest.raises(BackupUnusable, match="cannot be written: No such file or directory"):
        await backup.save(source, saved.parent / "nowhere" / "desk.zip", NOW)


def _mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


async def test_a_database_that_nobody_has_opened_yet(empty_address: str, tmp_path: Path) -> None:
    """There is nothing to save, and it says what to do."""
    with pytest.raises(DatabaseUnavailable, match="start the desk once"):
        await backup.save(empty_address, tmp_path / "desk.zip", NOW + timedelta(0))
    assert not (tmp_path / "desk.zip").exists()
