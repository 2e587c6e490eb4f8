"""Who is away, and which shift is whose."""

from orchestration.errors import DeskError


class UnknownAbsence(DeskError):
    """Neither a span nor a moment to come; shows the forms."""

    text = "error-unknown-absence"


class NobodyIsAway(DeskError):
    """An anonymous administrator is nobody who could be away."""

    text = "error-nobody-is-away"


class NotAway(DeskError):
    """Whoever is back was not away; says how to be."""

    text = "error-not-away"
