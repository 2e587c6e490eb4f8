"""The little that the desk itself must not forget."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select, update

from orchestration.errors import StaleTicket
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_unknown, replace

_memory = tables.memory

_recall = select(_memory.c.value).where(_memory.c.name == bindparam("called"))
_swap = (
    update(_memory)
    .where(_memory.c.name == bindparam("called"), _memory.c.value == bindparam("before"))
    .values(value=bindparam("after"))
    .returning(_memory.c.name)
)
_forget = delete(_memory).where(_memory.c.name == bindparam("called"))
# A range of names instead of LIKE, which no index of either database serves by itself.
_names = (
    select(_memory.c.name)
    .where(_memory.c.name >= bindparam("first"), _memory.c.name < bindparam("end"))
    .order_by(_memory.c.name)
)
_LAST = "\U0010ffff"


class SqlMemory(Repository):
    """The little that the desk itself must not forget, by name."""

    async def recall(self, name: str) -> str | None:
        """What was remembered under that name."""
        value: str | None = await self._connection.scalar(_recall, {"called": name})
        return value

    async def remember(self, name: str, value: str) -> None:
        """Remembers it, in place of what was there."""
        row = {"name": name, "value": value}
        await self._connection.execute(replace(self._dialect, _memory), row)

    async def swap(self, name: str, before: str | None, after: str) -> None:
        """Remembers `after` in place of `before`; raises `StaleTicket`."""
        if before is None:
            insertion = insert_unknown(self._dialect, _memory).returning(_memory.c.name)
            done = await self._connection.scalar(insertion, {"name": name, "value": after})
        else:
            values = {"called": name, "before": before, "after": after}
            done = await self._connection.scalar(_swap, values)
        if done is None:
            raise StaleTicket

    async def forget(self, name: str) -> bool:
        """Forgets it; False when there was nothing."""
        return (await self._connection.execute(_forget, {"called": name})).rowcount > 0

    async def names(self, prefix: str) -> Sequence[str]:
        """The names that begin so, sorted."""
        found = await self._connection.scalars(_names, {"first": prefix, "end": prefix + _LAST})
        return sorted(name for name in found if name.startswith(prefix))
