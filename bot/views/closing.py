"""The question that is asked before a ticket ends with something open, and what cards say of it."""

from collections.abc import Iterator

from bot.callbacks import EndPress, EndStep
from bot.texts import Texts
from bot.views.panel import Panel, open_lines
from bot.views.rendered import plain
from orchestration.content import Content
from orchestration.delivery import Button
from orchestration.ending.closing_conditions import seal_of
from orchestration.errors.closing import StillOpen
from orchestration.sentences import Facts
from orchestration.ticket import Ticket
from orchestration.times import dated

_NAME = 64


def question(refused: StillOpen, asker: int, message: int, texts: Texts) -> Panel:
    """Names what stands open; `asker` may end the ticket all the same, or leave it."""
    facts: Facts = {"ticket": refused.ticket, "after": refused.to}
    lines = open_lines(refused.matters, texts)
    words = "\n".join([texts.say("open-question", facts), *lines])

    def button(step: EndStep) -> Button:
        press = EndPress(
            step=step, message=message, to=refused.to, asker=asker, seal=seal_of(refused.matters)
        )
        return Button(texts.say(f"button-end-{step}", facts), press.pack())

    return Panel(Content(words), ((button(EndStep.ANYWAY), button(EndStep.LEAVE)),))


def lines(ticket: Ticket, texts: Texts) -> Iterator[str]:
    """On the card: what the ticket came to, and who has looked at it."""
    summary, look = ticket.summary, ticket.look
    if summary is not None:
        facts: Facts = {"by": plain(summary.by, _NAME), "words": plain(summary.words)}
        yield f"📝 {texts.say('card-summary', facts)}"
    if look is not None:
        facts = {"by": plain(look.by, _NAME), "at": dated(look.at, texts.zone)}
        yield f"✔️ {texts.say('card-look', facts)}"
