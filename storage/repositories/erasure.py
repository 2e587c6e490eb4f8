"""Erasing: the only statements that take words out of the timeline."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import BindParameter, bindparam, case, delete, update

from orchestration.customers.erasing import NOBODY
from orchestration.timeline import Entry
from storage import tables
from storage.repositories.base import Repository
from storage.seal import unsealed

_entry, _ticket, _person = tables.timeline_entry, tables.ticket, tables.person
_link, _follow_up, _reminder = tables.message_link, tables.follow_up, tables.reminder
_inbox, _outbox, _record = tables.inbox, tables.outbox, tables.desk_record
_notice, _webhook_notice, _ban = tables.notice, tables.webhook_notice, tables.ban
_tickets: BindParameter[int] = bindparam("tickets", expanding=True)
_conversations: BindParameter[str] = bindparam("conversations", expanding=True)

_rewrite = (
    update(_entry)
    .where(_entry.c.ticket_id == bindparam("ticket"), _entry.c.seq == bindparam("number"))
    .values(words=None)
)
_disown = (
    update(_ticket)
    .where(_ticket.c.id.in_(_tickets))
    .values(
        customer_id=NOBODY.id,
        customer_name=NOBODY.name,
        decision_words=case((_ticket.c.decision_words.is_not(None), "")),
        summary_words=case((_ticket.c.summary_words.is_not(None), "")),
    )
)
_of_tickets = (
    delete(_link).where(_link.c.ticket_id.in_(_tickets)),
    delete(_notice).where(_notice.c.ticket_id.in_(_tickets)),
    delete(_webhook_notice).where(_webhook_notice.c.ticket_id.in_(_tickets)),
    delete(_follow_up).where(_follow_up.c.ticket_id.in_(_tickets)),
    delete(tables.held_reply).where(tables.held_reply.c.ticket_id.in_(_tickets)),
    delete(tables.case_record).where(tables.case_record.c.ticket_id.in_(_tickets)),
    delete(tables.undertaking).where(tables.undertaking.c.ticket_id.in_(_tickets)),
    delete(tables.recorded_read).where(tables.recorded_read.c.ticket_id.in_(_tickets)),
    delete(tables.route_correction).where(tables.route_correction.c.ticket_id.in_(_tickets)),
    # Said in the indexes' own words, or they are not used.
    delete(_reminder).where(
        _reminder.c.ticket_id.in_(_tickets), _reminder.c.ticket_id.is_not(None)
    ),
    delete(_outbox).where(_outbox.c.ticket_id.in_(_tickets), _outbox.c.ticket_id.is_not(None)),
)
_private = delete(_outbox).where(_outbox.c.chat == bindparam("customer"), tables.private)
# Updates are kept for days only, so reading them all by their age is quick enough.
_handled = delete(_inbox).where(
    _inbox.c.handled_at.is_not(None),
    _inbox.c.at > bindparam("beginning", type_=_inbox.c.at.type),
    _inbox.c.conversation.in_(_conversations),
)
_aside = delete(_inbox).where(tables.inbox_aside, _inbox.c.conversation.in_(_conversations))
_lift = delete(_ban).where(_ban.c.customer_id == bindparam("customer"))
# Who was staff once may be a customer who wants to be forgotten.
_unname = (
    update(_record)
    .where(_record.c.person_id == bindparam("person"))
    .values(person_id=NOBODY.id, person_name=NOBODY.name)
)
_forget = delete(_person).where(_person.c.id == bindparam("person"))
_return = delete(tables.absence).where(tables.absence.c.person_id == bindparam("person"))

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class SqlErasure(Repository):
    """Takes words away for good."""

    async def rewrite(self, entries: Sequence[Entry]) -> None:
        """Replaces who acted and what was said in these entries; all else of them stays."""
        if not entries:
            return
        rows = [
            {"ticket": one.ticket, "number": one.seq, "actor": one.actor, "event": one.event}
            for one in entries
        ]
        async with unsealed(self._connection):
            await self._connection.execute(_rewrite, rows)

    async def wipe(
        self, customer: int, tickets: Sequence[int], conversations: Sequence[str]
    ) -> None:
        """Forgets whose these tickets are, and what else holds words of them."""
        execute = self._connection.execute
        await execute(_lift, {"customer": customer})  # it names one of these tickets
        await execute(_disown, {"tickets": tickets})
        for statement in _of_tickets:
            await execute(statement, {"tickets": tickets})
        await execute(_private, {"customer": customer})
        names = {"conversations": conversations}
        await execute(_handled, {"beginning": _BEGINNING, **names})
        await execute(_aside, names)

    async def forget_person(self, person: int) -> None:
        """Forgets someone, whatever they were."""
        async with unsealed(self._connection):
            await self._connection.execute(_unname, {"person": person})
        for statement in (_forget, _return):
            await self._connection.execute(statement, {"person": person})
