"""Panels: what one of the staff asked to see, shown to nobody else, changed as they press."""

from dataclasses import dataclass, replace

from aiogram.types import CallbackQuery, Message

from bot.incoming.reading import ref_of, reply_ref_of
from bot.incoming.turn import Turn
from bot.routers import TicketCommand
from bot.views.panel import Panel
from orchestration.content import MessageRef
from orchestration.delivery import Delivery, Lane, ShowPanel
from orchestration.errors.asking import OldButton
from orchestration.people import Staff
from orchestration.ticket import Ticket
from orchestration.timeline import Entry


@dataclass(frozen=True, slots=True)
class PanelPressed:
    """A button of a panel in a ticket's topic; `asked` is the command that it answers."""

    message: Message
    asked: MessageRef
    ticket: Ticket
    by: Staff

    @property
    def on_itself(self) -> "PanelPressed":
        """As if it answered the message that bears the button: what is shown stands below that."""
        return replace(self, asked=ref_of(self.message))

    async def becomes(self, panel: Panel | None, turn: Turn) -> None:
        """The panel is another one from now on; None takes it away."""
        shown = self.message
        what = ShowPanel(
            self.asked,
            self.by.id,
            panel.words if panel else None,
            panel.buttons if panel else (),
            shown.message_thread_id,
            message=None if shown.ephemeral_message_id else shown.message_id,
            ephemeral=shown.ephemeral_message_id,
        )
        await turn.uow.outbox.add(Delivery(Lane.ALERT, what, self.ticket.id))


async def replied_entry(asked: TicketCommand, turn: Turn) -> Entry | None:
    """The entry of the same ticket whose message a command replies to."""
    target = reply_ref_of(asked.message)
    ref = await turn.uow.links.entry_of(target) if target else None
    if ref is None or ref.ticket != asked.ticket.id:
        return None
    return await turn.uow.timeline.entry(ref)


async def show(asked: TicketCommand, panel: Panel, turn: Turn) -> None:
    """Answers a command with a panel that its author alone sees."""
    thread = asked.message.message_thread_id
    to = ref_of(asked.message)
    what = ShowPanel(to, asked.by.id, panel.words, panel.buttons, thread)
    await turn.uow.outbox.add(Delivery(Lane.ALERT, what, asked.ticket.id))


async def show_below(press: PanelPressed, panel: Panel, turn: Turn) -> None:
    """Answers a pressed button with a panel that its presser alone sees, and leaves the button."""
    thread = press.message.message_thread_id
    what = ShowPanel(press.asked, press.by.id, panel.words, panel.buttons, thread)
    await turn.uow.outbox.add(Delivery(Lane.ALERT, what, press.ticket.id))


async def pressed(query: CallbackQuery, asked: int, turn: Turn) -> PanelPressed:
    """What was pressed, where and by whom; raises `OldButton` where that is no ticket's topic."""
    staff, message = turn.staff_of(query), query.message
    if staff is None or not isinstance(message, Message):
        raise OldButton
    thread = message.message_thread_id or 0
    number = await turn.uow.places.ticket_at(message.chat.id, thread)
    if number is None:
        raise OldButton
    ticket = await turn.uow.tickets.get(number)
    return PanelPressed(message, MessageRef(message.chat.id, asked), ticket, staff)
