"""Reads `desk/desk.yaml`, and makes the desk of it and of its queues."""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool

from bot.desk_files import queues as queue_files
from bot.desk_files import values as desk_values
from bot.desk_files.document import Document, InvalidDeskFiles
from bot.desk_files.meaning import KnowledgePart, RoutingPart
from bot.desk_files.reception import FloodPart
from bot.desk_files.values import Duration, Part, known_are
from bot.texts import Texts
from orchestration.clock.reminding import MOST_LETTERS
from orchestration.containment.finding import ALWAYS, Kind
from orchestration.desk import DEFAULT_QUEUE, Desk
from orchestration.team.shifts import Shift
from orchestration.telling.habits import hours_named
from orchestration.webhooks import TYPES, Webhook

T = TypeVar("T")


def load(folder: Path) -> Desk:
    """The desk that `folder` describes; raises `InvalidDeskFiles` with every mistake found."""
    document = Document.read(folder / "desk.yaml")
    queues, mistakes = queue_files.load(folder / "queues")
    try:
        part = document.parse(_DeskPart)
        document.check_ids("webhook", [webhook.id for webhook in part.webhooks])
        document.check_ids("shift", [shift.id for shift in part.shifts])
    except InvalidDeskFiles as error:
        raise InvalidDeskFiles([*error.mistakes, *mistakes]) from None
    first = part.new_tickets or (DEFAULT_QUEUE.id if DEFAULT_QUEUE.id in queues else min(queues))
    if first not in queues and not mistakes:
        words = f'"new_tickets" is {first!r} but must be a queue: known are {", ".join(queues)}'
        mistakes.append(document.mistake(("new_tickets",), words))
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    return Desk(
        queues=queues,
        new_tickets=first,
        settle=part.settle,
        advise_within=part.advise_within,
        claim_within=part.claim_within,
        draft_lock=part.draft_lock,
        hold_overtaken=part.hold_overtaken,
        webhooks=tuple(webhook.webhook() for webhook in part.webhooks),
        zone=part.time_zone,
        language=part.language,
        shifts=tuple(shift.shift() for shift in part.shifts),
        flood=part.flood.flood(),
        auto_close=part.auto_close.auto_close(),
        write_down=part.asked_to_write_down(),
        masked=ALWAYS.union(map(Kind, part.masking)),
        router=part.routing.router,
        router_model=part.routing.model,
        semantic_knowledge=part.knowledge.semantic,
    )


def _filled(value: tuple[T, ...]) -> tuple[T, ...]:
    if not value:
        msg = "must have at least one entry"
        raise ValueError(msg)
    return value


def _event(value: str) -> str:
    if value not in TYPES:
        msg = f"is no event; {known_are(value, sorted(TYPES))}"
        raise ValueError(msg)
    return value


def _language(value: str) -> str:
    texts = Texts.load()
    if value not in texts.languages:
        known = sorted(texts.languages)
        named = {texts.say(f"language-{code}").lower(): code for code in known}
        meant = {code: code for code in known} | named
        close = get_close_matches(value.lower(), meant, 1, cutoff=0.5)
        hint = f'did you mean "{meant[close[0]]}"?' if close else f"known are {', '.join(known)}"
        msg = f"is no language that the desk speaks; {hint}"
        raise ValueError(msg)
    return value


def _write_down(value: object) -> bool | str:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or len(value) > MOST_LETTERS:
        msg = f"must be true, false, or what to write down in up to {MOST_LETTERS} letters"
        raise ValueError(msg)
    return value


class _WebhookPart(Part):
    id: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    url: desk_values.Address
    events: Annotated[tuple[Annotated[str, AfterValidator(_event)], ...], AfterValidator(_filled)]

    def webhook(self) -> Webhook:
        return Webhook(self.id, self.url, frozenset(self.events))


class _ShiftPart(Part):
    id: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    hours: desk_values.Hours
    days: Annotated[tuple[desk_values.Day, ...], AfterValidator(_filled)] = (*desk_values.DAYS,)

    def shift(self) -> Shift:
        begins, ends = hours_named(self.hours)
        return Shift(self.id, begins, ends, frozenset(map(desk_values.DAYS.index, self.days)))


class _DeskPart(Part):
    new_tickets: str | None = None
    settle: Duration = Desk().settle
    advise_within: desk_values.SomeTime = Desk().advise_within
    claim_within: Duration = Desk().claim_within
    draft_lock: desk_values.SomeTime = Desk().draft_lock
    hold_overtaken: StrictBool = Desk().hold_overtaken
    webhooks: tuple[_WebhookPart, ...] = ()
    time_zone: desk_values.Zone = Desk().zone
    shifts: tuple[_ShiftPart, ...] = ()
    flood: FloodPart = FloodPart()
    auto_close: queue_files.AutoClosePart = queue_files.AutoClosePart()
    write_down: Annotated[bool | str, BeforeValidator(_write_down)] = False
    language: Annotated[str, AfterValidator(_language)] = Desk().language
    masking: tuple[Literal["email", "phone"], ...] = ()
    routing: RoutingPart = RoutingPart()
    knowledge: KnowledgePart = KnowledgePart()
    # Read part by part in `tool_servers`: a broken one does not keep the desk from starting.
    tool_servers: object = None
    verify: object = None

    def asked_to_write_down(self) -> str:
        """The owner's words, or the desk's own in the staff's language; empty for none."""
        if isinstance(self.write_down, str):
            return self.write_down
        return Texts.load().say("write-down", None, self.language) if self.write_down else ""
