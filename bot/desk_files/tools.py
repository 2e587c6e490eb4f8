"""Reads `desk/tools/*.yaml`: what the tools of each server take and answer.

Policies and workflows are held against them before any server is asked. The file's name is the
server's id.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from pydantic import Field

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way
from bot.desk_files.values import Part
from orchestration.schemas import properties
from orchestration.specialists.cast import Access
from orchestration.tools.described import Described, DescribedTool

FOLDER = "tools"

_SERVER = re.compile(r"[a-z][a-z0-9_-]{0,31}")


class _ToolPart(Part):
    access: Access
    description: str = ""
    key: str = ""
    arguments: dict[str, object] = Field(default_factory=dict)
    answer: dict[str, object] = Field(default_factory=dict)


class _ToolsPart(Part):
    tools: dict[str, _ToolPart]


class _ServersPart(Part):
    servers: dict[str, _ToolsPart]


def load(folder: Path) -> Described:
    """All that is described; raises `InvalidDeskFiles` with every mistake found."""
    files = sorted((folder / FOLDER).glob("*.yaml"))
    found: dict[str, DescribedTool] = {}
    mistakes: list[Mistake] = []
    for file in files:
        try:
            found |= read(file)
        except InvalidDeskFiles as error:
            mistakes += error.mistakes
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    return found


def read(file: Path) -> Described:
    """The tools of one server; raises `InvalidDeskFiles`."""
    document = Document.read(file)
    if not _SERVER.fullmatch(file.stem):
        words = "its name must be a server's id: small letters, digits, - and _, a letter first"
        raise InvalidDeskFiles([Mistake(file, 0, words)])
    return _described(document, (), file.stem, document.parse(_ToolsPart))


def read_all(file: Path) -> Described:
    """The tools of several servers in one file: `servers: {crm: {tools: …}}`; raises as `read`."""
    document = Document.read(file)
    part = document.parse(_ServersPart)
    return {
        name: tool
        for server, tools in part.servers.items()
        for name, tool in _described(document, ("servers", server), server, tools).items()
    }


def _described(document: Document, way: Way, server: str, part: _ToolsPart) -> Described:
    mistakes = [
        document.mistake((*way, "tools", name, *inner), words)
        for name, tool in part.tools.items()
        for inner, words in _about(tool)
    ]
    if mistakes:
        raise InvalidDeskFiles(sorted(mistakes, key=lambda each: each.line))
    return {
        f"{server}.{name}": DescribedTool(
            f"{server}.{name}", tool.access, tool.arguments, tool.answer, tool.key
        )
        for name, tool in part.tools.items()
    }


def _about(tool: _ToolPart) -> Iterator[tuple[Way, str]]:
    for key, schema in (("arguments", tool.arguments), ("answer", tool.answer)):
        yield from (((key, *inner), words) for inner, words in _wrong(schema))
    if tool.key and tool.key not in properties(tool.arguments):
        yield ("key",), f'"{tool.key}" is none of its arguments'


def _wrong(schema: dict[str, object]) -> Iterator[tuple[Way, str]]:
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield tuple(error.path), "is no JSON Schema here: look at type, properties and required"
        return
    for way in _references(schema):
        yield way, 'must not have "$ref": write out here what it refers to'


def _references(value: object, way: Way = ()) -> Iterator[Way]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield (*way, key)
            yield from _references(inner, (*way, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _references(inner, (*way, place))
