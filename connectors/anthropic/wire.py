"""Questions in the words of the Messages API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from anthropic import omit, transform_schema
from pydantic import TypeAdapter

from orchestration.ports.models import Fetched, Question, Replied, Told, ToolOffer, Turn


@dataclass(frozen=True, slots=True)
class Names:
    """Tools by the names that the API allows: it takes no dots."""

    tools: Mapping[str, str]

    @classmethod
    def of(cls, offers: tuple[ToolOffer, ...]) -> "Names":
        """Names for these; two that would be the same on the wire cannot be offered together."""
        return cls({_wired(each.name): each.name for each in offers})

    def tool(self, wired: str) -> str:
        """The desk's name of a tool; one that was never offered keeps the name it came with."""
        return self.tools.get(wired, wired)


def _wired(name: str) -> str:
    return name.replace(".", "__")


def params(question: Question[Any]) -> dict[str, Any]:
    """What the SDK sends for that question; tools and instructions go into the prompt's cache."""
    tools = [
        {"name": _wired(each.name), "description": each.description, "input_schema": each.schema}
        for each in question.tools
    ]
    return {
        "model": question.model,
        "max_tokens": question.tokens,
        "system": [
            {
                "type": "text",
                "text": question.instructions,
                "cache_control": {"type": "ephemeral"},
            }
        ],
        "messages": [_message(turn) for turn in question.turns],
        "tools": tools or omit,
        "output_config": omit if question.form is str else {"format": _format(question.form)},
    }


def _format(form: type[Any]) -> dict[str, Any]:
    return {"type": "json_schema", "schema": transform_schema(TypeAdapter(form).json_schema())}


def _message(turn: Turn) -> dict[str, Any]:
    match turn:
        case Told():
            return {"role": "user", "content": turn.text}
        case Replied():
            return {"role": "assistant", "content": turn.raw}
        case Fetched():
            content = [
                {
                    "type": "tool_result",
                    "tool_use_id": each.id,
                    "content": each.text,
                    "is_error": each.failed,
                }
                for each in turn.answers
            ]
            return {"role": "user", "content": content}
