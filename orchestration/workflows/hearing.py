"""What words add to a case record: what they name, want and answer, here and on the ticket before.

What no system knows as the customer's is marked as wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from orchestration.specialists.built_in.naming import MOST, Named
from orchestration.specialists.kinds import Kind, kinds_among
from orchestration.workflows.case import CaseRecord, Known, Matter
from orchestration.workflows.choices import chosen_in
from orchestration.workflows.workflow import Workflow

#: What is remembered for a customer's next ticket: what names a thing, and no wish.
REMEMBERED = frozenset(
    {Kind.ORDER, Kind.INVOICE, Kind.SUBSCRIPTION, Kind.TRACKING, Kind.EMAIL, Kind.PHONE}
)
#: So many values of a kind are kept.
KEPT = 10
#: An answer to a question has no more words than that.
BRIEF = 6


def merged(case: CaseRecord, named: Named) -> CaseRecord:
    """The record with what was named in its ticket, and what a colleague passed on.

    `named` is what all of the ticket's words name, so that an edit counts. Merging twice changes
    nothing.
    """
    known = {
        kind: [each for each in values if each.ticket != case.ticket]
        for kind, values in case.known.items()
    }
    for value, kind in _passed_on(named):
        if all(each.value != value for each in known.get(kind, ())):
            known.setdefault(kind, []).append(Known(value, case.ticket, 0))
    for entity in named.entities:
        each = Known(entity.value, case.ticket, entity.seq)
        if each not in known.setdefault(entity.kind, []):
            known[entity.kind].append(each)
    kept = {kind: tuple(values[-KEPT:]) for kind, values in known.items() if values}
    return replace(case, known=kept)


def picked(
    case: CaseRecord, workflows: Iterable[tuple[Workflow, str]], named: Named, now: datetime
) -> CaseRecord:
    """The record with these workflows picked for these words of the newest entry, `named.upto`.

    One that is worked on already stays as it is, but for what its new words name.
    """
    matters = {each.workflow: each for each in case.matters}
    for workflow, words in workflows:
        own: dict[Kind, tuple[str, ...]] = {}
        for each in named.entities:
            if each.seq == named.upto and each.written in words:
                own[each.kind] = (*own.get(each.kind, ()), each.value)[:MOST]
        old = matters.get(workflow.id)
        if old is None:
            matters[workflow.id] = Matter(workflow.id, words, named.upto, now, own)
        elif own:
            matters[workflow.id] = replace(old, own={**old.own, **own})
    return replace(case, matters=tuple(matters.values()))


def with_choices(
    case: CaseRecord, workflows: Mapping[str, Workflow], said: Iterable[tuple[int, str]]
) -> CaseRecord:
    """The record with what customers chose in these messages, each with its entry, oldest first.

    What is said before a matter came up, or about another one in the same words, is no choice.
    """
    messages = list(said)

    def heard(matter: Matter) -> Matter:
        workflow = workflows.get(matter.workflow)
        if workflow is None or not workflow.choices:
            return matter
        chosen = dict(matter.chosen)
        for seq, text in messages:
            if seq >= matter.seq:
                words = matter.words if seq == matter.seq else text
                chosen |= chosen_in(workflow.choices, words)
        return replace(matter, chosen=chosen)

    return replace(case, matters=tuple(heard(each) for each in case.matters))


def answers(case: CaseRecord, named: Named, words: str) -> bool:
    """Whether these words of the newest entry name what was asked for, and hardly anything else.

    They are an answer, and about nothing new.
    """
    if len(words.split()) > BRIEF:
        return False
    here = {
        kind: [e.seq for e in case.known.get(kind, ()) if e.ticket == case.ticket] for kind in Kind
    }
    wanted = {
        kind
        for each in case.asked
        for kind in kinds_among([each.what])
        if not any(each.seq < seq < named.upto for seq in here[kind])
    }
    return any(
        each.kind in wanted and each.seq == named.upto and each.written in words
        for each in named.entities
    )


def carried_over(previous: CaseRecord, case: CaseRecord) -> CaseRecord:
    """A new ticket's record with what the same customer named in the one before.

    Nothing is taken over of another customer's, nor where another record was bound then, and
    nothing that no system knew as theirs.
    """
    if previous.customer != case.customer or previous.record not in {"", case.record}:
        return case
    known = dict(case.known)
    for kind in sorted(REMEMBERED & set(previous.known)):
        old = [each for each in previous.known[kind] if not previous.is_wrong(kind, each.value)]
        new = [each for each in old if each not in known.get(kind, ())]
        if new:
            known[kind] = (*new, *known.get(kind, ()))[-KEPT:]
    return replace(case, known=known)


def disproved(case: CaseRecord, kind: Kind, value: str) -> CaseRecord:
    """The record with a value that no system knows as this customer's."""
    if case.is_wrong(kind, value):
        return case
    return replace(case, wrong={**case.wrong, kind: (*case.wrong.get(kind, ()), value)[-KEPT:]})


def _passed_on(named: Named) -> Iterable[tuple[str, Kind]]:
    for name, values in (named.passed_on or {}).items():
        for kind in kinds_among([name]):
            yield from ((value, kind) for value in values)
