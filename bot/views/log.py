"""How a ticket's log looks: a line for each thing that happened, with who and when."""

from typing import assert_never

from aiogram.enums import MessageEntityType

from bot.callbacks import LogPress
from bot.texts import Texts
from bot.views import verifying
from bot.views.deadline import facts_of
from bot.views.escalation import facts_of as escalation_facts
from bot.views.panel import Panel
from bot.views.rendered import plain, units
from orchestration.audit import Audited, Page
from orchestration.content import Content, Entity
from orchestration.delivery import Button
from orchestration.events import (
    Absorbed,
    ActionApproved,
    ActionEvent,
    ActionJudged,
    ActionMoved,
    ActionProposed,
    ArticleApproved,
    Assigned,
    ClockAtRisk,
    ClockBreached,
    CustomerReacted,
    DraftLocked,
    EscalationEvent,
    Event,
    IntakeAsked,
    Linked,
    Merged,
    MessageWithheld,
    Opened,
    PrioritySet,
    QueueChanged,
    Rated,
    RatingCommented,
    Released,
    ReleaseReason,
    RepliedPublicly,
    SubjectChanged,
    SystemSaid,
    Tagged,
    Triaged,
    Unlinked,
    VerifyingEvent,
    Written,
)
from orchestration.events.closing import ConsultationWithdrawn
from orchestration.events.followups import (
    FollowUpCancelled,
    FollowUpFired,
    FollowUpSet,
    LaterEvent,
    Snoozed,
)
from orchestration.events.incidents import IncidentJoined, IncidentLeft
from orchestration.events.specialists import (
    Advised,
    ConflictDecided,
    PassedOn,
    ReplyDrafted,
    RouteCorrected,
    Routed,
    SpecialistAsked,
    SpecialistEvent,
)
from orchestration.events.team import Consulted, HandedOver, Joined, StaffLeft
from orchestration.people import System
from orchestration.sentences import Fact
from orchestration.timeline import Audience, Entry

#: So much of what was written is repeated; the whole of it stands in the topic.
WORDS = 60


def log_panel(ticket: int, page: Page, message: int, texts: Texts) -> Panel:
    """A page of the log, with buttons to the pages before and after it."""
    facts: dict[str, Fact] = {"ticket": ticket, "page": page.number, "count": page.count}
    head = texts.say("log-head", facts)
    lines = [head, "", *(_line(each, texts) for each in page.entries)]
    if any(each.intervention for each in page.entries):
        lines += ["", texts.say("log-legend")]
    bold = Entity(MessageEntityType.BOLD, 0, units(head))
    turns = []
    if page.number > 1:
        turns.append(_turn("button-older", message, page.number - 1, texts))
    if page.number < page.count:
        turns.append(_turn("button-newer", message, page.number + 1, texts))
    return Panel(Content("\n".join(lines), entities=(bold,)), (tuple(turns),) if turns else ())


def _line(audited: Audited, texts: Texts) -> str:
    entry = audited.entry
    facts: dict[str, Fact] = {
        "mark": "⚑ " if audited.intervention else "",
        "at": entry.at.strftime("%m-%d %H:%M"),
        "what": _what(entry, texts),
        "move": "",
    }
    if entry.move is not None:
        moved: dict[str, Fact] = {"before": entry.move.before, "after": entry.move.after}
        facts["move"] = texts.say("log-move", moved)
    return texts.say("log-line", facts)


def _what(entry: Entry, texts: Texts) -> str:
    """What happened in words, which name who did it."""
    facts: dict[str, Fact] = {
        "who": _who(entry, texts),
        "words": _words(entry.event),
        "to": "",
        "of": getattr(entry.event, "of", 0),
        "public": int(entry.audience is Audience.PUBLIC),
    }
    if isinstance(entry.event, Assigned | HandedOver | Consulted):
        facts["to"] = plain(entry.event.name)
    if isinstance(entry.event, ClockAtRisk | ClockBreached):
        facts |= facts_of(entry.event, texts)
    if isinstance(entry.event, ActionEvent):
        facts["words"] = _action(entry.event)
    if isinstance(entry.event, EscalationEvent):
        facts |= escalation_facts(entry, texts)
    if isinstance(entry.event, VerifyingEvent):
        facts |= verifying.log_facts(entry.event, texts)
    if isinstance(entry.event, RepliedPublicly):
        former = entry.event.suggested
        facts["to"] = plain(entry.event.suggested_by)
        facts["former"] = plain(former.text, WORDS) if former else ""
    return texts.say(f"log-{entry.event.kind}", facts)


def _who(entry: Entry, texts: Texts) -> str:
    if isinstance(entry.actor, System):
        return texts.say("log-desk")
    return plain(entry.actor.name) or "…"


def _words(event: Event) -> str:
    """What an event says, on one line."""
    if isinstance(event, SpecialistEvent):
        return plain(_specialists(event), WORDS)
    if isinstance(event, ArticleApproved):
        return plain(event.file, WORDS)
    return _said(event)


def _said(event: Event) -> str:
    match event:
        case Rated(score=score):
            said = str(score)
        case MessageWithheld(content=content) | RatingCommented(content=content):
            said = plain(content.text, WORDS) or f"[{content.kind}]"
        case event if isinstance(event, Written):
            said = plain(event.content.text, WORDS) or f"[{event.content.kind}]"
        case Linked(other=other) | Unlinked(other=other) | Absorbed(other=other):
            said = f"#{other}"
        case IncidentJoined(incident=incident) | IncidentLeft(incident=incident):
            said = str(incident)
        case Merged(into=into):
            said = f"#{into}"
        case DraftLocked(until=until):
            said = f"{until:%H:%M}"
        case IntakeAsked(question, answer):
            said = plain(f"{question} → {answer or '…'}", WORDS)
        case event if isinstance(event, LaterEvent):
            said = plain(_later(event), WORDS)
        case event:
            said = plain(_named(event), WORDS)
    return said


def _later(event: LaterEvent) -> str:
    """What someone is to be reminded of, or until when a ticket sleeps."""
    match event:
        case FollowUpSet(words=words) | FollowUpCancelled(words=words) | FollowUpFired(words=words):
            return words
        case Snoozed(until=until):
            return f"{until:%Y-%m-%d %H:%M}"
        case _:
            return ""


def _specialists(event: SpecialistEvent) -> str:
    """What they were asked, whom was called, what they said."""
    match event:
        case SpecialistAsked(name=name, question=question, tone=tone):
            said = " ".join(each for each in (name, question or tone) if each)
        case Routed(calls=calls):
            said = ", ".join(each.name for each in calls)
        case Advised(fate=fate, note=note):
            said = note or fate.value
        case PassedOn(handoff=handoff):
            said = f"{handoff.to}: {handoff.reason}"
        case ConflictDecided(about=about, name=name, value=value):
            said = f"{about}: {value} ({name})"
        case RouteCorrected(names=names):
            said = ", ".join(names) or "—"
        case ReplyDrafted(content=content):
            said = content.text
        case never:
            assert_never(never)
    return said


def _action(event: ActionEvent) -> str:
    """Which write, how the policy sees it, and how far it came."""
    match event:
        case ActionProposed(tool=tool, verdict=verdict) | ActionJudged(tool=tool, verdict=verdict):
            said = f"{tool} ({verdict})"
        case ActionApproved(tool=tool):
            said = tool
        case ActionMoved(tool=tool, progress=progress, words=words, reference=reference):
            more = " ".join(each for each in (reference, words) if each)
            said = f"{tool}: {progress}" + (f" ({more})" if more else "")
        case never:
            assert_never(never)
    return plain(said, WORDS)


def _named(event: Event) -> str:
    """What else an event names."""
    match event:
        case Assigned(rule=rule):
            named = rule.value if rule else ""
        case Released(reason=reason):
            named = "" if reason is ReleaseReason.ASKED else reason.value
        case Opened(subject=words) | SubjectChanged(subject=words):
            named = words
        case StaffLeft(name=words) | ConsultationWithdrawn(name=words):
            named = words
        case Triaged(intent=words) | PrioritySet(urgency=words) | QueueChanged(queue=words):
            named = words
        case SystemSaid(sentence=sentence):
            named = sentence.value
        case Joined(people=people):
            named = ", ".join(person.name for person in people)
        case Tagged(added=added, removed=removed):
            named = " ".join([*(f"+{tag}" for tag in added), *(f"-{tag}" for tag in removed)])
        case CustomerReacted(emoji=emoji):
            named = " ".join(emoji)
        case _:
            named = str(getattr(event, "reason", "") or getattr(event, "cause", ""))
    return named


def _turn(name: str, message: int, page: int, texts: Texts) -> Button:
    return Button(texts.say(name), LogPress(message=message, page=page).pack())
