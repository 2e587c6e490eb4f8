"""What a scenario expects to be seen: of people, of the topic, on record."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool

from bot.desk_files.values import Part, known_are
from orchestration.status import Status
from orchestration.webhooks import TYPES

#: Who can be looked over the shoulder; the customer is whoever the scenario is about.
CUSTOMER = "customer"
PEOPLE = (CUSTOMER, "ana", "boris", "maria", "joe", "sam")
#: Stretches of the staff group.
PLACES = ("topic", "card", "note", "draft")


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str | Mapping) else value


def _happening(value: object) -> object:
    return {"kind": value} if isinstance(value, str) else value


def _kind(value: Mapping[str, object]) -> Mapping[str, object]:
    kind = value.get("kind")
    if kind not in TYPES:
        msg = f'needs a "kind" of event; {known_are(str(kind), sorted(TYPES))}'
        raise ValueError(msg)
    return value


Words = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(_listed)]
#: An event of a ticket's log: its kind, and values that it must have.
Happening = Annotated[Mapping[str, object], AfterValidator(_kind), BeforeValidator(_happening)]
Happenings = Annotated[tuple[Happening, ...], BeforeValidator(_listed)]


class SightPart(Part):
    """What somebody sees, or what stands somewhere: in one message each, in any order.

    `once` is there exactly once, `never` was not even there for a moment where it is a person's.
    """

    sees: Words = ()
    once: Words = ()
    never: Words = ()


class LogPart(Part):
    """What the ticket's log has and has not."""

    has: Happenings = ()
    never: Happenings = ()


class RecordsPart(Part):
    """Rows of a table of the business systems: how many there are, or what they hold.

    `where` chooses them, all if it is empty. Without `count` there must be some, unless they have
    `values` to hold; then every one of them must.
    """

    table: str
    where: Mapping[str, str | int | None] = {}
    values: Mapping[str, str | int | None] = {}
    count: int | None = Field(None, ge=0)


def _sight(value: object) -> object:
    return {"sees": value} if isinstance(value, str | list) else value


Sight = Annotated[SightPart, BeforeValidator(_sight)]
Log = Annotated[
    LogPart,
    BeforeValidator(lambda value: {"has": value} if isinstance(value, str | list) else value),
]


class Expectation(Part):
    """What must come to be seen; all of it is waited for, but for what must never be."""

    ticket: int | None = Field(None, ge=1)
    status: Status | None = None
    customer: Sight = SightPart()
    ana: Sight = SightPart()
    boris: Sight = SightPart()
    maria: Sight = SightPart()
    joe: Sight = SightPart()
    sam: Sight = SightPart()
    topic: Sight = SightPart()
    card: Sight = SightPart()
    note: Sight = SightPart()
    draft: Sight = SightPart()
    escalations: tuple[str, ...] | None = None
    log: Log = LogPart()
    records: tuple[RecordsPart, ...] = ()
    untouched: StrictBool = False
    changed: tuple[str, ...] | None = None
    tickets: int | None = Field(None, ge=0)

    def sights(self, names: tuple[str, ...]) -> Mapping[str, SightPart]:
        """What is expected of these people or places, where anything is."""
        found: dict[str, SightPart] = {name: getattr(self, name) for name in names}
        return {name: sight for name, sight in found.items() if name in self.model_fields_set}
