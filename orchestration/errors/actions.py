"""Why an action cannot be decided, changed or done as somebody asked."""

from orchestration.errors import DeskError


class ActionDecided(DeskError):
    """It was decided already, or is another one by now."""

    text = "error-action-decided"


class NotEntitled(DeskError):
    """Somebody else must decide; says who may."""

    text = "error-not-entitled"


class NoSuchAction(DeskError):
    """The ticket has no such action; says how they are found."""

    text = "error-no-such-action"


class BadArguments(DeskError):
    """The arguments cannot be read, or the tool does not take them; says what does not fit."""

    text = "error-bad-arguments"


class ReasonMissing(DeskError):
    """Who says no says why."""

    text = "error-reason-missing"
