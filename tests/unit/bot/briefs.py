"""Briefs as a running desk makes them, and a shop whose tools answer at once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.texts import Texts
from orchestration.content import Content
from orchestration.events import CustomerWrote, Event, NoteAdded, RepliedPublicly
from orchestration.knowledge.articles import Passage
from orchestration.people import Customer, Role, Staff
from orchestration.ports.tools import Reader, Refusal, ToolFailed, ToolRefused, ToolResult, ToolSpec
from orchestration.schemas import Arguments, Json
from orchestration.specialists.advice import Brief
from orchestration.specialists.built_in.brain import BuiltInBrain
from orchestration.specialists.cast import Access, Autonomy, Profile
from orchestration.specialists.kinds import Kind
from orchestration.timeline import Audience, Entry

NOW = datetime(2026, 11, 21, 10, 4, tzinfo=UTC)
ANA, MARIA = Customer(7, "Ana Lima"), Staff(1, "Maria", Role.AGENT)

ORDERS = Profile(
    "orders",
    "Orders",
    "Where an order is.",
    "Look.",
    tools={"shop.find_order": Access.READ, "carrier.track": Access.READ},
    needs=(Kind.ORDER, Kind.TRACKING),
)
KNOWLEDGE = Profile("knowledge", "Knowledge", "How things work.", "Look.")
COMPLIANCE = replace(KNOWLEDGE, id="compliance", autonomy=Autonomy.NOTES)

RETURNS = "Send it back within 30 days. You find the label under My orders."
RETURNS_ES = "Devuélvalo en un plazo de 30 días. La etiqueta está en Mis pedidos."
IN_ENGLISH = Passage("returns.md#1", "How to return goods", "", RETURNS, "returns.md", 8.0)
IN_SPANISH = Passage(
    "returns.es.md#1", "Cómo devolver productos", "", RETURNS_ES, "returns.es.md", 7.0
)
OTHER = Passage("opening.md#1", "Opening hours", "", "We open at nine.", "opening.md", 1.0)


class Shop:
    """Tools that answer from a table: `server.tool` and the value asked for → the answer.

    None is no answer at all; what stands in no table is not found. Nobody is verified without
    `bound`.
    """

    def __init__(self, answers: Mapping[tuple[str, str], Json], *, bound: bool = True) -> None:
        self._answers = answers
        self._bound = bound
        self.asked: list[tuple[str, Arguments]] = []

    async def offered(self, reader: Reader) -> Sequence[ToolSpec]:
        names = reader.specialist.tools if self._bound else ()
        wanted = {name: "" for name in names if ".list_" in name}
        wanted["carrier.track"] = "tracking_number"
        return [_spec(name, wanted.get(name, "order_number")) for name in names]

    async def proposable(self, reader: Reader) -> Sequence[ToolSpec]:
        assert reader.customer == ANA.id
        return []

    async def read(self, reader: Reader, tool: str, arguments: Arguments) -> ToolResult:
        assert reader.customer == ANA.id
        if not self._bound:
            raise ToolRefused(tool, Refusal.NOT_BOUND, "verify the customer first")
        self.asked.append((tool, arguments))
        key = (tool, str(next(iter(arguments.values()), "")))
        if key not in self._answers:
            return ToolResult(tool, "", NOW, found=False)
        data = self._answers[key]
        if data is None:
            raise ToolFailed(tool, "it did not answer in time")
        return ToolResult(tool, json.dumps(data), NOW, data)


def _spec(name: str, argument: str) -> ToolSpec:
    properties = {argument: {"type": "string"}} if argument else {}
    schema = {"type": "object", "properties": properties, "required": list(properties)}
    return ToolSpec(name, "…", schema)


ON_ITS_WAY = {
    ("shop.find_order", "4711"): {
        "number": "4711",
        "status": "shipped",
        "tracking_number": "JD0123456789",
        "customer": {"id": "C-1"},
    },
    ("carrier.track", "JD0123456789"): {
        "tracking_number": "JD0123456789",
        "status": "in_transit",
        "eta": "2026-11-24",
    },
}


def brain(shop: Shop | None = None) -> BuiltInBrain:
    """The brain with the desk's own words."""
    return BuiltInBrain(Texts.load().say, lambda: NOW, shop)


def entry(seq: int, event: Event) -> Entry:
    """Something that happened: the customer wrote it, or else Maria."""
    actor = ANA if isinstance(event, CustomerWrote) else MARIA
    audience = Audience.INTERNAL if isinstance(event, NoteAdded) else Audience.PUBLIC
    return Entry(142, seq, NOW, actor, audience, event)


def says(seq: int, words: str) -> Entry:
    """The customer writes."""
    return entry(seq, CustomerWrote(Content(words)))


def answers(seq: int, words: str) -> Entry:
    """Maria answers."""
    return entry(seq, RepliedPublicly(Content(words)))


def notes(seq: int, words: str) -> Entry:
    """Maria writes a note."""
    return entry(seq, NoteAdded(Content(words)))


def brief(*entries: Entry | str, language: str | None = "en", **more: object) -> Brief:
    """A brief of these entries, or of these messages of the customer."""
    made = [
        says(seq, each) if isinstance(each, str) else each for seq, each in enumerate(entries, 1)
    ]
    upto = max((each.seq for each in made if isinstance(each.event, CustomerWrote)), default=0)
    plain = Brief(142, "Hats", made, upto, ANA.id, ANA.name, language=language)
    return replace(plain, **more)  # type: ignore[arg-type]
