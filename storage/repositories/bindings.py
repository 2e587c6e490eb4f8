"""Whose record is whose, and how far someone is in showing it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, select, update

from orchestration.errors import StaleTicket
from orchestration.people import Customer
from orchestration.ports.bindings import (
    Binding,
    PastBinding,
    SentCode,
    Shown,
    Verification,
)
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_free, insert_unknown

_binding, _verification = tables.binding, tables.verification
_customer: BindParameter[int] = bindparam("customer")
_instant = _binding.c.since.type

_of = select(_binding).where(_binding.c.customer_id == _customer, tables.holds)
_end = (
    update(_binding)
    .where(_binding.c.customer_id == _customer, tables.holds)
    .values(until=bindparam("at", type_=_instant), ended_by=bindparam("ended"))
    .returning(_binding)
)
_past = (
    select(_binding)
    .where(_binding.c.customer_id == _customer, _binding.c.until.is_not(None))
    .order_by(_binding.c.id)
)
_forget = delete(_binding).where(_binding.c.customer_id == _customer)

_progress = select(_verification).where(_verification.c.customer_id == _customer)
_keep = (
    update(_verification)
    .where(_verification.c.customer_id == _customer, _verification.c.version == bindparam("known"))
    .values(
        {
            each.name: bindparam(f"new_{each.name}", type_=each.type)
            for each in _verification.c
            if each.name != "customer_id"
        }
    )
)
_waiting = (
    select(_verification.c.customer_id)
    .where(tables.unchecked)
    .order_by(_verification.c.customer_id)
    .limit(bindparam("limit"))
)
_give_up = delete(_verification).where(_verification.c.customer_id == _customer)


class SqlBindings(Repository):
    """At most one record at a time for each customer; what was before is kept."""

    async def of(self, customer: int) -> Binding | None:
        """The binding that holds now."""
        row = (await self._connection.execute(_of, {"customer": customer})).one_or_none()
        return _binding_of(row) if row else None

    async def add(self, binding: Binding) -> None:
        """Binds; raises `StaleTicket` where one holds already."""
        row = {
            "customer_id": binding.customer,
            "record": binding.record,
            "proof": binding.proof,
            "by": binding.by,
            "since": binding.since,
        }
        insertion = insert_free(self._dialect, _binding).returning(_binding.c.id)
        if await self._connection.scalar(insertion, row) is None:
            raise StaleTicket

    async def end(self, customer: int, by: str, at: datetime) -> Binding | None:
        """Ends the binding that holds, and returns it; None where none does."""
        parameters = {"customer": customer, "ended": by, "at": at}
        row = (await self._connection.execute(_end, parameters)).one_or_none()
        return _binding_of(row) if row else None

    async def past(self, customer: int) -> Sequence[PastBinding]:
        """Those that hold no more, in the order in which they were made."""
        rows = await self._connection.execute(_past, {"customer": customer})
        return [PastBinding(_binding_of(row), row.until, row.ended_by) for row in rows]

    async def forget(self, customer: int) -> None:
        """Forgets all of a customer's."""
        await self._connection.execute(_forget, {"customer": customer})


class SqlVerifications(Repository):
    """How far customers are, one a customer."""

    async def of(self, customer: int) -> Verification | None:
        """A customer's."""
        row = (await self._connection.execute(_progress, {"customer": customer})).one_or_none()
        return _verification_of(row) if row else None

    async def keep(self, verification: Verification) -> None:
        """Inserts one of version 0, replaces any other; raises `StaleTicket` when overtaken."""
        row = _row_of(verification)
        if verification.version:
            parameters = {f"new_{name}": value for name, value in row.items()}
            parameters |= {"customer": verification.customer.id, "known": verification.version}
            kept = (await self._connection.execute(_keep, parameters)).rowcount > 0
        else:
            insertion = insert_unknown(self._dialect, _verification)
            returned = insertion.returning(_verification.c.customer_id)
            row["customer_id"] = verification.customer.id
            kept = await self._connection.scalar(returned, row) is not None
        if not kept:
            raise StaleTicket

    async def waiting(self, limit: int = 100) -> Sequence[int]:
        """The customers of whom something waits to be checked."""
        found = await self._connection.scalars(_waiting, {"limit": limit})
        return list(found)

    async def forget(self, customer: int) -> None:
        """Forgets a customer's."""
        await self._connection.execute(_give_up, {"customer": customer})


def _binding_of(row: Row[Any]) -> Binding:
    return Binding(row.customer_id, row.record, row.proof, row.by, row.since)


def _row_of(verification: Verification) -> dict[str, Any]:
    shown, code = verification.shown, verification.code
    return {
        "customer_name": verification.customer.name,
        "since": verification.since,
        "proof": shown.proof if shown else None,
        "named": shown.named if shown else None,
        "postcode": shown.postcode if shown else None,
        "code_digest": code.digest if code else None,
        "code_record": code.record if code else None,
        "code_until": code.until if code else None,
        "tries": verification.tries,
        "codes": verification.codes,
        "version": verification.version + 1,
    }


def _verification_of(row: Row[Any]) -> Verification:
    shown = Shown(row.proof, row.named, row.postcode) if row.proof is not None else None
    code = None
    if row.code_digest is not None:
        code = SentCode(row.code_digest, row.code_record, row.code_until)
    return Verification(
        Customer(row.customer_id, row.customer_name),
        row.since,
        shown,
        code,
        row.tries,
        row.codes,
        row.version,
    )
