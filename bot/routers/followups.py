"""`/followup`: what people want to be reminded of, by command and by its panel; and `/timezone`."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks import FollowUpPress, FollowUpStep
from bot.incoming.reading import Command, ref_of
from bot.incoming.turn import Turn
from bot.routers import CommandHandler, TicketCommand
from bot.speaking import language_of
from bot.views.followups import FollowUpPanels
from bot.views.panel import Panel
from orchestration.clock import reminding
from orchestration.clock.reminders import Reminder
from orchestration.content import Content, MessageRef
from orchestration.delivery import Delivery, Lane, ShowPanel
from orchestration.errors.asking import MissingArgument, OldButton
from orchestration.errors.followups import NoSuchFollowUp
from orchestration.errors.notices import NobodyToTell
from orchestration.people import Person, Staff
from orchestration.sentences import Facts, StaffSentence
from orchestration.telling.habits import zone_named
from orchestration.ticket import Ticket
from orchestration.times import Reading, at, read, wall

#: `/followup change 12 friday 14:00` and `/followup cancel 12`.
_CHANGE = re.compile(r"(change|cancel)\s+#?(\d{1,18})(?:\s+|$)", re.ASCII | re.IGNORECASE)
_ONLY_A_NAME = re.compile(r"@([A-Za-z0-9_-]+)")
#: How much later a press makes it.
_LATER = {
    FollowUpStep.DAY: timedelta(days=1),
    FollowUpStep.WEEK: timedelta(days=7),
}


async def follow_up_here(asked: TicketCommand, turn: Turn) -> None:
    """In a ticket's topic: about this ticket."""
    await _follow_up(asked.message, asked.argument, asked.by, asked.ticket, turn)


async def follow_up(message: Message, command: Command, turn: Turn) -> None:
    """Anywhere else: about nothing but what it says, and told in private."""
    staff = turn.staff_of(message)
    if staff is not None:
        await _follow_up(message, command.argument, staff, None, turn)


async def timezone(message: Message, command: Command, turn: Turn) -> None:
    """The zone in whose times someone is understood and told; also that of their quiet hours."""
    person, word = _author(turn), command.argument.text.strip()
    habits = await turn.uow.notices.habits_of(person.id)
    if word:
        habits = replace(habits, zone=zone_named(word))
        await turn.uow.notices.keep_habits(person.id, habits)
    facts: Facts = {"zone": habits.zone, "now": f"{wall(turn.now, habits.zone):%Y-%m-%d %H:%M}"}
    await turn.answer(message, StaffSentence.TIME_ZONE, facts, only=person.id)


async def read_time(words: str, person: Person | None, turn: Turn) -> tuple[Reading, str]:
    """The time with which someone's words begin, and their zone; raises what `read` raises."""
    zone, languages = "UTC", []
    if person is not None:
        zone = (await turn.uow.notices.habits_of(person.id)).zone
        known = (person.chosen_language, person.language)
        languages = [each.lower().split("-")[0] for each in known if each]
    return read(words, zone, turn.now, languages), zone


async def pressed(query: CallbackQuery, callback_data: FollowUpPress, turn: Turn) -> None:
    """A button of a follow-up's panel."""
    staff, message, person = turn.staff_of(query), query.message, turn.person
    if staff is None or person is None or not isinstance(message, Message):
        raise OldButton
    step = callback_data.step
    found = await reminding.find(turn.uow, callback_data.number, staff)
    panels = await _panels(message, callback_data.message, person, turn)
    if step is FollowUpStep.CANCEL:
        await reminding.cancel(turn.uow, found, staff, turn.now)
        panel = panels.cancelled(found)
    elif step is FollowUpStep.CHANGE:
        panel = panels.changing(found)
    else:
        changed = _after(step, found)
        panel = panels.shown(await reminding.change(turn.uow, found, changed, staff, turn.now))
    shown = _panel(MessageRef(message.chat.id, callback_data.message), message, person.id, panel)
    ephemeral = message.ephemeral_message_id
    taken = replace(shown, message=None if ephemeral else message.message_id, ephemeral=ephemeral)
    await _show(taken, found.ticket, turn)


async def _follow_up(
    message: Message, argument: Content, by: Staff, ticket: Ticket | None, turn: Turn
) -> None:
    person, words = _author(turn), argument.text.strip()
    panels = await _panels(message, message.message_id, person, turn)
    only_name, changing = _ONLY_A_NAME.fullmatch(words), _CHANGE.match(words)
    if not words or only_name:
        panel = panels.listed(await _listed(only_name, person, ticket, turn))
    elif changing is not None:
        panel = await _changed(changing, argument, by, panels, turn)
    else:
        reading, zone = await read_time(words, person, turn)
        named = Content(reading.rest, entities=argument.entities)
        said = await reminding.whom_named(turn.uow, turn.desk, named, person, turn.now)
        planned = Reminder(
            id=0,
            due_at=reading.due_at,
            zone=zone,
            words=said.words,
            by=person.id,
            by_name=person.name,
            whom=said.whom,
            person=said.person,
            said=reading.said,
            rule=reading.rule,
        )
        kept = await reminding.plan(turn.uow, ticket, planned, by, turn.now)
        panel = panels.shown(kept, reading.odd)
    shown = _panel(ref_of(message), message, person.id, panel)
    await _show(shown, ticket.id if ticket else None, turn)


async def _changed(
    asked: re.Match[str], argument: Content, by: Staff, panels: FollowUpPanels, turn: Turn
) -> Panel:
    """Another time, and other words or another person where these are said."""
    found = await reminding.find(turn.uow, int(asked[2]), by)
    rest = argument.text.strip()[asked.end() :]
    if asked[1].lower() == "cancel":
        await reminding.cancel(turn.uow, found, by, turn.now)
        return panels.cancelled(found)
    if not rest:
        raise MissingArgument(form=f"/followup change {found.id} friday 14:00")
    person = _author(turn)
    reading, zone = await read_time(rest, person, turn)
    changed = replace(found, due_at=reading.due_at, zone=zone, said=reading.said, rule=reading.rule)
    if reading.rest:
        named = Content(reading.rest, entities=argument.entities)
        said = await reminding.whom_named(turn.uow, turn.desk, named, person, turn.now)
        changed = replace(changed, words=said.words or found.words)
        if "@" in reading.rest or argument.entities:
            changed = replace(changed, whom=said.whom, person=said.person)
    kept = await reminding.change(turn.uow, found, changed, by, turn.now)
    return panels.shown(kept, reading.odd)


async def _listed(
    only_name: re.Match[str] | None, person: Person, ticket: Ticket | None, turn: Turn
) -> list[Reminder]:
    """A ticket's, one's own, a colleague's, or those for whoever a name means."""
    if only_name is None:
        if ticket is not None:
            return [*await turn.uow.reminders.of_ticket(ticket.id)]
        return [*await turn.uow.reminders.of_person(person.id)]
    colleague = await turn.uow.people.by_username(only_name[1])
    if colleague is None or colleague.role is None:
        return [*await turn.uow.reminders.of_name(only_name[1].lower())]
    theirs = await turn.uow.reminders.of_person(colleague.id)
    # What someone keeps for themselves in private is nobody else's.
    return [one for one in theirs if one.ticket is not None or person.id in {one.by, one.person}]


def _after(step: FollowUpStep, found: Reminder) -> Reminder:
    """What a press makes of it; days and weeks keep the time on the wall."""
    match step:
        case FollowUpStep.UNLESS if found.ticket is not None:
            return replace(found, unless_written=not found.unless_written)
        case FollowUpStep.HOUR if found.rule is None:
            return replace(found, due_at=found.due_at + timedelta(hours=1))
        case FollowUpStep.DAY | FollowUpStep.WEEK if found.rule is None:
            later = wall(found.due_at, found.zone) + _LATER[step]
            return replace(found, due_at=at(later, found.zone))
        case FollowUpStep.SHOW:
            return found
        case _:
            raise NoSuchFollowUp(number=found.id)


def _author(turn: Turn) -> Person:
    """Whoever asks, as someone who can be told; raises `NobodyToTell`."""
    if turn.person is None:
        raise NobodyToTell
    return turn.person


async def _panels(message: Message, asked: int, person: Person, turn: Turn) -> FollowUpPanels:
    """In private in their own language, in the group in the group's."""
    private = message.chat.id > 0
    language = await language_of(turn.uow, person.id, turn.texts) if private else None
    return FollowUpPanels(turn.texts, asked, language, inside=not private)


def _panel(to: MessageRef, message: Message, only: int, panel: Panel) -> ShowPanel:
    thread = message.message_thread_id if message.is_topic_message else None
    return ShowPanel(to, only, panel.words, panel.buttons, thread)


async def _show(panel: ShowPanel, ticket: int | None, turn: Turn) -> None:
    chat = None if panel.to.chat == turn.staff_chat else panel.to.chat
    about = ticket if chat is None else None
    await turn.uow.outbox.add(Delivery(Lane.ALERT, panel, about, chat))


#: In the group, in any topic that is no ticket's, and in private.
FOLLOW_UP_COMMANDS: Mapping[str, CommandHandler] = {"followup": follow_up}
#: The same in every topic, too.
TIME_COMMANDS: Mapping[str, CommandHandler] = {"timezone": timezone}


def router() -> Router:
    """The handler of a follow-up's buttons."""
    made = Router(name="followups")
    made.callback_query.register(pressed, FollowUpPress.filter())
    return made
