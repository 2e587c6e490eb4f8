"""Asking specialists, and what they left to decide."""

from orchestration.errors import DeskError


class UnknownSpecialist(DeskError):
    """Nobody has that id; names those whom there are."""

    text = "error-unknown-specialist"


class NoConflict(DeskError):
    """There is nothing to decide there any more."""

    text = "error-no-conflict"


class NothingAsked(DeskError):
    """A specialist was named and asked nothing; says how to."""

    text = "error-nothing-asked"
