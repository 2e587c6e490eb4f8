"""What the staff are told: one line, and the details below it."""

from collections.abc import Iterator

from orchestration.events.specialists import ProposedAction
from orchestration.specialists.built_in.fields import is_for_customers
from orchestration.specialists.built_in.findings import Findings
from orchestration.specialists.built_in.reading import Outcome, Read, Subject
from orchestration.specialists.built_in.sentences import BrainSentence
from orchestration.specialists.built_in.stage import Stage
from orchestration.specialists.built_in.wishes import excerpt
from orchestration.specialists.built_in.wording import Wording, said_of
from orchestration.specialists.kinds import Kind
from orchestration.times.local import dated

#: What an amount is called among us.
_AMOUNT = "total"
#: Between the parts of a line.
_DOT = " · "
#: The line tells of so many things, of each so much; the details quote so much of each read.
_SUBJECTS, _PART, _READ = 3, 200, 600


def note(found: Findings, say: Wording) -> str:
    """What is wanted, what was found, and what is missing, on one line."""
    return _DOT.join([*_wanted(found, say), *_found(found, say), *_missing(found, say)])


def details(found: Findings, say: Wording, zone: str) -> str:
    """What was named, what each system said and when, and which passage of what article."""
    return "\n".join(_details(found, say, zone))


def proposals(found: Findings, say: Wording) -> Iterator[ProposedAction]:
    """What people should look into: two equal charges on one invoice."""
    for read in found.reading.found:
        paid = [each for each in read.facts if each.name == _AMOUNT]
        for fact in dict.fromkeys(paid):
            times = read.alike(fact.subject)
            if fact.subject.kind is Kind.INVOICE and times > 1:
                thing = say.thing(Kind.INVOICE, fact.subject.value)
                words = say(BrainSentence.CHARGED_AGAIN, what=thing, value=fact.value, count=times)
                yield ProposedAction(words, read.evidence)


def _wanted(found: Findings, say: Wording) -> Iterator[str]:
    if words := excerpt(found.wish.words):
        yield say(BrainSentence.NOTE_WANTS, words=words)


def _found(found: Findings, say: Wording) -> Iterator[str]:
    shown = found.meant or [each for each in found.facts if is_for_customers(each.name)]
    for subject in list(dict.fromkeys(each.subject for each in shown))[:_SUBJECTS]:
        yield excerpt(said_of(subject, shown, say), _PART)
    for subject in found.unknown:
        yield say(BrainSentence.NOTE_NOT_FOUND, what=say.thing(subject.kind, subject.value))
    for subject, name in found.reading.contradicting:
        thing = say.thing(subject.kind, subject.value)
        yield say(BrainSentence.NOTE_DIFFER, what=thing, field=say.field(name))
    if found.answers is not None:
        yield say(BrainSentence.NOTE_ARTICLE, title=found.answers.passage.title)
        if found.foreign:
            yield say(BrainSentence.NOTE_FOREIGN, language=found.answers.language)


def _missing(found: Findings, say: Wording) -> Iterator[str]:
    if found.reading.unverified:
        yield say(BrainSentence.NOTE_VERIFY)
    if found.stage is Stage.NEEDS_DATA and found.lacking:
        yield say(BrainSentence.NOTE_MISSING, what=say.asked(found.lacking))
    if found.stage is Stage.FOR_A_PERSON and found.nearest:
        titles = say.listed([f"“{each.title}”" for each in found.nearest])
        yield say(BrainSentence.NOTE_PERHAPS, titles=titles)
    elif found.stage is Stage.FOR_A_PERSON:
        yield say(BrainSentence.NOTE_NOTHING)


def _details(found: Findings, say: Wording, zone: str) -> Iterator[str]:
    if found.named.entities:
        yield say(BrainSentence.DETAILS_NAMED, what=say.things(found.named.entities))
    # Lists come last: they are long, and what does not fit is cut.
    for each in sorted(found.reading.found, key=lambda read: read.subject is None):
        when = dated(each.read_at, zone) if each.read_at else ""
        yield say(BrainSentence.DETAILS_READ, tool=each.tool, when=when, said=_said(each, say))
    failed = [each.tool for each in found.reading.reads if each.outcome is Outcome.FAILED]
    for tool in dict.fromkeys([*failed, *found.reading.unavailable]):
        yield say(BrainSentence.NOTE_FAILED, tool=tool)
    if found.answer is not None:
        passage, quote = found.answer.passage, found.answer.quote
        yield say(BrainSentence.DETAILS_ARTICLE, title=passage.title, id=passage.id, quote=quote)


def _said(read: Read, say: Wording) -> str:
    if not read.facts:
        return read.evidence.quote
    subjects = dict.fromkeys(each.subject for each in read.facts)
    return excerpt(_DOT.join(_row(each, read, say) for each in subjects), _READ)


def _row(subject: Subject, read: Read, say: Wording) -> str:
    """What is said of it, and how many rows say just that: a second charge is one."""
    alike, words = read.alike(subject), said_of(subject, read.facts, say)
    return f"{alike}x {words}" if alike > 1 else words
