"""The draft of an article, as whoever asked for it reads it."""

from aiogram.enums import MessageEntityType

from bot.callbacks import TeachPress, TeachStep
from bot.texts import Texts
from bot.views.panel import Panel, to_copy
from bot.views.rendered import units
from orchestration.content import Content, Entity
from orchestration.delivery import Button
from orchestration.knowledge.drafting import ArticleDraft


def preview(
    draft: ArticleDraft, message: int, texts: Texts, *, may_approve: bool, changed: bool = False
) -> Panel:
    """What the article would say, to be approved, changed or discarded."""
    head = texts.say("kb-draft-changed" if changed else "kb-draft", {"ticket": draft.ticket})
    if not may_approve:
        head = f"{head}\n{texts.say('error-experts-approve')}"
    steps = TeachStep if may_approve else (TeachStep.DISCARD,)
    row = tuple(
        Button(
            texts.say(f"button-teach-{step}"),
            TeachPress(step=step, message=message, seal=draft.seal).pack(),
        )
        for step in steps
    )
    before, title = units(f"{head}\n\n"), units(draft.title)
    bold = Entity(MessageEntityType.BOLD, before, title)
    block = Entity(MessageEntityType.BLOCKQUOTE, before + title + 1, units(draft.text))
    words = f"{head}\n\n{draft.title}\n{draft.text}"
    return Panel(Content(words, entities=(bold, block)), (row,))


def to_edit(draft: ArticleDraft, texts: Texts) -> Panel:
    """The command that says the same, to be copied, changed and sent."""
    return to_copy(texts.say("kb-draft-edit"), f"/kb add\n{draft.title}\n{draft.text}")


def kept(file: str, texts: Texts) -> Panel:
    """What whoever approved it reads."""
    return Panel(Content(texts.say("kb-kept", {"file": file})))
