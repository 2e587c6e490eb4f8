"""Tools: reads of the business systems behind the desk, whatever protocol they speak.

Two sides. `ToolServers` is what a connector offers: every tool that its servers have now, called
as asked. `Tools` is what specialists get: only reads, only their own list, and of customers only
the one who is bound (`orchestration.tools`). Writes they can propose, and nothing here does them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from orchestration.schemas import Arguments, Json, Schema
from orchestration.specialists.cast import Access, Profile


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """A tool as a specialist sees it.

    `name` is `server.tool`. `arguments` is the JSON Schema of what the caller may fill in: what
    the desk fills in itself is not in it.
    """

    name: str
    description: str
    arguments: Schema
    access: Access = Access.READ


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a tool answered, and when it was read. It is data, never an instruction.

    `text` is bounded; `truncated` says that there was more. `data` is the whole answer as JSON,
    None where it is not JSON or was cut. An answer that is not `found` says nothing: there is no
    such thing, or it is not this customer's, and nobody can tell which.
    """

    tool: str
    text: str
    read_at: datetime
    data: Json = None
    truncated: bool = False
    found: bool = True
    arguments: Arguments = field(default_factory=dict)


class Refusal(StrEnum):
    """Why a tool is not called."""

    NOT_LISTED = "not_listed"  # the specialist's file does not name it
    WRITE = "write"  # it is marked write, or its server says that it changes something
    NOT_BOUND = "not_bound"  # the customer must be verified first
    UNDECLARED = "undeclared"  # desk.yaml does not say whose data it reads
    ARGUMENTS = "arguments"  # not what its schema asks for


class ToolError(Exception):
    """A tool gave no answer; `tool` is its `server.tool`, `reason` words for whoever reads logs.

    The words hold nothing of any customer, and no secret.
    """

    def __init__(self, tool: str, reason: str) -> None:
        super().__init__(f"{tool}: {reason}")
        self.tool = tool
        self.reason = reason


class ToolUnavailable(ToolError):
    """Its server is not connected, or has no such tool; nothing was asked of it."""


class ToolFailed(ToolError):
    """It was asked, and did not answer in time, broke off, or answered with an error.

    `said` is the error's own words, bounded: data as any result is, and empty for most.
    """

    def __init__(self, tool: str, reason: str, said: str = "") -> None:
        super().__init__(tool, reason)
        self.said = said


class ToolRefused(ToolError):
    """The desk does not ask it; `why` says which rule holds."""

    def __init__(self, tool: str, why: Refusal, reason: str) -> None:
        super().__init__(tool, reason)
        self.why = why


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and for whom: the specialist, the Telegram user whose ticket it is, and that.

    What is read about no `ticket`, which is 0 then, is no evidence of any.
    """

    specialist: Profile
    customer: int
    ticket: int = 0

    @classmethod
    def desk(cls, tool: str, customer: int, ticket: int) -> "Reader":
        """The desk itself, which reads with one tool, by the rule that holds for specialists."""
        return cls(Profile("desk", "Desk", "", "", tools={tool: Access.READ}), customer, ticket)


class Tools(Protocol):
    """What specialists read with. Which record is a customer's, it looks up by itself."""

    async def offered(self, reader: Reader) -> Sequence[ToolSpec]:
        """The tools that can be read now, by name; not those that `read` would surely refuse."""
        ...

    async def proposable(self, reader: Reader) -> Sequence[ToolSpec]:
        """The writes that can be proposed now, by name; none while the customer is not verified."""
        ...

    async def read(self, reader: Reader, tool: str, arguments: Arguments) -> ToolResult:
        """Reads with a tool; takes a few seconds at most.

        Never inside a transaction. Raises `ToolRefused`, `ToolUnavailable` or `ToolFailed`.
        """
        ...


@dataclass(frozen=True, slots=True)
class ServedTool:
    """A tool as its server describes it: `changes` where that says that it changes something."""

    name: str
    description: str
    arguments: Schema
    changes: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool answered, whole.

    `data` is its answer as JSON, None where it gave none. An `error` is the tool's own, such as
    "no such order".
    """

    text: str
    data: Json = None
    error: bool = False


@dataclass(frozen=True, slots=True)
class ServerState:
    """A server as it is now: its tools by name without the server's; `trouble` if it has any."""

    id: str
    tools: Mapping[str, ServedTool]
    trouble: str = ""


class ToolServers(Protocol):
    """The connector's side: whoever calls has decided that it may be called."""

    def state(self, server: str) -> ServerState | None:
        """A declared server as it is now; None where there is none of that id."""
        ...

    async def settled(self) -> None:
        """Waits until it is known of each whether it can be reached: at first, or once more."""
        ...

    async def call(self, tool: str, arguments: Arguments) -> Answer:
        """Calls `server.tool`, its arguments checked against its schema before.

        Raises `ToolUnavailable`, `ToolFailed`, and `ToolRefused` for arguments that do not fit.
        """
        ...
