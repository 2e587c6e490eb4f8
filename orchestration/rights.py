"""Who may do what on a ticket: one table, read by every verb that people use."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from orchestration.people import Role, Staff


class Verb(StrEnum):
    """What a person of the staff can ask of a ticket."""

    CLAIM = "claim"
    ASSIGN = "assign"
    RELEASE = "release"
    REPLY = "reply"
    NOTE = "note"
    SET_STATUS = "set_status"
    RESOLVE = "resolve"
    REOPEN = "reopen"
    CLOSE = "close"
    FORGET = "forget"


class Standing(StrEnum):
    """How a person stands to a ticket."""

    UNOWNED = "unowned"
    PRIMARY = "primary"
    ANOTHERS = "anothers"


_ANY = frozenset(Standing)
_OWN_OR_FREE = frozenset({Standing.UNOWNED, Standing.PRIMARY})

#: An agent or an expert works on their own tickets and on those that nobody has.
#: A claim on another's ticket is refused by the ticket itself, which names the owner.
_COLLEAGUE: Mapping[Verb, frozenset[Standing]] = MappingProxyType(
    {
        Verb.CLAIM: _OWN_OR_FREE,
        Verb.ASSIGN: _OWN_OR_FREE,
        Verb.RELEASE: _OWN_OR_FREE,
        Verb.REPLY: _OWN_OR_FREE,
        Verb.NOTE: _ANY,
        Verb.SET_STATUS: _OWN_OR_FREE,
        Verb.RESOLVE: _OWN_OR_FREE,
        Verb.REOPEN: _ANY,
        Verb.CLOSE: _OWN_OR_FREE,
        Verb.FORGET: frozenset(),
    }
)
_SUPERVISOR: Mapping[Verb, frozenset[Standing]] = MappingProxyType(dict.fromkeys(Verb, _ANY))

RIGHTS: Mapping[Role, Mapping[Verb, frozenset[Standing]]] = MappingProxyType(
    {
        Role.AGENT: _COLLEAGUE,
        Role.EXPERT: _COLLEAGUE,
        Role.SUPERVISOR: _SUPERVISOR,
        Role.ADMIN: _SUPERVISOR,
    }
)


def standing(person: Staff, primary: int | None) -> Standing:
    """How `person` stands to a ticket whose primary responder is `primary`."""
    if primary is None:
        return Standing.UNOWNED
    return Standing.PRIMARY if primary == person.id else Standing.ANOTHERS


def may(person: Staff, verb: Verb, primary: int | None) -> bool:
    """Whether the table lets `person` do `verb` on a ticket whose primary is `primary`."""
    return standing(person, primary) in RIGHTS[person.role][verb]
