"""Whose turn it is to answer, and words that wait for a decision."""

from orchestration.errors import DeskError


class SomeoneAnswers(DeskError):
    """Another person has the draft lock; names them and until when."""

    text = "error-someone-answers"


class NotLocked(DeskError):
    """There is no draft lock of one's own to give back."""

    text = "error-not-locked"


class AlreadyDecided(DeskError):
    """What was to be decided was decided before, by someone or by an earlier press."""

    text = "error-already-decided"


class NotYourDecision(DeskError):
    """Only the author decides about words that were held; names them."""

    text = "error-not-your-decision"


class CannotSendAnyway(DeskError):
    """Only the primary responder and supervisors send past another's lock."""

    text = "error-cannot-send-anyway"


class SuggestionStands(DeskError):
    """A suggestion is not changed by editing its message."""

    text = "error-suggestion-stands"


class Overtaken(DeskError):
    """Words sent by a button alone met someone who answers, or words that nobody has read yet."""

    text = "error-overtaken"
