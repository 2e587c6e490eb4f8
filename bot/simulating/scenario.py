"""What stands in a scenario's file: who writes, what happens, and what must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, model_validator

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way
from bot.desk_files.values import Part, SomeTime
from bot.simulating.expectation import Expectation

#: When a scenario begins that does not say: a Monday. The same day gives the same records.
BEGINS = "2027-03-01 10:00"
STAFF = ("maria", "joe", "sam")
CUSTOMERS = ("ana", "boris")

StepT = TypeVar("StepT", bound="StepPart")

_VERBS = ("says", "replies", "presses", "edits", "sends", "reacts", "blocks")
#: What says more about a verb, and the verbs that it belongs to.
_WITH = {
    "to": ("replies", "reacts"),
    "under": ("presses",),
    "into": ("edits",),
    "caption": ("sends",),
    "where": ("says", "sends", "presses"),
}
_TELEGRAM_FAULTS = ("429", "500", "refuse", "cut", "slow", "to_general")
_TOOL_FAULTS = ("lost_answer", "refuse", "slow")


@dataclass(frozen=True, slots=True)
class Script:
    """A scenario that can be played, and the document that it stands in."""

    document: Document
    scenario: "ScenarioPart"

    @property
    def name(self) -> str:
        """What a report calls it."""
        return self.document.file.stem

    def mistake(self, way: Way, words: str) -> Mistake:
        """A mistake at the value that stands there."""
        return self.document.mistake(way, words)


def load(file: Path) -> Script:
    """The scenario of that file; raises `InvalidDeskFiles` with every mistake in it."""
    document = Document.read(file)
    return Script(document, document.parse(ScenarioPart))


def load_all(files: list[Path]) -> list[Script]:
    """Those of all these files and folders; raises `InvalidDeskFiles` with what is wrong in any."""
    scripts, mistakes = list[Script](), list[Mistake]()
    for named in files:
        found = sorted(named.glob("*.yaml")) if named.is_dir() else [named]
        if not found:
            mistakes.append(Mistake(named, 0, "holds no scenario, which is a file such as a.yaml"))
        for file in found:
            try:
                scripts.append(load(file))
            except InvalidDeskFiles as error:
                mistakes.extend(error.mistakes)
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    return scripts


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _said(value: object) -> object:
    return {"says": value} if isinstance(value, str) else value


def _over(value: object) -> object:
    return {"over": True} if value == "over" else value


def _text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _moment(value: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        msg = "must be a moment in UTC such as 2027-03-01 10:00, in quotes"
        raise ValueError(msg) from None
    return value


def _some(value: tuple[StepT, ...]) -> tuple[StepT, ...]:
    if not value:
        msg = "must have at least one entry"
        raise ValueError(msg)
    return value


def _only(part: Part, names: tuple[str, ...], what: str) -> str:
    """The one of these that stands in the part; raises `ValueError`."""
    found = [name for name in names if name in part.model_fields_set]
    if len(found) != 1:
        has = f"has {' and '.join(found)}" if found else "has none"
        msg = f"must have one {what} of {', '.join(names)}, and {has}"
        raise ValueError(msg)
    return found[0]


class PersonPart(Part):
    """Whose ticket it is: Ana, Boris, or somebody new who is bound to a record, or to none."""

    name: str = Field(min_length=1, max_length=64)
    language: str = "en"
    record: str | None = None

    @property
    def new(self) -> bool:
        """Whether they are not of the sandbox's cast."""
        return self.name.lower() not in CUSTOMERS


class DeedPart(Part):
    """What somebody does: one verb, and what belongs to it."""

    says: str | None = None
    replies: str | None = None
    to: str | None = None
    presses: str | None = None
    under: str | None = None
    edits: str | None = None
    into: str | None = None
    sends: Literal["photo", "video", "voice", "document"] | None = None
    caption: str | None = None
    reacts: str | None = None
    blocks: StrictBool | None = None
    where: Literal["topic", "general", "private"] | None = None
    ticket: int | None = Field(None, ge=1)

    @model_validator(mode="after")
    def _one_verb(self) -> "DeedPart":
        verb = _only(self, _VERBS, "verb")
        for name, verbs in _WITH.items():
            if name in self.model_fields_set and verb not in verbs:
                msg = f'has "{name}", which belongs to {" or ".join(verbs)}'
                raise ValueError(msg)
        if verb == "edits" and self.into is None:
            msg = 'needs "into" with the words as they shall read'
            raise ValueError(msg)
        return self


class FaultPart(Part):
    """What goes wrong from now on, so many times: a method of the Bot API, or a tool."""

    telegram: str | None = None
    tool: str | None = None
    over: StrictBool | None = None
    kind: Annotated[str, BeforeValidator(_text)] = "refuse"
    times: int = Field(1, ge=1)
    chat: Literal["customer", "staff"] | None = None
    delay: SomeTime = timedelta(seconds=1)

    @model_validator(mode="after")
    def _known(self) -> "FaultPart":
        place = _only(self, ("telegram", "tool", "over"), "place")
        kinds = _TELEGRAM_FAULTS if place == "telegram" else _TOOL_FAULTS
        if place != "over" and self.kind not in kinds:
            msg = f'has the kind "{self.kind}"; known are {", ".join(kinds)}'
            raise ValueError(msg)
        return self


Deed = Annotated[DeedPart, BeforeValidator(_said)]


class StepPart(Part):
    """One thing that happens: a deed of somebody, time that passes, a fault, something seen."""

    customer: Deed | None = None
    ana: Deed | None = None
    boris: Deed | None = None
    maria: Deed | None = None
    joe: Deed | None = None
    sam: Deed | None = None
    time: SomeTime | None = None
    fault: Annotated[FaultPart, BeforeValidator(_over)] | None = None
    desk: Literal["restarts", "stops", "starts"] | None = None
    expect: Expectation | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> "StepPart":
        _only(self, tuple(StepPart.model_fields), "thing")
        return self

    @property
    def deed(self) -> tuple[str, DeedPart] | None:
        """Who does what, where it is somebody who does something."""
        for name in ("customer", *CUSTOMERS, *STAFF):
            deed: DeedPart | None = getattr(self, name)
            if deed is not None:
                return name, deed
        return None


class ScenarioPart(Part):
    """A whole scenario."""

    title: str = Field(min_length=1, max_length=120)
    workflow: str = Field(min_length=1, max_length=40)
    customer: Annotated[PersonPart, BeforeValidator(_named)] = PersonPart(name="ana")
    begins: Annotated[str, AfterValidator(_moment)] = BEGINS
    desk: Mapping[str, Mapping[str, object] | str] = {}
    steps: Annotated[tuple[StepPart, ...], AfterValidator(_some)]
    expect: Expectation

    @property
    def beginning(self) -> datetime:
        """When it begins."""
        moment = datetime.fromisoformat(self.begins)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
