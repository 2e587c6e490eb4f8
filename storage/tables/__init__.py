"""The tables, and the promises that the database keeps by itself.

- A ticket's entries are counted from 1; a ticket at version n has n of them.
- An internal entry cannot be in a delivery to a customer: a delivery names its entry together with
  the entry's audience, and what goes to a private chat must say "public".
- A customer has at most one current ticket, and it is their own.
- Of the deliveries of one `collapse` name at most one waits.
- An entry of a timeline is never changed or deleted (`storage.seal`).

References are checked at commit, so a unit of work may write in whatever order it likes.
"""

from storage.tables.actions import recorded_read, undertaking
from storage.tables.base import metadata
from storage.tables.cases import case_record
from storage.tables.corrections import route_correction
from storage.tables.desk import counter, desk_record, macro, memory
from storage.tables.held_replies import held_reply
from storage.tables.incidents import incident
from storage.tables.knowledge import knowledge_article, knowledge_passage
from storage.tables.models import model_usage
from storage.tables.people import absence, ban, notice, notice_habits, notice_rule, person
from storage.tables.reception import pace, reception
from storage.tables.reminders import reminder
from storage.tables.sla import sla_clock
from storage.tables.tickets import (
    closed,
    current_ticket,
    follow_up,
    participant,
    ticket,
    timeline_entry,
    unclosed,
    unended,
)
from storage.tables.traffic import (
    held,
    inbox,
    inbox_aside,
    inbox_waits,
    message_link,
    outbox,
    place,
    private,
    unsent,
    untold,
    webhook_notice,
)
from storage.tables.verifying import binding, holds, unchecked, verification

__all__ = [
    "absence",
    "ban",
    "binding",
    "case_record",
    "closed",
    "counter",
    "current_ticket",
    "desk_record",
    "follow_up",
    "held",
    "held_reply",
    "holds",
    "inbox",
    "inbox_aside",
    "inbox_waits",
    "incident",
    "knowledge_article",
    "knowledge_passage",
    "macro",
    "memory",
    "message_link",
    "metadata",
    "model_usage",
    "notice",
    "notice_habits",
    "notice_rule",
    "outbox",
    "pace",
    "participant",
    "person",
    "place",
    "private",
    "reception",
    "recorded_read",
    "reminder",
    "route_correction",
    "sla_clock",
    "ticket",
    "timeline_entry",
    "unchecked",
    "unclosed",
    "undertaking",
    "unended",
    "unsent",
    "untold",
    "verification",
    "webhook_notice",
]
