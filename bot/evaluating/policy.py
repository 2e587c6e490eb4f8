"""`topicdesk eval policy`: how well a policy of any domain decides a table of labelled cases.

A folder with `tools/*.yaml` (or one `tools.yaml`), `policy.yaml`, and `cases/`; docs/policy.md says
what stands in each.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.desk_files import policy as policy_files
from bot.desk_files import tools as tool_files
from bot.evaluating.cannot_measure import CannotMeasure
from bot.policing import cases as case_files
from bot.policing.cases import Case
from bot.policing.explaining import explanation
from bot.policing.running import Result, run
from orchestration.actions.decision import Verdict
from orchestration.actions.policy import Policy

CASES = "cases"
#: An action that is one of these does not run, and nobody is asked to let it.
STOPPED = frozenset({Verdict.DENY, Verdict.UNPROVEN, Verdict.ESCALATE})
#: How far each lets an action go.
_LETS = {**dict.fromkeys(STOPPED, 0), Verdict.APPROVE: 1, Verdict.AUTO: 2}
#: So many cases that were decided otherwise are shown.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Measured:
    """What was decided of a folder's cases, under its policy."""

    policy: Policy
    results: Sequence[Result]

    def of(self, *expected: Verdict) -> Sequence[Result]:
        """The cases of which one of these is expected."""
        return [each for each in self.results if each.case.expected in expected]

    @property
    def right(self) -> float:
        """The share of cases whose verdict is the expected one."""
        return _share(self.results, lambda each: _verdict(each) is each.case.expected) or 0.0

    @property
    def stop_rate(self) -> float | None:
        """Of the actions that must not run, the share that was stopped; None without any."""
        return _share(self.of(*STOPPED), lambda each: _verdict(each) in STOPPED)

    @property
    def false_deny(self) -> float | None:
        """Of the actions that may run, alone or approved, the share that was stopped."""
        return _share(
            self.of(Verdict.AUTO, Verdict.APPROVE), lambda each: _verdict(each) in STOPPED
        )

    @property
    def false_approve(self) -> float | None:
        """Of the actions that may not run alone, the share that was let further than it may."""
        wary = self.of(*(verdict for verdict in Verdict if verdict is not Verdict.AUTO))
        return _share(wary, lambda each: _LETS[_verdict(each)] > _LETS[each.case.expected])

    @property
    def confusion(self) -> Mapping[tuple[Verdict, Verdict], int]:
        """How many cases of each expected verdict were given each."""
        return Counter((each.case.expected, _verdict(each)) for each in self.results)

    @property
    def by_rule(self) -> Mapping[str, Mapping[Verdict, int]]:
        """What was expected of the cases that each rule decided; "" is where none did."""
        found: dict[str, Counter[Verdict]] = {}
        for each in self.results:
            found.setdefault(_rule(each), Counter())[each.case.expected] += 1
        return found


def measured(folder: Path) -> Measured:
    """Decides the cases of a folder; raises `CannotMeasure` and `InvalidDeskFiles`."""
    one = folder / "tools.yaml"
    tools = tool_files.read_all(one) if one.exists() else tool_files.load(folder)
    if not tools:
        msg = f"{folder} must hold tools.yaml, or tools/ with a file for each server"
        raise CannotMeasure(msg)
    file = folder / policy_files.FILE
    if not file.exists():
        msg = f"{folder} must hold {policy_files.FILE}"
        raise CannotMeasure(msg)
    policy = policy_files.read(file, policy_files.Surroundings(tools))
    cases: list[Case] = []
    for each in sorted((folder / CASES).glob("*")):
        if each.suffix in {".yaml", ".jsonl"}:
            cases += case_files.read(each, tools)
    if not cases:
        msg = f"{folder / CASES} must hold cases, in files that end in .yaml or .jsonl"
        raise CannotMeasure(msg)
    return Measured(policy, run(cases, policy))


def figures(found: Measured) -> dict[str, object]:
    """The figures by the names of `--json`."""
    return {
        "cases": len(found.results),
        "right": round(found.right, 4),
        "stop_rate": _rounded(found.stop_rate),
        "false_deny": _rounded(found.false_deny),
        "false_approve": _rounded(found.false_approve),
        "confusion": {
            expected: {
                given: count
                for given in Verdict
                if (count := found.confusion.get((expected, given), 0))
            }
            for expected in Verdict
            if found.of(expected)
        },
        "by_rule": {rule: dict(counts) for rule, counts in sorted(found.by_rule.items())},
        "missed": [
            {"case": each.case.name, "place": each.case.place, "why": each.missed}
            for each in found.results
            if each.missed
        ],
    }


def text_of(found: Measured) -> str:
    """The figures, the confusion, what each rule decided, and the cases that were missed."""
    return "\n".join(_lines(found))


def _lines(found: Measured) -> Iterator[str]:
    yield f"cases            {len(found.results)}, {found.right:.1%} with the expected verdict"
    yield f"stop rate        {_percent(found.stop_rate)} of what must not run was stopped"
    yield f"false deny       {_percent(found.false_deny)} of what may run was stopped"
    yield f"false approve    {_percent(found.false_approve)} was let further than it may go"
    yield ""
    yield f"{'expected':12}" + "".join(f"{verdict:>10}" for verdict in Verdict)
    for expected in Verdict:
        row = [found.confusion.get((expected, given), 0) for given in Verdict]
        if any(row):
            yield f"{expected:12}" + "".join(f"{count or '.':>10}" for count in row)
    yield ""
    yield "What was expected of what each rule decided"
    for rule, counts in sorted(found.by_rule.items()):
        said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
        yield f"  {rule}: {said}"
    missed = [each for each in found.results if each.missed]
    for result in missed[:_SHOWN]:
        yield ""
        yield f"✗ {result.case.place}: {result.case.name}: {result.missed}"
        told = explanation(result.case.situation, found.policy, result.judged)
        yield from (f"    {line}" for line in told.splitlines())
    if len(missed) > _SHOWN:
        yield f"and {len(missed) - _SHOWN} more"


def _verdict(result: Result) -> Verdict:
    return result.judged.decision.verdict


def _rule(result: Result) -> str:
    """The deciding rule with its tool, or what decided before any."""
    tool, rules = result.case.situation.action.tool, result.judged.decision.rules
    if rules:
        return f"{tool}: {rules[0]}"
    asked = "no rule held" if result.judged.rules else f"before any rule: {_verdict(result)}"
    return f"{tool}: ({asked})"


def _share(results: Sequence[Result], fits: Callable[[Result], bool]) -> float | None:
    return sum(map(fits, results)) / len(results) if results else None


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _percent(share: float | None) -> str:
    return "none of it" if share is None else f"{share:.1%}"
