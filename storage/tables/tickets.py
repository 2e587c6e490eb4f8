"""Tickets, who takes part, and what happened."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    text,
)

from orchestration.clock.followups import FollowUpKind
from orchestration.events import Part, Urgency
from orchestration.people import Role
from orchestration.status import ENDED, Status
from orchestration.timeline import Audience
from storage import seal, search_index
from storage.codec import ACTOR, EVENT, NUMBERS, WORDS
from storage.columns import Big, Document, Instant, choice
from storage.tables.base import metadata, partial, refers

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
    Column("escalations", Document(WORDS), nullable=False),
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
    Column("summary_by", Text),
    Column("summary_at", Instant),
    Column("summary_words", Text),
    Column("look_by", Text),
    Column("look_at", Instant),
    Column("incident", Big),
    Column("draft", Integer),
    Column("reply_draft", Integer),
    Column("lock_holder", Big),
    Column("lock_name", Text),
    Column("lock_role", choice(Role, "lock_role")),
    Column("lock_until", Instant),
    Column("reply_seq", Integer),
    Column("reply_by", Big),
    Column("reply_sent_at", Instant),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("id"),
    # For the reference of `current_ticket`, and for a customer's tickets, newest first.
    UniqueConstraint("customer_id", "id", name="uq_ticket_customer"),
    refers("ticket", ["previous"], ["id"]),
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
    CheckConstraint(
        "(summary_by IS NULL) = (summary_at IS NULL)"
        " AND (summary_by IS NULL) = (summary_words IS NULL)",
        "summary",
    ),
    CheckConstraint("(look_by IS NULL) = (look_at IS NULL)", "look"),
    CheckConstraint("draft IS NULL OR incident IS NOT NULL", "draft"),
    refers("incident", ["incident"], ["number"]),
    CheckConstraint(
        "(lock_holder IS NULL) = (lock_name IS NULL)"
        " AND (lock_holder IS NULL) = (lock_role IS NULL)"
        " AND (lock_holder IS NULL) = (lock_until IS NULL)",
        "lock",
    ),
    CheckConstraint(
        "(reply_seq IS NULL) = (reply_by IS NULL)"
        " AND (reply_seq IS NULL) = (reply_sent_at IS NULL) AND reply_seq <= version",
        "reply",
    ),
)

#: Spelt out without parameters, so that SQLite sees that a query fits the partial indexes.
unended = text(f"status NOT IN ({', '.join(repr(status.value) for status in sorted(ENDED))})")

partial("ix_ticket_previous", ticket.c.previous, where=ticket.c.previous.is_not(None))
unclosed = text(f"status <> '{Status.CLOSED.value}'")
closed = text(f"status = '{Status.CLOSED.value}'")

partial("ix_ticket_unended", ticket.c.id, where=unended)
partial(
    "ix_ticket_primary",
    ticket.c.primary_id,
    ticket.c.id,
    where=and_(ticket.c.primary_id.is_not(None), unclosed),
)

partial(
    "ix_ticket_busy",
    ticket.c.primary_id,
    where=and_(ticket.c.primary_id.is_not(None), unended),
)
partial("ix_ticket_closed", ticket.c.status_since, where=closed)
partial("ix_ticket_incident", ticket.c.incident, where=ticket.c.incident.is_not(None))
partial("ix_ticket_expert", ticket.c.expert_id, where=ticket.c.expert_id.is_not(None))

participant = Table(
    "participant",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("name", Text, nullable=False),
    Column("part", choice(Part, "part"), nullable=False),
    PrimaryKeyConstraint("ticket_id", "person_id"),
    refers("ticket", ["ticket_id"], ["id"]),
)
Index("ix_participant_person", participant.c.person_id, participant.c.ticket_id)

current_ticket = Table(
    "current_ticket",
    metadata,
    Column("customer_id", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    PrimaryKeyConstraint("customer_id"),
    refers("ticket", ["customer_id", "ticket_id"], ["customer_id", "id"]),
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
    refers("ticket", ["ticket_id"], ["id"]),
    CheckConstraint("seq > 0", "seq"),
    CheckConstraint("(move_before IS NULL) = (move_after IS NULL)", "move"),
    CheckConstraint("changes < seq", "changes"),
)
partial(
    "ix_timeline_entry_changes",
    timeline_entry.c.ticket_id,
    timeline_entry.c.changes,
    timeline_entry.c.seq,
    where=timeline_entry.c.changes.is_not(None),
)
search_index.made_with(timeline_entry, metadata)
seal.put_on(timeline_entry, "the timeline")

follow_up = Table(
    "follow_up",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("kind", choice(FollowUpKind), nullable=False),
    Column("due_at", Instant, nullable=False),
    PrimaryKeyConstraint("ticket_id", "kind"),
    refers("ticket", ["ticket_id"], ["id"]),
)
Index("ix_follow_up_due", follow_up.c.due_at)
