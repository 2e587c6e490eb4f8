"""Why an action came to where it is, where the desk itself says so."""

from enum import StrEnum


class Why(StrEnum):
    """What the desk says; a policy's and a system's own reasons are words."""

    #: The records say something else by now, or are another customer's.
    EVIDENCE = "evidence"
    #: By the policy as it is, or by who is who by now, it needs another decision.
    POLICY = "policy"
    #: The ticket was closed before it was decided.
    CLOSED = "closed"
    #: The same was proposed with other arguments.
    REPLACED = "replaced"
    NOT_ASKED = "not-asked"
    NO_ANSWER = "no-answer"
    #: The system did not answer, and a read shows that it happened.
    LOOKED_UP = "looked-up"
    #: The system did not answer, and a read does not show it, which it still may later.
    NOT_SEEN = "not-seen"
