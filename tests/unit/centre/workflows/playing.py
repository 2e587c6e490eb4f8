"""Plays a matter through: words, reads that answer by hand, actions that are done, to the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from bot.desk_files import workflows as workflow_files
from bot.settings import Settings
from orchestration.actions.action import Action
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Json
from orchestration.specialists.built_in.entities import entities_in
from orchestration.specialists.built_in.naming import Named
from orchestration.workflows.case import CaseRecord
from orchestration.workflows.hearing import merged, picked, with_choices
from orchestration.workflows.plan import ActionSoFar, ActionState, Facts, Plan
from orchestration.workflows.planning import plan
from orchestration.workflows.workflow import Workflow

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANA = 7
RECORD = "C-1001"


@cache
def shipped() -> Mapping[str, Workflow]:
    """The desk's own workflows."""
    found = workflow_files.load(Settings.model_fields["desk_dir"].default)
    return {each.id: each for each in found}


def heard(workflow: Workflow, *words: str, now: datetime = NOW) -> CaseRecord:
    """The record of a ticket whose customer wrote these messages, the first about the workflow."""
    case = CaseRecord(1, ANA)
    said = list(enumerate(words, 1))
    entities = []
    for seq, text in said:
        entities += entities_in(text, now.date(), seq)
        case = merged(case, Named(tuple(entities), None, seq))
        if seq == 1:
            case = picked(case, [(workflow, text)], Named(tuple(entities), None, seq), now)
    return with_choices(case, {workflow.id: workflow}, said)


@dataclass
class Desk:
    """A ticket about one workflow, over systems of which each tool answers what `answers` says.

    A tool without an answer finds nothing. `results` is what a write answers.
    """

    workflow: Workflow
    case: CaseRecord
    answers: Mapping[str, Json]
    results: Mapping[str, Json] = field(default_factory=dict)
    now: datetime = NOW
    record: str = RECORD
    reads: list[RecordedRead] = field(default_factory=list)
    actions: list[ActionSoFar] = field(default_factory=list)

    @property
    def facts(self) -> Facts:
        proof = "order" if self.record else ""
        return Facts(self.case, self.now, self.record, proof, self.reads, self.actions)

    def plan(self) -> Plan:
        """The plan, once all reads that it wants were made."""
        for _ in range(10):
            found = plan(self.workflow, self.facts)
            if not found.reads:
                return found
            self.now += timedelta(seconds=1)
            for each in found.reads:
                data = self.answers.get(each.tool)
                read = RecordedRead(
                    1, each.tool, each.arguments, self.record, self.now, data, data is not None
                )
                self.reads.append(read)
        msg = "it never has enough of reading"
        raise AssertionError(msg)

    def propose(self, state: ActionState) -> Sequence[Action]:
        """What the plan proposes now, put into that state."""
        found = self.plan().proposals
        for each in found:
            act = ActionSoFar(
                each.action.tool,
                each.action.arguments,
                state,
                self.workflow.id,
                each.step,
                at=self.now,
            )
            self.actions.append(act)
        return [each.action for each in found]

    def decide(self, state: ActionState) -> None:
        """Whatever waits gets there; what is done answers."""
        self.now += timedelta(seconds=1)
        for place, each in enumerate(self.actions):
            if each.state in {ActionState.PROPOSED, ActionState.WAITING_APPROVAL}:
                result = self.results.get(each.tool) if state is ActionState.DONE else None
                self.actions[place] = replace(each, state=state, result=result, at=self.now)
