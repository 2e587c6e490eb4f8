"""Why something a person asked for cannot be done.

Each error is one sentence with facts; the wording lives in `bot/texts` under the class's `text`,
and says what is possible instead. A refused verb has changed nothing.
"""

from typing import ClassVar

from orchestration.sentences import Fact, Facts
from orchestration.status import Status


class DeskError(Exception):
    """A person asked for something that the desk refuses."""

    text: ClassVar[str]
    #: Whether its reader may ask the primary responder to hand the ticket over.
    owner_can_be_asked: ClassVar[bool] = False

    def __init__(self, **facts: Fact) -> None:
        super().__init__(f"{self.text} {facts}")
        self.facts: Facts = facts


class IllegalTransition(DeskError):
    """The table of moves has no such move; names both statuses and what is allowed."""

    text = "error-illegal-transition"

    def __init__(
        self, ticket: int, before: Status, after: Status, allowed: frozenset[Status]
    ) -> None:
        ordered = tuple(status for status in Status if status in allowed)
        super().__init__(ticket=ticket, before=before, after=after, allowed=ordered)


class TicketClosed(DeskError):
    """A closed ticket only takes notes."""

    text = "error-ticket-closed"


class AlreadyOwned(DeskError):
    """Someone else is the primary responder; a claim names them."""

    text = "error-already-owned"
    owner_can_be_asked = True


class AlreadyYours(DeskError):
    """The claimant is the primary responder already."""

    text = "error-already-yours"


class NotOwned(DeskError):
    """There is no primary responder to release."""

    text = "error-not-owned"


class NotAllowed(DeskError):
    """The ticket is someone else's, and the rights say no; names the owner."""

    text = "error-not-allowed"
    owner_can_be_asked = True


class AnonymousCannotOwn(DeskError):
    """An anonymous administrator cannot be the primary responder."""

    text = "error-anonymous-cannot-own"


class NotYourReply(DeskError):
    """Someone else answers this customer; says how to hand it over."""

    text = "error-not-your-reply"
    owner_can_be_asked = True


class UnknownPerson(DeskError):
    """Nobody of that name has been seen in the staff group."""

    text = "error-unknown-person"


class UnknownStatus(DeskError):
    """There is no such status; names those there are."""

    text = "error-unknown-status"


class NoSuchTicket(DeskError):
    """There is no ticket of that number, or it is not the asker's."""

    text = "error-no-such-ticket"


class NothingToSend(DeskError):
    """A reply or a note without words."""

    text = "error-nothing-to-send"


class NotYourWords(DeskError):
    """Only its author, or a supervisor, takes an answer back."""

    text = "error-not-your-words"


class AlreadyTakenBack(DeskError):
    """The answer was taken back before: the customer has it no more."""

    text = "error-already-taken-back"


class NotAnAnswer(DeskError):
    """There is nothing to take back: the message replied to is no answer to the customer."""

    text = "error-not-an-answer"


class EditedIntoCommand(DeskError):
    """An answer was edited into a command: an edit runs none, and the customer sees none."""

    text = "error-edited-into-command"


class CannotCarry(DeskError):
    """A bot cannot pass this kind of message on."""

    text = "error-cannot-carry"


class MissingArgument(DeskError):
    """A command lacks what it is about; shows its form."""

    text = "error-missing-argument"


class UnknownCommand(DeskError):
    """There is no such command here; names where to find those there are."""

    text = "error-unknown-command"


class NotATicket(DeskError):
    """A ticket's command outside a ticket's topic."""

    text = "error-not-a-ticket"


class OldButton(DeskError):
    """A button that means nothing any more; points to the card."""

    text = "error-old-button"


class UnknownLanguage(DeskError):
    """The desk has no texts in that language."""

    text = "error-unknown-language"


class NotEnded(DeskError):
    """A ticket that is under way cannot be rated yet."""

    text = "error-not-ended"


class SupervisorsOnly(DeskError):
    """Only a supervisor decides that."""

    text = "error-supervisors-only"


class StaleTicket(Exception):
    """Another writer changed the ticket first: the transaction is run again, nobody is told."""
