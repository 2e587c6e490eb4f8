"""What a lost topic had said, in one message for the topic that is built in its place."""

from collections.abc import Iterator, Sequence

from bot.texts import Texts
from bot.views.entry import NothingToShow, content_of, to_staff
from bot.views.rendered import MAX_TEXT, Rendered, bold, cut, joined, plain, units
from orchestration.content import subject_of
from orchestration.events import CustomerWrote, RepliedPublicly
from orchestration.timeline import Entry

#: So much of one entry is repeated; the whole of it is in the record.
WORDS = 400
#: So much of one entry where it is a line among others.
LINE = 160
#: Telegram takes so many entities in a message and drops the others.
MAX_ENTITIES = 100


def digest(entries: Sequence[Entry], texts: Texts) -> Rendered | None:
    """Who said what, oldest first; when it is too long, the oldest are only counted.

    None when there is nothing to say.
    """
    told = list(_told(entries, texts))
    if not told:
        return None
    title = texts.say("digest-title")
    head = bold(title)
    for left_out in range(len(told)):
        whole = head
        if left_out:
            more = texts.say("digest-left-out", {"count": left_out})
            whole = joined(whole, Rendered(more))
        for one in told[left_out:]:
            whole = joined(whole, one, "\n\n")
        if len(whole.text) <= MAX_TEXT and len(whole.entities) <= MAX_ENTITIES:
            return whole
    return head


def in_lines(entries: Sequence[Entry]) -> str:
    """Who wrote what, a line each and oldest first."""
    lines = []
    for entry in entries:
        content = content_of(entry)
        if content is not None:
            author = plain(getattr(entry.actor, "name", "")) or "…"
            said = plain(content.text, LINE) or f"[{subject_of(content)}]"
            lines.append(f"{_mark(entry)}{author}: {said}")
    return "\n".join(lines)


def _told(entries: Sequence[Entry], texts: Texts) -> Iterator[Rendered]:
    for entry in entries:
        try:
            said = to_staff(entry, texts)
        except NothingToShow:
            continue
        content = content_of(entry)
        if content is not None and not content.is_text:
            said = joined(said, Rendered(f"[{texts.say(f'medium-{content.kind}')}]"))
        yield joined(Rendered(_mark(entry)), _short(said), "")


def _mark(entry: Entry) -> str:
    """What the customer wrote or read is told from what stayed inside."""
    match entry.event:
        case CustomerWrote():
            return "👤 "
        case RepliedPublicly():
            return "💬 "
        case _:
            return "📝 "


def _short(said: Rendered) -> Rendered:
    if len(said.text) <= WORDS:
        return said
    kept = said.text[: WORDS - 1].rstrip()
    return Rendered(kept + "…", cut(said.entities, 0, units(kept)))
