"""What may stand beside words that are sent: buttons, names that lead somewhere, a fate."""

from collections.abc import Mapping
from enum import StrEnum

from orchestration.content import MessageRef

#: Names in a sentence, such as `#142`, and the message in the group that each leads to.
Jumps = Mapping[str, MessageRef]


class Fate(StrEnum):
    """What staff see of a message's way: a reaction once it is delivered."""

    DELIVERED = "delivered"


class Offer(StrEnum):
    """A button below an answer: what its reader may do next."""

    ASK_OWNER = "ask_owner"
    LANGUAGES = "languages"
    FORGET = "forget"
    INTAKE = "intake"
