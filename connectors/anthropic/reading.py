"""What came back from the Messages API, believed only where it makes sense."""

from collections.abc import Iterator
from typing import Any, TypeVar

from anthropic.types import Message
from pydantic import TypeAdapter, ValidationError

from connectors.anthropic.prices import cost
from connectors.anthropic.wire import Names
from orchestration.ports.models import (
    Answer,
    ModelMisspoke,
    ModelRefused,
    Question,
    Replied,
    ToolUse,
    Usage,
)

T = TypeVar("T")

_WHOLE = frozenset({"end_turn", "stop_sequence", "tool_use"})
_CUT_OFF = {
    "max_tokens": "stopped at its limit of tokens",
    "model_context_window_exceeded": "was asked more than it can read",
}


def usage_of(model: str, message: object) -> Usage:
    """What a message took; nothing where it does not say so.

    The SDK builds a `Message` of whatever came, so nothing in it is taken for granted.
    """
    said = getattr(message, "usage", None)
    counted = Usage(
        _count(said, "input_tokens"),
        _count(said, "output_tokens"),
        _count(said, "cache_read_input_tokens"),
        _count(said, "cache_creation_input_tokens"),
    )
    return Usage(
        counted.input,
        counted.output,
        counted.cache_read,
        counted.cache_written,
        cost(model, counted) if counted.tokens else 0,
    )


def _count(usage: object, name: str) -> int:
    value = getattr(usage, name, None)
    return value if isinstance(value, int) and value > 0 else 0


def answer_of(question: Question[T], message: object) -> Answer[T]:
    """The answer, without what it took.

    Raises `ModelRefused`, and `ModelMisspoke` for all that makes no sense.
    """
    said = message.to_dict(warnings=False) if isinstance(message, Message) else {}
    stopped, blocks = said.get("stop_reason"), said.get("content")
    if stopped == "refusal":
        msg = f"{question.model} does not want to answer this"
        raise ModelRefused(msg)
    if stopped not in _WHOLE or not isinstance(blocks, list):
        how = _CUT_OFF.get(str(stopped), "was cut off, or is no message")
        msg = f"the answer of {question.model} {how}"
        raise ModelMisspoke(msg)
    wants = tuple(_uses(question, blocks))
    if bool(wants) != (stopped == "tool_use"):
        raise _broken_use(question)
    return Answer(None if wants else _filled(question, blocks), wants, Replied(blocks))


def _uses(question: Question[Any], blocks: list[object]) -> Iterator[ToolUse]:
    names = Names.of(question.tools)
    for block in blocks:
        match block:
            case {"type": "tool_use", "id": str(id_), "name": str(name), "input": dict(arguments)}:
                yield ToolUse(id_, names.tool(name), arguments)
            case {"type": "tool_use"}:
                raise _broken_use(question)


def _broken_use(question: Question[Any]) -> ModelMisspoke:
    return ModelMisspoke(f"{question.model} asked for a tool in a broken way")


def _filled(question: Question[T], blocks: list[object]) -> T:
    """The words as the form; for `str` they are the answer themselves."""
    text = ""
    for block in blocks:
        match block:
            case {"type": "text", "text": str(words)}:
                text += words
    if not text.strip():
        msg = f"{question.model} said nothing"
        raise ModelMisspoke(msg)
    reader = TypeAdapter(question.form)
    try:
        return reader.validate_python(text) if question.form is str else reader.validate_json(text)
    except ValidationError:
        msg = f"the answer of {question.model} does not fit its form"
        raise ModelMisspoke(msg) from None  # pydantic's own words hold what it said
