"""Why something a person asked for cannot be done.

Each error is one sentence with facts; the wording lives in `bot/texts` under the class's `text`,
and says what is possible instead. A refused verb has changed nothing.
"""

from typing import ClassVar

from orchestration.sentences import Fact, Facts


class DeskError(Exception):
    """A person asked for something that the desk refuses."""

    text: ClassVar[str]
    #: Whether its reader may ask the primary responder to hand the ticket over.
    owner_can_be_asked: ClassVar[bool] = False

    def __init__(self, **facts: Fact) -> None:
        super().__init__(f"{self.text} {facts}")
        self.facts: Facts = facts


class StaleTicket(Exception):
    """Another writer changed the ticket first: the transaction is run again, nobody is told."""


class NotYetKnown(StaleTicket):
    """What it depends on is being sent in this moment: run again in a moment, nobody is told."""
