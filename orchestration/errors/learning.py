"""Making an article of what a ticket taught."""

from orchestration.errors import DeskError


class NotEndedYet(DeskError):
    """What helped is known once the ticket is resolved."""

    text = "error-not-ended-yet"


class NothingLearned(DeskError):
    """There is no answer with words on the ticket, or it was forgotten."""

    text = "error-nothing-learned"


class ExpertsApprove(DeskError):
    """Only an expert or a supervisor decides what everybody reads."""

    text = "error-experts-approve"


class ShelfClosed(DeskError):
    """The folder of articles cannot be written to; says what to do."""

    text = "error-shelf-closed"


class ArticleStands(DeskError):
    """The ticket's article stands there with exactly these words."""

    text = "error-article-stands"
