"""The tables, and the promises that the database keeps by itself.

- A ticket's entries are counted from 1; a ticket at version n has n of them.
- An internal entry cannot be in a delivery to a customer: a delivery names its entry together with
  the entry's audience, and what goes to a private chat must say "public".
- A customer has at most one current ticket, and it is their own.
- Of the deliveries of one `collapse` name at most one waits.
- An entry of a timeline is never changed or deleted (`storage.seal`).

References are checked at commit, so a unit of work may write in whatever order it likes.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    TextClause,
    UniqueConstraint,
    and_,
    false,
    text,
)

from orchestration.delivery import Lane
from orchestration.events import Urgency
from orchestration.followups import FollowUpKind
from orchestration.notice import Cause
from orchestration.people import Role
from orchestration.ports import Side
from orchestration.status import ENDED, Status
from orchestration.team_events import Part
from orchestration.timeline import Audience
from storage import seal, search_index
from storage.codec import ACTOR, BODY, CONTENT, EVENT, NUMBERS, WORDS
from storage.columns import Big, Document, Instant, choice

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _refers(table: str, columns: list[str], to: list[str]) -> ForeignKeyConstraint:
    targets = [f"{table}.{name}" for name in to]
    return ForeignKeyConstraint(columns, targets, deferrable=True, initially="DEFERRED")


def _partial(
    name: str, *columns: Column[Any], where: ColumnElement[bool] | TextClause, unique: bool = False
) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


ticket = Table(
    "ticket",
    metadata,
    Column("id", Big, autoincrement=False, nullable=False),
    Column("customer_id", Big, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("status", choice(Status, "status"), nullable=False),
    Column("status_since", Instant, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("queue", Text, nullable=False),
    Column("urgency", choice(Urgency, "urgency"), nullable=False),
    Column("primary_id", Big),
    Column("primary_name", Text),
    Column("triage_intent", Text),
    Column("triage_urgency", choice(Urgency, "triage_urgency")),
    Column("triage_language", Text),
    Column("autonomy", Boolean, nullable=False),
    Column("people_called", Boolean, nullable=False),
    Column("reachable", Boolean, nullable=False),
    Column("rating", SmallInteger),
    Column("erased", Boolean, nullable=False),
    Column("previous", Big),
    Column("priority_set", Boolean, nullable=False),
    Column("tags", Document(WORDS), nullable=False),
    Column("links", Document(NUMBERS), nullable=False),
    Column("absorbed", Document(NUMBERS), nullable=False),
    Column("merged_into", Big),
    Column("expert_id", Big),
    Column("expert_name", Text),
    Column("expert_asked_by", Big),
    Column("expert_since", Instant),
    Column("decision_seq", Integer),
    Column("decision_by", Text),
    Column("decision_words", Text),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("id"),
    # For the reference of `current_ticket`, and for a customer's tickets, newest first.
    UniqueConstraint("customer_id", "id", name="uq_ticket_customer"),
    _refers("ticket", ["previous"], ["id"]),
    CheckConstraint("merged_into <> id", "merged_into"),
    CheckConstraint("id > 0", "id"),
    CheckConstraint("version > 0", "version"),
    CheckConstraint("rating BETWEEN 1 AND 5", "rating"),
    CheckConstraint("previous < id", "previous"),
    CheckConstraint("(primary_id IS NULL) = (primary_name IS NULL)", "primary"),
    CheckConstraint("(triage_intent IS NULL) = (triage_urgency IS NULL)", "triage"),
    # An expert is asked only while the ticket waits for one.
    CheckConstraint(
        "(expert_id IS NULL) = (expert_name IS NULL)"
        " AND (expert_id IS NULL) = (expert_asked_by IS NULL)"
        " AND (expert_id IS NULL) = (expert_since IS NULL)"
        " AND (expert_id IS NULL OR status = 'waiting_expert')",
        "expert",
    ),
    CheckConstraint(
        "(decision_seq IS NULL) = (decision_by IS NULL)"
        " AND (decision_seq IS NULL) = (decision_words IS NULL) AND decision_seq <= version",
        "decision",
    ),
)

#: Spelt out without parameters, so that SQLite sees that a query fits the partial indexes.
unended = text(f"status NOT IN ({', '.join(repr(status.value) for status in sorted(ENDED))})")

_partial("ix_ticket_previous", ticket.c.previous, where=ticket.c.previous.is_not(None))
unclosed = text(f"status <> '{Status.CLOSED.value}'")
closed = text(f"status = '{Status.CLOSED.value}'")

_partial("ix_ticket_unended", ticket.c.id, where=unended)
_partial(
    "ix_ticket_primary",
    ticket.c.primary_id,
    ticket.c.id,
    where=and_(ticket.c.primary_id.is_not(None), unclosed),
)

_partial("ix_ticket_closed", ticket.c.status_since, where=closed)
_partial("ix_ticket_expert", ticket.c.expert_id, where=ticket.c.expert_id.is_not(None))

participant = Table(
    "participant",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("name", Text, nullable=False),
    Column("part", choice(Part, "part"), nullable=False),
    PrimaryKeyConstraint("ticket_id", "person_id"),
    _refers("ticket", ["ticket_id"], ["id"]),
)
Index("ix_participant_person", participant.c.person_id, participant.c.ticket_id)

current_ticket = Table(
    "current_ticket",
    metadata,
    Column("customer_id", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    PrimaryKeyConstraint("customer_id"),
    _refers("ticket", ["customer_id", "ticket_id"], ["customer_id", "id"]),
)

timeline_entry = Table(
    "timeline_entry",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("seq", Integer, autoincrement=False, nullable=False),
    Column("at", Instant, nullable=False),
    Column("audience", choice(Audience, "audience"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor", Document(ACTOR), nullable=False),
    Column("event", Document(EVENT), nullable=False),
    # The entry whose words it changed, where it did.
    Column("changes", Integer),
    # What a search finds it by.
    Column("words", Text),
    Column("move_before", choice(Status, "move_before")),
    Column("move_after", choice(Status, "move_after")),
    PrimaryKeyConstraint("ticket_id", "seq"),
    # For the reference of `outbox`: an entry together with its audience.
    UniqueConstraint("ticket_id", "seq", "audience", name="uq_timeline_entry_audience"),
    _refers("ticket", ["ticket_id"], ["id"]),
    CheckConstraint("seq > 0", "seq"),
    CheckConstraint("(move_before IS NULL) = (move_after IS NULL)", "move"),
    CheckConstraint("changes < seq", "changes"),
)
_partial(
    "ix_timeline_entry_changes",
    timeline_entry.c.ticket_id,
    timeline_entry.c.changes,
    timeline_entry.c.seq,
    where=timeline_entry.c.changes.is_not(None),
)
search_index.made_with(timeline_entry, metadata)
seal.put_on(timeline_entry)

person = Table(
    "person",
    metadata,
    Column("id", Big, autoincrement=False, nullable=False),
    Column("name", Text, nullable=False),
    Column("username", Text),
    Column("username_folded", Text),
    Column("language", Text),
    Column("role", choice(Role, "role")),
    Column("reachable", Boolean, nullable=False),
    Column("hints", SmallInteger, nullable=False),
    Column("by_group", choice(Role, "by_group")),
    Column("granted", choice(Role, "granted")),
    # Words, with a space between them.
    Column("skills", Text, nullable=False),
    Column("chosen_language", Text),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("username_folded", name="uq_person_username"),
    CheckConstraint("(username IS NULL) = (username_folded IS NULL)", "username"),
)
_partial("ix_person_role", person.c.id, where=person.c.role.is_not(None))

message_link = Table(
    "message_link",
    metadata,
    Column("chat", Big, autoincrement=False, nullable=False),
    Column("message", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("entry_seq", Integer, nullable=False),
    Column("side", choice(Side, "side"), nullable=False),
    # Several entries where notes were merged into one message.
    PrimaryKeyConstraint("chat", "message", "ticket_id", "entry_seq"),
    _refers("timeline_entry", ["ticket_id", "entry_seq"], ["ticket_id", "seq"]),
)
Index("ix_message_link_entry", message_link.c.ticket_id, message_link.c.entry_seq)

place = Table(
    "place",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("chat", Big, nullable=False),
    Column("thread", Big, nullable=False),
    Column("card", Big),
    Column("title", Text, nullable=False),
    Column("icon", Text),
    Column("closed", Boolean, nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("card_shows", Text, nullable=False),
    Column("history_due", Boolean, nullable=False),
    PrimaryKeyConstraint("ticket_id"),
    UniqueConstraint("chat", "thread", name="uq_place_thread"),
    _refers("ticket", ["ticket_id"], ["id"]),
)

follow_up = Table(
    "follow_up",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("kind", choice(FollowUpKind), nullable=False),
    Column("due_at", Instant, nullable=False),
    PrimaryKeyConstraint("ticket_id", "kind"),
    _refers("ticket", ["ticket_id"], ["id"]),
)
Index("ix_follow_up_due", follow_up.c.due_at)

inbox = Table(
    "inbox",
    metadata,
    Column("bot", Big, autoincrement=False, nullable=False),
    Column("update_id", Big, autoincrement=False, nullable=False),
    Column("conversation", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("reason", Text),
    Column("handled_at", Instant),
    Column("set_aside", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("bot", "update_id"),
    CheckConstraint("tries >= 0", "tries"),
)

#: What is still to be handled, and what was given up for people to see.
inbox_waits = text("handled_at IS NULL AND NOT set_aside")
inbox_aside = text("handled_at IS NULL AND set_aside")

_partial("ix_inbox_waits", inbox.c.conversation, inbox.c.update_id, where=inbox_waits)
_partial("ix_inbox_aside", inbox.c.bot, where=inbox_aside)
_partial("ix_inbox_handled", inbox.c.at, where=inbox.c.handled_at.is_not(None))

outbox = Table(
    "outbox",
    metadata,
    Column("id", Big, nullable=False),
    Column("lane", SmallInteger, nullable=False),
    # Its turn within the lane: that of what it replaced, or else the end.
    Column("turn", Big, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Document(BODY), nullable=False),
    Column("ticket_id", Big),
    Column("entry_seq", Integer),
    Column("audience", choice(Audience, "audience")),
    Column("chat", Big),
    Column("collapse", Text),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Instant),
    Column("pieces", Integer, nullable=False, server_default="0"),
    Column("leased_until", Instant),
    Column("sent_at", Instant),
    Column("operations", Integer),
    Column("set_aside_at", Instant),
    Column("held_at", Instant),
    Column("reason", Text),
    PrimaryKeyConstraint("id"),
    _refers("ticket", ["ticket_id"], ["id"]),
    _refers(
        "timeline_entry",
        ["ticket_id", "entry_seq", "audience"],
        ["ticket_id", "seq", "audience"],
    ),
    CheckConstraint(f"lane BETWEEN {min(Lane):d} AND {max(Lane):d}", "lane"),
    CheckConstraint("attempts >= 0", "attempts"),
    CheckConstraint(
        "(entry_seq IS NULL) = (audience IS NULL) AND (entry_seq IS NULL OR ticket_id IS NOT NULL)",
        "entry",
    ),
    # The promise: an entry that goes to a private chat is public ...
    CheckConstraint("entry_seq IS NULL OR chat IS NULL OR audience = 'public'", "public"),
    # ... and to send an entry to a customer, or its change, is exactly that, nothing left out.
    CheckConstraint(
        "kind NOT IN ('send_entry', 'edit_sent', 'delete_sent')"
        " OR (entry_seq IS NOT NULL AND chat IS NOT NULL)",
        "send",
    ),
    CheckConstraint("(sent_at IS NULL) = (operations IS NULL)", "sent"),
    CheckConstraint("sent_at IS NULL OR set_aside_at IS NULL", "fate"),
    CheckConstraint("held_at IS NULL OR (sent_at IS NULL AND chat IS NOT NULL)", "held"),
    sqlite_autoincrement=True,
)

#: What is still to be sent, and what waits for its customer to come back.
unsent = and_(
    outbox.c.sent_at.is_(None), outbox.c.set_aside_at.is_(None), outbox.c.held_at.is_(None)
)
held = and_(outbox.c.held_at.is_not(None), outbox.c.set_aside_at.is_(None))

_partial("ix_outbox_unsent", outbox.c.lane, outbox.c.turn, outbox.c.id, where=unsent)
_partial(
    "uq_outbox_collapse",
    outbox.c.collapse,
    where=and_(outbox.c.collapse.is_not(None), outbox.c.leased_until.is_(None), unsent),
    unique=True,
)
# SQLite looks for these when their ticket or entry is saved after them.
_partial(
    "ix_outbox_ticket",
    outbox.c.ticket_id,
    outbox.c.entry_seq,
    where=outbox.c.ticket_id.is_not(None),
)
_partial("ix_outbox_sent", outbox.c.sent_at, where=outbox.c.sent_at.is_not(None))
_partial("ix_outbox_held", outbox.c.chat, where=held)
#: What goes to someone in private about no ticket; found when they want to be forgotten.
private = text("chat IS NOT NULL AND ticket_id IS NULL")
_partial("ix_outbox_private", outbox.c.chat, where=private)
_partial("ix_outbox_aside", outbox.c.id, where=outbox.c.set_aside_at.is_not(None))

ban = Table(
    "ban",
    metadata,
    Column("customer_id", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("by", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("withheld", Integer, nullable=False),
    PrimaryKeyConstraint("customer_id"),
    _refers("ticket", ["customer_id", "ticket_id"], ["customer_id", "id"]),
    CheckConstraint("withheld >= 0", "withheld"),
)

webhook_notice = Table(
    "webhook_notice",
    metadata,
    Column("id", Big, nullable=False),
    Column("webhook", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    # While it is being sent: when it is due again if its sender dies.
    Column("due_at", Instant, nullable=False),
    Column("delivered_at", Instant),
    Column("given_up_at", Instant),
    Column("outcome", Text),
    PrimaryKeyConstraint("id"),
    _refers("ticket", ["ticket_id"], ["id"]),
    CheckConstraint("attempts >= 0", "attempts"),
    CheckConstraint("delivered_at IS NULL OR given_up_at IS NULL", "fate"),
    sqlite_autoincrement=True,
)
untold = and_(webhook_notice.c.delivered_at.is_(None), webhook_notice.c.given_up_at.is_(None))

_partial("ix_webhook_notice_due", webhook_notice.c.webhook, webhook_notice.c.due_at, where=untold)
_partial(
    "ix_webhook_notice_delivered",
    webhook_notice.c.delivered_at,
    where=webhook_notice.c.delivered_at.is_not(None),
)
_partial(
    "ix_webhook_notice_given_up",
    webhook_notice.c.id,
    where=webhook_notice.c.given_up_at.is_not(None),
)
Index("ix_webhook_notice_ticket", webhook_notice.c.ticket_id)

memory = Table(
    "memory",
    metadata,
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("name"),
)

macro = Table(
    "macro",
    metadata,
    Column("name", Text, nullable=False),
    Column("content", Document(CONTENT), nullable=False),
    Column("saved_by", Big, nullable=False),
    Column("saved_by_name", Text, nullable=False),
    Column("saved_at", Instant, nullable=False),
    PrimaryKeyConstraint("name"),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Text, nullable=False),
    Column("value", Big, nullable=False),
    PrimaryKeyConstraint("name"),
    CheckConstraint("value > 0", "value"),
)

notice = Table(
    "notice",
    metadata,
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("entry_seq", Integer, nullable=False),
    Column("cause", choice(Cause), nullable=False),
    Column("due_at", Instant, nullable=False),
    # Whoever is concerned twice by an entry is told once.
    PrimaryKeyConstraint("person_id", "ticket_id", "entry_seq"),
    _refers("timeline_entry", ["ticket_id", "entry_seq"], ["ticket_id", "seq"]),
)
Index("ix_notice_entry", notice.c.ticket_id, notice.c.entry_seq)

notice_rule = Table(
    "notice_rule",
    metadata,
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("scope", Text, nullable=False),
    Column("cause", choice(Cause), nullable=False),
    Column("wanted", Boolean, nullable=False),
    PrimaryKeyConstraint("person_id", "scope", "cause"),
)
Index("ix_notice_rule_scope", notice_rule.c.scope)

notice_habits = Table(
    "notice_habits",
    metadata,
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("zone", Text, nullable=False),
    # Minutes of the day.
    Column("quiet_from", SmallInteger),
    Column("quiet_until", SmallInteger),
    Column("digest_at", SmallInteger),
    PrimaryKeyConstraint("person_id"),
    CheckConstraint("(quiet_from IS NULL) = (quiet_until IS NULL)", "quiet"),
)
