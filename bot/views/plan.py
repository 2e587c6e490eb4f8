"""The plan of a ticket's matters, as its card shows it: a line each, stage by stage."""

from collections.abc import Iterator, Sequence

from bot.texts import Texts
from bot.views.rendered import plain
from orchestration.sentences import Facts
from orchestration.times import timed
from orchestration.workflows.plan import Plan, Reason, Stage, StageKind, StageState
from orchestration.workflows.workflow import Workflow, in_language

_MARKS = {
    StageState.VERIFIED: "✓",
    StageState.DONE: "✓",
    StageState.PENDING: "○",
    StageState.BLOCKED: "✗",
}
#: So many matters are shown, so many stages of each, and so much of each stage.
_MATTERS, _STAGES, _WORDS = 3, 8, 60
#: What the line's head says by itself.
_SILENT = frozenset({StageKind.SUCCESS, StageKind.CUSTOMER})


def lines(plans: Sequence[tuple[Workflow, Plan]], texts: Texts) -> Iterator[str]:
    """Two lines a matter: what it is and how it stands, and its stages with what each rests on."""
    for workflow, plan in plans[:_MATTERS]:
        standing = texts.say(f"plan-{plan.standing}".replace("_", "-"))
        title = plain(in_language(workflow.title, texts.language), _WORDS)
        yield f"🧩 {texts.say('plan-head', {'title': title, 'standing': standing})}"
        stages = [each for each in plan.stages if each.kind not in _SILENT]
        if stages:
            yield "   " + " · ".join(_stage(each, texts) for each in stages[:_STAGES])


def _stage(stage: Stage, texts: Texts) -> str:
    words = plain(_words(stage, texts), _WORDS)
    return f"{_MARKS[stage.state]} {words}"


def _words(stage: Stage, texts: Texts) -> str:
    match stage.kind:
        case StageKind.READ:
            at = timed(stage.read.read_at, texts.zone) if stage.read else ""
            facts: Facts = {"name": stage.id.replace("_", " "), "at": at}
            return texts.say("plan-read", facts)
        case StageKind.STEP:
            title = in_language(stage.title, texts.language) or stage.id
            if stage.action is None:
                return title
            reference = stage.action.reference
            state = texts.say(f"plan-action-{stage.action.state}".replace("_", "-"))
            return " ".join(each for each in (f"{title}:", state, reference) if each)
        case StageKind.AGREEMENT:
            return in_language(stage.title, texts.language) or stage.id
        case StageKind.TOLD:
            return texts.say("plan-told")
        case _:
            named = stage.detail if stage.reason is Reason.NONE else ""
            return f"{stage.id.replace('_', ' ')} {named}".strip(" ,")
