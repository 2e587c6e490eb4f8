"""Events, actors and deliveries as JSON and back, each union told apart by its `kind`.

The types are the centre's plain dataclasses; their schemas are compiled once, here.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import (
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    WrapSerializer,
)

from orchestration.actions.decision import Decision
from orchestration.actions.undertaking import Approval
from orchestration.content import Content
from orchestration.delivery import Body
from orchestration.events import Event
from orchestration.people import Actor
from orchestration.ports.reception import Word
from orchestration.sentences import Fact
from orchestration.status import Status
from orchestration.workflows.case import CaseRecord

T = TypeVar("T")


class Codec(Generic[T]):
    """One type's way to JSON text and back; reading raises pydantic's `ValidationError`."""

    def __init__(self, adapter: TypeAdapter[T]) -> None:
        self._adapter = adapter

    def dump(self, value: T) -> str:
        """The value as JSON text."""
        return self._adapter.dump_json(value).decode()

    def load(self, text: str) -> T:
        """The value that the text holds."""
        return self._adapter.validate_json(text)


# A fact may be a status, which the wording translates, or a customer's words that happen to read
# "open". Both are strings in JSON, so a status is marked: {"status": "open"}, and several are
# {"statuses": ["open", "new"]}.


def _mark(fact: Fact) -> object:
    if isinstance(fact, Status):
        return {"status": fact.value}
    if isinstance(fact, tuple):
        return {"statuses": [status.value for status in fact]}
    return fact


def _unmark(fact: object) -> object:
    match fact:
        case {"status": name}:
            return Status(name)
        case {"statuses": names}:
            return tuple(Status(name) for name in names)
        case _:
            return fact


def _marked(value: object, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
    document: dict[str, Any] = handler(value)
    facts: Mapping[str, Fact] = getattr(value, "facts", {})
    if facts:
        document["facts"] = {name: _mark(fact) for name, fact in facts.items()}
    return document


def _unmarked(document: object) -> object:
    if isinstance(document, dict) and document.get("facts"):
        facts = {name: _unmark(fact) for name, fact in document["facts"].items()}
        return {**document, "facts": facts}
    return document


_FACTS_MARKED = (WrapSerializer(_marked), BeforeValidator(_unmarked))
_BY_KIND = Field(discriminator="kind")

WORDS: Codec[tuple[str, ...]] = Codec(TypeAdapter(tuple[str, ...]))
NUMBERS: Codec[tuple[int, ...]] = Codec(TypeAdapter(tuple[int, ...]))
ACTOR: Codec[Actor] = Codec(TypeAdapter(Annotated[Actor, _BY_KIND]))
EVENT: Codec[Event] = Codec(TypeAdapter(Annotated[Event, _BY_KIND, *_FACTS_MARKED]))
BODY: Codec[Body] = Codec(TypeAdapter(Annotated[Body, _BY_KIND, *_FACTS_MARKED]))
CONTENT: Codec[Content] = Codec(TypeAdapter(Content))
MOMENTS: Codec[tuple[datetime, ...]] = Codec(TypeAdapter(tuple[datetime, ...]))
DECISION: Codec[Decision] = Codec(TypeAdapter(Decision))
APPROVALS: Codec[tuple[Approval, ...]] = Codec(TypeAdapter(tuple[Approval, ...]))
JSON: Codec[Any] = Codec(TypeAdapter(Any))
OBJECT: Codec[dict[str, Any]] = Codec(TypeAdapter(dict[str, Any]))
CASE: Codec[CaseRecord] = Codec(TypeAdapter(CaseRecord))
RECEIVED: Codec[tuple[Word, ...]] = Codec(TypeAdapter(tuple[Word, ...]))
