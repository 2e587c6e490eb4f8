"""Reads `desk/policy.yaml`: what writes need to be proven by, and who may let them happen."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool

from bot.desk_files.document import Document, InvalidDeskFiles
from bot.desk_files.policy_checks import Checker
from bot.desk_files.tool_servers import Tool
from bot.desk_files.values import Part, Skill, SomeTime
from orchestration.actions.decision import Approvers, Verdict
from orchestration.actions.expressions import BadExpression, Expression
from orchestration.actions.policy import (
    WITHIN,
    ActionPolicy,
    Check,
    Policy,
    Rule,
    Undo,
    WantedRead,
)
from orchestration.people import Role
from orchestration.tools.described import Described

FILE = "policy.yaml"

_USUAL = Approvers()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else of the desk a policy can name; None where that could not be read."""

    tools: Described = field(default_factory=dict)
    queues: Iterable[str] | None = None
    tiers: Iterable[str] | None = None
    escalations: Container[str] | None = None


def load(folder: Path, around: Surroundings) -> Policy:
    """The policy of a desk; without a file it has none, and no write is let through unseen.

    Raises `InvalidDeskFiles` with every mistake found.
    """
    file = folder / FILE
    return read(file, around) if file.exists() else Policy()


def read(file: Path, around: Surroundings) -> Policy:
    """The policy of a file; raises as `load` does."""
    document = Document.read(file)
    part = document.parse(PolicyPart)
    checker = Checker(document, around.tools, around.queues, around.tiers, around.escalations)
    made = _policy(part, checker)
    if checker.mistakes:
        raise InvalidDeskFiles(sorted(checker.mistakes, key=lambda each: each.line))
    return made


def _compiles(value: str) -> str:
    try:
        Expression.of(value)
    except BadExpression as error:
        raise ValueError(str(error)) from None
    return value


def _words(value: object) -> object:
    return {"en": value} if isinstance(value, str) else value


def _in_english(value: dict[str, str]) -> dict[str, str]:
    if not value.get("en", "").strip():
        msg = "must be text, or text by language with en among them"
        raise ValueError(msg)
    return value


Source = Annotated[str, AfterValidator(_compiles)]
Words = Annotated[dict[str, str], BeforeValidator(_words), AfterValidator(_in_english)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
#: A name that stands behind a dot in expressions.
Variable = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
RuleName = Annotated[str, Field(min_length=1, max_length=60)]


class _ReadPart(Part):
    tool: Tool
    match: dict[str, Source] = Field(default_factory=dict)
    within: SomeTime = WITHIN


class _ApproversPart(Part):
    role: Role = _USUAL.role
    skill: Skill | None = None
    count: Annotated[int, Field(strict=True, ge=1, le=5)] = _USUAL.count
    four_eyes: StrictBool = _USUAL.four_eyes
    within: SomeTime = _USUAL.within

    def approvers(self) -> Approvers:
        return Approvers(self.role, self.skill or "", self.count, self.four_eyes, self.within)


class RulePart(Part):
    """A rule as it is written."""

    name: RuleName
    then: Literal["deny", "escalate", "approve", "auto"]
    says: Words
    when: Source | None = None
    by: _ApproversPart | None = None
    tier: str | None = None


class _UndoPart(Part):
    tool: Tool
    arguments: dict[str, Source] = Field(default_factory=dict)


class _CheckPart(Part):
    tool: Tool
    arguments: dict[str, Source] = Field(default_factory=dict)
    done: Source


class ActionPart(Part):
    """What is written of one write."""

    title: Words
    consequence: Words
    amount: str = ""
    evidence: tuple[Variable, ...] = ()
    rules: tuple[RulePart, ...] = ()
    undo: _UndoPart | None = None
    check: _CheckPart | None = None
    result: str = ""
    customer: str | None = None
    key: str | None = None


class PolicyPart(Part):
    """The whole file."""

    customer: str = ""
    key: str = ""
    reads: dict[Variable, _ReadPart] = Field(default_factory=dict)
    actions: dict[Tool, ActionPart] = Field(default_factory=dict)


def _policy(part: PolicyPart, checker: Checker) -> Policy:
    reads = {name: _read(name, said) for name, said in part.reads.items()}
    for read in reads.values():
        checker.read(("reads", read.name), read, part.customer)
    actions = {}
    for tool, said in part.actions.items():
        unknown = [each for each in said.evidence if each not in reads]
        for name in unknown:
            place = said.evidence.index(name)
            checker.unknown(("actions", tool, "evidence", place), "read", name, reads)
        made = _action(part, tool, said, reads, checker)
        checker.action(("actions", tool), made)
        actions[tool] = made
    return Policy(actions, part.customer, part.key)


def _action(
    part: PolicyPart,
    tool: str,
    said: ActionPart,
    reads: dict[str, WantedRead],
    checker: Checker,
) -> ActionPolicy:
    return ActionPolicy(
        tool,
        said.title,
        said.consequence,
        said.amount,
        tuple(reads[name] for name in said.evidence if name in reads),
        tuple(_rule(each) for each in said.rules),
        _undo(said.undo),
        _check(said.check),
        said.result,
        checker.key(tool, said.key, part.key),
        checker.customer(tool, said.customer, part.customer),
    )


def _read(name: str, said: _ReadPart) -> WantedRead:
    return WantedRead(name, said.tool, _compiled(said.match), said.within)


def _rule(said: RulePart) -> Rule:
    then = Verdict(said.then)
    by = said.by.approvers() if said.by else _USUAL
    return Rule(
        said.name,
        then,
        said.says,
        Expression.of(said.when) if said.when is not None else None,
        by if then is Verdict.APPROVE or said.by else None,
        said.tier or "",
    )


def _undo(said: _UndoPart | None) -> Undo | None:
    return Undo(said.tool, _compiled(said.arguments)) if said else None


def _check(said: _CheckPart | None) -> Check | None:
    if said is None:
        return None
    return Check(said.tool, _compiled(said.arguments), Expression.of(said.done))


def _compiled(sources: dict[str, str]) -> dict[str, Expression]:
    return {name: Expression.of(source) for name, source in sources.items()}
