"""Incidents, and the drafts of their updates."""

from orchestration.errors import DeskError


class UnknownIncident(DeskError):
    """There is no incident of that number."""

    text = "error-unknown-incident"


class IncidentResolved(DeskError):
    """The incident is over: nothing joins it, and nothing more is said of it."""

    text = "error-incident-resolved"


class NotInIncident(DeskError):
    """The ticket belongs to no incident."""

    text = "error-not-in-incident"


class NoDraft(DeskError):
    """The ticket has no such draft any more: it was sent, discarded or written anew."""

    text = "error-no-draft"


class SupervisorsSend(DeskError):
    """Only a supervisor sends all drafts at once."""

    text = "error-supervisors-send"


class NothingToSendAll(DeskError):
    """No draft of the incident waits."""

    text = "error-nothing-to-send-all"
