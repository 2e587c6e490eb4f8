"""Whose record is whose, and cannot be changed as somebody asked."""

from orchestration.errors import DeskError


class AlreadyBound(DeskError):
    """The customer has that record already; names it."""

    text = "error-already-bound"


class NotBound(DeskError):
    """The customer has no record to take from them; says how they get one."""

    text = "error-not-bound"


class SupervisorsBind(DeskError):
    """Only a supervisor says whose record is whose."""

    text = "error-supervisors-bind"


class BadRecord(DeskError):
    """A record's id is one short line."""

    text = "error-bad-record"
