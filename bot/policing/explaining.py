"""Why an action is decided so, in lines that a person reads."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from orchestration.actions.decision import Approvers, Decision, Lack, Verdict
from orchestration.actions.gate import Asked, Judgement
from orchestration.actions.policy import ActionPolicy, Policy, WantedRead, said
from orchestration.actions.situation import Situation
from orchestration.schemas import Arguments

_LACKS: Mapping[Lack, str] = {
    Lack.MISSING: "was not made for this customer and with these arguments",
    Lack.STALE: "was made too long ago",
    Lack.NOT_THEIRS: "found nothing that is the verified customer's",
    Lack.NOT_VERIFIED: "cannot be made: the customer is not verified",
}
_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def explanation(situation: Situation, policy: Policy, judged: Judgement) -> str:
    """The action, what proves it and what is missing, every rule, and the decision."""
    return "\n".join(_lines(situation, policy, judged))


def outcome(decision: Decision) -> str:
    """A decision in one line."""
    by = _rules(decision)
    match decision.verdict:
        case Verdict.APPROVE if decision.approvers is not None:
            return f"approve, by {approvers(decision.approvers)}{by}"
        case Verdict.ESCALATE:
            return f"escalate, to {decision.tier}{by}"
        case Verdict.UNPROVEN:
            names = ", ".join(each.name for each in decision.missing)
            return f"unproven: {names} missing"
        case verdict:
            return f"{verdict}{by}"


def approvers(wanted: Approvers) -> str:
    """Who has to say yes, and by when."""
    people = "one" if wanted.count == 1 else str(wanted.count)
    skill = f" with the skill {wanted.skill}" if wanted.skill else ""
    eyes = ", who neither proposed it nor answers the ticket" if wanted.four_eyes else ""
    return f"{people} {wanted.role} or above{skill}{eyes}, within {_time(wanted.within)}"


def call(tool: str, arguments: Arguments) -> str:
    """A tool and what it is asked."""
    return f"{tool}({', '.join(f'{name}={value}' for name, value in arguments.items())})"


def _lines(situation: Situation, policy: Policy, judged: Judgement) -> Iterator[str]:
    action, customer = situation.action, situation.customer
    known = policy.actions.get(action.tool)
    yield call(action.tool, action.arguments)
    if known is not None:
        yield f"  {said(known.title, 'en')}: {said(known.consequence, 'en')}"
    proof = f"{customer.record}, by {customer.proof}" if customer.record else "nobody"
    yield f"  for {proof}; ticket {situation.ticket.number}, {situation.now:%Y-%m-%d %H:%M %Z}"
    if known is not None:
        yield from _evidence(situation, known, judged)
    if judged.rules:
        yield "Rules"
        yield from (_rule(each) for each in judged.rules)
    yield f"Decision: {outcome(judged.decision)}"
    yield from (f"  {reason}" for reason in judged.decision.reasons)


def _evidence(situation: Situation, known: ActionPolicy, judged: Judgement) -> Iterator[str]:
    if known.evidence:
        yield "Evidence"
    missing = {each.name: each for each in judged.decision.missing}
    for wanted in known.evidence:
        lack = missing.get(wanted.name)
        read = judged.proof.get(wanted.name)
        if lack is not None:
            asked = call(lack.tool, lack.arguments)
            yield f"  ✗ {wanted.name}: {asked} {_LACKS[lack.lack]}"
        elif read is not None:
            age = f"{_time(situation.now - read.read_at)} old, {_time(wanted.within)} allowed"
            yield f"  ✓ {wanted.name}: {call(read.tool, read.arguments)}, {age}"
        else:
            yield f"  · {wanted.name}: {_wanted(wanted)}, not looked at"


def _wanted(read: WantedRead) -> str:
    return call(read.tool, {name: each.source for name, each in read.match.items()})


def _rule(asked: Asked) -> str:
    rule = asked.rule
    mark, value = ("✓", "holds") if asked.holds else ("·", "no")
    if asked.failed:
        mark, value = "!", f"failed: {asked.failed}"
    when = f": {' '.join(rule.when.source.split())}" if rule.when is not None else ""
    return f"  {mark} {rule.then:8} {rule.name} ({value}){when}"


def _rules(decision: Decision) -> str:
    return f' ("{decision.rules[0]}")' if decision.rules else ""


def _time(span: timedelta) -> str:
    for unit, letter in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "m")):
        if span >= unit and not span % unit:
            return f"{span // unit}{letter}"
    return f"{span.total_seconds():g}s"
