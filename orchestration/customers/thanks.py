"""A bare "thank you", in the desk's languages: it closes a conversation and asks for nothing."""

from datetime import datetime

from orchestration.content import Content, ReplyTo
from orchestration.events import CustomerWrote
from orchestration.specialists.triage import words_of
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

_THANKS = (
    "thank thanks thankyou thx ty gracias спасибо благодарю obrigado obrigada valeu"
    " ممنون ممنونم مرسی متشکرم سپاس سپاسگزارم سپاسگزاریم تشکر"
)
#: What may stand around it and still say nothing more.
_AROUND = (
    "you very so much a lot many all for your the help everyone again ok okay great perfect"
    " muchas muchísimas mil por todo la ayuda su tu vale perfecto genial a ustedes"
    " большое огромное вам вас тебе за помощь очень всё всем ок хорошо отлично"
    " muito muita pela por ajuda sua tudo vocês você perfeito ótimo"
    " خیلی بسیار از شما با بابت کمک کمکتان لطف لطفتان عالی فراوان"
)
_EMOJI = frozenset("👍🙏❤💚💙😊🙂☺👌🤝💐🌹")
_COLOURS = frozenset("🏻🏼🏽🏾🏿\ufe0f")
_LONGEST = 10


def is_thanks(content: Content) -> bool:
    """Whether a message thanks and says nothing else; a doubt means that it says more."""
    text = content.text
    if not content.is_text or any(mark in text for mark in "?؟¿"):
        return False
    words = words_of(text)
    if not words:
        signs = {sign for sign in text if not sign.isspace() and sign not in _COLOURS}
        return bool(signs) and signs <= _EMOJI
    told = set(words)
    return len(words) <= _LONGEST and bool(told & _CORE) and told <= _CORE | _FILLING


def take_thanks(
    ticket: Ticket, content: Content, at: datetime, reply_to: ReplyTo | None = None
) -> Entry:
    """The customer thanks, and the ticket stays as it is. Raises `TicketClosed`."""
    ticket.check_not_closed()
    event, look = CustomerWrote(content, reply_to), ticket.look
    entry = ticket.record(event, ticket.customer, Audience.PUBLIC, at)
    ticket.look = look  # nothing was said that a supervisor would look at anew
    return entry


_CORE = frozenset(words_of(_THANKS))
_FILLING = frozenset(words_of(_AROUND))
