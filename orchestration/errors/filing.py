"""Where a ticket belongs, and finding it again."""

from orchestration.errors import DeskError


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
