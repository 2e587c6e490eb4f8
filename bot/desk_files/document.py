"""Reads the YAML of a desk's file, and says what is wrong in it, and where.

Every problem names its file and line, what stands there, and what was expected, because whoever
writes these files is no programmer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar, get_args

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.desk_files.values import Part, known_are

#: Written in C where PyYAML was built with that, as its wheels are: a tenth of the time, which each
#: start of a desk waits for.
_FAST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: The way to a value: keys, and places in lists counted from 0.
Way = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a desk file; `line` counts from 1, 0 is the file as a whole."""

    file: Path
    line: int
    words: str

    def __str__(self) -> str:
        return self._said(str(self.file))

    @property
    def short(self) -> str:
        """The same for whoever knows where the desk's folder is."""
        return self._said(f"{self.file.parent.name}/{self.file.name}")

    def _said(self, file: str) -> str:
        where = f"{file}:{self.line}" if self.line else file
        return f"{where}: {self.words}"


class InvalidDeskFiles(Exception):
    """The desk's files cannot be followed; one sentence for each mistake, with file and line."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


PartT = TypeVar("PartT", bound=Part)


@dataclass(frozen=True, slots=True)
class Document:
    """A file's YAML, and at which line each of its values stands."""

    file: Path
    value: object
    lines: dict[Way, int]

    @classmethod
    def read(cls, file: Path) -> "Document":
        """Reads it; raises `InvalidDeskFiles` when there is no such file or it is not YAML."""
        return cls.of(file, text_of(file))

    @classmethod
    def of(cls, file: Path, text: str) -> "Document":
        """Reads `text`, which stands in that file; raises as `read` does."""
        try:
            return cls._by(_FAST, file, text)
        except InvalidDeskFiles:
            return cls._by(yaml.SafeLoader, file, text)  # it says best where to look

    @classmethod
    def _by(cls, loads: type[yaml.SafeLoader], file: Path, text: str) -> "Document":
        try:
            loader = loads(text)
            node = loader.get_single_node()
            lines = dict(_lines(node)) if node else {}
            doubles = [Mistake(file, *double) for double in _doubles(node)]
            value = loader.construct_document(node) if node else {}
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            said = " ".join(filter(None, (error.context, error.problem)))
            words = f"is not YAML here ({said}): look at indentation, colons and quotes"
            raise InvalidDeskFiles([Mistake(file, line, words)]) from None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            words = f"is not YAML: {' '.join(str(error).split())}"
            raise InvalidDeskFiles([Mistake(file, 0, words)]) from None
        if doubles:
            raise InvalidDeskFiles(doubles)
        return cls(file, value, lines)

    def parse(self, part: type[PartT]) -> PartT:
        """Its value as `part`; raises `InvalidDeskFiles` with everything that does not fit."""
        try:
            return part.model_validate(self.value)
        except ValidationError as error:
            mistakes = [self.mistake(each["loc"], _words(part, each)) for each in error.errors()]
            mistakes.sort(key=lambda mistake: mistake.line)
            raise InvalidDeskFiles(mistakes) from None

    def mistake(self, way: Way, words: str) -> Mistake:
        """A mistake at the value that stands there."""
        return Mistake(self.file, self.line(way), words)

    def check_ids(self, what: str, ids: Sequence[str]) -> None:
        """Raises `InvalidDeskFiles` for the first of a list's ids that stands there twice."""
        seen: dict[str, int] = {}
        for place, id_ in enumerate(ids):
            if id_ in seen:
                first = self.line((f"{what}s", seen[id_], "id"))
                words = (
                    f'there is a {what} "{id_}" already, at line {first}: give this one another id'
                )
                raise InvalidDeskFiles([self.mistake((f"{what}s", place, "id"), words)])
            seen[id_] = place

    def line(self, way: Way) -> int:
        """The line of a value, or, for one that is missing, of what should hold it."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)


def text_of(file: Path) -> str:
    """All of a desk file; raises `InvalidDeskFiles` when it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        words = "cannot be read: DESK_DIR must name the folder that holds it"
        raise InvalidDeskFiles([Mistake(file, 0, words)]) from None
    except UnicodeDecodeError:
        raise InvalidDeskFiles([Mistake(file, 0, "must be text in UTF-8")]) from None


def _lines(node: yaml.Node, way: Way = ()) -> Iterator[tuple[Way, int]]:
    yield way, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*way, str(key.value))
            yield from _lines(value, inner)
            yield inner, key.start_mark.line + 1  # a long value may begin below its key
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _lines(value, (*way, place))


def _doubles(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Keys that stand twice: YAML would silently keep the last one."""
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _doubles(value)
    if isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value)
            if name in first:
                yield line, f'"{name}" stands here already, at line {first[name]}'
            first.setdefault(name, line)
            yield from _doubles(value)


#: How pydantic lists the words that may stand somewhere.
_QUOTED = re.compile(r"'([^']+)'")

#: What a mistake is called, by pydantic's name for it.
_WORDS: Mapping[str, str] = {
    "missing": "{name} is missing here",
    "extra_forbidden": "{name} is not known here; {suggestion}",
    "enum": "{found} must be {expected}{meant}",
    "literal_error": "{found} must be {expected}{meant}",
    "bool_type": "{found} must be true or false",
    "model_type": "{name} must hold keys with values, such as team: Support",
    "tuple_type": "{name} must be a list, each entry after a dash",
    "dict_type": "{name} must hold keys with values, such as en: Billing",
    "int_type": "{found} must be a whole number",
    "greater_than_equal": "{found} must be {ge} or more",
    "less_than_equal": "{found} must be {le} or less",
    "string_type": "{found} must be text; put quotes around it",
    "string_pattern_mismatch": "{found} must be small letters, digits, - and _, a letter first",
    "string_too_short": "{name} must not be empty",
    "string_too_long": "{name} must have at most {max_length} characters",
    "invalid_key": "{name} may only have words as keys",
    "value_error": "{found} {error}",
}


def _words(part: type[Part], error: ErrorDetails) -> str:
    """What is wrong, in words for whoever wrote the file."""
    way, value = error["loc"], error["input"]
    name = next((f'"{step}"' for step in reversed(way) if isinstance(step, str)), "the file")
    if way and isinstance(way[-1], int) and error["type"] != "invalid_key":
        name = f"entry {way[-1] + 1} of {name}"
    shown = isinstance(value, str | int | float)
    return _WORDS.get(error["type"], "{name}: {msg}").format(
        name=name,
        found=f"{name} is {value!r} but" if shown else name,
        suggestion=_suggestion(part, way) if error["type"] == "extra_forbidden" else "",
        meant=_meant(error),
        msg=error["msg"],
        **error.get("ctx", {}),
    )


def _meant(error: ErrorDetails) -> str:
    """The one of the allowed words that a wrong one is nearly; nothing where none is."""
    allowed = _QUOTED.findall(str(error.get("ctx", {}).get("expected", "")))
    close = get_close_matches(str(error["input"]), allowed, 1)
    return f'; did you mean "{close[0]}"?' if close else ""


def _parts_in(kind: object) -> Iterator[type[Part]]:
    """The stretches of a file that a value of that type holds."""
    if isinstance(kind, type) and issubclass(kind, Part):
        yield kind
    for inner in get_args(kind):
        yield from _parts_in(inner)


def _suggestion(part: type[Part], way: Way) -> str:
    """The key that was meant, or all there are."""
    for step in way[:-1]:
        # A key that the owner chose, such as a calendar's name, is no field.
        known_field = part.model_fields.get(str(step))
        if known_field is not None:
            part = next(_parts_in(known_field.annotation), part)
    return known_are(str(way[-1]), list(part.model_fields))
