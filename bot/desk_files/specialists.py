"""Reads `desk/specialists/*.md`: front matter, then the instructions.

Each file is read by itself, and what they say together is checked afterwards: a running desk can
then take up the files that changed, and keep what a broken one said before.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way
from bot.desk_files.front_matter import read, refused
from bot.desk_files.values import Part, known_are
from orchestration.specialists.cast import BUILT_IN, Access, Autonomy, Budget, Cast, Profile
from orchestration.specialists.kinds import Kind

FOLDER = "specialists"
#: What a model is told before anything else; longer ones are a sign of two specialists in one.
MAX_INSTRUCTIONS = 20_000

_USUAL = Budget()
_LEVELS = "there are two levels, managers and those whom they lead"


def _filled(value: str) -> str:
    if not value.strip():
        msg = "must not be empty"
        raise ValueError(msg)
    return " ".join(value.split())


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
Line = Annotated[str, AfterValidator(_filled), Field(max_length=300)]
Example = Annotated[str, AfterValidator(_filled), Field(max_length=1000)]
Tokens = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000)]


class _BudgetPart(Part):
    ticket: Tokens = _USUAL.ticket
    day: Tokens = _USUAL.day


class _ProfilePart(Part):
    """A specialist's front matter."""

    id: Id
    name: Annotated[Line, Field(max_length=48)]
    description: Line
    manager: Id | None = None
    examples: tuple[Example, ...] = ()
    tools: dict[str, Access] = Field(default_factory=dict)
    knowledge: tuple[Id, ...] | None = None
    model: Annotated[Line, Field(max_length=100)] = BUILT_IN
    budget: _BudgetPart = _BudgetPart()
    autonomy: Autonomy = Autonomy.DRAFTS
    needs: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """A specialist, and the front matter in which each of its values has a line."""

    profile: Profile
    head: Document

    def refused(self, way: Way, words: str) -> Mistake:
        """A mistake at that value of its front matter."""
        return self.head.mistake(way, words)


def load(desk: Path, labels: Collection[str] = ()) -> Cast:
    """The specialists of a desk's folder, none without one.

    What they know must be among `labels`, if there are any: folders and tags of articles. Raises
    `InvalidDeskFiles` with every mistake found.
    """
    described: dict[Path, Described] = {}
    mistakes: list[Mistake] = []
    for file in files(desk):
        try:
            described[file] = describe(file)
        except InvalidDeskFiles as error:
            mistakes += error.mistakes
    mistakes += [each for one in described.values() for each in _unknown_labels(one, labels)]
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    return together(described)


def files(desk: Path) -> list[Path]:
    """Every file that describes a specialist."""
    return sorted((desk / FOLDER).glob("*.md"))


def describe(file: Path) -> Described:
    """The specialist of one file; raises `InvalidDeskFiles`."""
    fronted = read(file, "id: and what it is called by")
    part = fronted.head.parse(_ProfilePart)
    wrong = [
        fronted.head.mistake(("tools", tool), _NO_TOOL.format(tool=tool))
        for tool in part.tools
        if not _is_tool(tool)
    ]
    wrong += _doubles(fronted.head, part.examples)
    if wrong:
        raise InvalidDeskFiles(wrong)
    instructions = fronted.words
    if not instructions:
        raise refused(
            file, len(fronted.lines), "has no instructions: write them below the second ---"
        )
    if len(instructions) > MAX_INSTRUCTIONS:
        words = f"must have at most {MAX_INSTRUCTIONS} characters of instructions"
        raise refused(file, fronted.start + 1, words)
    profile = Profile(
        part.id,
        part.name,
        part.description,
        instructions,
        part.examples,
        MappingProxyType(part.tools),
        part.knowledge,
        part.model,
        Budget(part.budget.ticket, part.budget.day),
        part.autonomy,
        part.manager,
        part.needs,
    )
    return Described(profile, fronted.head)


def together(described: Mapping[Path, Described]) -> Cast:
    """The cast that these files are; raises `InvalidDeskFiles` where they do not fit together."""
    known: dict[str, Described] = {}
    mistakes: list[Mistake] = []
    for each in described.values():
        first = known.setdefault(each.profile.id, each)
        if first is not each:
            words = f'"id" is {each.profile.id!r} but {first.head.file.name} has it already'
            mistakes.append(each.refused(("id",), words))
    for each in known.values():
        mistakes += _about_manager(each, known)
    mistakes += _shared_examples(known)
    if mistakes:
        raise InvalidDeskFiles(sorted(mistakes, key=lambda one: (one.file, one.line)))
    return Cast(each.profile for each in known.values())


_NO_TOOL = '"{tool}" is no tool: write server.tool, such as shop.find_order'


def _is_tool(name: str) -> bool:
    server, _, tool = name.partition(".")
    return all(part.replace("_", "").replace("-", "").isalnum() for part in (server, tool))


def _doubles(head: Document, examples: tuple[str, ...]) -> Iterator[Mistake]:
    first: dict[str, int] = {}
    for place, example in enumerate(examples):
        line = first.setdefault(example.casefold(), head.line(("examples", place)))
        if line != head.line(("examples", place)):
            words = f'entry {place + 1} of "examples" stands at line {line} already'
            yield head.mistake(("examples", place), words)


def _about_manager(each: Described, known: Mapping[str, Described]) -> Iterator[Mistake]:
    """Its manager is somebody, another one, and has none; a manager is found by those it leads."""
    profile, way = each.profile, ("manager",)
    led = [one.profile.id for one in known.values() if one.profile.manager == profile.id]
    if led and profile.examples:
        words = f'"examples" belong to those whom {profile.id} leads: {", ".join(led)}'
        yield each.refused(("examples",), words)
    if profile.manager is None:
        return
    manager = known.get(profile.manager)
    if manager is None:
        others = sorted(set(known) - {profile.id})
        hint = known_are(profile.manager, others, "there are")
        yield each.refused(way, f'"manager" is {profile.manager!r} but nobody has that id; {hint}')
    elif manager is each:
        yield each.refused(way, f'"manager" is {profile.manager!r} but nobody leads themselves')
    elif manager.profile.manager is not None:
        words = f"whom {manager.profile.manager} leads: {_LEVELS}"
        yield each.refused(way, f'"manager" is {profile.manager!r}, {words}')


def _unknown_labels(each: Described, labels: Collection[str]) -> Iterator[Mistake]:
    for place, label in enumerate(each.profile.knowledge or ()):
        if labels and label not in labels:
            words = f'"knowledge" names {label!r}, no folder and no tag of desk/knowledge'
            words = f"{words}; {known_are(label, sorted(labels), 'there are')}"
            yield each.refused(("knowledge", place), words)


def _shared_examples(known: Mapping[str, Described]) -> Iterator[Mistake]:
    """One message cannot show the way to two."""
    first: dict[str, Described] = {}
    for each in known.values():
        for place, example in enumerate(each.profile.examples):
            other = first.setdefault(example.casefold(), each)
            if other is not each:
                words = f'entry {place + 1} of "examples" stands in {other.head.file.name}, too'
                yield each.refused(("examples", place), words)
