"""Actions: the buttons below them, and the same by command."""

import re
from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks import ActionPress, ActionStep
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand, TopicHandler, acknowledge, typed
from bot.routers.panels import PanelPressed, pressed, show, show_below
from bot.routers.prompting import prompt
from bot.views.panel import Panel, to_copy
from orchestration.actions import approving, correcting
from orchestration.actions.action import Action
from orchestration.actions.proposing import Proposal, Proposed, propose
from orchestration.actions.undertaking import Undertaking
from orchestration.content import Content
from orchestration.errors.actions import BadArguments, NoSuchAction
from orchestration.schemas import Schema

_NUMBER = re.compile(r"\d{1,9}")
_ACT_FORM, _AMEND_FORM = "/act server.tool name=value", "/amend 12 name=value"


async def action_pressed(query: CallbackQuery, callback_data: ActionPress, turn: Turn) -> None:
    """Somebody decides, changes, repeats or takes back an action."""
    press = await pressed(query, callback_data.seq, turn)
    uow, ticket, by = turn.uow, press.ticket, press.by
    which = callback_data.seq, callback_data.seal
    match callback_data.step:
        case ActionStep.APPROVE:
            await approving.approve(uow, turn.ground, ticket, which, by)
        case ActionStep.REJECT:
            await _ask_why(press, which, turn)
        case ActionStep.CHANGE:
            undertaking = await approving.read(uow, ticket, which[0])
            undertaking.check_open(which[1])
            action = undertaking.action
            named = typed.written(action.arguments, _taken(action.tool, turn))
            command = f"/amend {which[0]} {named}"
            panel = to_copy(turn.texts.say("action-change"), command)
            await show_below(press.on_itself, panel, turn)
        case ActionStep.AGAIN:
            proposed = await correcting.again(uow, turn.ground, ticket, which[0], by)
            await _say(press, proposed, turn)
        case ActionStep.UNDO:
            proposed = await correcting.undo(uow, turn.ground, ticket, which[0], by)
            await _say(press, proposed, turn)
        case ActionStep.HAPPENED | ActionStep.DID_NOT:
            done = callback_data.step is ActionStep.HAPPENED
            await correcting.tell(uow, ticket, which[0], by, turn.now, done=done)


async def _approve(asked: TicketCommand, turn: Turn) -> None:
    """`/approve 12`."""
    undertaking, _ = await _meant(asked, turn)
    which = undertaking.ref.seq, undertaking.seal
    await approving.approve(turn.uow, turn.ground, asked.ticket, which, asked.by)
    await acknowledge(asked, turn)


async def reject(asked: TicketCommand, turn: Turn) -> None:
    """`/reject 12 why`."""
    undertaking, reason = await _meant(asked, turn)
    which = undertaking.ref.seq, undertaking.seal
    await approving.reject(turn.uow, asked.ticket, which, reason, asked.by, turn.now)
    await acknowledge(asked, turn)


async def _amend(asked: TicketCommand, turn: Turn) -> None:
    """`/amend 12 amount_minor=1500`: what is not named stays as it is."""
    undertaking, words = await _meant(asked, turn)
    action = undertaking.action
    changed = typed.read(words, _taken(action.tool, turn), _AMEND_FORM)
    arguments = {**action.arguments, **changed}
    which = undertaking.ref.seq, undertaking.seal
    proposed = await approving.amend(
        turn.uow, turn.ground, asked.ticket, which, arguments, asked.by
    )
    await _answer(asked, proposed, turn)


async def _act(asked: TicketCommand, turn: Turn) -> None:
    """`/act billing.refund invoice_number=I-1 amount_minor=990`, through the gate as any."""
    tool, _, words = asked.argument.text.strip().partition(" ")
    if "." not in tool:
        raise BadArguments(form=_ACT_FORM)
    arguments = typed.read(words, _taken(tool, turn), _ACT_FORM) if words.strip() else {}
    proposal = Proposal(Action(tool, arguments), asked.by)
    proposed = await propose(turn.uow, turn.ground, asked.ticket, proposal)
    await _answer(asked, proposed, turn)


async def _meant(asked: TicketCommand, turn: Turn) -> tuple[Undertaking, str]:
    """The action of that number, and what stands behind it."""
    number, _, rest = asked.argument.text.strip().partition(" ")
    if not _NUMBER.fullmatch(number):
        raise NoSuchAction(ticket=asked.ticket.id)
    return await approving.read(turn.uow, asked.ticket, int(number)), rest.strip()


async def _ask_why(press: PanelPressed, which: tuple[int, str], turn: Turn) -> None:
    """Who says no says why: nobody is asked who may not say it."""
    undertaking = await approving.read(turn.uow, press.ticket, which[0])
    undertaking.check_open(which[1])
    await approving.check(turn.uow, press.ticket, undertaking, press.by)
    await prompt(press.on_itself, "reject", "reject", turn, str(which[0]), which[0])


async def _say(press: PanelPressed, proposed: Proposed | None, turn: Turn) -> None:
    panel = _unproven(proposed, turn)
    if panel is not None:
        await show_below(press.on_itself, panel, turn)


async def _answer(asked: TicketCommand, proposed: Proposed | None, turn: Turn) -> None:
    panel = _unproven(proposed, turn)
    if panel is None:
        await acknowledge(asked, turn)
    else:
        await show(asked, panel, turn)


def _unproven(proposed: Proposed | None, turn: Turn) -> Panel | None:
    """Why nothing came of it, for whoever proposed it; None where something did."""
    if proposed is None:
        return Panel(Content(turn.texts.say("action-known")))
    if proposed.undertaking is not None:
        return None
    reasons = "; ".join(proposed.decision.reasons)
    return Panel(Content(turn.texts.say("action-unproven", {"reasons": reasons})))


def _taken(tool: str, turn: Turn) -> Schema:
    """What its server says that the tool takes; nothing while it is down."""
    served = turn.ground.tools.get(tool)
    return served.arguments if served else {}


COMMANDS: Mapping[str, TopicHandler] = {
    "approve": _approve,
    "reject": reject,
    "amend": _amend,
    "act": _act,
}


def router() -> Router:
    """The handlers of the buttons below actions."""
    made = Router(name="actions")
    made.callback_query.register(action_pressed, ActionPress.filter(), InStaffChat())
    return made
