"""An action on its way: what it is, what it rests on, who decides, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import ActionPress, ActionStep
from bot.texts import Texts
from bot.views.rendered import MAX_TEXT, Rendered, bold, italic, joined, plain, quoted, stacked
from orchestration.actions.policy import ActionPolicy, said
from orchestration.actions.proof import newest_for
from orchestration.actions.undertaking import Undertaking
from orchestration.actions.why import Why
from orchestration.events.actions import Progress
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Json
from orchestration.sentences import Facts
from orchestration.times import dated, timed

#: How many characters of each value and of words are shown, and how many fields of each read: the
#: first of these that fits one message. What was read goes first, and arguments last.
_LENGTHS = ((120, 300, 12), (120, 200, 4), (120, 100, 0), (40, 60, 0), (16, 30, 0))
#: So many reasons and reads, and so many arguments, are shown at most.
_FIELDS, _ROWS, _NAME = 6, 40, 40
_VALUE = 120
_STYLES = {ActionStep.APPROVE: "success", ActionStep.REJECT: "danger", ActionStep.UNDO: "danger"}
#: What can be pressed, by how far it is; each stage also takes what its policy has no use for away.
_STEPS: Mapping[Progress, Sequence[ActionStep]] = {
    Progress.WAITING: (ActionStep.APPROVE, ActionStep.REJECT, ActionStep.CHANGE),
    Progress.DONE: (ActionStep.UNDO,),
    Progress.UNKNOWN: (ActionStep.HAPPENED, ActionStep.DID_NOT),
    **dict.fromkeys((Progress.FAILED, Progress.EXPIRED, Progress.VOID), (ActionStep.AGAIN,)),
}


@dataclass(frozen=True, slots=True)
class ActionView:
    """An undertaking, its policy, and the reads of its ticket; `words` say why it came so far."""

    undertaking: Undertaking
    policy: ActionPolicy | None
    reads: Sequence[RecordedRead] = ()
    words: str = ""
    by: str = ""


def action(view: ActionView, texts: Texts) -> Rendered:
    """The whole message."""
    undertaking = view.undertaking
    name: Facts = {"title": title(view.policy, undertaking, texts)}
    head = texts.say(f"action-{undertaking.progress}", name)
    whole = bold(head)
    for value, words, lines in _LENGTHS:
        parts = [bold(head), *_arguments(view, value), *_why(view, texts, words)]
        if undertaking.progress is Progress.WAITING:
            parts += _approval(view, texts, words, lines)
        whole = stacked(parts)
        if len(whole.text) <= MAX_TEXT:
            break
    return Rendered(whole.text, whole.entities, _buttons(view, texts))


def title(policy: ActionPolicy | None, undertaking: Undertaking, texts: Texts) -> str:
    """What people call the action, in the group's language."""
    tool = undertaking.action.tool
    return plain(said(policy.title, texts.language), _VALUE) if policy else tool


def _arguments(view: ActionView, length: int) -> Iterator[Rendered]:
    """All of them, exactly: whoever says yes says it to these."""
    undertaking, policy = view.undertaking, view.policy
    lines = [plain(undertaking.action.tool)]
    arguments = [*undertaking.action.arguments.items()]
    for name, value in arguments[:_ROWS]:
        shown = plain(str(value), length)
        if policy is not None and name == policy.amount and isinstance(value, int):
            shown = f"{shown} ({value / 100:.2f})"
        lines.append(f"{plain(name, _NAME)}: {shown}")
    if len(arguments) > _ROWS:
        lines.append("…")
    yield quoted(Rendered("\n".join(lines)))


def _why(view: ActionView, texts: Texts, length: int) -> Iterator[Rendered]:
    undertaking = view.undertaking
    if view.words:
        own = view.words in {*Why}
        words = texts.say(f"action-words-{view.words}") if own else plain(view.words, length)
        facts: Facts = {"words": words, "by": plain(view.by)}
        yield Rendered(texts.say("action-words", facts))
    if undertaking.reference:
        facts = {"reference": plain(undertaking.reference, _VALUE)}
        yield Rendered(texts.say("action-reference", facts))
    for reason in undertaking.decision.reasons[:_FIELDS]:
        yield Rendered(texts.say("action-why", {"reason": plain(reason, length)}))


def _approval(view: ActionView, texts: Texts, length: int, lines: int) -> Iterator[Rendered]:
    undertaking, policy = view.undertaking, view.policy
    yield from _evidence(view, texts, lines)
    if policy is not None and (consequence := said(policy.consequence, texts.language)):
        yield Rendered(texts.say("action-consequence", {"words": plain(consequence, length)}))
    wanted = undertaking.approvers
    facts: Facts = {
        "count": wanted.count,
        "role": wanted.role.value,
        "skill": wanted.skill,
        "four": int(wanted.four_eyes),
        "until": dated(undertaking.until, texts.zone) if undertaking.until else "",
    }
    yield Rendered(texts.say("action-who", facts))
    if undertaking.approvals:
        names = ", ".join(plain(each.name) or "…" for each in undertaking.approvals)
        facts = {"names": names, "left": undertaking.left}
        yield Rendered(texts.say("action-yes", facts))
    facts = {"number": undertaking.ref.seq}
    yield italic(texts.say("action-commands", facts))


def _evidence(view: ActionView, texts: Texts, lines: int) -> Iterator[Rendered]:
    """What each read said that it rests on, and when."""
    wanted = view.policy.evidence if view.policy else ()
    for each in wanted[:_FIELDS]:
        newest = newest_for(each, view.undertaking.action, view.undertaking.record, view.reads)
        if newest is not None and newest.found:
            facts: Facts = {
                "name": each.name,
                "tool": each.tool,
                "at": timed(newest.read_at, texts.zone),
            }
            line = Rendered(texts.say("action-evidence", facts))
            shown = fields_of(newest.data, lines)
            yield joined(line, quoted(Rendered(shown))) if shown else line


def fields_of(data: Json, most: int) -> str:
    """The first plain fields of an answer, on one line."""
    if not isinstance(data, Mapping):
        return ""
    flat = [
        f"{plain(str(name), _NAME)}: {plain(str(value), _VALUE)}"
        for name, value in data.items()
        if isinstance(value, str | int | float) and value != ""
    ]
    return " · ".join(flat[:most])


def _buttons(view: ActionView, texts: Texts) -> InlineKeyboardMarkup | None:
    undertaking, policy = view.undertaking, view.policy
    steps = [*_STEPS.get(undertaking.progress, ())]
    if policy is None or policy.undo is None or undertaking.action.tool == policy.undo.tool:
        steps = [each for each in steps if each is not ActionStep.UNDO]
    if not steps:
        return None
    row = [_button(each, undertaking, texts) for each in steps]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def _button(step: ActionStep, undertaking: Undertaking, texts: Texts) -> InlineKeyboardButton:
    press = ActionPress(step=step, seq=undertaking.ref.seq, seal=undertaking.seal).pack()
    words = texts.say(f"button-action-{step}")
    return InlineKeyboardButton(text=words, callback_data=press, style=_STYLES.get(step))
