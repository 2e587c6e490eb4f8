"""A stretch of a text and what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to `end` of a text stands `value`."""

    start: int
    end: int
    value: str
