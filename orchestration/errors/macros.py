"""Canned replies."""

from orchestration.errors import DeskError


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


class NoAnswerToSave(DeskError):
    """The ticket's newest answer has no words, was taken back, or there is none."""

    text = "error-no-answer-to-save"
