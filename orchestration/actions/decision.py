"""What the gate says of an action: how it may happen, why, and what is missing for more."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from orchestration.people import Role
from orchestration.schemas import Arguments


class Verdict(StrEnum):
    """The tiers, the strictest first; what is unproven was not held against any rule."""

    DENY = "deny"
    #: A read is missing, too old, or says nothing of this action.
    UNPROVEN = "unproven"
    ESCALATE = "escalate"
    APPROVE = "approve"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who has to say yes: so many people of that role or above, who have that skill, if any.

    With `four_eyes` nobody who proposed the action or answers the ticket counts. Who has not
    decided within that time has not approved.
    """

    role: Role = Role.SUPERVISOR
    skill: str = ""
    count: int = 1
    four_eyes: bool = False
    within: timedelta = timedelta(hours=24)


class Lack(StrEnum):
    """What is wrong with the evidence for a read that a policy wants."""

    MISSING = "missing"
    STALE = "stale"
    #: There is no such thing, or it is not the verified customer's.
    NOT_THEIRS = "not_theirs"
    #: No record is bound to the customer.
    NOT_VERIFIED = "not_verified"


@dataclass(frozen=True, slots=True)
class MissingRead:
    """A read that would have to be made first: `name` is what the policy calls it."""

    name: str
    tool: str
    arguments: Arguments
    lack: Lack


@dataclass(frozen=True, slots=True)
class Decision:
    """What the gate decided, `reasons` in words, `rules` by name, the decisive ones first.

    `approvers` belong to an approval, `tier` to an escalation: the one of escalation.yaml that it
    goes to. `evidence` is a digest of the reads that it rests on, whatever time they were made at.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    rules: tuple[str, ...] = ()
    approvers: Approvers | None = None
    tier: str = ""
    missing: tuple[MissingRead, ...] = ()
    evidence: str = ""
