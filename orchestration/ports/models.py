"""A language model, whoever makes it: what it is asked, what it answers, and how it fails."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of a model; `input` are those that came from no cache.

    `cost` is in millionths of a US dollar, None where nobody knows the model's price.
    """

    input: int = 0
    output: int = 0
    cache_read: int = 0
    cache_written: int = 0
    cost: int | None = 0

    def __add__(self, other: "Usage") -> "Usage":
        unknown = self.cost is None or other.cost is None
        return Usage(
            self.input + other.input,
            self.output + other.output,
            self.cache_read + other.cache_read,
            self.cache_written + other.cache_written,
            None if unknown else (self.cost or 0) + (other.cost or 0),
        )

    @property
    def read(self) -> int:
        """All tokens that the model read, cached or not."""
        return self.input + self.cache_read + self.cache_written

    @property
    def tokens(self) -> int:
        """All tokens, read and written: what budgets count."""
        return self.read + self.output


@dataclass(frozen=True, slots=True)
class ToolOffer:
    """A tool that the model may ask for; `schema` is the JSON Schema of its arguments."""

    name: str
    description: str
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToolUse:
    """The model asks for a tool, which need not be one that it was offered."""

    id: str
    tool: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToolAnswer:
    """What a tool answered to the use of that id, or why it did not."""

    id: str
    text: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What the desk tells the model."""

    text: str


@dataclass(frozen=True, slots=True)
class Replied:
    """What the model said, in its maker's own form: it is handed back as it was."""

    raw: object


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the tools answered, one for each use of the turn before."""

    answers: tuple[ToolAnswer, ...]


Turn = Told | Replied | Fetched


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """What a model is asked.

    `instructions` stay the same from question to question, so they may be cached. `form` is the
    answer wanted: `str`, or a dataclass that the model fills. At most `tokens` are written, and
    there is an answer, or none, `within` that time, all tries together.
    """

    model: str
    instructions: str
    turns: tuple[Turn, ...]
    form: type[T]
    tools: tuple[ToolOffer, ...] = ()
    tokens: int = 8_000
    within: timedelta = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What a model answered: `value`, or first the tools that it `wants`."""

    value: T | None
    wants: tuple[ToolUse, ...]
    turn: Replied
    usage: Usage = field(default_factory=Usage)


class ModelError(Exception):
    """A model gave no answer that can be used; `usage` is what it took all the same."""

    def __init__(self, words: str, usage: Usage | None = None) -> None:
        super().__init__(words)
        self.usage = usage or Usage()


class ModelUnavailable(ModelError):
    """It cannot be reached, is overloaded or too slow; later it may answer.

    `retry_after` is how long it wants to be left alone, where it said so.
    """

    def __init__(
        self, words: str, usage: Usage | None = None, retry_after: timedelta | None = None
    ) -> None:
        super().__init__(words, usage)
        self.retry_after = retry_after


class ModelRefused(ModelError):
    """It does not want to answer this."""


class ModelMisspoke(ModelError):
    """What it said is cut off, does not fit the form, or makes no sense."""


class Fault(StrEnum):
    """What is wrong with a question that is rejected, however often it is asked."""

    KEY = "key"
    MODEL = "model"
    QUESTION = "question"


class ModelRejected(ModelError):
    """Asking again would change nothing."""

    def __init__(self, words: str, fault: Fault, usage: Usage | None = None) -> None:
        super().__init__(words, usage)
        self.fault = fault


#: Hears an answer grow, piece by piece. After a second try it begins anew: an empty piece says so.
Hear = Callable[[str], Awaitable[None]]


class Model(Protocol):
    """Answers questions; every failure is a `ModelError`."""

    async def ask(self, question: Question[T], hear: Hear | None = None) -> Answer[T]:
        """The answer; with `hear`, its words are also heard while they come."""
        ...

    async def examine(self, name: str | None = None) -> None:
        """Raises `ModelError` where the model of that name cannot be asked; costs nothing.

        Without a name it is only whether the key is accepted.
        """
        ...
