"""What came from Telegram, what goes out, and where it is shown."""

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
    false,
    text,
)

from orchestration.delivery import Lane
from orchestration.ports import Side
from orchestration.timeline import Audience
from storage.codec import BODY
from storage.columns import Big, Document, Instant, choice
from storage.tables.base import metadata, partial, refers

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
    refers("timeline_entry", ["ticket_id", "entry_seq"], ["ticket_id", "seq"]),
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
    refers("ticket", ["ticket_id"], ["id"]),
)

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

partial("ix_inbox_waits", inbox.c.conversation, inbox.c.update_id, where=inbox_waits)
partial("ix_inbox_aside", inbox.c.bot, where=inbox_aside)
partial("ix_inbox_handled", inbox.c.at, where=inbox.c.handled_at.is_not(None))

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
    refers("ticket", ["ticket_id"], ["id"]),
    refers(
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

partial("ix_outbox_unsent", outbox.c.lane, outbox.c.turn, outbox.c.id, where=unsent)
partial(
    "uq_outbox_collapse",
    outbox.c.collapse,
    where=and_(outbox.c.collapse.is_not(None), outbox.c.leased_until.is_(None), unsent),
    unique=True,
)
# SQLite looks for these when their ticket or entry is saved after them.
partial(
    "ix_outbox_ticket",
    outbox.c.ticket_id,
    outbox.c.entry_seq,
    where=outbox.c.ticket_id.is_not(None),
)
partial("ix_outbox_sent", outbox.c.sent_at, where=outbox.c.sent_at.is_not(None))
partial("ix_outbox_held", outbox.c.chat, where=held)
#: What goes to someone in private about no ticket; found when they want to be forgotten.
private = text("chat IS NOT NULL AND ticket_id IS NULL")
partial("ix_outbox_private", outbox.c.chat, where=private)
partial("ix_outbox_aside", outbox.c.id, where=outbox.c.set_aside_at.is_not(None))

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
    refers("ticket", ["ticket_id"], ["id"]),
    CheckConstraint("attempts >= 0", "attempts"),
    CheckConstraint("delivered_at IS NULL OR given_up_at IS NULL", "fate"),
    sqlite_autoincrement=True,
)
untold = and_(webhook_notice.c.delivered_at.is_(None), webhook_notice.c.given_up_at.is_(None))

partial("ix_webhook_notice_due", webhook_notice.c.webhook, webhook_notice.c.due_at, where=untold)
partial(
    "ix_webhook_notice_delivered",
    webhook_notice.c.delivered_at,
    where=webhook_notice.c.delivered_at.is_not(None),
)
partial(
    "ix_webhook_notice_given_up",
    webhook_notice.c.id,
    where=webhook_notice.c.given_up_at.is_not(None),
)
Index("ix_webhook_notice_ticket", webhook_notice.c.ticket_id)
