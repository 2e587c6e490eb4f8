"""What is open, for whoever is at work next: one message, the most pressing first."""

from bot.texts import Texts
from bot.views import deadline
from bot.views.digest import MAX_ENTITIES
from bot.views.links import with_jumps
from bot.views.rendered import MAX_TEXT, Rendered, plain
from orchestration.content import Content, Entity
from orchestration.sentences import Facts
from orchestration.sla.policy import Policy
from orchestration.team.shift_digest import Digest, Left

_SUBJECT = 60
#: The title and the line that counts the rest have this much room.
_ROOM = 300


def digest(
    found: Digest, policy: Policy, texts: Texts, language: str | None = None, late: str = ""
) -> Rendered:
    """Which tickets wait for what, each linked to its topic; those without room are counted."""
    lines: list[str] = []
    shown, length, urgency = 0, _ROOM, None
    for left in found.tickets[:MAX_ENTITIES]:
        block = [_line(left, policy, texts, language)]
        if left.ticket.urgency is not urgency:
            urgency = left.ticket.urgency
            named = texts.say(f"urgency-{urgency}", None, language)
            block.insert(0, texts.say("shift-urgency", {"urgency": named}, language))
        length += sum(len(line) + 1 for line in block)
        if length > MAX_TEXT:
            break
        lines += block
        shown += 1
    more = len(found.tickets) - shown
    if more or found.more:
        facts: Facts = {"count": more, "beyond": int(found.more)}
        lines.append(texts.say("shift-more", facts, language))
    title = texts.say("shift-digest", {"count": len(found.tickets), "late": late}, language)
    jumps = {f"#{left.ticket.id}": left.topic for left in found.tickets[:shown] if left.topic}
    return with_jumps(Rendered("\n".join([title, *lines])), jumps)


def content(words: Rendered) -> Content:
    """The same where it is kept until it is sent."""
    links = (Entity(each.type, each.offset, each.length, each.url) for each in words.entities)
    return Content(words.text, entities=tuple(links))


def _line(left: Left, policy: Policy, texts: Texts, language: str | None) -> str:
    ticket = left.ticket
    due = deadline.deadline_of(left.clock, ticket.queue, policy)
    by_when = deadline.line(due, texts, language) if due else ""
    facts: Facts = {
        "ticket": ticket.id,
        "subject": plain(ticket.subject, _SUBJECT),
        "status": ticket.status,
        "owner": plain(ticket.primary.name) if ticket.primary else "",
        "expert": plain(ticket.consultation.name) if ticket.consultation else "",
        "deadline": by_when,
    }
    return texts.say("shift-line", facts, language)
