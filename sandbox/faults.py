"""Faults on order: the next calls that match go wrong in a chosen way (sandbox-api.md). Pure.

They are kept in memory only: a restarted sandbox is a healthy one.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from sandbox.methods.call import Counts, Method

Kind = Literal["429", "500", "refuse", "cut", "slow", "to_general"]
ANY_METHOD = "*"
_DEFAULT_RETRY_AFTER = 5
_DEFAULT_DELAY_S = 3.0


class Fault(BaseModel):
    """POST /sim/faults: what goes wrong, where, and how many times more."""

    model_config = ConfigDict(extra="forbid", strict=True)

    method: str
    chat_id: int | None = None
    kind: Kind
    count: int = Field(default=1, ge=1)
    retry_after: int = Field(default=_DEFAULT_RETRY_AFTER, ge=1)
    delay_s: float = Field(default=_DEFAULT_DELAY_S, ge=0, le=3600)

    def meets(self, method: Method, chat_id: int | None, *, in_topic: bool) -> bool:
        """Whether this call is one that goes wrong."""
        if self.method == ANY_METHOD:
            if method.name == "getUpdates":
                return False
        elif self.method.lower() != method.name.lower():
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        return self.kind != "to_general" or (in_topic and method.counts is Counts.MESSAGE)


@dataclass
class _Ordered:
    """A fault and its number."""

    number: int
    fault: Fault
    left: int


class Faults:
    """The faults in force, oldest first."""

    def __init__(self) -> None:
        self._ordered: list[_Ordered] = []
        self._last = 0

    def order(self, fault: Fault) -> int:
        """Add one; its number."""
        self._last += 1
        self._ordered.append(_Ordered(self._last, fault, fault.count))
        return self._last

    def clear(self) -> None:
        """Every call goes well again."""
        self._ordered.clear()

    def strike(self, method: Method, chat_id: int | None, *, in_topic: bool) -> Fault | None:
        """The fault that this call meets, used up by one."""
        for ordered in self._ordered:
            if ordered.fault.meets(method, chat_id, in_topic=in_topic):
                ordered.left -= 1
                if not ordered.left:
                    self._ordered.remove(ordered)
                return ordered.fault
        return None
