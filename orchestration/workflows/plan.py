"""A plan: how far a matter is, stage by stage, and what is next; and what planning rests on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from orchestration.actions.action import Action
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Arguments, Json
from orchestration.workflows.case import CaseRecord, Lack
from orchestration.workflows.workflow import Words


class ActionState(StrEnum):
    """How far an action is that was proposed."""

    PROPOSED = "proposed"
    WAITING_APPROVAL = "waiting_approval"
    RUNNING = "running"
    DONE = "done"
    REJECTED = "rejected"  # by a person
    DENIED = "denied"  # by the policy
    FAILED = "failed"
    UNKNOWN = "unknown"  # nobody can tell whether it happened


#: What somebody may still decide on.
UNDECIDED = frozenset({ActionState.PROPOSED, ActionState.WAITING_APPROVAL})
#: What may still be done.
UNDER_WAY = UNDECIDED | {ActionState.RUNNING}


@dataclass(frozen=True, slots=True)
class ActionSoFar:
    """An action of the ticket, whoever proposed it: without workflow and step it was a person.

    `result` is what the system answered, `reference` what people call it by. `at` is when it
    reached its state. `taken_over` is what a person proposed of a step, instead of the plan's.
    """

    tool: str
    arguments: Arguments
    state: ActionState
    workflow: str = ""
    step: str = ""
    result: Json = None
    reference: str = ""
    at: datetime | None = None
    taken_over: bool = False

    @property
    def action(self) -> Action:
        """What was proposed."""
        return Action(self.tool, self.arguments)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a plan rests on.

    `record` is the one that is bound now, and `proof` how that was shown; both empty while nobody
    is verified. `reads` and `actions` are the ticket's, the oldest first. `zone` is where days
    begin.
    """

    case: CaseRecord
    now: datetime
    record: str = ""
    proof: str = ""
    reads: Sequence[RecordedRead] = ()
    actions: Sequence[ActionSoFar] = ()
    zone: str = "UTC"

    def is_overtaken(self, read: RecordedRead) -> bool:
        """Whether something was done since, which may have changed what that read says."""
        return any(
            each.state is ActionState.DONE and each.at is not None and each.at > read.read_at
            for each in self.actions
        )


class StageKind(StrEnum):
    """What a stage is about."""

    CUSTOMER = "customer"  # whose record it is
    NEED = "need"  # what they must have named
    READ = "read"
    AGREEMENT = "agreement"  # of systems with each other
    STEP = "step"
    SUCCESS = "success"  # the workflow's own criterion
    TOLD = "told"


class StageState(StrEnum):
    """How far a stage is."""

    VERIFIED = "verified"
    PENDING = "pending"
    DONE = "done"
    BLOCKED = "blocked"


class Reason(StrEnum):
    """What a stage rests on, or what stands in its way."""

    NONE = ""
    NOT_VERIFIED = "not_verified"
    NOT_NAMED = "not_named"
    NOT_READ = "not_read"
    STALE = "stale"
    NOT_FOUND = "not_found"
    #: The systems contradict each other, and nobody has decided yet.
    CONTRADICTED = "contradicted"
    #: A person decided on it.
    DECIDED = "decided"
    #: An expression of the workflow could not be worked out; `detail` says why.
    CANNOT_TELL = "cannot_tell"
    #: It will be proposed now.
    NEXT = "next"
    #: It comes after what stands above.
    LATER = "later"
    #: What became of the action is `Stage.action`.
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a plan, as the card shows it.

    `id` is the need, read, contradiction or step. `title` is in the staff's languages, where the
    workflow has one. `detail` is a value, a tool or words on what went wrong; `read` and `action`
    are what it rests on.
    """

    kind: StageKind
    id: str
    state: StageState
    reason: Reason = Reason.NONE
    detail: str = ""
    title: Words = field(default_factory=dict)
    read: RecordedRead | None = None
    action: ActionSoFar | None = None


@dataclass(frozen=True, slots=True)
class NeededRead:
    """A read that is still to be made, or to be made again where it is `stale`."""

    name: str
    tool: str
    arguments: Arguments
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action of a step that is to be put before the gate."""

    step: str
    title: Words
    action: Action


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction between systems; `id` is what `CaseRecord.decided` calls it."""

    id: str
    says: Words


class Standing(StrEnum):
    """How far a matter is as a whole."""

    #: The customer must be verified first.
    UNVERIFIED = "unverified"
    #: The customer must name something first.
    LACKING = "lacking"
    #: Reads are to be made first.
    READING = "reading"
    #: A person must decide which system is right.
    CONTRADICTED = "contradicted"
    #: Something was proposed, and is not done yet.
    WAITING = "waiting"
    #: It did not succeed, or nobody can say how it is: a person must look.
    TROUBLED = "troubled"
    REFUSED = "refused"
    #: Nothing has to be done; the answer is known.
    ANSWERED = "answered"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Plan:
    """How far a matter is and what is next.

    `lacking` is all that the customer must still name, whether they were asked or not (`to_ask`
    tells). `overtaken` are actions that wait for a decision while their step would now have other
    arguments: they should be withdrawn. `says` are what the customer may be told, the best first,
    and `values` what may be filled in. `rests_on` are the reads that it all rests on.
    """

    workflow: str
    standing: Standing
    stages: Sequence[Stage] = ()
    lacking: Sequence[Lack] = ()
    reads: Sequence[NeededRead] = ()
    proposals: Sequence[Proposal] = ()
    overtaken: Sequence[ActionSoFar] = ()
    contradictions: Sequence[Found] = ()
    says: Sequence[Words] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    rests_on: Sequence[RecordedRead] = ()


def once_each(reads: Collection[NeededRead]) -> Sequence[NeededRead]:
    """Each of these reads once, in their order."""
    unique: dict[str, NeededRead] = {}
    for each in reads:
        unique.setdefault(Action(each.tool, each.arguments).digest, each)
    return list(unique.values())
