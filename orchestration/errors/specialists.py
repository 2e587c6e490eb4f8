"""Asking specialists, and what they left to decide."""

from orchestration.errors import DeskError


class UnknownSpecialist(DeskError):
    """Nobody has that id; names those whom there are."""

    text = "error-unknown-specialist"


class NoConflict(DeskError):
    """There is nothing to decide there any more."""

    text = "error-no-conflict"


class NeedsModel(DeskError):
    """What was asked for is not to be had without a model; names who would need one."""

    text = "error-needs-model"


class NothingToTranslate(DeskError):
    """The customer wrote no words yet, and none were given."""

    text = "error-nothing-to-translate"


class NothingAsked(DeskError):
    """A specialist was named and asked nothing; says how to."""

    text = "error-nothing-asked"
