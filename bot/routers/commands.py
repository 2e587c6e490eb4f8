"""What staff can ask of a ticket with a slash command in its topic."""

from collections.abc import Mapping
from dataclasses import replace

from bot.incoming.meant import person_meant
from bot.incoming.reading import Command
from bot.incoming.recognising import pointed_at
from bot.incoming.turn import Turn
from bot.routers import (
    CommandHandler,
    TicketCommand,
    TopicHandler,
    acknowledge,
    actions,
    bans,
    closing,
    consulting,
    drafting,
    filing,
    finding,
    linking,
    teaching,
    verifying,
)
from bot.routers.audit import show_log
from bot.routers.duty import say_who_is_away, say_who_is_named_and_away
from bot.routers.escalating import ESCALATION_COMMANDS
from bot.routers.followups import TIME_COMMANDS, follow_up_here
from bot.routers.incidents import incident_here
from bot.routers.macros import macro
from bot.routers.notices import NOTICE_COMMANDS
from bot.routers.roles import tell_or_give_role
from bot.routers.setup import tell_ids, tell_queue
from bot.routers.snoozing import SNOOZE_COMMANDS
from bot.routers.team import TEAM_COMMANDS
from orchestration.answering import changes, replies
from orchestration.ending import resolution
from orchestration.errors.asking import MissingArgument
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.times import dated


async def _claim(asked: TicketCommand, turn: Turn) -> None:
    await assignment.claim(turn.uow, asked.ticket, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _assign(asked: TicketCommand, turn: Turn) -> None:
    person, _ = await person_meant(asked.message, asked.argument, turn, "/assign @name")
    await assignment.assign(turn.uow, asked.ticket, person, asked.by, turn.now)
    await say_who_is_away(asked.message, [person], turn)
    await acknowledge(asked, turn)


async def _release(asked: TicketCommand, turn: Turn) -> None:
    await assignment.release(turn.uow, turn.desk, asked.ticket, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _note(asked: TicketCommand, turn: Turn) -> None:
    _says_something(asked, "/note text")
    await replies.add_note(turn.uow, asked.ticket, asked.written(), turn.now)
    await consulting.ask_if_mentioned(asked.argument, asked.ticket, asked.by, turn)
    await say_who_is_named_and_away(asked.message, asked.argument, turn)


async def _reply(asked: TicketCommand, turn: Turn) -> None:
    """Without words it begins to answer; to a suggestion or a draft it sends these in its place."""
    if asked.argument.is_text and not asked.argument.text.strip():
        await drafting.begin_to_answer(asked, turn)
        return
    if await drafting.answer_with_suggestion(asked, turn):
        return
    if await consulting.answer_with_draft(asked, turn):
        return
    answers = await pointed_at(asked.message, asked.ticket, turn)
    written = replace(asked.written(), waits=turn.desk.hold_overtaken)
    await replies.reply_publicly(turn.uow, asked.ticket, written, turn.now, answers)


async def _delete(asked: TicketCommand, turn: Turn) -> None:
    await changes.delete_reply(turn.uow, asked.ticket, asked.written(), turn.now)


async def _status(asked: TicketCommand, turn: Turn) -> None:
    if asked.argument.text:
        to = _status_named(asked.argument.text, turn)
        await _move(asked, turn, to)
        return
    ticket = asked.ticket
    facts: Facts = {
        "ticket": ticket.id,
        "subject": ticket.subject,
        "status": ticket.status,
        "owner": ticket.primary.name if ticket.primary else "",
        "since": dated(ticket.status_since, turn.desk.zone),
    }
    await turn.answer(asked.message, StaffSentence.STATUS_TOPIC, facts)


def _status_named(word: str, turn: Turn) -> Status:
    """The status as the group reads it, or in English; raises `UnknownStatus`."""
    spoken = {turn.texts.say(f"status-{each}").casefold(): each for each in Status}
    return spoken.get(word.strip().casefold()) or resolution.status_named(word)


async def _resolve(asked: TicketCommand, turn: Turn) -> None:
    await _move(asked, turn, Status.RESOLVED)


async def _reopen(asked: TicketCommand, turn: Turn) -> None:
    await _move(asked, turn, Status.OPEN)


async def _close(asked: TicketCommand, turn: Turn) -> None:
    await _move(asked, turn, Status.CLOSED)


async def _help(asked: TicketCommand, turn: Turn) -> None:
    await turn.answer(asked.message, StaffSentence.HELP_TOPIC)


async def _id(asked: TicketCommand, turn: Turn) -> None:
    await tell_ids(asked.message, Command("id", asked.argument), turn)


async def _queue(asked: TicketCommand, turn: Turn) -> None:
    if asked.argument.text:
        await filing.move_queue(asked, turn)
    else:
        await tell_queue(asked.message, Command("queue", asked.argument), turn)


async def _role(asked: TicketCommand, turn: Turn) -> None:
    await tell_or_give_role(asked.message, Command("role", asked.argument), turn)


async def _move(asked: TicketCommand, turn: Turn, to: Status) -> None:
    await resolution.set_status(turn.uow, turn.desk, asked.ticket, to, asked.by, turn.now)
    await acknowledge(asked, turn)


def _says_something(asked: TicketCommand, form: str) -> None:
    if asked.argument.is_text and not asked.argument.text.strip():
        raise MissingArgument(form=form)


def _anywhere(name: str, handler: CommandHandler) -> TopicHandler:
    """A command that means the same in every topic."""

    async def here(asked: TicketCommand, turn: Turn) -> None:
        await handler(asked.message, Command(name, asked.argument), turn)

    return here


#: In the order in which Telegram lists them.
TOPIC_COMMANDS: Mapping[str, TopicHandler] = {
    "reply": _reply,
    "note": _note,
    "delete": _delete,
    **drafting.COMMANDS,
    **consulting.COMMANDS,
    "claim": _claim,
    "assign": _assign,
    "release": _release,
    "status": _status,
    "resolve": _resolve,
    "reopen": _reopen,
    "close": _close,
    **closing.COMMANDS,
    "ban": bans.ban,
    "unban": bans.unban,
    **verifying.COMMANDS,
    **actions.COMMANDS,
    **filing.COMMANDS,
    **linking.COMMANDS,
    "incident": incident_here,
    "search": finding.search_here,
    "history": finding.history,
    "macro": macro,
    "log": show_log,
    **TEAM_COMMANDS,
    **ESCALATION_COMMANDS,
    "followup": follow_up_here,
    **SNOOZE_COMMANDS,
    "role": _role,
    "help": _help,
    "queue": _queue,
    **{
        name: _anywhere(name, handler)
        for name, handler in {**NOTICE_COMMANDS, **TIME_COMMANDS}.items()
    },
    **teaching.COMMANDS,
    "id": _id,
}
