"""What going through the stages of a workflow has given so far: all that its plan is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from orchestration.actions.expressions import Expression, ExpressionFailed, values_of
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Arguments
from orchestration.workflows.case import Lack
from orchestration.workflows.plan import (
    ActionSoFar,
    Facts,
    Found,
    NeededRead,
    Proposal,
    Reason,
    Stage,
    StageKind,
    StageState,
)
from orchestration.workflows.seeing import Sight
from orchestration.workflows.workflow import Workflow


@dataclass(slots=True)
class Walk:
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

    @property
    def verified(self) -> bool:
        """Whether it is known whose matter it is, as far as the workflow wants that."""
        return bool(self.facts.record) or not self.workflow.verified

    def add(self, stage: Stage) -> None:
        """The next stage."""
        self.stages.append(stage)

    def holds(self, expression: Expression, kind: StageKind, id_: str) -> bool:
        """Whether it holds; what cannot be told does not, and is a stage of its own."""
        try:
            return expression.holds(self.sight.names)
        except ExpressionFailed as failed:
            self._cannot_tell(kind, id_, failed)
            return False

    def arguments(
        self, expressions: Mapping[str, Expression], kind: StageKind, id_: str
    ) -> Arguments | None:
        """What they come to; None where that cannot be told, which is a stage of its own."""
        try:
            return values_of(expressions, self.sight.names)
        except ExpressionFailed as failed:
            self._cannot_tell(kind, id_, failed)
            return None

    def _cannot_tell(self, kind: StageKind, id_: str, failed: ExpressionFailed) -> None:
        """While something is still to be read, that may be why; else it stands in the way."""
        if self.waits:
            self.add(Stage(kind, id_, StageState.PENDING, Reason.LATER))
        else:
            self.blind = True
            self.add(Stage(kind, id_, StageState.BLOCKED, Reason.CANNOT_TELL, failed.reason))
