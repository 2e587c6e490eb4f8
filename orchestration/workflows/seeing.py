"""What a workflow's expressions see of a case: names that grow with every read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orchestration.actions.expressions import Expression, ExpressionFailed, Names
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Json
from orchestration.specialists.built_in.address import Address
from orchestration.specialists.kinds import Kind
from orchestration.times.local import wall
from orchestration.workflows.plan import ActionSoFar, Facts
from orchestration.workflows.workflow import Step, Workflow

#: Two actions with different ones of these are about different things.
_THINGS = (Kind.ORDER, Kind.INVOICE, Kind.SUBSCRIPTION, Kind.TRACKING)


@dataclass(slots=True)
class Sight:
    """The names, as far as reads were made; `names` is what expressions are held against."""

    workflow: Workflow
    facts: Facts
    evidence: dict[str, Json] = field(default_factory=dict)
    names: Names = field(init=False)
    _values: dict[str, Json] = field(default_factory=dict)
    _named: Mapping[Kind, str] = field(init=False)
    _chosen: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        case = self.facts.case
        matter = case.matter(self.workflow.id)
        self._named = {kind: case.named_for(matter, kind) for kind in Kind}
        chosen = matter.chosen if matter is not None else {}
        self._chosen = {each.id: chosen.get(each.id, "") for each in self.workflow.choices}
        self._look()

    def see(self, name: str, read: RecordedRead) -> bool:
        """Takes in what a read answered; False where expressions cannot look into it."""
        if not isinstance(read.data, Mapping | list):
            return False
        before = dict(self.evidence)
        self.evidence[name] = read.data
        try:
            self._look()
        except Exception:  # noqa: BLE001 - the library raises what it pleases of what is no JSON
            self.evidence = before
            self._look()
            return False
        return True

    def first_of(self, any_of: Sequence[str]) -> tuple[str, str]:
        """The first of these kinds or choices that is known, and its value; else two empty ones."""
        known = {**{kind.value: value for kind, value in self._named.items()}, **self._chosen}
        return next(((each, known[each]) for each in any_of if known.get(each)), ("", ""))

    def kind_of(self, value: Json) -> Kind | None:
        """The kind of which the customer named that value."""
        return next((kind for kind, named in self._named.items() if value and named == value), None)

    def actions_of(self, step: Step) -> Sequence[ActionSoFar]:
        """The actions of a step that are about the same thing as it is now, the oldest first."""
        mine = (self.workflow.id, step.id)
        now = {
            kind.value: self._value(step.arguments[kind.value])
            for kind in _THINGS
            if kind.value in step.arguments
        }
        return [
            each
            for each in self.facts.actions
            if (each.workflow, each.step) == mine
            and all(value in {None, each.arguments.get(name)} for name, value in now.items())
        ]

    def shown(self) -> Mapping[str, str]:
        """The values that can stand in a text: words and whole numbers, and what is not empty."""
        return dict(self._shown())

    def _shown(self) -> Iterator[tuple[str, str]]:
        for name, value in self._values.items():
            if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
                yield name, " ".join(str(value).split())

    def _look(self) -> None:
        """The names anew; what actions are about is told by the names without them."""
        self._values = {}
        self.names = self._names({step.id: _NOTHING for step in self.workflow.steps})
        acts: dict[str, Json] = {}
        for step in self.workflow.steps:
            mine = self.actions_of(step)
            acts[step.id] = _shown_action(mine[-1]) if mine else _NOTHING
        self.names = self._names(acts)
        for name, expression in self.workflow.values.items():
            value = self._value(expression)
            if value is not None:
                self._values[name] = value
                self.names = self._names(acts)

    def _names(self, actions: Mapping[str, Json]) -> Names:
        """All names; what an action answered is left out where expressions cannot look into it."""
        try:
            return self._all_names(actions)
        except Exception:  # noqa: BLE001 - the library raises what it pleases of what is no JSON
            plain = {step: {**_plain(shown), "result": {}} for step, shown in actions.items()}
            return self._all_names(plain)

    def _all_names(self, actions: Mapping[str, Json]) -> Names:
        named: dict[str, Json] = {kind.value: value for kind, value in self._named.items()}
        named[Kind.ADDRESS.value] = Address.of(self._named[Kind.ADDRESS]).parts
        return Names(
            {
                "named": named,
                "chosen": dict(self._chosen),
                "evidence": self.evidence,
                "values": dict(self._values),
                "actions": dict(actions),
                "customer": {"record": self.facts.record, "proof": self.facts.proof},
                "today": wall(self.facts.now, self.facts.zone).date().isoformat(),
            }
        )

    def _value(self, expression: Expression) -> Json:
        """What it comes to; None where that cannot be told."""
        try:
            return expression.value(self.names)
        except ExpressionFailed:
            return None


def _plain(shown: Json) -> Mapping[str, Json]:
    return shown if isinstance(shown, Mapping) else {}


_NOTHING: Mapping[str, Json] = {"state": "", "reference": "", "result": {}}


def _shown_action(action: ActionSoFar) -> Mapping[str, Json]:
    result = action.result if isinstance(action.result, Mapping) else {}
    return {"state": action.state.value, "reference": action.reference, "result": dict(result)}
