"""What a ticket is about, in a few lines, out of what was said; no model, and no notes."""

from collections.abc import Iterator

from orchestration.events import CustomerWrote, RepliedPublicly
from orchestration.people import Staff
from orchestration.specialists.advice import Brief
from orchestration.specialists.built_in.naming import named
from orchestration.specialists.built_in.sentences import BrainSentence
from orchestration.specialists.built_in.wishes import excerpt
from orchestration.specialists.built_in.wording import Wording
from orchestration.timeline import Entry, as_they_stand
from orchestration.times.local import dated

#: So much of each message is quoted.
_QUOTE = 200


def summarise(brief: Brief, say: Wording, zone: str) -> str:
    """Who wants what since when, what was named, what was said last, and who waits for whom."""
    return "\n".join(_lines(brief, say, zone))


def _lines(brief: Brief, say: Wording, zone: str) -> Iterator[str]:
    standing = [each for each in as_they_stand(brief.entries) if each.seq <= brief.upto]
    written = [each for each in standing if isinstance(each.event, CustomerWrote)]
    answered = [
        each for each in as_they_stand(brief.entries) if isinstance(each.event, RepliedPublicly)
    ]
    who = brief.customer_name
    if written:
        first = written[0]
        when = dated(first.at, zone)
        yield say(BrainSentence.SUMMARY_FIRST, who=who, when=when, words=_words(first))
    entities = named(brief.entries, brief.upto, zone, brief.handoff).entities
    if entities:
        yield say(BrainSentence.DETAILS_NAMED, what=say.things(entities))
    if answered:
        last = answered[-1]
        by = last.actor.name if isinstance(last.actor, Staff) else ""
        when = dated(last.at, zone)
        yield say(BrainSentence.SUMMARY_ANSWER, who=by, when=when, words=_words(last))
    if written[1:]:
        newest = written[-1]
        when = dated(newest.at, zone)
        yield say(BrainSentence.SUMMARY_LATEST, who=who, when=when, words=_words(newest))
    waits = bool(written) and (not answered or answered[-1].seq < written[-1].seq)
    yield say(BrainSentence.SUMMARY_CUSTOMER_WAITS if waits else BrainSentence.SUMMARY_WE_WAIT)
    yield say(BrainSentence.DETAILS_BY)


def _words(entry: Entry) -> str:
    content = getattr(entry.event, "content", None)
    return excerpt(content.text, _QUOTE) if content is not None else ""
