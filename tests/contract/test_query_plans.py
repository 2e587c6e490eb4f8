"""With a million messages in it, the desk still finds everything by an index."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Connection, event, text

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import Content, MessageRef
from orchestration.customers.pace import Pace
from orchestration.events.sla import ClockKind
from orchestration.events.team import Part
from orchestration.events.verifying import Proof
from orchestration.knowledge.articles import Article
from orchestration.people import Person, Role
from orchestration.ports import HeldReply, Place, RoleGiven, SavedMacro, Side, UnitOfWork, Update
from orchestration.ports.bans import Ban
from orchestration.ports.bindings import Binding, Verification
from orchestration.ports.corrections import Correction
from orchestration.ports.incidents import Incident
from orchestration.ports.models import Usage
from orchestration.ports.reception import Reception
from orchestration.sla.clocks import SlaClock
from orchestration.team import teamwork
from orchestration.team.absence import Absence
from orchestration.telling.notice import Cause, Habits, Interest, Notice, Rule
from orchestration.timeline import EntryRef
from storage.repositories.tickets import SqlTickets
from storage.unit_of_work import Database, SqlUnitOfWork
from tests.contract.cases import (
    ANA,
    CRM,
    JOE,
    MINUTE,
    NOW,
    case_record,
    keep,
    new_ticket,
    recorded_read,
    reminder,
    told,
    undertaking,
)

Statement = tuple[str, Any]


async def _tickets(uow: UnitOfWork) -> None:
    ticket = await uow.tickets.get(1)
    ticket.add_note(Content("note"), JOE, NOW)
    teamwork.join(ticket, Part.WATCHER, JOE, NOW)
    await uow.tickets.save(ticket)
    await uow.tickets.hold(ticket)
    await uow.tickets.of_customer(ANA.id)
    await uow.tickets.current_of(ANA.id)
    await uow.tickets.make_current(ANA.id, 1)
    await uow.tickets.make_current(ANA.id, None)
    await uow.tickets.owned_by(JOE.id)
    await uow.tickets.involving(JOE.id)
    await uow.tickets.counts_of([JOE.id, ANA.id])
    await uow.tickets.unended()


async def _everything(uow: UnitOfWork) -> None:
    """What the desk asks of its database while it runs."""
    await _tickets(uow)
    await uow.timeline.entry(EntryRef(1, 1))
    await uow.timeline.of(1)
    await uow.timeline.last_customer_seq(1)
    await uow.timeline.newest_change(EntryRef(1, 1))
    await uow.search.find(["tea", "is"], 10)
    await uow.people.learn(Person(1, "Ana", "ana"))
    await uow.people.get(1)
    await uow.people.by_username("ana")
    await uow.people.staff()
    await uow.links.add(MessageRef(1, 1), EntryRef(1, 1), Side.STAFF)
    await uow.links.entry_of(MessageRef(1, 1))
    await uow.links.forget(MessageRef(1, 1))
    await uow.links.messages_of(EntryRef(1, 1), Side.STAFF)
    await uow.links.shown(1, Side.STAFF)
    await uow.places.save(Place(1, 1, 1))
    await uow.places.of(1)
    await uow.places.ticket_at(1, 1)
    await uow.places.of_unended(0, 10)
    await uow.follow_ups.schedule(FollowUp(1, FollowUpKind.CONSULT, NOW))
    await uow.follow_ups.due(NOW)
    await uow.follow_ups.next_due()
    await uow.follow_ups.take(FollowUp(1, FollowUpKind.CONSULT, NOW))
    await uow.follow_ups.of(1)
    await uow.clocks.keep(1, [SlaClock(ClockKind.RESOLUTION, "office")])
    await uow.clocks.of(1)
    await uow.clocks.tickets(0, 10)
    await uow.follow_ups.cancel(1, *FollowUpKind)
    await uow.outbox.add(told("one", collapse="a"), told("two", collapse="b"))
    await uow.courier.pending(NOW)
    await uow.outbox.add(told("three", ticket=1), told("four", ticket=1))
    await uow.courier.pending(NOW, limit=1)
    await uow.courier.under_lease()
    await uow.courier.hold(10**6, NOW, "blocked")
    await uow.courier.let_go(7)
    await uow.courier.hurry()
    await uow.courier.claim([1, 2], NOW, NOW + MINUTE)
    await uow.courier.later(1, NOW, "later")
    await uow.courier.release_leases()
    await uow.courier.sent(1, NOW, 1)
    await uow.courier.set_aside(2, NOW, "no")
    await uow.courier.spent_since(NOW)
    await uow.courier.set_aside_count()
    await _inbox_and_memory(uow)
    await _notices(uow)
    await _reminders(uow)


async def _inbox_and_memory(uow: UnitOfWork) -> None:
    await uow.inbox.add([Update(1, 1, "a", "{}")], NOW)
    await uow.inbox.waiting("a")
    await uow.inbox.conversations()
    await uow.inbox.done(1, 1, NOW)
    await uow.inbox.failed(1, 1, "no", 3)
    await uow.inbox.set_aside_count()
    await uow.memory.remember("name", "value")
    await uow.memory.swap("name", "value", "other")
    await uow.memory.recall("name")
    await uow.memory.names("n")
    await uow.memory.forget("name")
    await uow.incidents.next_number()
    await uow.incidents.save(Incident(1, "Payments", JOE.name, NOW))
    await uow.incidents.get(1)
    await uow.incidents.newest(5)
    await uow.tickets.of_incident(1)
    await uow.macros.add(SavedMacro("hello", Content("Hello"), JOE.id, JOE.name, NOW))
    await uow.macros.get("hello")
    await uow.macros.all()
    await uow.macros.forget("hello")
    await uow.knowledge.keep(Article("a.md", "Tea", frozenset(), "Tea."))
    await uow.knowledge.find(["tea", "is"])
    await uow.knowledge.digests()
    (passage,) = await uow.knowledge.without_meaning("e")
    await uow.knowledge.keep_meaning(passage, "e", np.ones(3, np.float32))
    await uow.knowledge.meanings("e")
    await uow.knowledge.forget("a.md")
    held = HeldReply(MessageRef(1, 1), EntryRef(1, 1))
    await uow.held_replies.keep(held)
    await uow.held_replies.of(1)
    await uow.held_replies.take(held)
    await uow.usage.add(1, "billing", "claude", NOW.date(), Usage(1))
    await uow.usage.spent(1, "billing", NOW.date())
    await uow.usage.of_ticket(1)
    await uow.usage.of_day(NOW.date())
    await uow.corrections.keep(Correction(1, 2, ("Tea",), frozenset(), JOE.id, NOW))
    await uow.corrections.newest()
    await uow.evidence.add(recorded_read())
    await uow.evidence.of(1)
    await uow.cases.keep(case_record())
    await uow.cases.of(1)
    begun = undertaking(EntryRef(1, 1))
    await uow.actions.add(begun)
    await uow.actions.get(begun.ref)
    await uow.actions.of(1)
    await uow.actions.about(begun.record, NOW)
    await uow.actions.save(begun)


async def _notices(uow: UnitOfWork) -> None:
    notice = Notice(JOE.id, EntryRef(1, 1), Cause.MENTIONED, NOW)
    rule = Rule(JOE.id, Interest.MENTIONED, wanted=False, scope="#1")
    await uow.notices.add(notice)
    await uow.notices.waiting(JOE.id)
    await uow.notices.remove(JOE.id, [notice])
    await uow.notices.keep_rule(rule)
    await uow.notices.rules_of(JOE.id)
    await uow.notices.rules_about(["", "support", "#1"])
    await uow.notices.forget_rule(rule)
    await uow.notices.keep_habits(JOE.id, Habits())
    await uow.notices.habits_of(JOE.id)
    await uow.record.add(RoleGiven(NOW, JOE, JOE.id, "Joe", Role.EXPERT))
    await uow.absences.keep(Absence(JOE.id, NOW))
    await uow.absences.of([JOE.id, ANA.id])
    await uow.absences.end(JOE.id)


async def _reminders(uow: UnitOfWork) -> None:
    kept = await uow.reminders.add(reminder())
    await uow.reminders.get(kept.id)
    await uow.reminders.of_ticket(1)
    await uow.reminders.of_person(JOE.id)
    await uow.reminders.of_name("support")
    await uow.reminders.give(1, 1)
    await uow.reminders.due(NOW)
    await uow.reminders.next_due()
    await uow.reminders.swap(kept, kept)
    await uow.reminders.take(kept)


async def _upkeep(uow: UnitOfWork) -> None:
    """What is asked of it now and then."""
    await uow.inbox.given_up()
    await uow.inbox.try_again()
    await uow.courier.given_up()
    await uow.courier.try_again()
    await uow.places.forget(Place(2, 1, 1))
    await uow.housekeeping.long_closed(NOW, 10)
    await uow.housekeeping.purge_updates(NOW, 10)
    await uow.housekeeping.purge_deliveries(NOW, 10)
    await _edges(uow)
    entry = await uow.timeline.entry(EntryRef(1, 1))
    await uow.erasure.rewrite([entry])
    await uow.erasure.wipe(ANA.id, [1], ["private:1"])
    await uow.erasure.forget_person(1)


async def _edges(uow: UnitOfWork) -> None:
    await uow.bans.add(Ban(ANA.id, 1, "Joe", NOW))
    await uow.bans.count(ANA.id)
    await uow.bans.of(ANA.id)
    await uow.bans.lift(ANA.id)
    await uow.bindings.add(Binding(ANA.id, "C-1", Proof.SUPERVISOR, "Sam", NOW))
    await uow.bindings.of(ANA.id)
    await uow.bindings.end(ANA.id, "Sam", NOW)
    await uow.bindings.past(ANA.id)
    await uow.bindings.forget(ANA.id)
    await uow.verifications.keep(Verification(ANA, NOW))
    await uow.verifications.keep(Verification(ANA, NOW, version=1))
    await uow.verifications.of(ANA.id)
    await uow.verifications.waiting()
    await uow.verifications.forget(ANA.id)
    await uow.paces.keep(Pace(ANA.id))
    await uow.paces.of(ANA.id)
    await uow.paces.forget(ANA.id)
    await uow.receptions.keep(Reception(ANA, "support", NOW, NOW, ()))
    waiting = await uow.receptions.of(ANA.id)
    assert waiting is not None
    await uow.receptions.keep(waiting)
    await uow.receptions.due(NOW)
    await uow.receptions.next_due()
    await uow.receptions.end(replace(waiting, version=2))
    await uow.receptions.forget(ANA.id)
    (claimed,) = await uow.webhooks.claim("crm", NOW, NOW + MINUTE, 10)
    await uow.webhooks.next_due("crm")
    await uow.webhooks.put_off(claimed.id, NOW, "503")
    await uow.webhooks.give_up(claimed.id, NOW, "410")
    await uow.webhooks.log(10)
    await uow.webhooks.given_up_count()
    await uow.webhooks.try_again()
    await uow.webhooks.delivered(claimed.id, NOW, "200")
    await uow.webhooks.purge(NOW, 10)


@contextmanager
def _recorded(uow: SqlUnitOfWork) -> Iterator[list[Statement]]:
    statements: list[Statement] = []

    def record(*arguments: Any) -> None:
        _, _, statement, parameters, _, many = arguments
        statements.append((statement, parameters[0] if many else parameters))

    connection: Connection | None = uow.connection.sync_connection
    assert connection is not None
    event.listen(connection, "before_cursor_execute", record)
    yield statements
    event.remove(connection, "before_cursor_execute", record)


async def test_everything_is_found_by_an_index(database: Database) -> None:
    """No statement reads a whole table, except the one counter and what an index covers."""
    await keep(database, new_ticket())
    async with database.begin() as uow:
        uow.__dict__["tickets"] = SqlTickets(uow.connection, [CRM])
        sqlite = uow.connection.dialect.name == "sqlite"
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        if not sqlite:
            # On tables this small the planner would rather read them whole.
            await uow.connection.execute(text("SET LOCAL enable_seqscan = off"))
        with _recorded(uow) as statements:
            await _everything(uow)
            await _upkeep(uow)
        plans = {}
        for statement, parameters in statements:
            rows = await uow.connection.exec_driver_sql(f"{explain} {statement}", parameters)
            plans[statement] = [str(row[-1]) for row in rows]
    assert len(plans) > 40
    slow = {
        statement: plan
        for statement, plan in plans.items()
        if any(_reads_all(line, sqlite=sqlite) for line in plan)
    }
    assert slow == {}


def _reads_all(line: str, *, sqlite: bool) -> bool:
    if sqlite:
        by_index = ("USING", "CONSTANT ROW", "VIRTUAL TABLE INDEX")
        return line.startswith("SCAN") and not any(how in line for how in by_index)
    return "Seq Scan" in line


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("unended", "ix_ticket_unended"),
        ("owned_by", "ix_ticket_primary"),
        ("counts_of", "ix_ticket_busy"),
        ("pending", "ix_outbox_unsent"),
        ("conversations", "ix_inbox_waits"),
    ],
)
async def test_the_partial_indexes_are_used(database: Database, question: str, index: str) -> None:
    """What is done is not read again to find what is not."""
    async with database.begin() as uow:
        sqlite = uow.connection.dialect.name == "sqlite"
        if not sqlite:
            await uow.connection.execute(text("SET LOCAL enable_seqscan = off"))
            await uow.connection.execute(text("SET LOCAL enable_bitmapscan = off"))
        with _recorded(uow) as statements:
            match question:
                case "unended":
                    await uow.tickets.unended()
                case "owned_by":
                    await uow.tickets.owned_by(1)
                case "counts_of":
                    await uow.tickets.counts_of([1, 2])
                case "pending":
                    await uow.courier.pending(NOW)
                case _:
                    await uow.inbox.conversations()
        ((statement, parameters),) = statements
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        rows = await uow.connection.exec_driver_sql(f"{explain} {statement}", parameters)
        assert index in " ".join(str(row[-1]) for row in rows)
