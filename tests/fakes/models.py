"""A model and tools that say what a test wants, without any network."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

from orchestration.ports.models import (
    Answer,
    Hear,
    ModelError,
    Question,
    Replied,
    ToolUse,
    Usage,
)
from orchestration.ports.tools import Reader, ToolError, ToolResult, ToolSpec
from orchestration.schemas import Arguments

T = TypeVar("T")
TOOK = Usage(1000, 50, cost=10)
READ_AT = datetime(2026, 3, 29, 12, tzinfo=UTC)


class FakeModel:
    """Answers with what stands in `says`, one after another, the last for ever.

    A value of the form's type is the answer, heard in small pieces; `ToolUse`s are wanted first; an
    error is raised.
    """

    def __init__(self, *says: object) -> None:
        self.says = list(says)
        self.asked: list[Question[Any]] = []

    async def ask(self, question: Question[T], hear: Hear | None = None) -> Answer[T]:
        self.asked.append(question)
        if hear is not None:
            await hear("")
        said = self.says.pop(0) if len(self.says) > 1 else self.says[0]
        if isinstance(said, BaseException):
            if isinstance(said, ModelError):
                said.usage = TOOK
            raise said
        if isinstance(said, ToolUse):
            return Answer(None, (said,), Replied(said), TOOK)
        if isinstance(said, tuple):
            return Answer(None, said, Replied(said), TOOK)
        assert isinstance(said, question.form)
        if hear is not None:
            form = TypeAdapter(question.form).dump_json(said).decode()
            for at in range(0, len(form), 7):
                await hear(form[at : at + 7])
        return Answer(said, (), Replied(said), TOOK)

    async def examine(self, name: str | None = None) -> None:
        """Everything can be asked."""


class FakeTools:
    """Tools by name, each with what it answers; an error is raised. `writes` can be proposed."""

    def __init__(
        self,
        answers: Mapping[str, str | ToolError] | None = None,
        writes: Sequence[ToolSpec] = (),
    ) -> None:
        self.answers = dict(answers or {})
        self.writes = writes
        self.read_with: list[tuple[Reader, str, Arguments]] = []

    async def offered(self, reader: Reader) -> Sequence[ToolSpec]:
        named = sorted(set(self.answers) & set(reader.specialist.tools))
        return [ToolSpec(name, f"Reads {name}", {"type": "object"}) for name in named]

    async def proposable(self, reader: Reader) -> Sequence[ToolSpec]:
        return [each for each in self.writes if each.name in reader.specialist.tools]

    async def read(self, reader: Reader, tool: str, arguments: Arguments) -> ToolResult:
        self.read_with.append((reader, tool, arguments))
        answer = self.answers[tool]
        if isinstance(answer, ToolError):
            raise answer
        return ToolResult(tool, answer, READ_AT, found=bool(answer))
