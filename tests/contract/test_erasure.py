"""A customer is forgotten: no word of theirs is left anywhere, and what can be counted is."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from orchestration import events
from orchestration.answering import rewording
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import Content, MessageRef, Quote, ReplyTo
from orchestration.customers import forgetting
from orchestration.customers.erasing import NOBODY, erased
from orchestration.customers.pace import Pace
from orchestration.deliveries import to_customer, to_topic
from orchestration.ending import closing, wrapping_up
from orchestration.errors.asking import OldButton
from orchestration.errors.team import SupervisorsOnly
from orchestration.events.actions import Progress
from orchestration.events.sla import ClockKind
from orchestration.events.specialists import (
    Call,
    Claim,
    Evidence,
    EvidenceKind,
    Fate,
    Handoff,
    ProposedAction,
    ToolCall,
)
from orchestration.events.team import Part, Participant
from orchestration.events.verifying import Proof, Unproven
from orchestration.people import Person, Role
from orchestration.ports import Place, RoleGiven, Side, Update
from orchestration.ports.bindings import Binding, SentCode, Shown, Verification
from orchestration.ports.corrections import Correction
from orchestration.ports.reception import Reception, Word
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef
from storage import backup
from storage.codec import ACTOR, EVENT
from storage.tables import metadata
from storage.unit_of_work import Database
from tests.contract.cases import (
    ANA,
    BORIS,
    JOE,
    MARIA,
    MINUTE,
    NOW,
    case_record,
    kept,
    new_ticket,
    recorded_read,
    reminder,
    undertaking,
)
from tests.contract.conftest import POSTGRESQL, SQLITE, Store, Templates

SECRET = "xyzzy"
SPOKEN = {"en", "es"}
EVIDENCE = Evidence(EvidenceKind.SYSTEM, "xyzzy", "xyzzy", "xyzzy", NOW)


async def live(store: Store) -> None:
    """Ana has two tickets with secrets wherever words can be; Boris has one of his own."""
    customer = dataclasses.replace(ANA, name=SECRET)
    quote = ReplyTo(2, Quote(SECRET))
    async with store.begin() as uow:
        for number in (1, 2):
            await uow.tickets.next_number()
            ticket = new_ticket(number, customer, f"{SECRET} {number}")
            written = ticket.receive(Content(SECRET), NOW, quote)
            rewording.edit_message(ticket, written, Content(f"{SECRET} again"), NOW)
            note = ticket.add_note(Content(f"he said {SECRET}"), JOE, NOW)
            reply = ticket.reply_publicly(Content(f"Dear {SECRET}"), JOE, NOW)
            wrapping_up.summarise(ticket, Content(SECRET), JOE, NOW)
            ticket.set_status(Status.RESOLVED, JOE, NOW)
            await uow.tickets.save(ticket)
            await uow.links.add(MessageRef(ANA.id, number), written.ref, Side.CUSTOMER)
            await uow.places.save(Place(number, -100, number + 4, 6, SECRET, card_shows=SECRET))
            await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.CONSULT, NOW + MINUTE))
            await uow.reminders.add(reminder(number, SECRET))
            billing = frozenset({"billing"})
            said = Correction(number, written.seq, (SECRET,), billing, JOE.id, NOW)
            await uow.corrections.keep(said)
            await uow.evidence.add(recorded_read(number, SECRET))
            await uow.cases.keep(case_record(number, SECRET))
            await uow.actions.add(undertaking(written.ref, SECRET))
            await uow.outbox.add(to_customer(ticket, reply), to_topic(note))
        await uow.tickets.save(new_ticket(3, BORIS, "Mine"))
        await uow.tickets.make_current(ANA.id, 2)
        await uow.people.learn(Person(ANA.id, SECRET, SECRET, "es", reachable=True))
        await uow.record.add(RoleGiven(NOW, JOE, ANA.id, SECRET, Role.EXPERT))
        await uow.people.learn(Person(BORIS.id, "Boris", "boris", "en", reachable=True))
        await uow.paces.keep(Pace(ANA.id, (NOW,)))
        word = Word(MessageRef(ANA.id, 9), Content(SECRET))
        await uow.receptions.keep(Reception(customer, "support", NOW, NOW + MINUTE, (word,)))
        await uow.bindings.add(Binding(ANA.id, SECRET, Proof.EMAIL_CODE, SECRET, NOW))
        await uow.bindings.end(ANA.id, SECRET, NOW)
        await uow.bindings.add(Binding(ANA.id, SECRET, Proof.EMAIL_CODE, SECRET, NOW))
        shown = Shown(Proof.ORDER_POSTCODE, SECRET, SECRET)
        code = SentCode(SECRET, SECRET, NOW + MINUTE)
        await uow.verifications.keep(Verification(customer, NOW, shown, code))
        rows = [
            Update(1, 1, f"private:{ANA.id}", SECRET),
            Update(1, 2, "topic:-100:5", SECRET),
            Update(1, 3, f"private:{ANA.id}", SECRET),
            Update(1, 4, f"private:{BORIS.id}", "his"),
        ]
        await uow.inbox.add(rows, NOW)
        await uow.inbox.done(1, 1, NOW)
        await uow.inbox.done(1, 2, NOW)
        await uow.inbox.failed(1, 3, SECRET, 1)
    async with store.begin() as uow:
        await closing.rate(uow, customer, 1, 4, NOW)
    async with store.begin() as uow:
        await forgetting.ask(uow, customer, SPOKEN, NOW)


async def forget(store: Store) -> None:
    async with store.begin() as uow:
        await forgetting.confirm(uow, await uow.tickets.get(2), JOE, SPOKEN, NOW)


async def test_what_can_be_counted_stays(store: Store) -> None:
    """Tickets, their status, entries and ratings; and each says who erased it, and when."""
    await live(store)
    before = await kept(store, 1)
    await forget(store)
    ticket = await kept(store, 1)
    assert (ticket.customer, ticket.erased, ticket.rating) == (NOBODY, True, 4)
    assert ticket.status is Status.CLOSED
    async with store.begin() as uow:
        entries = await uow.timeline.of(1)
        assert [one.seq for one in entries] == list(range(1, before.version + 2))
        assert (entries[-1].event, entries[-1].actor, entries[-1].at) == (events.Erased(), JOE, NOW)
        assert await uow.people.get(ANA.id) is None
        assert await uow.tickets.of_customer(ANA.id) == []
        assert await uow.tickets.current_of(ANA.id) is None
        assert await uow.links.entry_of(MessageRef(ANA.id, 1)) is None
        assert await uow.follow_ups.next_due() is None
        assert await uow.reminders.next_due() is None
        assert await uow.corrections.newest() == []
        assert await uow.evidence.of(1) == []
        assert await uow.cases.of(1) is None
        assert await uow.actions.of(1) == []
        kinds = [each.delivery.body.kind for each in await uow.courier.pending(NOW)]
    assert sorted(kinds) == ["delete_topic", "delete_topic", "tell_privately"]


async def test_others_are_left_alone(store: Store) -> None:
    """Boris has everything that he had."""
    await live(store)
    await forget(store)
    assert (await kept(store, 3)).subject == "Mine"
    async with store.begin() as uow:
        assert await uow.people.get(BORIS.id)
        assert len(await uow.inbox.waiting(f"private:{BORIS.id}")) == 1


async def test_only_a_supervisor_decides_and_once(store: Store) -> None:
    """An agent is refused, and after the decision there is nothing to decide."""
    await live(store)
    async with store.begin() as uow:
        with pytest.raises(SupervisorsOnly):
            await forgetting.confirm(uow, await uow.tickets.get(2), MARIA, SPOKEN, NOW)
    async with store.begin() as uow:
        await forgetting.decline(uow, await uow.tickets.get(2), JOE, NOW)
    with pytest.raises(OldButton):
        await forget(store)
    assert (await kept(store, 1)).customer.id == ANA.id


async def test_who_wrote_nothing_is_forgotten_at_once(store: Store) -> None:
    """There is nobody else's work in it."""
    async with store.begin() as uow:
        await uow.people.learn(Person(ANA.id, SECRET, None, "es"))
    async with store.begin() as uow:
        await forgetting.ask(uow, ANA, SPOKEN, NOW)
    async with store.begin() as uow:
        assert await uow.people.get(ANA.id) is None


async def test_no_word_is_left_in_any_table(database: Database) -> None:
    """Nor is the customer's id, save for the last word to them."""
    await live(database)
    await forget(database)
    async with database.begin() as uow:
        for table in metadata.sorted_tables:
            for row in await uow.connection.execute(select(table)):
                assert SECRET not in repr(row), table.name
                if table.name != "outbox":
                    assert str(ANA.id) not in repr(row), table.name


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def address(request: pytest.FixtureRequest, templates: Templates, tmp_path: Path) -> Iterator[str]:
    with templates.migrated(request.param, tmp_path) as migrated:
        yield migrated


async def test_a_backup_holds_no_word_either(address: str, tmp_path: Path) -> None:
    """What is saved afterwards cannot bring them back."""
    database = await Database.open(address)
    await live(database)
    await forget(database)
    await database.close()
    await backup.save(address, tmp_path / "desk.zip", NOW)
    with ZipFile(tmp_path / "desk.zip") as file:
        saved = b"".join(file.read(name) for name in file.namelist())
    assert saved
    assert SECRET.encode() not in saved


def _full(kind: type[object]) -> events.Event:
    """An event with a secret in everything that can hold one."""
    values: dict[str, object] = {
        "content": Content(SECRET, forwarded_from=SECRET),
        "former": Content(SECRET),
        "reply_to": ReplyTo(1, Quote(SECRET)),
        "emoji": (SECRET,),
        "until": NOW,
        "obstacle": events.Obstacle.LOCK,
        "sent_at": NOW,
        "suggested": Content(SECRET),
        "suggestion": 1,
        "held": 1,
        "facts": {"subject": SECRET},
        "of": 1,
        "about": 1,
        "seq": 1,
        "to": 1,
        "relieved": 1,
        "score": 3,
        "sentence": PublicSentence.RECEIPT,
        "urgency": events.Urgency.LOW,
    }
    by_kind: dict[object, object] = {
        bool: True,
        int: 1,
        int | None: 1,
        str: SECRET,
        tuple[str, ...]: (SECRET,),
        tuple[int, ...]: (1,),
        events.Urgency: events.Urgency.LOW,
        events.AssignmentRule | None: events.AssignmentRule.ROUND_ROBIN,
        Part: Part.WATCHER,
        ClockKind: ClockKind.RESOLUTION,
        float: 0.5,
        Handoff: Handoff(SECRET, SECRET, SECRET, (SECRET,), entities={"order": (SECRET,)}),
        Fate: Fate.ADVISED,
        tuple[Call, ...]: (Call("billing", SECRET, SECRET),),
        tuple[Evidence, ...]: (EVIDENCE,),
        tuple[Claim, ...]: (Claim(SECRET, SECRET, EVIDENCE),),
        tuple[ProposedAction, ...]: (
            ProposedAction(SECRET, EVIDENCE, "crm.change_address", {"street": [SECRET]}),
        ),
        tuple[ToolCall, ...]: (ToolCall(SECRET, SECRET, 1),),
        Mapping[str, object]: {"name": SECRET},
        Progress: Progress.DONE,
        Proof: Proof.EMAIL_CODE,
        Unproven: Unproven.NO_MATCH,
        datetime: NOW,
        datetime | None: NOW,
        tuple[Participant, ...]: (Participant(1, SECRET, Part.WATCHER),),
    }
    kept_words = {"intent": "order", "language": "es", "cause": "unclaimed", "name": "Joe"}
    given = {
        field.name: kept_words.get(field.name)
        or by_kind.get(field.type)
        or values.get(field.name, SECRET)
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]
        if field.name not in {"kind", "claimed", "previous", "reason"} or field.type is str
    }
    made: events.Event = kind(**given)  # type: ignore[assignment]
    return made


@pytest.mark.parametrize("kind", get_args(events.Event), ids=lambda kind: str(kind.__name__))
def test_every_kind_of_event_loses_its_words(kind: type[object]) -> None:
    """Also one that is new some day: words go unless they are known to be the desk's own."""
    entry = Entry(1, 1, NOW, dataclasses.replace(ANA, name=SECRET), Audience.PUBLIC, _full(kind))
    bare = erased(entry)
    assert SECRET not in EVENT.dump(bare.event) + ACTOR.dump(bare.actor)
    assert EVENT.load(EVENT.dump(bare.event)) == bare.event
    assert (bare.ref, bare.at, bare.audience, bare.event.kind) == (
        EntryRef(1, 1),
        NOW,
        entry.audience,
        entry.event.kind,
    )


def test_a_closed_ticket_can_be_erased_too() -> None:
    """It stays closed."""
    ticket: Ticket = new_ticket()
    ticket.set_status(Status.CLOSED, JOE, NOW)
    entry = forgetting.erase(ticket, JOE, NOW)
    assert (ticket.status, entry.move) == (Status.CLOSED, None)
