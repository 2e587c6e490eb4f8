"""The whole audit, as lines of JSON."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orchestration.content import Content
from orchestration.people import Role
from orchestration.ports import RoleGiven
from storage import audit
from storage.errors import DatabaseUnavailable
from storage.unit_of_work import Database
from tests.contract.cases import BORIS, JOE, MARIA, NOW, keep, new_ticket
from tests.contract.conftest import POSTGRESQL, SQLITE, Templates


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def address(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[str]:
    with templates.migrated(request.param, tmp_path) as address:
        yield address


async def _told(address: str, ticket: int | None = None) -> list[dict[str, Any]]:
    out = io.StringIO()
    count = await audit.export(address, out, ticket)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(lines) == count
    return lines


async def test_every_entry_is_a_line(address: str) -> None:
    """In order, ticket by ticket, with who, when, what, and where a supervisor stepped in."""
    first, second = new_ticket(), new_ticket(2, BORIS)
    first.claim(MARIA, NOW)
    first.add_note(Content("é \u2028 😀"), JOE, NOW)
    first.release(JOE, NOW)
    first.reply_publicly(Content("It leaves today."), JOE, NOW)
    database = await Database.open(address)
    await keep(database, second, first)
    await database.close()
    lines = await _told(address)
    assert [(line["ticket"], line["seq"]) for line in lines] == [
        *((1, seq) for seq in range(1, 7)),
        (2, 1),
        (2, 2),
    ]
    assert [line["seq"] for line in lines if line["intervention"]] == [5]
    assert lines[2] == {
        "ticket": 1,
        "seq": 3,
        "at": "2026-03-29T01:30:00.123456+00:00",
        "actor": {
            "id": 101,
            "name": "María",
            "role": "agent",
            "anonymous": False,
            "kind": "staff",
        },
        "audience": "internal",
        "event": {"relieved": None, "kind": "claimed"},
        "move": {"before": "new", "after": "open"},
        "intervention": False,
    }
    assert lines[3]["event"]["content"]["text"] == "é \u2028 😀"
    assert await _told(address, ticket=2) == lines[6:]
    assert await _told(address, ticket=3) == []


async def test_who_gave_whom_which_role(address: str) -> None:
    """After all tickets, and not with one of them."""
    database = await Database.open(address)
    await keep(database, new_ticket())
    async with database.begin() as uow:
        await uow.record.add(RoleGiven(NOW, JOE, MARIA.id, "María", Role.EXPERT, ("billing",)))
        await uow.record.add(RoleGiven(NOW, JOE, MARIA.id, "María", Role.AGENT))
    await database.close()
    *_, given, taken = await _told(address)
    assert (given["ticket"], given["actor"]["name"]) == (None, JOE.name)
    assert given["at"] == "2026-03-29T01:30:00.123456+00:00"
    assert given["event"] == {
        "person": MARIA.id,
        "name": "María",
        "role": "expert",
        "skills": ["billing"],
        "kind": "role_given",
    }
    assert taken["event"]["role"] == "agent"
    assert all(line["ticket"] == 1 for line in await _told(address, ticket=1))


async def test_more_than_is_read_at_a_time(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages follow on each other without a gap."""
    monkeypatch.setattr(audit, "_after", audit._after.limit(3))
    tickets = [new_ticket(number) for number in range(1, 5)]
    for ticket in tickets:
        for _ in range(ticket.id):
            ticket.add_note(Content("note"), JOE, NOW)
    database = await Database.open(address)
    await keep(database, *tickets)
    await database.close()
    assert [(line["ticket"], line["seq"]) for line in await _told(address)] == [
        (ticket.id, seq) for ticket in tickets for seq in range(1, ticket.version + 1)
    ]


async def test_a_database_that_nobody_has_opened_yet(empty_address: str) -> None:
    """It says what to do."""
    with pytest.raises(DatabaseUnavailable, match="start the desk once"):
        await _told(empty_address)
