"""The specialists' note: a line each with what it rests on, contradictions, and the draft."""

from collections.abc import Iterator, Sequence

from aiogram.enums import MessageEntityType
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.callbacks import TurnPress, TurnStep
from bot.texts import Texts
from bot.views.panel import Panel
from bot.views.rendered import (
    MAX_TEXT,
    Rendered,
    bold,
    italic,
    joined,
    plain,
    quoted,
    stacked,
    styled,
    units,
)
from orchestration.consulting.conflicts import Conflict, conflicts
from orchestration.consulting.turns import Turn
from orchestration.content import Content
from orchestration.delivery import Button
from orchestration.events import RepliedPublicly, ReplyDrafted
from orchestration.events.specialists import (
    Advised,
    Evidence,
    EvidenceKind,
    Fate,
    Handoff,
    RouteCorrected,
    SpecialistAsked,
)
from orchestration.people import Specialist
from orchestration.sentences import Facts
from orchestration.specialists.cast import BUILT_IN
from orchestration.times import timed

#: How much of each is shown; together they fit one message, whatever was said.
_NAME, _TITLE, _VALUE, _QUESTION, _DRAFT = 48, 80, 60, 300, 1200
#: How long each note and what is folded below it may be: shorter ones where it is too much.
_LENGTHS = ((300, 600), (300, 200), (200, 0))
#: What one of them was asked is answered at length.
_ANSWERS = ((1200, 2000), (800, 1200), *_LENGTHS)
#: So many specialists, contradictions and pieces of evidence are shown.
_SPECIALISTS, _CONFLICTS, _SIDES, _EVIDENCE, _ACTIONS = 4, 2, 3, 3, 3

_FATES = {Fate.LATE: "turn-late", Fate.FAILED: "turn-failed"}
_EVIDENCE_KINDS = {
    EvidenceKind.ARTICLE: "turn-article",
    EvidenceKind.SYSTEM: "turn-system",
    EvidenceKind.WORDS: "turn-words",
}


#: What a person may have asked, where one did.
Question = SpecialistAsked | RouteCorrected | None


def turn(stands: Turn, asked: Question, by: str, texts: Texts) -> Rendered:
    """The whole note; `asked` and `by` are what a person asked, and who, where one did.

    It is one message: what is folded is cut before what is read at once.
    """
    found = conflicts(stands.advised)[:_CONFLICTS]
    tail = [*_proposed(stands, texts)]
    tail += [_passed(*each, stands, texts) for each in stands.passed[:_SPECIALISTS]]
    tail += [_conflict(each, stands, texts) for each in found]
    if stands.draft is not None:
        tail.append(_draft(stands, texts))
    if _without_model(stands):
        tail.append(italic(texts.say("turn-without-model")))
    whole = Rendered("")
    answers = isinstance(asked, SpecialistAsked) and bool(asked.question)
    for lengths in _ANSWERS if answers else _LENGTHS:
        said = [_advised(*each, texts, lengths) for each in stands.advised[:_SPECIALISTS]]
        whole = stacked([_head(asked, by, texts), *said, *tail])
        if len(whole.text) <= MAX_TEXT:
            break
    return Rendered(whole.text, whole.entities, _buttons(stands, found, texts))


def confirm(turn: int, words: str, texts: Texts, *, may_send: bool) -> Panel:
    """Tells whoever wants to send a draft what is new, and lets them send it if they may."""
    press = TurnPress(step=TurnStep.ANYWAY, turn=turn).pack()
    button = Button(texts.say("button-held-anyway"), press)
    return Panel(Content(words), ((button,),) if may_send else ())


def _head(asked: Question, by: str, texts: Texts) -> Rendered:
    if asked is None:
        return bold(texts.say("turn-head"))
    if isinstance(asked, RouteCorrected):
        return bold(texts.say("turn-head-routed", {"by": plain(by) or "…"}))
    head = bold(texts.say("turn-head-asked", {"by": plain(by) or "…"}))
    if not asked.question:
        return head
    words = texts.say("turn-question", {"words": plain(asked.question, _QUESTION)})
    return joined(head, quoted(Rendered(words)))


def _advised(by: Specialist, said: Advised, texts: Texts, lengths: tuple[int, int]) -> Rendered:
    note, details = lengths
    name = plain(by.name, _NAME) or by.id
    if said.fate in _FATES:
        return Rendered(texts.say(_FATES[said.fate], {"name": name}))
    if not said.note:
        return Rendered(texts.say("turn-silent", {"name": name}))
    percent = round(said.confidence * 100)
    facts: Facts = {"name": name, "note": plain(said.note, note), "percent": percent}
    words = texts.say("turn-advised" if percent else "turn-advised-unsure", facts)
    line = Rendered(words, _emphasised(words, name))
    if not details:
        return line
    folded = [_short(said.details, details)] if said.details else []
    unsaid = [each for each in said.evidence if each.source not in said.details]
    folded += [_evidence(each, texts) for each in unsaid[:_EVIDENCE]]
    if not folded:
        return line
    return joined(line, styled("\n".join(folded), MessageEntityType.EXPANDABLE_BLOCKQUOTE))


def _evidence(each: Evidence, texts: Texts) -> str:
    facts: Facts = {
        "title": plain(each.title, _TITLE) or "…",
        "source": plain(each.source, _TITLE),
        "at": timed(each.at, texts.zone) if each.at else "",
    }
    return texts.say(_EVIDENCE_KINDS[each.kind], facts)


def _proposed(stands: Turn, texts: Texts) -> Iterator[Rendered]:
    """What should be done, each once, whoever proposed it; the gate's word on it is a message."""
    actions = [action for _, said in stands.advised for action in said.actions]
    named = dict.fromkeys((each.words, each.evidence.title) for each in actions)
    for words, title in list(named)[:_ACTIONS]:
        facts: Facts = {
            "words": plain(words, _QUESTION) or "…",
            "title": plain(title, _TITLE) or "…",
        }
        yield Rendered(texts.say("turn-proposed", facts))


def _passed(by: Specialist, handoff: Handoff, stands: Turn, texts: Texts) -> Rendered:
    names = {who.id: who.name for who, _ in stands.advised}
    facts: Facts = {
        "name": plain(by.name, _NAME) or by.id,
        "to": plain(names.get(handoff.to, handoff.to), _NAME),
        "reason": plain(handoff.reason, _TITLE) or "…",
    }
    return Rendered(texts.say("turn-passed-on", facts))


def _conflict(found: Conflict, stands: Turn, texts: Texts) -> Rendered:
    head, lines = texts.say("turn-conflict", {"about": plain(found.about, _TITLE)}), []
    for side in found.sides[:_SIDES]:
        evidence = side.claim.evidence
        facts: Facts = {
            "name": plain(side.by.name, _NAME) or side.by.id,
            "value": plain(side.claim.value, _VALUE),
            "title": plain(evidence.title, _TITLE) or "…",
            "at": timed(evidence.at, texts.zone) if evidence.at else "none",
        }
        lines.append(f"• {texts.say('turn-side', facts)}")
    lines.append(_verdict(found, stands, texts))
    return joined(bold(head), Rendered("\n".join(lines)))


def _verdict(found: Conflict, stands: Turn, texts: Texts) -> str:
    for decision, entry in stands.decided:
        if decision.about == found.about:
            facts: Facts = {
                "by": _author(entry.actor),
                "name": plain(decision.name, _NAME),
                "value": plain(decision.value, _VALUE),
            }
            return texts.say("turn-decided", facts)
    return texts.say("turn-undecided")


def _draft(stands: Turn, texts: Texts) -> Rendered:
    event = stands.draft.event if stands.draft else None
    if not isinstance(event, ReplyDrafted):
        return Rendered("")
    head = texts.say("turn-draft" if event.grounded or event.asks else "turn-draft-ungrounded")
    words = event.content.text
    if len(words) > _DRAFT:
        words = f"{words[:_DRAFT].rstrip()} {texts.say('turn-draft-cut')}"
    whole = joined(bold(head), quoted(Rendered(words)))
    if stands.is_open:
        return whole
    return joined(whole, Rendered(_outcome(stands, texts)))


def _outcome(stands: Turn, texts: Texts) -> str:
    if stands.outcome is None:
        return texts.say("turn-draft-over")
    facts: Facts = {"by": _author(stands.outcome.actor)}
    sent = stands.outcome.event
    if not isinstance(sent, RepliedPublicly):
        return texts.say("turn-draft-discarded", facts)
    if isinstance(stands.outcome.actor, Specialist):
        return texts.say("turn-draft-answered-itself", facts)
    edited = sent.suggested is not None
    return texts.say("turn-draft-edited" if edited else "turn-draft-sent", facts)


def _without_model(stands: Turn) -> bool:
    brains = {said.brain for _, said in stands.advised if said.brain}
    event = stands.draft.event if stands.draft else None
    if isinstance(event, ReplyDrafted):
        brains.add(event.brain)
    return brains == {BUILT_IN}


def _buttons(stands: Turn, found: Sequence[Conflict], texts: Texts) -> InlineKeyboardMarkup:
    rows: list[list[InlineKeyboardButton]] = []
    decided = {decision.about for decision, _ in stands.decided}
    for place, conflict in enumerate(found):
        if conflict.about not in decided:
            rows.append([*_sides(stands, place, conflict, texts)])
    if stands.is_open:
        steps = (TurnStep.SEND, TurnStep.EDIT, TurnStep.DISCARD)
        rows.append([_button(step, stands, texts) for step in steps])
    rows.append([_button(TurnStep.AGAIN, stands, texts)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _sides(
    stands: Turn, place: int, conflict: Conflict, texts: Texts
) -> Iterator[InlineKeyboardButton]:
    for number, side in enumerate(conflict.sides[:_SIDES]):
        press = TurnPress(step=TurnStep.DECIDE, turn=stands.begun.seq, conflict=place, side=number)
        facts: Facts = {"value": plain(side.claim.value, _VALUE) or "…"}
        words = texts.say(f"button-turn-{TurnStep.DECIDE}", facts)
        yield InlineKeyboardButton(text=words, callback_data=press.pack())


def _button(step: TurnStep, stands: Turn, texts: Texts) -> InlineKeyboardButton:
    press = TurnPress(step=step, turn=stands.begun.seq).pack()
    return InlineKeyboardButton(text=texts.say(f"button-turn-{step}"), callback_data=press)


def _author(actor: object) -> str:
    return plain(getattr(actor, "name", ""), _NAME) or "…"


def _short(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def _emphasised(words: str, name: str) -> tuple[MessageEntity, ...]:
    at = words.find(name)
    if at < 0:
        return ()
    offset = units(words[:at])
    return (MessageEntity(type=MessageEntityType.BOLD, offset=offset, length=units(name)),)
