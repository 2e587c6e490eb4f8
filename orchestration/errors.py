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


class AlreadyTakingPart(DeskError):
    """Whoever should take part does so already, or is the primary responder."""

    text = "error-already-taking-part"


class NotTakingPart(DeskError):
    """Whoever leaves takes no part; says how to."""

    text = "error-not-taking-part"


class AlreadyAsked(DeskError):
    """An expert is being asked already; names them and how to stop waiting."""

    text = "error-already-asked"


class AskAnother(DeskError):
    """Nobody consults themselves."""

    text = "error-ask-another"


class SupervisorsDecide(DeskError):
    """Only a supervisor decides, and changes what was decided."""

    text = "error-supervisors-decide"


class DecisionStands(DeskError):
    """A decision is not changed by editing its message."""

    text = "error-decision-stands"


class SeveralKnow(DeskError):
    """One person is meant, and several have that skill; names them."""

    text = "error-several-know"


class UnknownRole(DeskError):
    """There is no such role; names those there are."""

    text = "error-unknown-role"


class BadSkill(DeskError):
    """A skill is one word, and only experts have some."""

    text = "error-bad-skill"


class CannotGrant(DeskError):
    """Roles are given by supervisors, and that of an admin by admins."""

    text = "error-cannot-grant"


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


class Unchanged(DeskError):
    """The ticket is already as it was asked to be."""

    text = "error-unchanged"


class BadTag(DeskError):
    """That is no tag; says what one is made of."""

    text = "error-bad-tag"


class TooManyTags(DeskError):
    """A ticket has as many tags as it can have; says how many."""

    text = "error-too-many-tags"


class UnknownPriority(DeskError):
    """There is no such priority; names those there are."""

    text = "error-unknown-priority"


class UnknownQueue(DeskError):
    """There is no such queue; names those there are."""

    text = "error-unknown-queue"


class BadTicketNumber(DeskError):
    """That is no ticket's number; shows the form."""

    text = "error-bad-ticket-number"


class UnknownTicket(DeskError):
    """Staff named a ticket that there is not."""

    text = "error-unknown-ticket"


class SameTicket(DeskError):
    """A ticket was linked to, or merged with, itself."""

    text = "error-same-ticket"


class NotLinked(DeskError):
    """There is no link between the two to be taken away."""

    text = "error-not-linked"


class TooManyLinks(DeskError):
    """A ticket has as many links as its card can show; says how many."""

    text = "error-too-many-links"


class NotOneCustomer(DeskError):
    """Two tickets of different customers cannot become one."""

    text = "error-not-one-customer"


class NothingToSearch(DeskError):
    """What was asked for holds no letters and no digits."""

    text = "error-nothing-to-search"


class OldButton(DeskError):
    """A button that means nothing any more; points to the card."""

    text = "error-old-button"


class CannotBanStaff(DeskError):
    """Whoever belongs to the staff is not kept out as a customer."""

    text = "error-cannot-ban-staff"


class AlreadyBanned(DeskError):
    """The customer is kept out already."""

    text = "error-already-banned"


class NotBanned(DeskError):
    """There is no ban to lift."""

    text = "error-not-banned"


class UnknownMacro(DeskError):
    """There is no macro of that name."""

    text = "error-unknown-macro"


class BrokenMacro(DeskError):
    """A macro's words cannot be filled in on this ticket, or then say nothing."""

    text = "error-broken-macro"


class BadMacroName(DeskError):
    """A macro's name is no name, or one of the command's own words."""

    text = "error-bad-macro-name"


class MacroExists(DeskError):
    """There is a macro of that name already."""

    text = "error-macro-exists"


class MacroIsAFile(DeskError):
    """The macro is one of the desk's files: its owner changes those."""

    text = "error-macro-is-a-file"


class NotYourMacro(DeskError):
    """Only who saved a macro, or a supervisor, forgets it; names who saved it."""

    text = "error-not-your-macro"


class NothingToSave(DeskError):
    """The message replied to is no answer to the customer, or has no words."""

    text = "error-nothing-to-save"


class UnknownTime(DeskError):
    """No time of the day, or no stretch of one; shows the form."""

    text = "error-unknown-time"


class UnknownZone(DeskError):
    """There is no such time zone; shows the form."""

    text = "error-unknown-zone"


class UnknownWish(DeskError):
    """Neither an event, nor a queue, nor a ticket; names those there are."""

    text = "error-unknown-wish"


class NobodyToTell(DeskError):
    """An anonymous administrator has no private chat that could be found."""

    text = "error-nobody-to-tell"


class NotYourRoster(DeskError):
    """Only a supervisor puts someone else on call."""

    text = "error-not-your-roster"


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
