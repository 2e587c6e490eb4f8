"""The outbox: what is decided to be sent."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, bindparam, delete, func, insert, select

from orchestration.delivery import Body, Delivery, OfEntry
from storage import tables
from storage.repositories.base import Repository

_outbox = tables.outbox

#: The end of the line. Numbers may repeat among writers at once; then the id decides.
_end = select(func.coalesce(func.max(_outbox.c.id), 0) + 1).scalar_subquery()
# Inline: nobody asks for the new ids, so none are fetched.
_insert = insert(_outbox).values(turn=_end).inline()
_insert_in_turn = insert(_outbox).values(turn=bindparam("its_turn", type_=BigInteger)).inline()
_take_turns = (
    delete(_outbox)
    .where(
        _outbox.c.collapse.in_(bindparam("names", expanding=True)),
        _outbox.c.leased_until.is_(None),
        tables.unsent,
        # Said in the index's own words, or the index is not used.
        _outbox.c.collapse.is_not(None),
    )
    .returning(_outbox.c.collapse, _outbox.c.turn)
)


class SqlOutbox(Repository):
    """What is decided to be sent."""

    async def add(self, *deliveries: Delivery) -> None:
        """Adds them in this order; each replaces unsent, unclaimed ones of its `collapse` name.

        The newer one takes over the turn of the one it replaces, so that a ticket which changes
        all the time does not lose its turn each time; it is a new row, so a courier that has
        read the older one finds it gone when it claims it.
        """
        # The newest content of a name, at the place of the first.
        content: dict[str | int, Delivery] = {}
        for index, one in enumerate(deliveries):
            content[index if one.collapse is None else one.collapse] = one
        wanted = content.values()
        names = [one.collapse for one in wanted if one.collapse is not None]
        turns = await self._turns_of(names) if names else {}
        fresh = [_row_of(one) for one in wanted if one.collapse not in turns]
        if fresh:
            await self._connection.execute(_insert, fresh)
        replacing = [
            _row_of(one) | {"its_turn": turns[one.collapse]}
            for one in wanted
            if one.collapse in turns
        ]
        if replacing:
            await self._connection.execute(_insert_in_turn, replacing)

    async def _turns_of(self, names: list[str]) -> Mapping[str | None, int]:
        """Removes what waits under these names; returns whose turn it was."""
        rows = await self._connection.execute(_take_turns, {"names": names})
        return {row.collapse: row.turn for row in rows}


def _row_of(delivery: Delivery) -> dict[str, Any]:
    return {
        "lane": int(delivery.lane),
        "kind": delivery.body.kind,
        "body": delivery.body,
        "ticket_id": delivery.ticket,
        "entry_seq": _entry_seq(delivery.body),
        "audience": delivery.audience,
        "chat": delivery.chat,
        "collapse": delivery.collapse,
        "not_before": delivery.not_before,
    }


def _entry_seq(body: Body) -> int | None:
    return body.entry.seq if isinstance(body, OfEntry) else None
