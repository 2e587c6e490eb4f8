"""Tools as the owner described them in files: what each takes, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from orchestration.schemas import Schema
from orchestration.specialists.cast import Access


@dataclass(frozen=True, slots=True)
class DescribedTool:
    """What `server.tool` does, and the JSON Schemas of its arguments and of its answer.

    `key` is the argument by which its system knows that it did the same thing already, if any.
    """

    name: str
    access: Access
    arguments: Schema
    answer: Schema
    key: str = ""


#: All that are described, by `server.tool`.
Described = Mapping[str, DescribedTool]
