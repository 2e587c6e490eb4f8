"""An action: a write to a business system that somebody proposes, with its exact arguments."""

import hashlib
import json
from dataclasses import dataclass

from orchestration.schemas import Arguments, Json


@dataclass(frozen=True, slots=True)
class Action:
    """A write that somebody proposes: `tool` is `server.tool`.

    What the desk fills in itself, the bound customer's record and the idempotency key, is not among
    the `arguments`.
    """

    tool: str
    arguments: Arguments

    @property
    def digest(self) -> str:
        """The same for the same tool and arguments, and for no others."""
        return digest_of([self.tool, self.arguments])


def digest_of(value: Json) -> str:
    """A digest of JSON, whatever order its keys stand in; 64 hexadecimal digits."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
