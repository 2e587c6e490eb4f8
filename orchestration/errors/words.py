"""What was written, and cannot go where it should."""

from orchestration.errors import DeskError


class NotYourReply(DeskError):
    """Someone else answers this customer; says how to hand it over."""

    text = "error-not-your-reply"
    owner_can_be_asked = True


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
