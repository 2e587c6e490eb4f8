"""Runs a table of cases, and says which rules they never meet either way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.policing.cases import Case
from bot.policing.explaining import explanation, outcome
from orchestration.actions.gate import Judgement, judge
from orchestration.actions.policy import Policy


@dataclass(frozen=True, slots=True)
class Result:
    """A case and what was decided of it."""

    case: Case
    judged: Judgement

    @property
    def missed(self) -> str:
        """What is other than expected, in words; empty where nothing is."""
        decision, case = self.judged.decision, self.case
        named = f' by "{case.rule}"' if case.rule else ""
        if decision.verdict is not case.expected:
            return f"expected {case.expected}{named}, decided {outcome(decision)}"
        if case.rule and case.rule not in decision.rules[:1]:
            return f"expected {case.expected}{named}, decided {outcome(decision)}"
        missing = {each.name for each in decision.missing}
        if case.missing is not None and missing != case.missing:
            wanted = ", ".join(sorted(case.missing)) or "nothing"
            return f"expected {wanted} to be missing, decided {outcome(decision)}"
        return ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often a rule was asked, held, and decided."""

    asked: int = 0
    held: int = 0
    decided: int = 0


def run(cases: Sequence[Case], policy: Policy) -> Sequence[Result]:
    """Decides each case."""
    return [Result(each, judge(each.situation, policy)) for each in cases]


def coverage(results: Sequence[Result], policy: Policy) -> Mapping[tuple[str, str], Coverage]:
    """Of each rule, by its tool and name."""
    found = {
        (tool, rule.name): Coverage()
        for tool, action in policy.actions.items()
        for rule in action.rules
    }
    for result in results:
        tool, deciding = result.case.situation.action.tool, result.judged.decision.rules[:1]
        for each in result.judged.rules:
            before = found[tool, each.rule.name]
            found[tool, each.rule.name] = Coverage(
                before.asked + 1,
                before.held + each.holds,
                before.decided + (each.rule.name in deciding),
            )
    return found


def report(results: Sequence[Result], policy: Policy) -> str:
    """The cases that were missed, in full, and the rules that no case meets."""
    return "\n".join(_report(results, policy))


def _report(results: Sequence[Result], policy: Policy) -> Iterator[str]:
    missed = [each for each in results if each.missed]
    for result in missed:
        yield f"✗ {result.case.place}: {result.case.name}: {result.missed}"
        told = explanation(result.case.situation, policy, result.judged)
        yield from (f"    {line}" for line in told.splitlines())
        yield ""
    yield f"{len(results) - len(missed)} of {len(results)} cases are decided as expected."
    rules = coverage(results, policy)
    always = {
        (tool, rule.name)
        for tool, action in policy.actions.items()
        for rule in action.rules
        if rule.when is None
    }
    never = [key for key, each in rules.items() if not each.held]
    idle = [key for key, each in rules.items() if each.held and not each.decided]
    sure = [key for key, each in rules.items() if each.asked == each.held and each.held]
    both = len(rules) - len(never) - len([key for key in sure if key not in always])
    yield f"{both} of {len(rules)} rules are met both ways."
    yield from (f"  never held: {tool}: {name}" for tool, name in never)
    yield from (f"  held and never decided: {tool}: {name}" for tool, name in idle)
    yield from (
        f"  always held: {tool}: {name}" for tool, name in sure if (tool, name) not in always
    )
