"""What the customer might be told, and the one thing that they are asked."""

from collections.abc import Iterator
from itertools import takewhile

from orchestration.specialists.built_in.findings import Findings
from orchestration.specialists.built_in.sentences import BrainSentence
from orchestration.specialists.built_in.stage import Stage
from orchestration.specialists.built_in.wording import Wording, said_of, sentence_case
from orchestration.specialists.kinds import Kind

#: What customers write to show whose record is theirs, and with these two they can.
_COMMAND = "/verify"
_PROOF = (Kind.ORDER, Kind.POSTCODE)


def statements(found: Findings, say: Wording) -> Iterator[str]:
    """What the customer is told: each of it was read somewhere."""
    for subject in dict.fromkeys(each.subject for each in found.told):
        yield f"{sentence_case(said_of(subject, found.told, say))}."
    told = found.answers
    if told is not None and found.foreign:
        yield say(BrainSentence.QUOTED, title=told.passage.title, quote=told.quote)
    elif told is not None:
        yield told.quote


def question(found: Findings, say: Wording) -> str:
    """What the customer is asked, if anything; never for what they have named."""
    if found.told:
        return ""
    if found.unknown:
        things = [say.thing(each.kind, each.value) for each in found.unknown]
        return say(BrainSentence.ASK_AGAIN, what=say.listed(things))
    if found.stage is Stage.UNVERIFIED:
        return _to_verify(found, say)
    if found.stage is Stage.NEEDS_DATA:
        return say(BrainSentence.ASK, what=say.asked(found.lacking))
    return ""


def _to_verify(found: Findings, say: Wording) -> str:
    """The command, with what of it was named already, in its order."""
    given = [found.named.newest(kind)[:1] for kind in _PROOF]
    known = list(takewhile(bool, given))
    command = " ".join([_COMMAND, *(value for values in known for value in values)])
    wanted = _PROOF[len(known) :]
    what = say.asked(wanted) if wanted else ""
    return say(BrainSentence.ASK_TO_VERIFY, command=command, what=what)
