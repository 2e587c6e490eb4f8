"""The ticket's card: who, what, where it stands, the customer's first words, and the buttons."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aiogram.enums import MessageEntityType
from aiogram.types import MessageEntity

from bot.texts import Texts
from bot.views import (
    buttons,
    closing,
    deadline,
    drafting,
    escalation,
    incidents,
    plan,
    team,
    topic,
    verifying,
)
from bot.views.deadline import Deadline
from bot.views.rendered import (
    QUOTES,
    Rendered,
    bold,
    cut,
    italic,
    joined,
    mentioned,
    plain,
    stacked,
    telegram_entities,
    units,
)
from orchestration.clock.followups import FollowUp
from orchestration.content import Content
from orchestration.customers.pace import Pace
from orchestration.delivery import CardMenu
from orchestration.desk import DEFAULT_QUEUE
from orchestration.events import DraftLock, IntakeAsked
from orchestration.intake import CARD_WORDS
from orchestration.people import Person
from orchestration.ports.bans import Ban
from orchestration.ports.bindings import Binding
from orchestration.ports.incidents import Incident
from orchestration.sentences import Facts
from orchestration.status import Status
from orchestration.team.absence import Absence
from orchestration.team.presence import Seen
from orchestration.ticket import Ticket
from orchestration.times import dated
from orchestration.workflows.plan import Plan
from orchestration.workflows.workflow import Workflow

_WORD = 24


@dataclass(frozen=True, slots=True)
class CardView:
    """What a card shows: the ticket as it is now and the customer's first words.

    `staff` are those whom the menu of people offers; `ban` is the customer's, if they are banned,
    `absence` is the primary responder's, if they are away. `pace` is how fast the customer writes,
    while it is a great deal, and `intake` is what they were asked first. `lock` is the one that is
    open, `lately` who did something on the ticket. `deadline` is the next one, where there is any,
    and `ahead` what will happen to the ticket by itself. `incident` is the cause that it shares,
    `binding` tells which record is the customer's, and `plans` how far its matters are.
    """

    ticket: Ticket
    first: Content | None
    menu: CardMenu | None = None
    staff: Sequence[Person] = ()
    ban: Ban | None = None
    ahead: FollowUp | None = None
    absence: Absence | None = None
    pace: Pace | None = None
    intake: IntakeAsked | None = None
    lock: DraftLock | None = None
    lately: Sequence[Seen] = ()
    deadline: Deadline | None = None
    incident: Incident | None = None
    binding: Binding | None = None
    plans: Sequence[tuple[Workflow, Plan]] = ()


def card(view: CardView, texts: Texts) -> Rendered:
    """The card, never longer than one message."""
    reception = (*_intake(view.intake, texts), *_pace(view.pace, texts))
    facts = _facts(view, texts)
    working = map(Rendered, drafting.lines(view.lock, view.lately, texts))
    ends = (*_ban(view.ban, texts), *_ahead(view.ahead, texts))
    due = [Rendered(deadline.line(view.deadline, texts))] if view.deadline else []
    parts = [stacked([*facts, *due, *working, *reception, *ends])]
    if view.first is not None:
        parts.extend(_words(view.first, texts))
    if view.ticket.status is not Status.CLOSED:
        parts.append(_how_to_answer(view.ticket, texts))
    whole, *rest = parts
    for part in rest:
        whole = joined(whole, part, "\n\n")
    keyboard = buttons.of_card(view.ticket, view.menu, view.staff, texts, view.ahead)
    return Rendered(whole.text, whole.entities, keyboard)


def state(view: CardView, texts: Texts) -> str:
    """Tells one state of a card from another.

    Who was there lately is no part of it: a card is not edited for that alone.
    """
    return fingerprint(card(replace(view, lately=()), texts))


def fingerprint(shown: Rendered) -> str:
    """Tells one message from another."""
    parts = [
        shown.text,
        *(entity.model_dump_json(exclude_none=True) for entity in shown.entities),
        shown.buttons.model_dump_json(exclude_none=True) if shown.buttons else "",
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _facts(view: CardView, texts: Texts) -> Iterator[Rendered]:
    ticket, absence = view.ticket, view.absence
    header = f"#{ticket.id} · {plain(ticket.subject, 100)}"
    yield bold(header)
    yield _customer(ticket)
    yield from map(Rendered, verifying.lines(view.binding, texts))
    since: Facts = {"status": ticket.status, "since": dated(ticket.status_since, texts.zone)}
    yield Rendered(f"{topic.ICONS[ticket.status]} {texts.say('card-since', since)}")
    if ticket.primary is None:
        yield Rendered(f"🙋 {texts.say('card-nobody')}")
    else:
        owner = texts.say("card-owner", {"owner": plain(ticket.primary.name)})
        yield Rendered(f"🙋 {owner}")
    if absence is not None:
        until = dated(absence.until, texts.zone) if absence.until else ""
        yield Rendered(f"🏖 {texts.say('card-away', {'until': until})}")
    yield from map(Rendered, escalation.lines(ticket, texts))
    yield from map(Rendered, team.lines(ticket, texts))
    yield from map(Rendered, closing.lines(ticket, texts))
    yield from map(Rendered, plan.lines(view.plans, texts))
    yield from map(Rendered, incidents.lines(view.incident, texts))
    if ticket.tags or ticket.queue != DEFAULT_QUEUE.id:
        yield Rendered(f"🗂 {_filed(ticket, texts)}")
    if ticket.triage is not None or ticket.people_called or ticket.priority_set:
        yield Rendered(f"🏷 {_triage(ticket, texts)}")
    if ticket.rating is not None:
        yield Rendered(f"⭐ {texts.say('card-rating', {'score': ticket.rating})}")
    if not ticket.reachable:
        yield Rendered(f"🚫 {texts.say('card-unreachable')}")
    if ticket.previous is not None:
        yield Rendered(f"🔗 {texts.say('card-previous', {'previous': ticket.previous})}")
    yield from _others(ticket, texts)


def _filed(ticket: Ticket, texts: Texts) -> str:
    """The queue, and the tags as hashtags: a tap on one finds the others in the group."""
    queue = texts.say("card-queue", {"queue": plain(ticket.queue)})
    return " ".join([queue, *(["·"] if ticket.tags else []), *(f"#{tag}" for tag in ticket.tags)])


def _others(ticket: Ticket, texts: Texts) -> Iterator[Rendered]:
    """The tickets that this one has to do with."""
    if ticket.links:
        facts: Facts = {"tickets": _numbers(ticket.links)}
        yield Rendered(f"🔗 {texts.say('card-links', facts)}")
    if ticket.absorbed:
        facts = {"tickets": _numbers(ticket.absorbed)}
        yield Rendered(f"📥 {texts.say('card-absorbed', facts)}")
    if ticket.merged_into is not None:
        yield Rendered(f"📤 {texts.say('card-merged', {'into': ticket.merged_into})}")


def _numbers(tickets: Sequence[int]) -> str:
    return ", ".join(f"#{number}" for number in tickets)


def _ban(ban: Ban | None, texts: Texts) -> Iterator[Rendered]:
    if ban is not None:
        facts: Facts = {"by": plain(ban.by) or "…", "withheld": ban.withheld}
        yield Rendered(f"⛔ {texts.say('card-banned', facts)}")


def _ahead(due: FollowUp | None, texts: Texts) -> Iterator[Rendered]:
    if due is not None:
        facts: Facts = {"at": dated(due.due_at, texts.zone)}
        yield Rendered(f"⏳ {texts.say(f'card-ahead-{due.kind}', facts)}")


def _intake(asked: IntakeAsked | None, texts: Texts) -> Iterator[Rendered]:
    if asked is not None and asked.question:  # else it was erased
        words: Facts = {"question": plain(asked.question, 100), "answer": plain(asked.answer, 200)}
        yield Rendered(f"❓ {texts.say('card-intake', words)}")


def _pace(pace: Pace | None, texts: Texts) -> Iterator[Rendered]:
    if pace is not None:
        yield Rendered(f"🌊 {texts.say('card-flood', {'count': len(pace.moments)})}")


def _customer(ticket: Ticket) -> Rendered:
    """The name opens the customer's profile."""
    before, name = "👤 ", plain(ticket.customer.name) or "…"
    link = MessageEntity(
        type=MessageEntityType.TEXT_MENTION,
        offset=units(before),
        length=units(name),
        user=mentioned(ticket.customer.id, name),
    )
    return Rendered(before + name, (link,))


def _triage(ticket: Ticket, texts: Texts) -> str:
    urgency = texts.say(f"urgency-{ticket.urgency}")
    said = [texts.say("card-urgency", {"urgency": urgency})]
    if ticket.triage is not None:
        intent = plain(ticket.triage.intent.replace("_", " "), _WORD)
        said.append(texts.say("card-intent", {"intent": intent}))
        if ticket.triage.language:
            language = texts.say(f"language-{ticket.triage.language}")
            said.append(texts.say("card-language", {"language": language}))
    return " · ".join(said)


def _words(content: Content, texts: Texts) -> Iterator[Rendered]:
    """The first words, quoted, and whether more follows."""
    shown = content.text[:CARD_WORDS].strip()
    if shown:
        begin = units(content.text[: content.text.index(shown[0])])
        # Telegram refuses a quote within a quote.
        own = [one for one in telegram_entities(content.entities) if one.type not in QUOTES]
        longer = len(content.text.strip()) > len(shown)
        text = shown + "…" if longer else shown
        quote = MessageEntity(type=MessageEntityType.BLOCKQUOTE, offset=0, length=units(text))
        yield Rendered(text, (quote, *cut(own, begin, begin + units(shown))))
    if content.forwarded_from is not None:
        origin: Facts = {"origin": plain(content.forwarded_from) or "…"}
        yield Rendered(texts.say("card-forwarded", origin))
    if not content.is_text:
        kind = texts.say(f"medium-{content.kind}")
        yield Rendered(texts.say("card-medium-follows", {"kind": kind}))
    elif len(content.text) > CARD_WORDS:
        yield Rendered(texts.say("card-follows"))


def _how_to_answer(ticket: Ticket, texts: Texts) -> Rendered:
    return italic(texts.say("card-how-to-answer", {"customer": plain(ticket.customer.name)}))
