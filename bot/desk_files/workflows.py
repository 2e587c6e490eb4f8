"""Reads `desk/workflows/*.yaml`: a workflow a file, called as the file is.

What a file says by itself and what it says of the specialists is looked at; what its expressions
say of the tools' answers only whoever knows those (`checking.known_names`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, InstanceOf, StrictBool

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake
from bot.desk_files.specialists import Id
from bot.desk_files.tool_servers import Tool
from bot.desk_files.values import Part, SomeTime, known_are
from bot.texts import Texts as Wording
from orchestration.actions.expressions import BadExpression, Expression
from orchestration.actions.paths import scan
from orchestration.specialists.cast import Cast
from orchestration.tools.described import Described as Tools
from orchestration.workflows import checking
from orchestration.workflows.checking import Way
from orchestration.workflows.workflow import (
    Choice,
    Contradiction,
    Need,
    Read,
    Step,
    Texts,
    Variant,
    Workflow,
)

FOLDER = "workflows"
#: Labelled messages of the desk: train.csv is learned from, test.csv is what that is measured by.
OWN_SET = Path("evaluation", "workflows")
_USUAL = Workflow("", {}, "", (), Texts((), ()), Expression.of("true"))


def _compiled(value: object) -> Expression:
    """`true` and numbers need no quotes in YAML."""
    if isinstance(value, Expression):
        return value
    source = str(value).lower() if isinstance(value, bool) else str(value)
    if not isinstance(value, str | bool | int) or not source.strip():
        msg = "must be an expression, such as evidence.order.status == 'placed'"
        raise ValueError(msg)
    try:
        return Expression.of(source.strip())
    except BadExpression as error:
        raise ValueError(str(error)) from None


def _words(value: object) -> object:
    """Nobody means a number by `en:`, and lines are wrapped for whoever reads the file."""
    if not isinstance(value, dict) or not value or not all(map(_is_text, value.values())):
        msg = "must be words by language, such as en: Your order is on its way."
        raise ValueError(msg)
    return {str(language): " ".join(said.split()) for language, said in value.items()}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _need(value: object) -> object:
    """A kind, several of which one is enough, or these with a condition."""
    if isinstance(value, str):
        return {"any": [value]}
    return {"any": value} if isinstance(value, list) else value


def _variants(value: object) -> object:
    """Words by language, or several of them with conditions."""
    return value if isinstance(value, list) else [{"says": value}]


Compiled = Annotated[InstanceOf[Expression], BeforeValidator(_compiled)]
Said = Annotated[dict[str, str], BeforeValidator(_words)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Arguments = Annotated[dict[Name, Compiled], Field(default_factory=dict)]


class _NeedPart(Part):
    any: Annotated[tuple[Name, ...], Field(min_length=1)]
    when: Compiled | None = None


class _ChoicePart(Part):
    asked: Said
    values: Annotated[dict[str, str], Field(min_length=1)]


class _ReadPart(Part):
    tool: Tool
    arguments: Arguments
    when: Compiled | None = None
    optional: StrictBool = False


class _StepPart(Part):
    title: Said
    tool: Tool
    when: Compiled
    arguments: Arguments


class _ContradictionPart(Part):
    when: Compiled
    says: Said


class _VariantPart(Part):
    says: Said
    when: Compiled | None = None


_Variants = Annotated[tuple[_VariantPart, ...], BeforeValidator(_variants), Field(min_length=1)]


class _TextsPart(Part):
    answer: _Variants
    waiting: _Variants
    done: _Variants = ()
    refused: _Variants = ()


class _WorkflowPart(Part):
    title: Said
    specialist: Id
    also: tuple[Id, ...] = ()
    order: Annotated[int, Field(strict=True, ge=0, le=1000)] = _USUAL.order
    verified: StrictBool = _USUAL.verified
    fresh: SomeTime = _USUAL.fresh
    examples: Annotated[tuple[str, ...], Field(min_length=1)]
    needs: tuple[Annotated[_NeedPart, BeforeValidator(_need)], ...] = ()
    choices: dict[Name, _ChoicePart] = Field(default_factory=dict)
    reads: dict[Name, _ReadPart] = Field(default_factory=dict)
    values: dict[Name, Compiled] = Field(default_factory=dict)
    contradictions: dict[Name, _ContradictionPart] = Field(default_factory=dict)
    steps: dict[Name, _StepPart] = Field(default_factory=dict)
    done: Compiled
    texts: _TextsPart

    def workflow(self, id_: str) -> Workflow:
        """As the desk knows it."""
        return Workflow(
            id=id_,
            title=self.title,
            specialist=self.specialist,
            examples=tuple(" ".join(each.split()) for each in self.examples),
            texts=Texts(
                _said(self.texts.answer),
                _said(self.texts.waiting),
                _said(self.texts.done),
                _said(self.texts.refused),
            ),
            done=self.done,
            also=self.also,
            order=self.order,
            verified=self.verified,
            fresh=self.fresh,
            needs=tuple(Need(each.any, each.when) for each in self.needs),
            choices=tuple(Choice(n, c.asked, c.values) for n, c in self.choices.items()),
            reads=tuple(
                Read(n, r.tool, r.arguments, r.when, r.optional) for n, r in self.reads.items()
            ),
            values=self.values,
            contradictions=tuple(
                Contradiction(n, c.when, c.says) for n, c in self.contradictions.items()
            ),
            steps=tuple(
                Step(n, s.title, s.tool, s.when, s.arguments) for n, s in self.steps.items()
            ),
        )


def _said(variants: tuple[_VariantPart, ...]) -> tuple[Variant, ...]:
    return tuple(Variant(each.says, each.when) for each in variants)


@dataclass(frozen=True, slots=True)
class Described:
    """A workflow, and the file in which each of its values has a line."""

    workflow: Workflow
    document: Document

    def refused(self, way: Way, words: str) -> Mistake:
        """A mistake at that value; a text that stands alone has no place in a list."""
        return self.document.mistake(way, words)


def load(desk: Path, cast: Cast | None = None, tools: Tools | None = None) -> tuple[Workflow, ...]:
    """The workflows of a desk's folder in their order, none without one.

    Where the specialists cannot be read, `cast` is None and nothing is looked up in them; the same
    holds for the described `tools`. Raises `InvalidDeskFiles` with every mistake found.
    """
    described: list[Described] = []
    mistakes: list[Mistake] = []
    for file in files(desk):
        try:
            described.append(describe(file))
        except InvalidDeskFiles as error:
            mistakes += error.mistakes
    for each in described:
        wrong = list(_mistakes(each, cast))
        if tools is not None and not wrong:
            wrong = list(_misspelt(each, tools))
        mistakes += wrong
    mistakes += _shared_examples(described)
    if mistakes:
        raise InvalidDeskFiles(sorted(mistakes, key=lambda one: (one.file, one.line)))
    found = (each.workflow for each in described)
    return tuple(sorted(found, key=lambda each: (each.order, each.id)))


def files(desk: Path) -> list[Path]:
    """Every file that describes a workflow."""
    return sorted((desk / FOLDER).glob("*.yaml"))


def describe(file: Path) -> Described:
    """The workflow of one file; raises `InvalidDeskFiles`."""
    document = Document.read(file)
    return Described(document.parse(_WorkflowPart).workflow(file.stem), document)


def _mistakes(each: Described, cast: Cast | None) -> Iterator[Mistake]:
    workflow = each.workflow
    specialist = cast.get(workflow.specialist) if cast is not None else None
    ways: list[tuple[Way, str]] = [(("specialist",), workflow.specialist)]
    ways += [(("also", place), id_) for place, id_ in enumerate(workflow.also)]
    for way, id_ in ways:
        if cast is not None and cast.get(id_) is None:
            hint = known_are(id_, [one.id for one in cast.profiles], "there are")
            yield each.refused(way, f'"{way[0]}" is {id_!r} but nobody has that id; {hint}')
    for fault in checking.faults(workflow, specialist, Wording.load().languages):
        where = ".".join(str(step) for step in fault.way if isinstance(step, str))
        yield each.refused(_in_file(each.document, fault.way), f'"{where}": {fault.words}')


def _misspelt(each: Described, tools: Tools) -> Iterator[Mistake]:
    """Fields that no tool answers with, and tools that nobody described, once there are any."""
    if not tools:
        return
    workflow = each.workflow
    for read in workflow.reads:
        if read.tool not in tools:
            words = f'there is no tool "{read.tool}"; {known_are(read.tool, list(tools))}'
            yield each.refused(("reads", read.name, "tool"), words)
    answers = {name: tool.answer for name, tool in tools.items()}
    for written in checking.expressions(workflow):
        known = checking.known_names(workflow, written, answers)
        for words in scan(written.expression.source, known).mistakes:
            where = ".".join(str(step) for step in written.way if isinstance(step, str))
            yield each.refused(_in_file(each.document, written.way), f'"{where}": {words}')


def _in_file(document: Document, way: Way) -> Way:
    """The way to it there: where a text has one variant only, that may stand without a list."""
    if way[:1] != ("texts",) or way in document.lines:
        return way
    return tuple(step for step in way if not isinstance(step, int) and step != "says")


def _shared_examples(described: list[Described]) -> Iterator[Mistake]:
    """One message cannot show the way to two."""
    first: dict[str, tuple[Path, int]] = {}
    for each in described:
        for place, example in enumerate(each.workflow.examples):
            way: Way = ("examples", place)
            here = (each.document.file, each.document.line(way))
            other = first.setdefault(example.casefold(), here)
            if other != here:
                words = f'entry {place + 1} of "examples" stands in {other[0].name}, too'
                yield each.refused(way, f"{words}, at line {other[1]}")
