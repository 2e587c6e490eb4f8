"""What staff and customers ask about a customer."""

from orchestration.errors import DeskError


class CannotBanStaff(DeskError):
    """Whoever belongs to the staff is not kept out as a customer."""

    text = "error-cannot-ban-staff"


class AlreadyBanned(DeskError):
    """The customer is kept out already."""

    text = "error-already-banned"


class NotBanned(DeskError):
    """There is no ban to lift."""

    text = "error-not-banned"


class UnknownLanguage(DeskError):
    """The desk has no texts in that language."""

    text = "error-unknown-language"


class NotEnded(DeskError):
    """A ticket that is under way cannot be rated yet."""

    text = "error-not-ended"
