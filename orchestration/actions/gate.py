"""The gate: how a proposed write may happen, decided in code and on evidence.

It looks nothing up and reads no clock. In this order: an unknown tool or an argument that does not
fit is denied; then what is unproven is said; then all rules are asked, and the strictest that holds
decides: deny, escalate, approve, auto. No rule means approval by a supervisor, and a rule that
cannot be worked out denies.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from orchestration.actions import sentences
from orchestration.actions.decision import Approvers, Decision, MissingRead, Verdict
from orchestration.actions.expressions import ExpressionFailed, Names, too_long
from orchestration.actions.paths import Path, looks_up
from orchestration.actions.policy import ActionPolicy, Policy, Rule, said
from orchestration.actions.proof import Proof, digest, proof
from orchestration.actions.sentences import Sentence
from orchestration.actions.situation import PastAction, Situation
from orchestration.people import Role
from orchestration.ports.tools import ServedTool
from orchestration.schemas import Arguments, Json, properties, without
from orchestration.tools.arguments import misfit

#: The strictest first: of the rules that hold, these decide.
_ORDER = (Verdict.DENY, Verdict.ESCALATE, Verdict.APPROVE, Verdict.AUTO)


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule and what it came to; `failed` says why it could not be worked out."""

    rule: Rule
    holds: bool = False
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision, and all that it was made of."""

    decision: Decision
    proof: Proof = field(default_factory=dict)
    rules: Sequence[Asked] = ()


def decide(situation: Situation, policy: Policy, language: str = "en") -> Decision:
    """How the action may happen; the reasons are in that language, where it is spoken."""
    return judge(situation, policy, language).decision


def judge(situation: Situation, policy: Policy, language: str = "en") -> Judgement:
    """The same, with what each rule came to."""
    refusal = _refusal(situation, policy)
    if refusal is not None:
        return Judgement(_denied(refusal, language))
    tool = situation.action.tool
    of = policy.of(tool, situation.served[tool].arguments)
    names = Names({"action": dict(situation.action.arguments)})
    try:
        proven, missing = proof(situation, of, names)
    except ExpressionFailed as error:
        unreadable = Sentence.of(sentences.UNREADABLE, words=error.reason)
        return Judgement(_denied(unreadable, language))
    if missing:
        return Judgement(_unproven(missing, language), proven)
    roots = of.roots
    named = _values(situation, proven, of)
    values = {each: value for each, value in named.items() if each in roots}
    for each, value in values.items():
        if too_long(value):
            unjudged = Sentence.of(sentences.TOO_LONG, name=each)
            return Judgement(_denied(unjudged, language), proven)
    names.add(values)
    asked = _ask(of.rules, names)
    return Judgement(_decided(asked, digest(proven), language), proven, asked)


def _refusal(situation: Situation, policy: Policy) -> Sentence | None:
    """Why the action is none that any tool could do for the customer."""
    tool = situation.action.tool
    served = situation.served.get(tool)
    if served is None:
        return Sentence.of(sentences.NOT_SERVED, tool=tool)
    of = policy.of(tool, served.arguments)
    return barred(tool, served, policy) or _misfit(of, served, situation.action.arguments)


def barred(tool: str, served: ServedTool, policy: Policy) -> Sentence | None:
    """Why no action with that tool could be allowed, whatever its arguments; None if one could."""
    if tool not in policy.actions and not served.changes:
        return Sentence.of(sentences.NOT_A_WRITE, tool=tool)
    of = policy.of(tool, served.arguments)
    if not of.bound:
        return Sentence.of(sentences.UNBOUND, tool=tool)
    untaken = sorted(of.filled - set(properties(served.arguments)))
    return Sentence.of(sentences.NOT_TAKEN, tool=tool, argument=untaken[0]) if untaken else None


def _misfit(of: ActionPolicy, served: ServedTool, arguments: Arguments) -> Sentence | None:
    """What of the arguments the tool does not take, or nobody may propose."""
    tool = of.tool
    takes = properties(served.arguments)
    for each in arguments:
        if each in of.filled:
            return Sentence.of(sentences.NOT_PROPOSED, argument=each)
        if each not in takes:
            return Sentence.of(sentences.UNKNOWN_ARGUMENT, tool=tool, argument=each)
    words = misfit(without(served.arguments, of.filled), arguments)
    return None if words is None else Sentence.of(sentences.MISFIT, words=words)


def _values(situation: Situation, proven: Proof, of: ActionPolicy) -> dict[str, Json]:
    """What rules can name, of the evidence only what these do: translating it takes longest."""
    ticket, customer, tool = situation.ticket, situation.customer, situation.action.tool
    same = [each for each in situation.past if each.tool == tool]
    here = [each for each in same if each.ticket == ticket.number]
    return {
        "action": dict(situation.action.arguments),
        "evidence": _evidence(proven, of),
        "ticket": {
            "number": ticket.number,
            "queue": ticket.queue,
            "status": ticket.status,
            "priority": ticket.priority,
            "intent": ticket.intent,
            "tags": list(ticket.tags),
            "escalations": list(ticket.escalations),
            "minutes": ticket.minutes,
        },
        "customer": {
            "record": customer.record,
            "proof": customer.proof,
            "tier": customer.tier,
        },
        "past": {
            "ticket": _sum(here),
            "customer": _sum(same),
            "all": {"count": len(situation.past)},
        },
        "today": situation.now.date().isoformat(),
        "now": situation.now,
    }


def _evidence(proven: Proof, of: ActionPolicy) -> dict[str, Json]:
    whole = {name: read.data for name, read in proven.items()}
    wanted: set[Path] = set()
    for rule in of.rules:
        looked_up = frozenset() if rule.when is None else looks_up(rule.when.source, "evidence")
        if looked_up is None:
            return whole
        wanted |= looked_up
    return {name: _pruned(name, data, wanted) for name, data in whole.items()}


def _pruned(name: str, data: Json, wanted: Collection[Path]) -> Json:
    if (name,) in wanted or not isinstance(data, dict):
        return data
    return {key: value for key, value in data.items() if (name, key) in wanted}


def _sum(past: Sequence[PastAction]) -> dict[str, Json]:
    return {"count": len(past), "amount_minor": sum(each.amount for each in past)}


def _ask(rules: Sequence[Rule], names: Names) -> Sequence[Asked]:
    asked = []
    for rule in rules:
        try:
            asked.append(Asked(rule, rule.when is None or rule.when.holds(names)))
        except ExpressionFailed as error:
            asked.append(Asked(rule, failed=error.reason))
    return asked


def _decided(asked: Sequence[Asked], evidence: str, language: str) -> Decision:
    failed = [each for each in asked if each.failed]
    if failed:
        return Decision(
            Verdict.DENY,
            tuple(_failed(each, language) for each in failed),
            tuple(each.rule.name for each in failed),
            evidence=evidence,
        )
    held = [each.rule for each in asked if each.holds]
    verdict = next((tier for tier in _ORDER if any(rule.then is tier for rule in held)), None)
    if verdict is None:
        return Decision(
            Verdict.APPROVE,
            (said(sentences.NO_RULE, language),),
            approvers=Approvers(),
            evidence=evidence,
        )
    decisive = [rule for rule in held if rule.then is verdict]
    others = [rule for rule in held if rule.then is not verdict]
    reasons = tuple(said(rule.says, language) for rule in decisive)
    names = tuple(rule.name for rule in (*decisive, *others))
    if verdict is Verdict.APPROVE:
        approvers = [rule.approvers or Approvers() for rule in decisive]
        skills = sorted({each.skill for each in approvers} - {""})
        if len(skills) > 1:
            differ = Sentence.of(sentences.SKILLS, skills=", ".join(skills))
            reasons = (differ.in_language(language),)
            return Decision(Verdict.DENY, reasons, names, evidence=evidence)
        return Decision(verdict, reasons, names, strictest(approvers), evidence=evidence)
    tier = decisive[0].tier if verdict is Verdict.ESCALATE else ""
    return Decision(verdict, reasons, names, tier=tier, evidence=evidence)


def strictest(approvers: Sequence[Approvers]) -> Approvers:
    """Who satisfies all of these, of whom no two ask for different skills."""
    ranks = list(Role)
    return Approvers(
        role=max((each.role for each in approvers), key=ranks.index),
        skill=next((each.skill for each in approvers if each.skill), ""),
        count=max(each.count for each in approvers),
        four_eyes=any(each.four_eyes for each in approvers),
        within=min(each.within for each in approvers),
    )


def _failed(asked: Asked, language: str) -> str:
    words = Sentence.of(sentences.FAILED, rule=asked.rule.name, words=asked.failed)
    return words.in_language(language)


def _denied(why: Sentence, language: str) -> Decision:
    return Decision(Verdict.DENY, (why.in_language(language),))


def _unproven(missing: Sequence[MissingRead], language: str) -> Decision:
    lacks = (
        Sentence.of(sentences.LACKS[each.lack], name=each.name, tool=each.tool) for each in missing
    )
    reasons = dict.fromkeys(each.in_language(language) for each in lacks)
    return Decision(Verdict.UNPROVEN, tuple(reasons), missing=tuple(missing))
