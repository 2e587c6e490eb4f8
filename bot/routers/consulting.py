"""The specialists' note and its buttons, and how staff ask specialists."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import TurnPress, TurnStep
from bot.incoming.reading import after_word
from bot.incoming.recognising import pointed_at
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand, TopicHandler, acknowledge
from bot.routers.panels import PanelPressed, pressed, replied_entry, show_below
from bot.views import turn as views
from bot.views.drafting import why
from bot.views.panel import to_copy
from orchestration.answering import drafting
from orchestration.answering.collisions import may_send_anyway
from orchestration.consulting import asking, correcting, drafts
from orchestration.consulting.asking import Verdict
from orchestration.consulting.consultants import writer_of
from orchestration.content import Content
from orchestration.errors.drafting import AlreadyDecided
from orchestration.errors.specialists import NeedsModel, NothingAsked, NothingToTranslate
from orchestration.events import Written
from orchestration.events.specialists import Routed, SpecialistAsked
from orchestration.people import Staff
from orchestration.specialists.cast import BUILT_IN
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef


async def turn_pressed(query: CallbackQuery, callback_data: TurnPress, turn: Turn) -> None:
    """A person sends, changes or discards the draft, asks again, or decides who is right."""
    press = await pressed(query, callback_data.turn, turn)
    uow, ticket = turn.uow, press.ticket
    match callback_data.step:
        case TurnStep.SEND:
            await _send(press, await _draft(press, turn), turn, anyway=False)
        case TurnStep.ANYWAY:
            await _send(press, await _draft(press, turn), turn, anyway=True)
            await press.becomes(None, turn)
        case TurnStep.EDIT:
            _, drafted = await drafts.read(uow, ticket, await _draft(press, turn), press.by)
            panel = to_copy(turn.texts.say("turn-draft-edit"), drafted.content.text)
            await show_below(press.on_itself, panel, turn)
        case TurnStep.DISCARD:
            await drafts.discard(uow, ticket, await _draft(press, turn), press.by, turn.now)
        case TurnStep.AGAIN:
            await asking.ask(uow, ticket, SpecialistAsked(), press.by, turn.now)
        case TurnStep.DECIDE:
            which = Verdict(callback_data.turn, callback_data.conflict, callback_data.side)
            await asking.decide(uow, ticket, which, press.by, turn.now)


async def answer_with_draft(asked: TicketCommand, turn: Turn) -> bool:
    """`/reply text` to the specialists' note sends that text in the draft's place.

    False when it replies to none, or to one whose draft cannot be sent any more.
    """
    begun = await replied_entry(asked, turn)
    if begun is None or not isinstance(begun.event, Routed):
        return False
    draft = await drafts.draft_of_turn(turn.uow, asked.ticket, begun.seq)
    if draft is None:
        return False
    written = replace(asked.written(), waits=turn.desk.hold_overtaken)
    await drafts.send_edited(turn.uow, asked.ticket, draft, written, turn.now)
    return True


async def ask_if_mentioned(content: Content, ticket: Ticket, by: Staff, turn: Turn) -> None:
    """A note that names a specialist, as in `@billing was it charged?`, asks it."""
    profile = asking.mentioned(content.text, turn.roll().cast) if "@" in content.text else None
    if profile is not None:
        event = SpecialistAsked(profile.id, profile.name, content.text)
        await asking.ask(turn.uow, ticket, event, by, turn.now)


async def _ask(asked: TicketCommand, turn: Turn) -> None:
    """`/ask @billing question`, or `/ask question` for whom the router finds."""
    words = asked.argument.text.strip()
    if not words:
        raise NothingAsked
    event = SpecialistAsked(question=words)
    if words.startswith("@"):
        profile = asking.named(turn.roll().cast, words.split(maxsplit=1)[0])
        question = after_word(asked.argument).text.strip()
        if not question:
            raise NothingAsked
        event = SpecialistAsked(profile.id, profile.name, question)
    await asking.ask(turn.uow, asked.ticket, event, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _another_draft(asked: TicketCommand, turn: Turn) -> None:
    """`/draft` has the specialists draft an answer anew, in that tone if one is given."""
    event = SpecialistAsked(tone=asked.argument.text.strip()[:100])
    await asking.ask(turn.uow, asked.ticket, event, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _translate(asked: TicketCommand, turn: Turn) -> None:
    """`/translate` has the customer's words put into the group's language, or those given."""
    writer = writer_of(turn.roll().cast)
    if writer.model == BUILT_IN:
        raise NeedsModel(name=writer.name)
    words = asked.argument.text.strip() or await _words_meant(asked, turn)
    if not words:
        raise NothingToTranslate(ticket=asked.ticket.id)
    language = turn.texts.say(f"language-{turn.texts.language}")
    question = turn.texts.say("turn-translate", {"language": language, "words": words})
    event = SpecialistAsked(writer.id, writer.name, question)
    await asking.ask(turn.uow, asked.ticket, event, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _words_meant(asked: TicketCommand, turn: Turn) -> str:
    """Those of the customer's message that is replied to, else of their newest one."""
    ref = await pointed_at(asked.message, asked.ticket, turn)
    if ref is None:
        ref = EntryRef(asked.ticket.id, await turn.uow.timeline.last_customer_seq(asked.ticket.id))
    entry = await turn.uow.timeline.entry(ref) if ref.seq else None
    return entry.event.content.text if entry and isinstance(entry.event, Written) else ""


async def _route(asked: TicketCommand, turn: Turn) -> None:
    """`/route billing orders` says whom the customer's words are for; `/route nobody`, for none."""
    to = correcting.meant(turn.roll().cast, asked.argument.text)
    await correcting.correct(turn.uow, turn.desk, asked.ticket, to, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _draft(press: PanelPressed, turn: Turn) -> int:
    found = await drafts.draft_of_turn(turn.uow, press.ticket, press.asked.message)
    if found is None:
        raise AlreadyDecided(ticket=press.ticket.id)
    return found


async def _send(press: PanelPressed, seq: int, turn: Turn, *, anyway: bool) -> None:
    ticket, by = press.ticket, press.by
    found = await drafts.send(turn.uow, ticket, seq, by, turn.now, anyway=anyway)
    if found is None:
        return
    lock = drafting.held_by_another(ticket, by.id, turn.now)
    past = may_send_anyway(ticket, by, turn.now)
    words = why("suggestion", found, lock, turn.texts)
    panel = views.confirm(press.asked.message, words, turn.texts, may_send=past)
    await show_below(press.on_itself, panel, turn)


COMMANDS: Mapping[str, TopicHandler] = {
    "ask": _ask,
    "draft": _another_draft,
    "translate": _translate,
    "route": _route,
}


def router() -> Router:
    """The handlers of the buttons below the specialists' note."""
    made = Router(name="consulting")
    made.callback_query.register(turn_pressed, TurnPress.filter(), InStaffChat())
    return made
