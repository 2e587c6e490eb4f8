"""Reads from `desk/desk.yaml` which tool servers there are, and how customers are verified.

A part that cannot be followed is left out, and named: the desk does the rest without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from bot.desk_files import specialists
from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way
from bot.desk_files.values import Address, Part, SomeTime
from orchestration.specialists.cast import Access
from orchestration.tools.declared import Checks, EmailCheck, OrderCheck, Toolbox, ToolServer, Whose

#: The keys of desk.yaml that are read here.
SERVERS, VERIFY = "tool_servers", "verify"
NOBODY = "nobody"

PartT = TypeVar("PartT", bound=Part)
_USUAL = ToolServer("")


def _path(value: str) -> str:
    if not all(value.split(".")):
        msg = "must be a place in the answer, such as customer.id"
        raise ValueError(msg)
    return value


def _tool(value: str) -> str:
    server, _, name = value.partition(".")
    if not server or not name:
        msg = "must be server.tool, such as shop.find_order"
        raise ValueError(msg)
    return value


Name = Annotated[str, Field(min_length=1, max_length=128)]
Variable = Annotated[str, Field(min_length=1, max_length=128)]
Place = Annotated[str, AfterValidator(_path)]
Tool = Annotated[str, AfterValidator(_tool)]


class _WhosePart(Part):
    about_customer: Name | None = None
    owner: Place | None = None

    def whose(self) -> Whose:
        if self.about_customer == NOBODY:
            return Whose(nobodys=True)
        return Whose(argument=self.about_customer, owner=_steps(self.owner))


class _ServerPart(Part):
    id: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    command: tuple[str, ...] = ()
    url: Address | None = None
    environment: tuple[Variable, ...] = ()
    token: Variable | None = None
    timeout: SomeTime = _USUAL.timeout
    most: Annotated[int, Field(strict=True, ge=200, le=200_000)] = _USUAL.most
    tools: dict[str, _WhosePart] = Field(default_factory=dict)

    def server(self) -> ToolServer:
        return ToolServer(
            self.id,
            self.command,
            self.url or "",
            self.environment,
            self.token or "",
            self.timeout,
            self.most,
            {name: part.whose() for name, part in self.tools.items()},
        )


class _OrderPart(Part):
    tool: Tool
    number: Name
    postcode: Name
    record: Place


class _EmailPart(Part):
    tool: Tool
    address: Name
    code: Name
    record: Place


@dataclass(frozen=True, slots=True)
class Declared:
    """What can be followed, what cannot, and every id that a server was given, broken or not."""

    box: Toolbox
    mistakes: Sequence[Mistake]
    named: frozenset[str]


def read(document: Document) -> Declared:
    """The tool servers and checks of desk.yaml; never raises."""
    value = document.value if isinstance(document.value, dict) else {}
    mistakes: list[Mistake] = []
    servers: dict[str, ToolServer] = {}
    listed = value.get(SERVERS) or ()
    if not isinstance(listed, list | tuple):
        mistakes.append(document.mistake((SERVERS,), f'"{SERVERS}" must be a list, each after -'))
        listed = ()
    for place in range(len(listed)):
        way = (SERVERS, place)
        part = _parsed(document, way, _ServerPart, mistakes)
        wrong = list(_about(document, way, part, servers)) if part is not None else []
        mistakes += wrong
        if part is not None and not wrong:
            servers[part.id] = part.server()
    named = frozenset(str(each.get("id")) for each in listed if isinstance(each, dict))
    checks = _checks(document, servers, mistakes)
    mistakes.sort(key=lambda mistake: mistake.line)
    return Declared(Toolbox(servers, checks), mistakes, named)


def about_specialists(folder: Path, declared: Declared) -> Iterator[Mistake]:
    """What specialists name and files alone can tell will be refused.

    Without any server nobody reads anything, which needs no words.
    """
    if not declared.named:
        return
    for file in specialists.files(folder):
        try:
            described = specialists.describe(file)
        except InvalidDeskFiles:
            continue  # it is named already
        for tool, access in described.profile.tools.items():
            words = _refused(tool, access, declared)
            if words is not None:
                yield described.refused(("tools", tool), words)


def _refused(tool: str, access: Access, declared: Declared) -> str | None:
    server = tool.partition(".")[0]
    if server not in declared.named:
        known = ", ".join(sorted(declared.named))
        return f'"{tool}" is of no server in desk.yaml; there are {known}'
    if server not in declared.box.servers or access is not Access.READ:
        return None
    if tool in declared.box.checks.tools:
        return f'"{tool}" verifies customers, which only the desk itself does'
    if not declared.box.whose(tool).declared:
        return f'"{tool}" is not read: desk.yaml does not say there whose data it reads'
    return None


def _parsed(
    document: Document, way: Way, part: type[PartT], mistakes: list[Mistake]
) -> PartT | None:
    """What stands there as `part`; what is wrong in it joins the mistakes."""
    value: object = document.value
    for step in way:
        value = value[step]  # type: ignore[index]
    depth = len(way)
    lines = {each[depth:]: line for each, line in document.lines.items() if each[:depth] == way}
    try:
        return Document(document.file, value, lines).parse(part)
    except InvalidDeskFiles as error:
        mistakes += error.mistakes
        return None


def _about(
    document: Document, way: Way, part: _ServerPart, known: dict[str, ToolServer]
) -> Iterator[Mistake]:
    if part.id in known:
        words = f'there is a tool server "{part.id}" already: give this one another id'
        yield document.mistake((*way, "id"), words)
    if bool(part.command) == bool(part.url):
        words = f'"{part.id}" must have either a command that starts it or a url'
        yield document.mistake((*way, "id"), words)
    for name, whose in part.tools.items():
        if whose.about_customer is None and whose.owner is None:
            words = f'"{name}" must say whose data it reads: about_customer, owner, or both'
            yield document.mistake((*way, "tools", name), words)
        if whose.about_customer == NOBODY and whose.owner is not None:
            words = f'"{name}" is about nobody and cannot have an owner'
            yield document.mistake((*way, "tools", name), words)


def _checks(document: Document, servers: dict[str, ToolServer], mistakes: list[Mistake]) -> Checks:
    value = document.value.get(VERIFY) if isinstance(document.value, dict) else None
    if value is None:
        return Checks()
    if not isinstance(value, dict) or not set(value) <= {"order", "email"}:
        words = f'"{VERIFY}" may hold order and email, each with its tool'
        mistakes.append(document.mistake((VERIFY,), words))
        return Checks()

    def of(key: str, part: type[PartT]) -> PartT | None:
        if key not in value:
            return None
        found = _parsed(document, (VERIFY, key), part, mistakes)
        tool = getattr(found, "tool", "")
        if found is not None and tool.partition(".")[0] not in servers:
            words = f'"tool" is {tool!r}, of no server that can be used'
            mistakes.append(document.mistake((VERIFY, key, "tool"), words))
            return None
        return found

    order, email = of("order", _OrderPart), of("email", _EmailPart)
    return Checks(
        OrderCheck(order.tool, order.number, order.postcode, _steps(order.record) or ())
        if order is not None
        else None,
        EmailCheck(email.tool, email.address, email.code, _steps(email.record) or ())
        if email is not None
        else None,
    )


def _steps(place: str | None) -> tuple[str, ...] | None:
    return tuple(place.split(".")) if place is not None else None
