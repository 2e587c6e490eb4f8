"""Builds the database of a desk that has been busy for years: 100,000 tickets, 1,000,000 messages.

A few tickets are lived through with the desk's own use cases. All others are copies of them with
shifted numbers, which the database makes by itself, one statement a table.

`python -m benchmarks.generate sqlite:///big.db` builds one and says how long it took.
"""

import argparse
import asyncio
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Table,
    case,
    func,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from orchestration.answering.replies import reply_publicly
from orchestration.answering.staff_message import StaffMessage
from orchestration.clock.followups import FollowUpKind
from orchestration.content import Content, MessageRef
from orchestration.desk import Desk
from orchestration.ending.resolution import set_status
from orchestration.intake import Incoming, receive
from orchestration.people import Customer, Role, Staff
from orchestration.ports import Place, Side, Update
from orchestration.status import Status
from storage import tables
from storage.migrate import migrate
from storage.unit_of_work import Database, SqlUnitOfWork

T = TypeVar("T")

TICKETS = 100_000
MESSAGES_EACH = 10
#: Of so many tickets one is unanswered, one with the staff and one with the customer; the others
#: are closed.
LIVED = 100
UNANSWERED, OPEN, WAITING = range(3)

#: Far from the numbers that a sandbox gives out.
FIRST_CUSTOMER = 5_000_000_000
FIRST_MESSAGE = 100_000_000
FIRST_UPDATE = -1_000_000_000
LONG_AGO = datetime.now(UTC) - timedelta(days=400)
STAFF = Staff(4_000_000_000, "Olga", Role.SUPERVISOR)
WORDS = "The parcel with order 4711 has not come, and the page says since Monday that it is near."


@dataclass(frozen=True)
class Chats:
    """The bot and the group that the tickets are of."""

    bot: int
    group: int


async def generate(address: str, chats: Chats, tickets: int = TICKETS) -> float:
    """Migrates an empty database and fills it; returns how many seconds it took."""
    began = time.monotonic()
    await migrate(address)
    database = await Database.open(address)
    try:
        numbers = Numbers()
        for index in range(min(LIVED, tickets)):
            async with database.begin() as uow:
                await _live(uow, chats, index, numbers)
        copies = tickets // LIVED
        for table, shifts in _shifts(numbers).items():
            async with database.begin() as uow:
                await _copy(uow.connection, table, shifts, copies)
        async with database.begin() as uow:
            await uow.connection.execute(
                update(tables.counter).values(value=tables.counter.c.value * copies)
            )
        async with database.begin() as uow:
            await uow.connection.execute(text("ANALYZE"))
    finally:
        await database.close()
    return time.monotonic() - began


class Numbers:
    """Telegram's numbers, given out in order."""

    def __init__(self) -> None:
        self._messages = count(FIRST_MESSAGE)
        self._updates = count(FIRST_UPDATE)

    def message(self) -> int:
        """The next message's."""
        return next(self._messages)

    def update(self) -> int:
        """The next update's."""
        return next(self._updates)

    def given(self) -> tuple[int, int]:
        """How many messages and updates there were."""
        return self.message() - FIRST_MESSAGE, self.update() - FIRST_UPDATE


async def _live(uow: SqlUnitOfWork, chats: Chats, index: int, numbers: Numbers) -> None:
    """One ticket from its first message to its end, with everything sent and handled."""
    customer = Customer(FIRST_CUSTOMER + index, f"Customer {index}")
    for number in range(MESSAGES_EACH):
        at = LONG_AGO + timedelta(hours=number)
        row = numbers.update()
        payload = f'{{"update_id": {row}, "message": {{"text": "{WORDS}"}}}}'
        await uow.inbox.add([Update(chats.bot, row, f"private:{customer.id}", payload)], at)
        await uow.inbox.done(chats.bot, row, at)
        if number % 2 and index != UNANSWERED:
            await _reply(uow, chats, customer, numbers, at)
        else:
            await _write(uow, chats, customer, numbers, at)
    ticket = _there(await uow.tickets.current_of(customer.id))
    if index == OPEN:
        await set_status(uow, Desk(), ticket, Status.OPEN, STAFF, LONG_AGO)
    elif index > WAITING:
        await set_status(uow, Desk(), ticket, Status.RESOLVED, STAFF, LONG_AGO)
        await set_status(uow, Desk(), ticket, Status.CLOSED, STAFF, LONG_AGO)
    for kind in FollowUpKind:
        await uow.follow_ups.cancel(ticket.id, kind)
    for pending in await uow.courier.pending(LONG_AGO, limit=1000):
        await uow.courier.sent(pending.id, LONG_AGO, 1)


async def _write(
    uow: SqlUnitOfWork, chats: Chats, customer: Customer, numbers: Numbers, at: datetime
) -> None:
    source = MessageRef(customer.id, numbers.message())
    ticket = await receive(
        uow, Desk(), Incoming(customer, Content(WORDS, source=source), source), at
    )
    wrote = _there(await uow.links.entry_of(source))
    shown = numbers.message()
    if await uow.places.of(ticket.id) is None:
        thread, title = numbers.message(), f"#{ticket.id} {ticket.subject}"
        place = Place(ticket.id, chats.group, thread, card=shown, title=title, pinned=True)
        await uow.places.save(place)
    await uow.links.add(MessageRef(chats.group, shown), wrote, Side.STAFF)


async def _reply(
    uow: SqlUnitOfWork, chats: Chats, customer: Customer, numbers: Numbers, at: datetime
) -> None:
    ticket = _there(await uow.tickets.current_of(customer.id))
    source = MessageRef(chats.group, numbers.message())
    written = StaffMessage(STAFF, Content(WORDS, source=source), source)
    await reply_publicly(uow, ticket, written, at)
    replied = _there(await uow.links.entry_of(source))
    await uow.links.add(MessageRef(customer.id, numbers.message()), replied, Side.CUSTOMER)


def _there(found: T | None) -> T:
    """What was written a line before."""
    if found is None:
        raise LookupError
    return found


Shifts = Mapping[str, int]


def _shifts(numbers: Numbers) -> Mapping[Table, Shifts]:
    """What a copy adds to each number, table by table, referred ones first.

    What belongs to the group or to the staff stays; a private chat is its customer's.
    """
    messages, updates = numbers.given()
    return {
        tables.ticket: {"id": LIVED, "customer_id": LIVED},
        tables.current_ticket: {"customer_id": LIVED, "ticket_id": LIVED},
        tables.timeline_entry: {"ticket_id": LIVED},
        tables.message_link: {"ticket_id": LIVED, "chat": LIVED, "message": messages},
        tables.place: {"ticket_id": LIVED, "thread": messages, "card": messages},
        tables.inbox: {"update_id": updates},
        tables.outbox: {"ticket_id": LIVED, "chat": LIVED},
    }


async def _copy(connection: AsyncConnection, table: Table, shifts: Shifts, copies: int) -> None:
    """Makes the copies of everything in a table, each shifted once more."""
    if copies <= 1:
        return
    first = select(literal(1).label("number")).cte("copy", recursive=True)
    copy = first.union_all(select(first.c.number + 1).where(first.c.number < copies - 1))
    columns = [column for column in table.c if column is not table.autoincrement_column]
    rows = select(*_shifted(columns, shifts, copy.c.number)).select_from(
        table.join(copy, literal(value=True))
    )
    await connection.execute(insert(table).from_select([c.name for c in columns], rows))


def _shifted(
    columns: list[Column[int]], shifts: Shifts, copy: ColumnElement[int]
) -> Iterator[ColumnElement[int]]:
    for column in columns:
        by = shifts.get(column.name)
        if by is None:
            yield column
        elif column.name == "chat":
            yield case((column > 0, column + copy * by), else_=column)
        else:
            yield column + copy * by


async def counts(address: str) -> Mapping[str, int]:
    """How many rows each table has."""
    database = await Database.open(address)
    try:
        async with database.begin() as uow:
            return {
                table.name: await uow.connection.scalar(select(func.count()).select_from(table))
                or 0
                for table in tables.metadata.sorted_tables
            }
    finally:
        await database.close()


def main() -> None:
    """Builds one and says so."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("address", help="sqlite:///file or postgresql://..., without tables")
    parser.add_argument("--tickets", type=int, default=TICKETS)
    parser.add_argument("--bot", type=int, default=7_000_000_001)
    parser.add_argument("--group", type=int, default=-1_001_000_000_001)
    asked = parser.parse_args()
    chats = Chats(asked.bot, asked.group)
    seconds = asyncio.run(generate(asked.address, chats, asked.tickets))
    for name, rows in asyncio.run(counts(asked.address)).items():
        print(f"{name:<16}{rows:>12,}")
    print(f"built in {seconds:.0f} s")


if __name__ == "__main__":
    main()
