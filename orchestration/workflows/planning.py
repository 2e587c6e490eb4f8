"""From what is known to what is next: pure, total, and it never proposes the same thing twice.

Whether an action may happen is not decided here: the gate does that for each proposal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orchestration.actions.action import Action
from orchestration.actions.expressions import Expression, ExpressionFailed
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Arguments
from orchestration.workflows.case import Lack, Why
from orchestration.workflows.plan import (
    ActionSoFar,
    ActionState,
    Facts,
    Found,
    NeededRead,
    Plan,
    Proposal,
    Reason,
    Stage,
    StageKind,
    StageState,
    Standing,
)
from orchestration.workflows.seeing import Sight
from orchestration.workflows.workflow import Need, Read, Step, Variant, Words, Workflow

#: Nobody knows yet what will have been done: nothing else is proposed beside it.
_OPEN = frozenset({ActionState.RUNNING, ActionState.UNKNOWN})
_UNDECIDED = frozenset({ActionState.PROPOSED, ActionState.WAITING_APPROVAL})
_UNDER_WAY = _UNDECIDED | {ActionState.RUNNING}
_TROUBLED = frozenset({ActionState.UNKNOWN, ActionState.FAILED})
#: A person who proposes of a step what they think right is not proposed another thing beside it.
_STANDS = _OPEN | _UNDECIDED | {ActionState.DONE}
_REFUSED = frozenset({ActionState.REJECTED, ActionState.DENIED})

_NO_JSON = "its answer cannot be looked into"


def plan(workflow: Workflow, facts: Facts) -> Plan:
    """How far the matter of that workflow is, and what is next; raises nothing."""
    return _Planner(workflow, facts).plan()


@dataclass(slots=True)
class _Planner:
    """Goes through the stages in their order, and gathers what each gives."""

    workflow: Workflow
    facts: Facts
    stages: list[Stage] = field(default_factory=list)
    lacking: list[Lack] = field(default_factory=list)
    reads: list[NeededRead] = field(default_factory=list)
    used: list[RecordedRead] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    overtaken: list[ActionSoFar] = field(default_factory=list)
    #: A read is not there that something later may rest on.
    waits: bool = False
    #: Something could not be told although all was read: nothing is proposed on that.
    blind: bool = False
    sight: Sight = field(init=False)

    def __post_init__(self) -> None:
        self.sight = Sight(self.workflow, self.facts)

    def plan(self) -> Plan:
        verified = bool(self.facts.record) or not self.workflow.verified
        if self.workflow.verified:
            self._customer()
        for need in self.workflow.needs:
            if need.when is None:
                self._need(need)
        for read in self.workflow.reads:
            self._read(read, allowed=verified)
        for need in self.workflow.needs:
            if need.when is not None and self._holds(need.when, StageKind.NEED, need.any_of[0]):
                self._need(need)
        self._agreement()
        for step in self.workflow.steps:
            self._step(step, may_propose=verified)
        standing = self._standing(verified=verified)
        self._ending(standing)
        return Plan(
            self.workflow.id,
            standing,
            tuple(self.stages),
            tuple(self.lacking),
            tuple(self.reads),
            tuple(self.proposals),
            tuple(self.overtaken),
            tuple(self.found),
            tuple(self._says(standing)),
            self.sight.shown(),
            tuple(self.used),
        )

    def _customer(self) -> None:
        kind, proof = StageKind.CUSTOMER, self.facts.proof
        if self.facts.record:
            self._add(Stage(kind, kind.value, StageState.VERIFIED, detail=proof))
        else:
            self._add(Stage(kind, kind.value, StageState.PENDING, Reason.NOT_VERIFIED))

    def _need(self, need: Need) -> None:
        name, value = self.sight.first_of(need.any_of)
        what = name or need.any_of[0]
        choice = self.workflow.choice(what)
        if value:
            self._add(Stage(StageKind.NEED, what, StageState.VERIFIED, detail=value))
            return
        given = self.facts.case.mistaken(need.any_of)
        why = Why.WRONG if given else Why.MISSING
        self.lacking.append(Lack(need.any_of, why, choice.asked if choice else {}, given))
        self._add(Stage(StageKind.NEED, what, StageState.PENDING, Reason.NOT_NAMED))

    def _read(self, read: Read, *, allowed: bool) -> None:
        if not allowed:
            self._not_read(read, Reason.NOT_VERIFIED)
            return
        if read.when is not None and not self._holds(read.when, StageKind.READ, read.name):
            return
        arguments = self._arguments(read.arguments, StageKind.READ, read.name)
        if arguments is None:
            self.waits = True
        elif None in arguments.values() or "" in arguments.values():
            self._not_read(read, Reason.NOT_NAMED)
        elif (made := self._made(Action(read.tool, arguments))) is None:
            self.reads.append(NeededRead(read.name, read.tool, arguments))
            self._not_read(read, Reason.NOT_READ)
        else:
            self._was_read(read, made)

    def _not_read(self, read: Read, why: Reason) -> None:
        self.waits = True
        self._add(Stage(StageKind.READ, read.name, StageState.PENDING, why, read.tool))

    def _was_read(self, read: Read, made: RecordedRead) -> None:
        self.used.append(made)
        state, reason, detail = StageState.VERIFIED, Reason.NONE, read.tool
        if self._is_stale(made):
            self.reads.append(NeededRead(read.name, read.tool, made.arguments, stale=True))
            state, reason = StageState.PENDING, Reason.STALE
        if not made.found:
            reason = reason or Reason.NOT_FOUND
            if not read.optional:
                self.waits, state = True, StageState.BLOCKED
                self._ask_again(made)
        elif not self.sight.see(read.name, made):
            self.blind = True
            state, reason, detail = StageState.BLOCKED, Reason.CANNOT_TELL, _NO_JSON
        self._add(Stage(StageKind.READ, read.name, state, reason, detail, read=made))

    def _ask_again(self, made: RecordedRead) -> None:
        """What the customer named is not known as theirs."""
        for value in made.arguments.values():
            kind = self.sight.kind_of(value)
            if kind is not None:
                needs = (each.any_of for each in self.workflow.needs if kind in each.any_of)
                self.lacking.append(Lack(next(needs, (kind,)), Why.WRONG, given=str(value)))

    def _made(self, asked: Action) -> RecordedRead | None:
        """The newest such read that is the bound record's, or nobody's."""
        fits = (
            each
            for each in self.facts.reads
            if each.record in {None, self.facts.record}
            and Action(each.tool, each.arguments).digest == asked.digest
        )
        return max(fits, key=lambda each: each.read_at, default=None)

    def _is_stale(self, read: RecordedRead) -> bool:
        """Whether it is too old to propose anything on, or something was done since."""
        too_old = self.facts.now - read.read_at > self.workflow.fresh
        return too_old or self.facts.is_overtaken(read)

    def _agreement(self) -> None:
        for each in self.workflow.contradictions:
            kind, name = StageKind.AGREEMENT, f"{self.workflow.id}.{each.id}"
            if not self._holds(each.when, kind, each.id):
                continue
            state, reason = StageState.DONE, Reason.DECIDED
            if name not in self.facts.case.decided:
                self.found.append(Found(name, each.says))
                state, reason = StageState.BLOCKED, Reason.CONTRADICTED
            self._add(Stage(kind, each.id, state, reason, title=each.says))

    def _step(self, step: Step, *, may_propose: bool) -> None:
        before = self.sight.actions_of(step)
        stage: Stage | None = None
        if before:
            state = _state_of(before[-1])
            stage = _of_step(step, state, Reason.ACTION, before[-1])
        if not may_propose or self.waits or self.lacking:
            stage = stage or _of_step(step, StageState.PENDING, Reason.LATER)
        elif self.blind:
            stage = stage or _of_step(step, StageState.BLOCKED, Reason.CANNOT_TELL)
        elif self.found:
            stage = stage or _of_step(step, StageState.BLOCKED, Reason.CONTRADICTED)
        else:
            stage = self._next(step, before) or stage
        if stage is not None:
            self._add(stage)

    def _next(self, step: Step, before: Sequence[ActionSoFar]) -> Stage | None:
        """The stage of a step that is proposed now; None where it is not, or cannot be told."""
        if not self._holds(step.when, StageKind.STEP, step.id):
            self._overtake(step, None)
            return None
        arguments = self._arguments(step.arguments, StageKind.STEP, step.id)
        if arguments is None:
            return None
        action = Action(step.tool, arguments)
        self._overtake(step, action)
        if action.digest in {each.action.digest for each in self.facts.actions}:
            return None
        if any(each.state in (_STANDS if each.taken_over else _OPEN) for each in before):
            return None
        if any(each.stale for each in self.reads):
            return _of_step(step, StageState.PENDING, Reason.STALE)
        self.proposals.append(Proposal(step.id, step.title, action))
        return _of_step(step, StageState.PENDING, Reason.NEXT)

    def _overtake(self, step: Step, action: Action | None) -> None:
        """What waits for a decision is not what the step would do now."""
        mine = (self.workflow.id, step.id)
        self.overtaken += [
            each
            for each in self.facts.actions
            if (each.workflow, each.step) == mine
            and each.state in _UNDECIDED
            and not each.taken_over
            and (action is None or each.action.digest != action.digest)
        ]

    def _standing(self, *, verified: bool) -> Standing:
        """The first that holds."""
        acts = [self.sight.actions_of(each) for each in self.workflow.steps]
        last = {each[-1].state for each in acts if each}
        missing = self.waits and any(not each.stale for each in self.reads)
        succeeded = self._holds(self.workflow.done, StageKind.SUCCESS, "success")
        for holds, standing in (
            (not verified, Standing.UNVERIFIED),
            (bool(self.lacking), Standing.LACKING),
            (missing, Standing.READING),
            (bool(self.found), Standing.CONTRADICTED),
            (bool(self.proposals or last & _UNDER_WAY), Standing.WAITING),
            (self.blind or bool(last & _TROUBLED), Standing.TROUBLED),
            (succeeded and ActionState.DONE in last, Standing.DONE),
            (bool(last & _REFUSED), Standing.REFUSED),
            (bool(self.reads), Standing.READING),
            (succeeded, Standing.ANSWERED),
        ):
            if holds:
                return standing
        return Standing.TROUBLED

    def _ending(self, standing: Standing) -> None:
        if standing in {Standing.DONE, Standing.ANSWERED}:
            self._add(Stage(StageKind.SUCCESS, "success", StageState.DONE))
        matter = self.facts.case.matter(self.workflow.id)
        if matter is not None and matter.told == standing:
            self._add(Stage(StageKind.TOLD, "told", StageState.DONE))
        else:
            self._add(Stage(StageKind.TOLD, "told", StageState.PENDING, Reason.LATER))

    def _says(self, standing: Standing) -> Iterator[Words]:
        """What may be said, the best first; what depends on what cannot be told is left out."""
        for variant in _variants(self.workflow, standing):
            try:
                if variant.when is None or variant.when.holds(self.sight.names):
                    yield variant.says
            except ExpressionFailed:
                continue

    def _holds(self, expression: Expression, kind: StageKind, id_: str) -> bool:
        """Whether it holds; what cannot be told does not, and is a stage of its own."""
        try:
            return expression.holds(self.sight.names)
        except ExpressionFailed as failed:
            self._cannot_tell(kind, id_, failed)
            return False

    def _arguments(
        self, expressions: Mapping[str, Expression], kind: StageKind, id_: str
    ) -> Arguments | None:
        try:
            return {name: each.value(self.sight.names) for name, each in expressions.items()}
        except ExpressionFailed as failed:
            self._cannot_tell(kind, id_, failed)
            return None

    def _cannot_tell(self, kind: StageKind, id_: str, failed: ExpressionFailed) -> None:
        """While something is still to be read, that may be why; else it stands in the way."""
        if self.waits:
            self._add(Stage(kind, id_, StageState.PENDING, Reason.LATER))
        else:
            self.blind = True
            self._add(Stage(kind, id_, StageState.BLOCKED, Reason.CANNOT_TELL, failed.reason))

    def _add(self, stage: Stage) -> None:
        self.stages.append(stage)


def _of_step(
    step: Step, state: StageState, reason: Reason, action: ActionSoFar | None = None
) -> Stage:
    return Stage(StageKind.STEP, step.id, state, reason, step.tool, step.title, action=action)


def _state_of(action: ActionSoFar) -> StageState:
    if action.state is ActionState.DONE:
        return StageState.DONE
    return StageState.PENDING if action.state in _UNDER_WAY else StageState.BLOCKED


def _variants(workflow: Workflow, standing: Standing) -> Sequence[Variant]:
    texts = workflow.texts
    match standing:
        case Standing.ANSWERED:
            return texts.answer
        case Standing.DONE:
            return texts.done
        case Standing.REFUSED:
            return texts.refused
        case Standing.WAITING | Standing.CONTRADICTED | Standing.TROUBLED:
            return texts.waiting
        case _:
            return ()
