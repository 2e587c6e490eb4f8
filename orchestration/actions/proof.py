"""Which of a ticket's reads prove an action, and what is wrong with the others."""

from collections.abc import Mapping, Sequence

from orchestration.actions.action import Action, digest_of
from orchestration.actions.decision import Lack, MissingRead
from orchestration.actions.expressions import ExpressionFailed, Names, values_of
from orchestration.actions.policy import ActionPolicy, WantedRead
from orchestration.actions.situation import Situation
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Arguments

#: The newest read for each that a policy wants, by the name that rules know it by.
Proof = Mapping[str, RecordedRead]

_NOBODY = MissingRead("customer", "", {}, Lack.NOT_VERIFIED)


def proof(
    situation: Situation, policy: ActionPolicy, names: Names
) -> tuple[Proof, Sequence[MissingRead]]:
    """What proves the action, and what is missing; `names` know `action`.

    Raises `ExpressionFailed` where it cannot be told what should have been read.
    """
    found: dict[str, RecordedRead] = {}
    missing = []
    for wanted in policy.evidence:
        asked = values_of(wanted.match, names)
        own = wanted.binds and not policy.customer
        read, lack = _look(situation, wanted, asked, own=own)
        if read is not None and lack is None:
            found[wanted.name] = read
        elif lack is not None:
            missing.append(MissingRead(wanted.name, wanted.tool, asked, lack))
    if not situation.customer.record and not missing:
        missing.append(_NOBODY)
    return found, missing


def asked_by(wanted: WantedRead, action: Action) -> Arguments:
    """What such a read is asked for that action; raises `ExpressionFailed`."""
    return values_of(wanted.match, Names({"action": dict(action.arguments)}))


def newest_for(
    wanted: WantedRead, action: Action, record: str, reads: Sequence[RecordedRead]
) -> RecordedRead | None:
    """The newest of these reads that was made for that action, however old; None without any."""
    try:
        asked = asked_by(wanted, action)
    except ExpressionFailed:
        return None
    made = _made(reads, wanted, asked, record)
    return max(made, key=lambda each: each.read_at, default=None)


def digest(proven: Proof) -> str:
    """The same for reads that said the same, whenever they were made."""
    said = [[name, read.tool, read.arguments, read.data] for name, read in sorted(proven.items())]
    return digest_of(said)


def _look(
    situation: Situation, wanted: WantedRead, asked: Arguments, *, own: bool
) -> tuple[RecordedRead | None, Lack | None]:
    """The newest read that was meant, and what is wrong with it.

    A read for another record than is bound now is as if it had never been made: it is made again.
    """
    record = situation.customer.record
    if not record:
        return None, Lack.NOT_VERIFIED
    allowed = {record} if own else {record, None}
    made = [
        each for each in _made(situation.reads, wanted, asked, record) if each.record in allowed
    ]
    if not made:
        return None, Lack.MISSING
    newest = max(made, key=lambda each: each.read_at)
    if situation.now - newest.read_at > wanted.within:
        return newest, Lack.STALE
    if not newest.found:
        return newest, Lack.NOT_THEIRS
    return newest, Lack.MISSING if newest.data is None else None


def _made(
    reads: Sequence[RecordedRead], wanted: WantedRead, asked: Arguments, record: str
) -> Sequence[RecordedRead]:
    """Those that were asked just that."""
    return [
        each
        for each in reads
        if each.tool == wanted.tool
        and each.record in {record, None}
        and _asked(each.arguments, asked, record)
    ]


def _asked(said: Arguments, wanted: Arguments, record: str) -> bool:
    """Whether a read was asked exactly that; the record is what the desk fills in."""
    if any(each not in said or not _same(said[each], wanted[each]) for each in wanted):
        return False
    return all(each in wanted or str(value) == record for each, value in said.items())


def _same(one: object, other: object) -> bool:
    """Equal and of the same kind: 1 is not true."""
    return type(one) is type(other) and one == other
