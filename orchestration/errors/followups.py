"""Follow-ups, snoozing, and tickets that end by themselves."""

from orchestration.errors import DeskError


class NoSuchFollowUp(DeskError):
    """It came, or was cancelled, or never was; says how to see those there are."""

    text = "error-no-such-follow-up"


class NotYourFollowUp(DeskError):
    """Only who set it, whom it is for, and supervisors change it; names who set it."""

    text = "error-not-your-follow-up"


class TooManyFollowUps(DeskError):
    """There are as many as there may be; says how many."""

    text = "error-too-many-follow-ups"


class LongFollowUp(DeskError):
    """Its words do not fit a message; says how many letters do."""

    text = "error-long-follow-up"


class CannotBeTold(DeskError):
    """They never wrote to the bot, and it has nowhere else to tell them; says what to do."""

    text = "error-cannot-be-told"


class SnoozeOnce(DeskError):
    """A ticket cannot be snoozed again and again."""

    text = "error-snooze-once"


class NotSnoozed(DeskError):
    """There is nothing to wake."""

    text = "error-not-snoozed"


class NothingToStop(DeskError):
    """The ticket would not end by itself anyway."""

    text = "error-nothing-to-stop"
