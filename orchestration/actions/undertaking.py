"""An undertaking: an action on its way from the proposal to its result.

As with tickets, only these verbs change it, and only along `MOVES`; each refuses before it changes
anything. What the ticket's timeline says of it is recorded by the use cases.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from orchestration.actions.action import Action, digest_of
from orchestration.actions.decision import Approvers, Decision
from orchestration.errors.actions import ActionDecided, NotEntitled
from orchestration.events.actions import Progress
from orchestration.people import Actor, Staff
from orchestration.schemas import Json
from orchestration.timeline import EntryRef

_OVER: frozenset[Progress] = frozenset()

#: The only moves there are. What failed, or was not allowed, stays so: whoever wants it proposes it
#: anew, and the gate decides anew.
MOVES: Mapping[Progress, frozenset[Progress]] = MappingProxyType(
    {
        Progress.READING: frozenset(
            {
                Progress.WAITING,
                Progress.READY,
                Progress.DENIED,
                Progress.ESCALATED,
                Progress.FAILED,
                Progress.VOID,
            }
        ),
        Progress.WAITING: frozenset(
            {Progress.READY, Progress.REJECTED, Progress.EXPIRED, Progress.VOID}
        ),
        Progress.READY: frozenset({Progress.RUNNING, Progress.FAILED, Progress.VOID}),
        Progress.RUNNING: frozenset(
            {Progress.DONE, Progress.FAILED, Progress.UNKNOWN, Progress.READY}
        ),
        Progress.UNKNOWN: frozenset({Progress.DONE, Progress.FAILED}),
        **dict.fromkeys(
            (
                Progress.DONE,
                Progress.FAILED,
                Progress.DENIED,
                Progress.ESCALATED,
                Progress.REJECTED,
                Progress.EXPIRED,
                Progress.VOID,
            ),
            _OVER,
        ),
    }
)
#: Something of these may still happen, or has.
STANDING = frozenset(
    {
        Progress.READING,
        Progress.WAITING,
        Progress.READY,
        Progress.RUNNING,
        Progress.UNKNOWN,
        Progress.DONE,
    }
)


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's yes, when, and to what: the `seal` of what they had read."""

    by: int
    name: str
    at: datetime
    seal: str


@dataclass(slots=True)
class Undertaking:
    """An action, what the gate said of it, and how far it is.

    `ref` is the entry that proposed it. `record` is the bound customer's in that moment, and
    `amount` what its policy calls so, in minor units. `until` is when a missing decision becomes a
    no, and `reminded` whether whoever may decide was reminded. `attempts` counts how often the
    system was asked. `reference` and `result` are what it answered. `version` grows with each
    saving, by which two writers notice each other.
    """

    ref: EntryRef
    action: Action
    record: str
    amount: int
    proposed_by: Actor
    proposed_at: datetime
    decision: Decision
    progress: Progress
    workflow: str = ""
    step: str = ""
    approvals: tuple[Approval, ...] = ()
    until: datetime | None = None
    reminded: bool = False
    attempts: int = 0
    tried_at: datetime | None = None
    reference: str = ""
    result: Json = None
    version: int = 0

    @property
    def key(self) -> str:
        """The idempotency key: this undertaking's alone, and the same at each attempt."""
        named = [self.ref.ticket, self.ref.seq, self.proposed_at.isoformat(), self.action.digest]
        return digest_of(named)[:32]

    @property
    def seal(self) -> str:
        """What a yes is bound to: the exact arguments, whose record, and what it rests on."""
        return digest_of([self.action.digest, self.record, self.decision.evidence])[:16]

    @property
    def approvers(self) -> Approvers:
        """Who has to say yes."""
        return self.decision.approvers or Approvers()

    @property
    def left(self) -> int:
        """So many more have to say yes."""
        return max(0, self.approvers.count - len(self.approvals))

    def check_open(self, seal: str) -> None:
        """Raises `ActionDecided` where it is over, or its reader has read other arguments."""
        if self.progress is not Progress.WAITING or seal != self.seal:
            raise ActionDecided(ticket=self.ref.ticket)

    def approve(self, by: Staff, at: datetime) -> None:
        """One more yes, and with the last one it may be done.

        The same person's second one is their first one still: raises `ActionDecided`.
        """
        self.check_open(self.seal)
        if any(each.by == by.id for each in self.approvals):
            raise ActionDecided(ticket=self.ref.ticket)
        self.approvals = (*self.approvals, Approval(by.id, by.name, at, self.seal))
        if not self.left:
            self.move(Progress.READY)

    def move(self, to: Progress) -> None:
        """Comes further; raises `ValueError` for a move that there is not, which is a bug."""
        if to not in MOVES[self.progress]:
            msg = f"an action that is {self.progress} cannot become {to}"
            raise ValueError(msg)
        self.progress = to


def check_entitled(
    undertaking: Undertaking, by: Staff, skills: tuple[str, ...], primary: int | None
) -> None:
    """Whether that person's yes counts; raises `NotEntitled`.

    With four eyes neither the yes of who proposed it counts, nor that of who answers the ticket.
    """
    wanted = undertaking.approvers
    enough = wanted.role.or_more(by.role) is by.role
    skilled = not wanted.skill or wanted.skill in skills
    own = by.id in {getattr(undertaking.proposed_by, "id", None), primary}
    if not enough or not skilled or by.anonymous or (wanted.four_eyes and own):
        raise NotEntitled(
            ticket=undertaking.ref.ticket,
            role=wanted.role.value,
            skill=wanted.skill,
            own=int(wanted.four_eyes and own),
            anonymous=int(by.anonymous),
        )
