"""Reads `desk/macros/*.md`: front matter, then the words, which are a Jinja template.

A template may hold variables, filters and `if`, and nothing else; each is checked and tried once
when it is read, so that what is wrong is known, with file and line, before anybody sends it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from pydantic import Field

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, text_of
from bot.desk_files.front_matter import FENCE, read, refused
from bot.desk_files.values import Part
from orchestration.answering.macro_actions import READERS, Action
from orchestration.answering.macros import FORGET, NAME, SAVE, VARIABLES, Library, Macro

FOLDER = "macros"
#: A message holds 4096 characters (telegram-facts, section 1), and names are longer in life.
MAX_LENGTH = 3500

_FILE = re.compile(rf"({NAME.pattern})(?:\.([a-z]{{2,3}}))?\.md")

# What is sent is no HTML, so nothing is escaped in it.
_JINJA = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
)


@dataclass(frozen=True, slots=True)
class JinjaWording:
    """A macro's words in one language, as a template that was tried once."""

    source: str
    template: Template

    def fill(self, facts: Mapping[str, str]) -> str:
        """The words with the facts in place of the variables; raises `ValueError`."""
        try:
            filled = self.template.render(facts).strip()
        except Exception as error:  # a filter raises whatever it likes
            raise ValueError(" ".join(str(error).split())) from error
        if not filled:
            msg = "it says nothing then"
            raise ValueError(msg)
        return filled


class _Head(Part):
    """A macro's front matter."""

    title: Annotated[str, Field(min_length=1, max_length=48)]
    then: dict[str, str] = Field(default_factory=dict)


def load(desk: Path) -> Library:
    """The macros of a desk's folder; raises `InvalidDeskFiles` with every mistake found."""
    macros: dict[str, Macro] = {}
    translations: list[tuple[Path, str, str]] = []
    mistakes: list[Mistake] = []
    for file in sorted((desk / FOLDER).glob("*.md")):
        found = _FILE.fullmatch(file.name)
        if found is None or found[1] in {SAVE, FORGET}:
            words = (
                "cannot be a macro's name: it must be like refund.md, or refund.es.md for Spanish"
            )
            mistakes.append(Mistake(file, 0, words))
        elif found[2]:
            translations.append((file, found[1], found[2]))
        else:
            try:
                macros[found[1]] = _macro(file, found[1])
            except InvalidDeskFiles as error:
                mistakes += error.mistakes
    for file, name, language in translations:
        try:
            wording = _translation(file, name)
        except InvalidDeskFiles as error:
            mistakes += error.mistakes
            continue
        known = macros.get(name)
        if known is not None:
            others = {**known.translations, language: wording}
            macros[name] = Macro(name, known.title, known.wording, others, known.then)
    if mistakes:
        raise InvalidDeskFiles(sorted(mistakes, key=lambda one: (one.file, one.line)))
    return macros


def _macro(file: Path, name: str) -> Macro:
    fronted = read(file, "title: and what it is called")
    head = fronted.head.parse(_Head)
    then = tuple(_actions(fronted.head, head))
    return Macro(name, head.title, _wording(file, fronted.lines, fronted.start), then=then)


def _translation(file: Path, name: str) -> JinjaWording:
    original = file.with_name(f"{name}.md")
    if not original.exists():
        raise refused(file, 0, f"translates {original.name}, which is not there")
    lines = text_of(file).splitlines()
    if lines and lines[0].rstrip() == FENCE:
        raise refused(file, 1, f"holds words only: title and actions stand in {original.name}")
    return _wording(file, lines, 0)


def _actions(document: Document, head: _Head) -> Iterator[Action]:
    for name, value in head.then.items():
        reader = READERS.get(name)
        if reader is None:
            words = f'"{name}" is no action; known are {", ".join(READERS)}'
            raise InvalidDeskFiles([document.mistake(("then", name), words)])
        try:
            action = reader(value)
        except ValueError as error:
            words = f'"{name}" is {value!r} but {error}'
            raise InvalidDeskFiles([document.mistake(("then", name), words)]) from None
        yield action


def _wording(file: Path, lines: list[str], start: int) -> JinjaWording:
    """The words from line `start` on, counted from 0."""
    words = "\n".join(lines[start:]).strip()
    if not words:
        raise refused(file, len(lines), "has no words to send")
    if len(words) > MAX_LENGTH:
        raise refused(file, start + 1, f"must have at most {MAX_LENGTH} characters")
    padded = "\n" * start + "\n".join(lines[start:])
    try:
        _check(file, _JINJA.parse(padded))
        wording = JinjaWording(words, _JINJA.from_string(padded))
    except TemplateSyntaxError as error:
        said = (error.message or "").rstrip(".")
        raise refused(file, error.lineno, f"is no template here ({said})") from None
    _try(file, start, wording)
    return wording


def _check(file: Path, template: nodes.Template) -> None:
    """Refuses unknown variables, and whatever is more than variables, filters and `if`."""
    mistakes = []
    for node in (template, *template.find_all(nodes.Node)):
        if not isinstance(node, _ALLOWED):
            words = "holds more than variables, filters and if, which is all that a macro may"
            mistakes.append(Mistake(file, node.lineno, words))
        elif isinstance(node, nodes.Name) and node.name not in VARIABLES:
            words = f'"{node.name}" is no variable; known are {", ".join(VARIABLES)}'
            mistakes.append(Mistake(file, node.lineno, words))
    if mistakes:
        raise InvalidDeskFiles(mistakes[:1])  # one is enough to look at that line


def _try(file: Path, start: int, wording: JinjaWording) -> None:
    try:
        wording.fill(VARIABLES)
    except ValueError as error:
        raise refused(file, start + 1, f"cannot be filled in ({error})") from None
