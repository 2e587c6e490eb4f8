"""The Bot API methods of the sandbox, one function each, registered by name in `METHODS`.

Rich messages and drafts come with the work that first uses them.
"""

from sandbox.methods import (
    chats,
    copying,
    editing,
    ephemeral,
    reacting,
    receiving,
    sending,
    tags,
    topics,
)
from sandbox.methods.call import METHODS, Call, Counts, Method

__all__ = [
    "METHODS",
    "Call",
    "Counts",
    "Method",
    "chats",
    "copying",
    "editing",
    "ephemeral",
    "reacting",
    "receiving",
    "sending",
    "tags",
    "topics",
]
