"""`/incident`: many tickets with one cause, and one update for all their customers."""

import re

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks import DraftPress, DraftStep, ReleasePress
from bot.incoming.reading import Command, after_word, ref_of
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand, acknowledge
from bot.routers.panels import pressed
from bot.views import incidents as views
from orchestration.cases import incidents
from orchestration.cases.incidents import Standing, Wordings
from orchestration.content import Content, MessageRef
from orchestration.delivery import Delivery, Lane, ShowPanel
from orchestration.errors.asking import MissingArgument, NotATicket, OldButton
from orchestration.people import Staff
from orchestration.rights import Verb, may
from orchestration.sentences import StaffSentence

_FORM = "/incident 3 update what customers read"
_NUMBER = re.compile(r"[0-9]{1,9}")
#: A line that begins so, such as `es:`, begins the words in that language.
_LANGUAGE = re.compile(r"^([a-z]{2}):[^\S\n]*", re.MULTILINE)
#: So many incidents are listed, the newest first.
_LISTED = 10


async def incident(message: Message, command: Command, turn: Turn) -> None:
    """What means the same in every topic: list, open, draft an update for all, send all."""
    staff = turn.staff_of(message)
    if staff is not None:
        await _anywhere(message, command.argument, staff, turn)


async def incident_here(asked: TicketCommand, turn: Turn) -> None:
    """In a ticket's topic it also joins, leaves, and changes the draft that waits there."""
    ticket, by = asked.ticket, asked.by
    word, rest = _first(asked.argument)
    if word == "leave":
        incidents.leave(ticket, by, turn.now)
    elif word == "edit":
        await incidents.redraft(turn.uow, ticket, rest, by, turn.now)
    elif word == "new":
        opened = await incidents.begin(turn.uow, rest.text, by, turn.now)
        incidents.join(ticket, opened, by, turn.now)
    elif _NUMBER.fullmatch(word) and not rest.text.strip():
        incidents.join(ticket, await incidents.named(turn.uow, int(word)), by, turn.now)
    else:
        await _anywhere(asked.message, asked.argument, by, turn)
        return
    await incidents.keep(turn.uow, ticket)
    await acknowledge(asked, turn)


async def draft_pressed(query: CallbackQuery, callback_data: DraftPress, turn: Turn) -> None:
    """A button of a draft: sends it, says how to change it, or discards it."""
    press = await pressed(query, callback_data.seq, turn)
    ticket, seq = press.ticket, callback_data.seq
    shown = ref_of(press.message)
    match callback_data.step:
        case DraftStep.SEND:
            await incidents.send(turn.uow, ticket, seq, press.by, shown, turn.now)
        case DraftStep.EDIT:
            facts = {"ticket": ticket.id}
            told = StaffSentence.DRAFT_EDIT
            await turn.answer(press.message, told, facts, only=press.by.id)
        case DraftStep.DISCARD:
            incidents.discard(ticket, seq, press.by, turn.now)
            await incidents.keep(turn.uow, ticket)


async def release_pressed(query: CallbackQuery, callback_data: ReleasePress, turn: Turn) -> None:
    """A supervisor sends every draft of an incident that waits."""
    staff, message = turn.staff_of(query), query.message
    if staff is None or not isinstance(message, Message):
        raise OldButton
    found = await incidents.named(turn.uow, callback_data.incident)
    await incidents.release(turn.uow, found, callback_data.update, staff, turn.now)
    shown = views.released(found, turn.texts)
    thread = message.message_thread_id if message.is_topic_message else None
    what = ShowPanel(
        MessageRef(message.chat.id, message.message_id),
        staff.id,
        shown.words,
        (),
        thread,
        message=None if message.ephemeral_message_id else message.message_id,
        ephemeral=message.ephemeral_message_id,
    )
    await turn.uow.outbox.add(Delivery(Lane.ALERT, what))


async def _anywhere(message: Message, argument: Content, by: Staff, turn: Turn) -> None:
    word, rest = _first(argument)
    if word in {"", "list"}:
        newest = await turn.uow.incidents.newest(_LISTED)
        listed = [await incidents.stands(turn.uow, each) for each in newest]
    elif word == "new":
        opened = await incidents.begin(turn.uow, rest.text, by, turn.now)
        listed = [await incidents.stands(turn.uow, opened)]
    elif word in {"leave", "edit"}:
        raise NotATicket(command=f"/incident {word}")
    elif _NUMBER.fullmatch(word):
        listed = [await _about(int(word), rest, by, turn)]
    else:
        raise MissingArgument(form=_FORM)
    await turn.uow.outbox.add(_show(message, listed, by, turn))


async def _about(number: int, argument: Content, by: Staff, turn: Turn) -> Standing:
    found = await incidents.named(turn.uow, number)
    verb, words = _first(argument)
    if verb == "":
        return await incidents.stands(turn.uow, found)
    if verb not in {"update", "resolve"} or not words.text.strip():
        raise MissingArgument(form=_FORM if verb != "resolve" else _FORM.replace("update", verb))
    said = wordings(words, turn.languages)
    last = verb == "resolve"
    return await incidents.update(turn.uow, found, said, by, turn.now, last=last)


def wordings(words: Content, languages: frozenset[str]) -> Wordings:
    """The words for each language: a line that begins with `es:` begins the Spanish ones.

    Formatting is kept where there is one wording for all.
    """
    starts = [each for each in _LANGUAGE.finditer(words.text) if each[1] in languages]
    if not starts:
        return {"": words}
    ends = [*(each.start() for each in starts[1:]), len(words.text)]
    said = {
        each[1]: Content(words.text[each.end() : end].strip())
        for each, end in zip(starts, ends, strict=True)
    }
    said[""] = Content(words.text[: starts[0].start()].strip())
    if not all(each.text for each in said.values()):
        raise MissingArgument(form=_FORM)
    return said


def _show(message: Message, listed: list[Standing], by: Staff, turn: Turn) -> Delivery:
    panel = views.panel(listed, turn.texts, supervises=may(by, Verb.SEND_ALL, None))
    thread = message.message_thread_id if message.is_topic_message else None
    what = ShowPanel(ref_of(message), by.id, panel.words, panel.buttons, thread)
    return Delivery(Lane.ALERT, what)


def _first(argument: Content) -> tuple[str, Content]:
    """The first word as people may have typed it, and what follows."""
    word = next(iter(argument.text.split(maxsplit=1)), "")
    return word.lower().removeprefix("#"), after_word(argument)


def router() -> Router:
    """The handlers of drafts' buttons, and of the one that sends all."""
    made = Router(name="incidents")
    made.callback_query.register(draft_pressed, DraftPress.filter(), InStaffChat())
    made.callback_query.register(release_pressed, ReleasePress.filter(), InStaffChat())
    return made
