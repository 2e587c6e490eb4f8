"""What of a policy cannot be: held against the tools' schemas, and tried on samples of them.

A misspelt field, or one that may be missing, is found here and not when a customer's case needs it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.desk_files.document import Document, Mistake, Way
from bot.desk_files.values import known_are
from orchestration.actions import known
from orchestration.actions.decision import Verdict
from orchestration.actions.expressions import Expression
from orchestration.actions.policy import ActionPolicy, Check, Rule, Undo, WantedRead
from orchestration.actions.trying import problems
from orchestration.schemas import Schema, properties, without
from orchestration.specialists.cast import Access
from orchestration.tools.described import Described, DescribedTool

_NUMBERS = frozenset({"integer"})


@dataclass(slots=True)
class Checker:
    """Gathers what does not fit together; `tools` are those that desk/tools/ describes."""

    document: Document
    tools: Described
    queues: Iterable[str] | None
    tiers: Iterable[str] | None
    escalations: Container[str] | None
    mistakes: list[Mistake] = field(default_factory=list)

    def customer(self, tool: str, own: str | None, usual: str) -> str:
        """The argument that takes the record: the one that is said here, or the usual, if any."""
        return self._usual(tool, usual) if own is None else own

    def key(self, tool: str, own: str | None, usual: str) -> str:
        """The argument that takes a key, in the same way; its description may name it too."""
        described = self.tools.get(tool)
        if own is None and described is not None and described.key:
            return described.key
        return self._usual(tool, usual) if own is None else own

    def _usual(self, tool: str, usual: str) -> str:
        described = self.tools.get(tool)
        return usual if described and usual in properties(described.arguments) else ""

    def unknown(self, way: Way, what: str, name: str, all_are: Iterable[str]) -> None:
        """There is none of that name."""
        self._wrong(way, f'there is no {what} "{name}"; {known_are(name, list(all_are))}')

    def read(self, way: Way, read: WantedRead, customer: str) -> None:
        """A read must exist, and say what it is asked."""
        described = self._tool((*way, "tool"), read.tool, Access.READ)
        if described is None:
            return
        takes = without(described.arguments, {customer})
        self._named((*way, "match"), read.tool, takes, read.match)

    def action(self, way: Way, action: ActionPolicy) -> None:
        """All that is said of one write."""
        described = self._tool(way, action.tool, Access.WRITE)
        if described is None:
            return
        takes = properties(described.arguments)
        for key in ("amount", "customer", "key"):
            name = getattr(action, key)
            if name and name not in takes:
                words = f'{action.tool} has no argument "{name}"; {known_are(name, list(takes))}'
                self._wrong((*way, key), words)
        amount = takes.get(action.amount)
        if isinstance(amount, Mapping) and amount.get("type") not in _NUMBERS:
            words = f'"{action.amount}" must be an integer, of minor units, to be an amount'
            self._wrong((*way, "amount"), words)
        if not action.bound:
            words = (
                f"{action.tool} could be about anybody: name the argument that takes the "
                "customer's record (customer), or a read of theirs that matches an argument"
            )
            self._wrong(way, words)
        answers = properties(described.answer)
        if action.result and action.result not in answers:
            words = f'{action.tool} answers no "{action.result}"'
            self._wrong((*way, "result"), f"{words}; {known_are(action.result, list(answers))}")
        proposed = without(described.arguments, action.filled)
        self._evidence(way, action, proposed)
        self._rules(way, action, proposed)
        self._undo((*way, "undo"), action, proposed, described.answer)
        self._check((*way, "check"), action.check, proposed, action.customer)

    def _evidence(self, way: Way, action: ActionPolicy, proposed: Schema) -> None:
        for place, read in enumerate(action.evidence):
            for name, source in read.match.items():
                found = problems(source, known.of_match(proposed), condition=False)
                for words in found:
                    said = f'"{read.name}" cannot be matched by {name}: {words}'
                    self._wrong((*way, "evidence", place), said)

    def _rules(self, way: Way, action: ActionPolicy, proposed: Schema) -> None:
        answers = {
            each.name: self.tools[each.tool].answer
            for each in action.evidence
            if each.tool in self.tools
        }
        names = known.of_rules(proposed, answers, self.queues, self.tiers)
        seen: set[str] = set()
        for place, rule in enumerate(action.rules):
            here: Way = (*way, "rules", place)
            if rule.name in seen:
                self._wrong((*here, "name"), f'there is a rule "{rule.name}" here already')
            seen.add(rule.name)
            self._rule(here, rule)
            if rule.when is not None:
                self._tried((*here, "when"), f'the rule "{rule.name}"', rule.when, names)
        skills = {rule.approvers.skill for rule in action.rules if rule.approvers} - {""}
        if len(skills) > 1:
            named = ", ".join(sorted(skills))
            words = (
                f"its rules ask for people of different skills ({named}), which no one approval "
                "can have: take one skill, or let one rule escalate"
            )
            self._wrong((*way, "rules"), words)

    def _rule(self, way: Way, rule: Rule) -> None:
        if rule.approvers is not None and rule.then is not Verdict.APPROVE:
            self._wrong((*way, "by"), '"by" only goes with then: approve')
        if rule.then is Verdict.ESCALATE and not rule.tier:
            self._wrong(way, '"tier" is missing here: which one of escalation.yaml it goes to')
        if rule.tier and rule.then is not Verdict.ESCALATE:
            self._wrong((*way, "tier"), '"tier" only goes with then: escalate')
        elif rule.tier and self.escalations is not None and rule.tier not in self.escalations:
            words = f'there is no tier "{rule.tier}" in escalation.yaml'
            self._wrong((*way, "tier"), words)

    def _undo(self, way: Way, action: ActionPolicy, proposed: Schema, answer: Schema) -> None:
        undo: Undo | None = action.undo
        described = self._tool((*way, "tool"), undo.tool, Access.WRITE) if undo else None
        if undo is None or described is None:
            return
        takes = without(described.arguments, action.filled)
        self._named((*way, "arguments"), undo.tool, takes, undo.arguments)
        names = known.of_undo(proposed, answer)
        for name, source in undo.arguments.items():
            self._tried((*way, "arguments", name), f'"{name}"', source, names, condition=False)

    def _check(self, way: Way, check: Check | None, proposed: Schema, customer: str) -> None:
        described = self._tool((*way, "tool"), check.tool, Access.READ) if check else None
        if check is None or described is None:
            return
        takes = without(described.arguments, {customer})
        self._named((*way, "arguments"), check.tool, takes, check.arguments)
        for name, source in check.arguments.items():
            names = known.of_match(proposed)
            self._tried((*way, "arguments", name), f'"{name}"', source, names, condition=False)
        names = known.of_check(proposed, described.answer)
        self._tried((*way, "done"), '"done"', check.done, names)

    def _tool(self, way: Way, tool: str, access: Access) -> DescribedTool | None:
        described = self.tools.get(tool)
        if described is None:
            server = tool.partition(".")[0]
            near = known_are(tool, sorted(self.tools), "described are") if self.tools else "none is"
            self._wrong(way, f'"{tool}" is not described in tools/{server}.yaml; {near}')
        elif described.access is not access:
            server = tool.partition(".")[0]
            words = f'"{tool}" is a {described.access} in tools/{server}.yaml, and no {access}'
            self._wrong(way, words)
            return None
        return described

    def _named(self, way: Way, tool: str, takes: Schema, given: Mapping[str, Expression]) -> None:
        """The arguments that are given must be those that the tool takes."""
        named = properties(takes)
        for name in given:
            if name not in named:
                words = f'{tool} has no argument "{name}"; {known_are(name, list(named))}'
                self._wrong((*way, name), words)
        for name in _needed(takes):
            if name not in given:
                self._wrong(way, f'{tool} needs "{name}", which is not said here')

    def _tried(
        self,
        way: Way,
        what: str,
        source: Expression,
        names: Mapping[str, Schema],
        *,
        condition: bool = True,
    ) -> None:
        for words in problems(source, names, condition=condition):
            self._wrong(way, f"{what}: {words}")

    def _wrong(self, way: Way, words: str) -> None:
        self.mistakes.append(self.document.mistake(way, words))


def _needed(schema: Schema) -> Iterator[str]:
    required = schema.get("required")
    yield from (str(each) for each in required) if isinstance(required, list) else ()
