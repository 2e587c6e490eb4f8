"""What a matter rests on: whose it is, what they named, what systems say, and if those agree."""

from orchestration.actions.action import Action
from orchestration.ports.evidence import RecordedRead
from orchestration.workflows.case import Lack, Why
from orchestration.workflows.plan import (
    Found,
    NeededRead,
    Reason,
    Stage,
    StageKind,
    StageState,
)
from orchestration.workflows.walk import Walk
from orchestration.workflows.workflow import Need, Read

_NO_JSON = "its answer cannot be looked into"


def look(walk: Walk) -> None:
    """Goes through these stages; a need that depends on what was read comes after the reads."""
    if walk.workflow.verified:
        _customer(walk)
    for need in walk.workflow.needs:
        if need.when is None:
            _need(walk, need)
    for read in walk.workflow.reads:
        _read(walk, read)
    for need in walk.workflow.needs:
        if need.when is not None and walk.holds(need.when, StageKind.NEED, need.any_of[0]):
            _need(walk, need)
    _agreement(walk)


def _customer(walk: Walk) -> None:
    kind, proof = StageKind.CUSTOMER, walk.facts.proof
    if walk.facts.record:
        walk.add(Stage(kind, kind.value, StageState.VERIFIED, detail=proof))
    else:
        walk.add(Stage(kind, kind.value, StageState.PENDING, Reason.NOT_VERIFIED))


def _need(walk: Walk, need: Need) -> None:
    name, value = walk.sight.first_of(need.any_of)
    what = name or need.any_of[0]
    choice = walk.workflow.choice(what)
    if value:
        walk.add(Stage(StageKind.NEED, what, StageState.VERIFIED, detail=value))
        return
    given = walk.facts.case.mistaken(need.any_of)
    why = Why.WRONG if given else Why.MISSING
    walk.lacking.append(Lack(need.any_of, why, choice.asked if choice else {}, given))
    walk.add(Stage(StageKind.NEED, what, StageState.PENDING, Reason.NOT_NAMED))


def _read(walk: Walk, read: Read) -> None:
    if not walk.verified:
        _not_read(walk, read, Reason.NOT_VERIFIED)
        return
    if read.when is not None and not walk.holds(read.when, StageKind.READ, read.name):
        return
    arguments = walk.arguments(read.arguments, StageKind.READ, read.name)
    if arguments is None:
        walk.waits = True
    elif None in arguments.values() or "" in arguments.values():
        _not_read(walk, read, Reason.NOT_NAMED)
    elif (made := _made(walk, Action(read.tool, arguments))) is None:
        walk.reads.append(NeededRead(read.name, read.tool, arguments))
        _not_read(walk, read, Reason.NOT_READ)
    else:
        _was_read(walk, read, made)


def _not_read(walk: Walk, read: Read, why: Reason) -> None:
    walk.waits = True
    walk.add(Stage(StageKind.READ, read.name, StageState.PENDING, why, read.tool))


def _was_read(walk: Walk, read: Read, made: RecordedRead) -> None:
    walk.used.append(made)
    state, reason, detail = StageState.VERIFIED, Reason.NONE, read.tool
    if _is_stale(walk, made):
        walk.reads.append(NeededRead(read.name, read.tool, made.arguments, stale=True))
        state, reason = StageState.PENDING, Reason.STALE
    if not made.found:
        reason = reason or Reason.NOT_FOUND
        if not read.optional:
            walk.waits, state = True, StageState.BLOCKED
            _ask_again(walk, made)
    elif not walk.sight.see(read.name, made):
        walk.blind = True
        state, reason, detail = StageState.BLOCKED, Reason.CANNOT_TELL, _NO_JSON
    walk.add(Stage(StageKind.READ, read.name, state, reason, detail, read=made))


def _ask_again(walk: Walk, made: RecordedRead) -> None:
    """What the customer named is not known as theirs."""
    for value in made.arguments.values():
        kind = walk.sight.kind_of(value)
        if kind is not None:
            needs = (each.any_of for each in walk.workflow.needs if kind in each.any_of)
            walk.lacking.append(Lack(next(needs, (kind,)), Why.WRONG, given=str(value)))


def _made(walk: Walk, asked: Action) -> RecordedRead | None:
    """The newest such read that is the bound record's, or nobody's."""
    fits = (
        each
        for each in walk.facts.reads
        if each.record in {None, walk.facts.record}
        and Action(each.tool, each.arguments).digest == asked.digest
    )
    return max(fits, key=lambda each: each.read_at, default=None)


def _is_stale(walk: Walk, read: RecordedRead) -> bool:
    """Whether it is too old to propose anything on, or something was done since."""
    too_old = walk.facts.now - read.read_at > walk.workflow.fresh
    return too_old or walk.facts.is_overtaken(read)


def _agreement(walk: Walk) -> None:
    for each in walk.workflow.contradictions:
        kind, name = StageKind.AGREEMENT, f"{walk.workflow.id}.{each.id}"
        if not walk.holds(each.when, kind, each.id):
            continue
        state, reason = StageState.DONE, Reason.DECIDED
        if name not in walk.facts.case.decided:
            walk.found.append(Found(name, each.says))
            state, reason = StageState.BLOCKED, Reason.CONTRADICTED
        walk.add(Stage(kind, each.id, state, reason, title=each.says))
