"""Who may do what on a ticket: one table, read by every verb that people use."""

from collections.abc import Container, Mapping
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
    BAN = "ban"
    UNBAN = "unban"
    FILE = "file"
    MOVE_QUEUE = "move_queue"
    MERGE = "merge"
    HAND_OVER = "hand_over"
    COLLABORATE = "collaborate"
    INVITE = "invite"
    WATCH = "watch"
    LEAVE = "leave"
    CONSULT = "consult"
    DECIDE = "decide"
    FORGET = "forget"
    FOLLOW_UP = "follow_up"
    SNOOZE = "snooze"
    KEEP_OPEN = "keep_open"
    SUMMARISE = "summarise"
    LOOK = "look"
    INCIDENT = "incident"
    SEND_ALL = "send_all"
    LOCK = "lock"
    TAKE_LOCK = "take_lock"
    SEND_ANYWAY = "send_anyway"
    SUGGEST = "suggest"
    ANSWER_SUGGESTION = "answer_suggestion"
    ESCALATE = "escalate"
    DEESCALATE = "deescalate"
    BIND = "bind"
    TEACH = "teach"


class Standing(StrEnum):
    """How a person stands to a ticket."""

    UNOWNED = "unowned"
    PRIMARY = "primary"
    COLLABORATOR = "collaborator"
    ANOTHERS = "anothers"


_ANY = frozenset(Standing)
_OWN_OR_FREE = frozenset({Standing.UNOWNED, Standing.PRIMARY})
_INVOLVED = _OWN_OR_FREE | {Standing.COLLABORATOR}
_NEVER: frozenset[Standing] = frozenset()

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
        Verb.BAN: _OWN_OR_FREE,
        Verb.UNBAN: _OWN_OR_FREE,
        Verb.FILE: _ANY,
        Verb.MOVE_QUEUE: _OWN_OR_FREE,
        Verb.MERGE: _OWN_OR_FREE,
        Verb.HAND_OVER: _OWN_OR_FREE,
        Verb.COLLABORATE: _ANY,
        Verb.INVITE: _INVOLVED,
        Verb.WATCH: _ANY,
        Verb.LEAVE: _ANY,
        Verb.CONSULT: _INVOLVED,
        Verb.DECIDE: _NEVER,
        Verb.FORGET: frozenset(),
        Verb.FOLLOW_UP: _ANY,
        Verb.SNOOZE: _OWN_OR_FREE,
        Verb.KEEP_OPEN: _INVOLVED,
        Verb.SUMMARISE: _ANY,
        Verb.LOOK: _NEVER,
        Verb.INCIDENT: _ANY,
        Verb.SEND_ALL: _NEVER,
        Verb.LOCK: _OWN_OR_FREE,
        Verb.TAKE_LOCK: _NEVER,
        Verb.SEND_ANYWAY: frozenset({Standing.PRIMARY}),
        Verb.SUGGEST: _ANY,
        Verb.ANSWER_SUGGESTION: _OWN_OR_FREE,
        Verb.ESCALATE: _ANY,
        Verb.DEESCALATE: _INVOLVED,
        Verb.BIND: _NEVER,
        Verb.TEACH: _NEVER,
    }
)
#: An expert decides what everybody reads, too.
_EXPERT: Mapping[Verb, frozenset[Standing]] = MappingProxyType({**_COLLEAGUE, Verb.TEACH: _ANY})
_SUPERVISOR: Mapping[Verb, frozenset[Standing]] = MappingProxyType(dict.fromkeys(Verb, _ANY))

RIGHTS: Mapping[Role, Mapping[Verb, frozenset[Standing]]] = MappingProxyType(
    {
        Role.AGENT: _COLLEAGUE,
        Role.EXPERT: _EXPERT,
        Role.SUPERVISOR: _SUPERVISOR,
        Role.ADMIN: _SUPERVISOR,
    }
)


#: Who may give which role, and take it: beside the group's word, which nobody here changes.
GRANTS: Mapping[Role, frozenset[Role]] = MappingProxyType(
    {
        Role.AGENT: frozenset(),
        Role.EXPERT: frozenset(),
        Role.SUPERVISOR: frozenset({Role.AGENT, Role.EXPERT, Role.SUPERVISOR}),
        Role.ADMIN: frozenset(Role),
    }
)


def standing(
    person: Staff, primary: int | None, collaborators: Container[int] = frozenset()
) -> Standing:
    """How `person` stands to a ticket with that primary responder and those collaborators."""
    if primary is None:
        return Standing.UNOWNED
    if primary == person.id:
        return Standing.PRIMARY
    return Standing.COLLABORATOR if person.id in collaborators else Standing.ANOTHERS


def may(
    person: Staff, verb: Verb, primary: int | None, collaborators: Container[int] = frozenset()
) -> bool:
    """Whether the table lets `person` do `verb` on a ticket of `primary` and `collaborators`."""
    return standing(person, primary, collaborators) in RIGHTS[person.role][verb]


def may_grant(by: Role, before: Role | None, after: Role) -> bool:
    """Whether someone of role `by` may make `after` of whom `before` was granted to."""
    return {before or Role.AGENT, after} <= GRANTS[by]
