"""The first tables; what each of them promises stands in `storage.tables`."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_instant = sa.DateTime(timezone=True)

_STATUSES = (
    "new",
    "open",
    "waiting_customer",
    "waiting_expert",
    "waiting_approval",
    "snoozed",
    "resolved",
    "closed",
)
_URGENCIES = ("low", "normal", "high", "urgent")
_ROLES = ("agent", "expert", "supervisor", "admin")
_PROGRESS = (
    *("reading", "waiting", "ready", "running", "done", "failed", "unknown"),
    *("denied", "escalated", "rejected", "expired", "void"),
)
_AUDIENCES = ("public", "internal")


def _choice(check: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=check, native_enum=False, create_constraint=True, length=32)


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{name}"))


def _refers(name: str, columns: list[str], table: str, to: list[str]) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        columns,
        [f"{table}.{column}" for column in to],
        name=op.f(f"fk_{name}"),
        deferrable=True,
        initially="DEFERRED",
    )


def _partial(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    rule = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=rule, postgresql_where=rule)


def upgrade() -> None:
    _incidents()
    _tickets()
    _timeline()
    _search()
    _people()
    _participants()
    _telegram()
    _inbox()
    _outbox()
    _webhooks()
    _bans()
    _macros()
    _seal()
    _notices()
    _reminders()
    _record()
    _absences()
    _reception()
    _held_replies()
    _sla()
    _knowledge()
    _models()
    _verifying()
    _corrections()
    _actions()


def _tickets() -> None:
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", _big, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
        _check("counter_value", "value > 0"),
    )
    op.create_table(
        "memory",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_memory")),
    )
    op.create_table(
        "ticket",
        sa.Column("id", _big, autoincrement=False, nullable=False),
        sa.Column("customer_id", _big, nullable=False),
        sa.Column("customer_name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("status", _choice("status", *_STATUSES), nullable=False),
        sa.Column("status_since", _instant, nullable=False),
        sa.Column("created_at", _instant, nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("urgency", _choice("urgency", *_URGENCIES), nullable=False),
        sa.Column("primary_id", _big),
        sa.Column("primary_name", sa.Text()),
        sa.Column("triage_intent", sa.Text()),
        sa.Column("triage_urgency", _choice("triage_urgency", *_URGENCIES)),
        sa.Column("triage_language", sa.Text()),
        sa.Column("autonomy", sa.Boolean(), nullable=False),
        sa.Column("people_called", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("rating", sa.SmallInteger()),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.Column("previous", _big),
        sa.Column("priority_set", sa.Boolean(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("escalations", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("absorbed", sa.Text(), nullable=False),
        sa.Column("merged_into", _big),
        sa.Column("expert_id", _big),
        sa.Column("expert_name", sa.Text()),
        sa.Column("expert_asked_by", _big),
        sa.Column("expert_since", _instant),
        sa.Column("decision_seq", sa.Integer()),
        sa.Column("decision_by", sa.Text()),
        sa.Column("decision_words", sa.Text()),
        sa.Column("summary_by", sa.Text()),
        sa.Column("summary_at", _instant),
        sa.Column("summary_words", sa.Text()),
        sa.Column("look_by", sa.Text()),
        sa.Column("look_at", _instant),
        sa.Column("incident", _big),
        sa.Column("draft", sa.Integer()),
        sa.Column("reply_draft", sa.Integer()),
        sa.Column("lock_holder", _big),
        sa.Column("lock_name", sa.Text()),
        sa.Column("lock_role", _choice("lock_role", *_ROLES)),
        sa.Column("lock_until", _instant),
        sa.Column("reply_seq", sa.Integer()),
        sa.Column("reply_by", _big),
        sa.Column("reply_sent_at", _instant),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("customer_id", "id", name="uq_ticket_customer"),
        _refers("ticket_ticket", ["previous"], "ticket", ["id"]),
        _check("ticket_merged_into", "merged_into <> id"),
        _check("ticket_id", "id > 0"),
        _check("ticket_version", "version > 0"),
        _check("ticket_rating", "rating BETWEEN 1 AND 5"),
        _check("ticket_previous", "previous < id"),
        _check("ticket_primary", "(primary_id IS NULL) = (primary_name IS NULL)"),
        _check("ticket_triage", "(triage_intent IS NULL) = (triage_urgency IS NULL)"),
        _check(
            "ticket_expert",
            "(expert_id IS NULL) = (expert_name IS NULL)"
            " AND (expert_id IS NULL) = (expert_asked_by IS NULL)"
            " AND (expert_id IS NULL) = (expert_since IS NULL)"
            " AND (expert_id IS NULL OR status = 'waiting_expert')",
        ),
        _check(
            "ticket_decision",
            "(decision_seq IS NULL) = (decision_by IS NULL)"
            " AND (decision_seq IS NULL) = (decision_words IS NULL) AND decision_seq <= version",
        ),
        _check(
            "ticket_summary",
            "(summary_by IS NULL) = (summary_at IS NULL)"
            " AND (summary_by IS NULL) = (summary_words IS NULL)",
        ),
        _check("ticket_look", "(look_by IS NULL) = (look_at IS NULL)"),
        _check("ticket_draft", "draft IS NULL OR incident IS NOT NULL"),
        _refers("ticket_incident", ["incident"], "incident", ["number"]),
        _check(
            "ticket_lock",
            "(lock_holder IS NULL) = (lock_name IS NULL)"
            " AND (lock_holder IS NULL) = (lock_role IS NULL)"
            " AND (lock_holder IS NULL) = (lock_until IS NULL)",
        ),
        _check(
            "ticket_reply",
            "(reply_seq IS NULL) = (reply_by IS NULL)"
            " AND (reply_seq IS NULL) = (reply_sent_at IS NULL) AND reply_seq <= version",
        ),
    )
    unended = "status NOT IN ('closed', 'resolved')"
    _partial("ix_ticket_previous", "ticket", ["previous"], "previous IS NOT NULL")
    _partial("ix_ticket_unended", "ticket", ["id"], unended)
    owned = "primary_id IS NOT NULL AND status <> 'closed'"
    _partial("ix_ticket_primary", "ticket", ["primary_id", "id"], owned)
    _partial("ix_ticket_closed", "ticket", ["status_since"], "status = 'closed'")
    op.create_table(
        "current_ticket",
        sa.Column("customer_id", _big, autoincrement=False, nullable=False),
        sa.Column("ticket_id", _big, nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_current_ticket")),
        _refers(
            "current_ticket_ticket",
            ["customer_id", "ticket_id"],
            "ticket",
            ["customer_id", "id"],
        ),
    )
    op.create_table(
        "follow_up",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("due_at", _instant, nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", "kind", name=op.f("pk_follow_up")),
        _refers("follow_up_ticket", ["ticket_id"], "ticket", ["id"]),
    )
    op.create_index("ix_follow_up_due", "follow_up", ["due_at"])


def _participants() -> None:
    op.create_table(
        "participant",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("person_id", _big, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("part", _choice("part", "collaborator", "watcher"), nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", "person_id", name=op.f("pk_participant")),
        _refers("participant_ticket", ["ticket_id"], "ticket", ["id"]),
    )
    op.create_index("ix_participant_person", "participant", ["person_id", "ticket_id"])
    _partial("ix_ticket_incident", "ticket", ["incident"], "incident IS NOT NULL")
    _partial("ix_ticket_expert", "ticket", ["expert_id"], "expert_id IS NOT NULL")


def _timeline() -> None:
    op.create_table(
        "timeline_entry",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", _instant, nullable=False),
        sa.Column("audience", _choice("audience", *_AUDIENCES), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("changes", sa.Integer()),
        sa.Column("words", sa.Text()),
        sa.Column("move_before", _choice("move_before", *_STATUSES)),
        sa.Column("move_after", _choice("move_after", *_STATUSES)),
        sa.PrimaryKeyConstraint("ticket_id", "seq", name=op.f("pk_timeline_entry")),
        sa.UniqueConstraint("ticket_id", "seq", "audience", name="uq_timeline_entry_audience"),
        _refers("timeline_entry_ticket", ["ticket_id"], "ticket", ["id"]),
        _check("timeline_entry_seq", "seq > 0"),
        _check("timeline_entry_move", "(move_before IS NULL) = (move_after IS NULL)"),
        _check("timeline_entry_changes", "changes < seq"),
    )
    columns = ["ticket_id", "changes", "seq"]
    _partial("ix_timeline_entry_changes", "timeline_entry", columns, "changes IS NOT NULL")


def _search() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_timeline_entry_words ON timeline_entry USING gin"
            " (array_to_tsvector(string_to_array(words, ' '))) WHERE words IS NOT NULL"
        )
        return
    op.execute(
        """CREATE VIRTUAL TABLE timeline_search USING fts5
        (words, content='', detail='none', columnsize=0, prefix='3 4 5 6', tokenize='ascii')"""
    )
    op.execute(
        """CREATE TRIGGER timeline_search_insert AFTER INSERT ON timeline_entry
        WHEN new.words IS NOT NULL BEGIN
            INSERT INTO timeline_search (rowid, words)
            VALUES ((new.ticket_id << 20) + new.seq, new.words);
        END"""
    )
    op.execute(
        """CREATE TRIGGER timeline_search_delete AFTER DELETE ON timeline_entry
        WHEN old.words IS NOT NULL BEGIN
            INSERT INTO timeline_search (timeline_search, rowid, words)
            VALUES ('delete', (old.ticket_id << 20) + old.seq, old.words);
        END"""
    )
    op.execute(
        """CREATE TRIGGER timeline_search_update BEFORE UPDATE OF words ON timeline_entry
        WHEN old.words IS NOT NULL BEGIN
            INSERT INTO timeline_search (timeline_search, rowid, words)
            VALUES ('delete', (old.ticket_id << 20) + old.seq, old.words);
        END"""
    )
    op.execute(
        """CREATE TRIGGER timeline_search_updated AFTER UPDATE OF words ON timeline_entry
        WHEN new.words IS NOT NULL BEGIN
            INSERT INTO timeline_search (rowid, words)
            VALUES ((new.ticket_id << 20) + new.seq, new.words);
        END"""
    )


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", _big, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("username", sa.Text()),
        sa.Column("username_folded", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("role", _choice("role", *_ROLES)),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("hints", sa.SmallInteger(), nullable=False),
        sa.Column("by_group", _choice("by_group", *_ROLES)),
        sa.Column("granted", _choice("granted", *_ROLES)),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("chosen_language", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("username_folded", name="uq_person_username"),
        _check("person_username", "(username IS NULL) = (username_folded IS NULL)"),
    )
    _partial("ix_person_role", "person", ["id"], "role IS NOT NULL")


def _telegram() -> None:
    op.create_table(
        "message_link",
        sa.Column("chat", _big, autoincrement=False, nullable=False),
        sa.Column("message", _big, autoincrement=False, nullable=False),
        sa.Column("ticket_id", _big, nullable=False),
        sa.Column("entry_seq", sa.Integer(), nullable=False),
        sa.Column("side", _choice("side", "customer", "staff"), nullable=False),
        sa.PrimaryKeyConstraint(
            "chat", "message", "ticket_id", "entry_seq", name=op.f("pk_message_link")
        ),
        _refers(
            "message_link_timeline_entry",
            ["ticket_id", "entry_seq"],
            "timeline_entry",
            ["ticket_id", "seq"],
        ),
    )
    op.create_index("ix_message_link_entry", "message_link", ["ticket_id", "entry_seq"])
    op.create_table(
        "place",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("chat", _big, nullable=False),
        sa.Column("thread", _big, nullable=False),
        sa.Column("card", _big),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("icon", sa.Text()),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("card_shows", sa.Text(), nullable=False),
        sa.Column("history_due", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_place")),
        sa.UniqueConstraint("chat", "thread", name="uq_place_thread"),
        _refers("place_ticket", ["ticket_id"], "ticket", ["id"]),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("bot", _big, autoincrement=False, nullable=False),
        sa.Column("update_id", _big, autoincrement=False, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("at", _instant, nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("handled_at", _instant),
        sa.Column("set_aside", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "update_id", name=op.f("pk_inbox")),
        _check("inbox_tries", "tries >= 0"),
    )
    waits = "handled_at IS NULL AND NOT set_aside"
    _partial("ix_inbox_waits", "inbox", ["conversation", "update_id"], waits)
    _partial("ix_inbox_aside", "inbox", ["bot"], "handled_at IS NULL AND set_aside")
    _partial("ix_inbox_handled", "inbox", ["at"], "handled_at IS NOT NULL")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _big, nullable=False),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("turn", _big, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("ticket_id", _big),
        sa.Column("entry_seq", sa.Integer()),
        sa.Column("audience", _choice("audience", *_AUDIENCES)),
        sa.Column("chat", _big),
        sa.Column("collapse", sa.Text()),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", _instant),
        sa.Column("pieces", sa.Integer(), server_default="0", nullable=False),
        sa.Column("leased_until", _instant),
        sa.Column("sent_at", _instant),
        sa.Column("operations", sa.Integer()),
        sa.Column("set_aside_at", _instant),
        sa.Column("held_at", _instant),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        _refers("outbox_ticket", ["ticket_id"], "ticket", ["id"]),
        _refers(
            "outbox_timeline_entry",
            ["ticket_id", "entry_seq", "audience"],
            "timeline_entry",
            ["ticket_id", "seq", "audience"],
        ),
        _check("outbox_lane", "lane BETWEEN 1 AND 5"),
        _check("outbox_attempts", "attempts >= 0"),
        _check(
            "outbox_entry",
            "(entry_seq IS NULL) = (audience IS NULL)"
            " AND (entry_seq IS NULL OR ticket_id IS NOT NULL)",
        ),
        _check("outbox_public", "entry_seq IS NULL OR chat IS NULL OR audience = 'public'"),
        _check(
            "outbox_send",
            "kind NOT IN ('send_entry', 'edit_sent', 'delete_sent')"
            " OR (entry_seq IS NOT NULL AND chat IS NOT NULL)",
        ),
        _check("outbox_sent", "(sent_at IS NULL) = (operations IS NULL)"),
        _check("outbox_fate", "sent_at IS NULL OR set_aside_at IS NULL"),
        _check("outbox_held", "held_at IS NULL OR (sent_at IS NULL AND chat IS NOT NULL)"),
        sqlite_autoincrement=True,
    )
    unsent = "sent_at IS NULL AND set_aside_at IS NULL AND held_at IS NULL"
    _partial("ix_outbox_unsent", "outbox", ["lane", "turn", "id"], unsent)
    waits = f"collapse IS NOT NULL AND leased_until IS NULL AND {unsent}"
    _partial("uq_outbox_collapse", "outbox", ["collapse"], waits, unique=True)
    _partial("ix_outbox_ticket", "outbox", ["ticket_id", "entry_seq"], "ticket_id IS NOT NULL")
    _partial("ix_outbox_sent", "outbox", ["sent_at"], "sent_at IS NOT NULL")
    held = "held_at IS NOT NULL AND set_aside_at IS NULL"
    _partial("ix_outbox_held", "outbox", ["chat"], held)
    _partial("ix_outbox_private", "outbox", ["chat"], "chat IS NOT NULL AND ticket_id IS NULL")
    _partial("ix_outbox_aside", "outbox", ["id"], "set_aside_at IS NOT NULL")


def _webhooks() -> None:
    op.create_table(
        "webhook_notice",
        sa.Column("id", _big, nullable=False),
        sa.Column("webhook", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("ticket_id", _big, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", _instant, nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_at", _instant, nullable=False),
        sa.Column("delivered_at", _instant),
        sa.Column("given_up_at", _instant),
        sa.Column("outcome", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_notice")),
        _refers("webhook_notice_ticket", ["ticket_id"], "ticket", ["id"]),
        _check("webhook_notice_attempts", "attempts >= 0"),
        _check("webhook_notice_fate", "delivered_at IS NULL OR given_up_at IS NULL"),
        sqlite_autoincrement=True,
    )
    untold = "delivered_at IS NULL AND given_up_at IS NULL"
    _partial("ix_webhook_notice_due", "webhook_notice", ["webhook", "due_at"], untold)
    delivered = "delivered_at IS NOT NULL"
    _partial("ix_webhook_notice_delivered", "webhook_notice", ["delivered_at"], delivered)
    _partial("ix_webhook_notice_given_up", "webhook_notice", ["id"], "given_up_at IS NOT NULL")
    op.create_index("ix_webhook_notice_ticket", "webhook_notice", ["ticket_id"])


def _bans() -> None:
    op.create_table(
        "ban",
        sa.Column("customer_id", _big, autoincrement=False, nullable=False),
        sa.Column("ticket_id", _big, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("since", _instant, nullable=False),
        sa.Column("withheld", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_ban")),
        _refers("ban_ticket", ["customer_id", "ticket_id"], "ticket", ["customer_id", "id"]),
        _check("ban_withheld", "withheld >= 0"),
    )


def _incidents() -> None:
    op.create_table(
        "incident",
        sa.Column("number", _big, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("opened_at", _instant, nullable=False),
        sa.Column("updates", sa.Integer(), nullable=False),
        sa.Column("resolved_at", _instant),
        sa.Column("released", sa.Integer(), nullable=False),
        sa.Column("released_by", sa.Text()),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_incident")),
        _check("incident_number", "number > 0"),
        _check("incident_released", "released BETWEEN 0 AND updates"),
        _check("incident_released_by", "released = 0 OR released_by IS NOT NULL"),
    )


def _macros() -> None:
    op.create_table(
        "macro",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("saved_by", _big, nullable=False),
        sa.Column("saved_by_name", sa.Text(), nullable=False),
        sa.Column("saved_at", _instant, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_macro")),
    )


_OPEN = "EXISTS (SELECT 1 FROM memory WHERE name = 'timeline-unsealed')"
_THERE = "EXISTS (SELECT 1 FROM timeline_entry WHERE ticket_id = NEW.ticket_id AND seq = NEW.seq)"
_REFUSED = "the timeline is only ever appended to"
_SQLITE_SEAL = (
    f"""
CREATE TRIGGER timeline_entry_unchanged BEFORE UPDATE ON timeline_entry
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END""",
    f"""
CREATE TRIGGER timeline_entry_undeleted BEFORE DELETE ON timeline_entry
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END""",
    f"""
CREATE TRIGGER timeline_entry_unreplaced BEFORE INSERT ON timeline_entry
WHEN {_THERE}
AND NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END""",
)
_POSTGRESQL_SEAL = (
    f"""
CREATE FUNCTION timeline_entry_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT {_OPEN} THEN
        RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'UPDATE' THEN NEW ELSE OLD END;
END $$""",
    """
CREATE TRIGGER timeline_entry_sealed BEFORE UPDATE OR DELETE ON timeline_entry
FOR EACH ROW EXECUTE FUNCTION timeline_entry_sealed()""",
    """
CREATE TRIGGER timeline_entry_untruncated BEFORE TRUNCATE ON timeline_entry
FOR EACH STATEMENT EXECUTE FUNCTION timeline_entry_sealed()""",
)


def _seal() -> None:
    """Entries of a timeline are never changed or deleted: `storage.seal` says more."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_SEAL if sqlite else _POSTGRESQL_SEAL:
        op.execute(statement)


def _notices() -> None:
    op.create_table(
        "notice",
        sa.Column("person_id", _big, autoincrement=False, nullable=False),
        sa.Column("ticket_id", _big, nullable=False),
        sa.Column("entry_seq", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(32), nullable=False),
        sa.Column("due_at", _instant, nullable=False),
        sa.Column("needed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "ticket_id", "entry_seq", name=op.f("pk_notice")),
        _refers(
            "notice_timeline_entry",
            ["ticket_id", "entry_seq"],
            "timeline_entry",
            ["ticket_id", "seq"],
        ),
    )
    op.create_index("ix_notice_entry", "notice", ["ticket_id", "entry_seq"])
    op.create_table(
        "notice_rule",
        sa.Column("person_id", _big, autoincrement=False, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("interest", sa.String(32), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint(
            "person_id", "scope", "interest", "status", name=op.f("pk_notice_rule")
        ),
    )
    op.create_index("ix_notice_rule_scope", "notice_rule", ["scope"])
    op.create_table(
        "notice_habits",
        sa.Column("person_id", _big, autoincrement=False, nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("quiet_from", sa.SmallInteger()),
        sa.Column("quiet_until", sa.SmallInteger()),
        sa.Column("digest_at", sa.SmallInteger()),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_notice_habits")),
        _check("notice_habits_quiet", "(quiet_from IS NULL) = (quiet_until IS NULL)"),
    )


def _reminders() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", _big, nullable=False),
        sa.Column("due_at", _instant, nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by_id", _big, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("person_id", _big),
        sa.Column("ticket_id", _big),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text()),
        sa.Column("unless_written", sa.Boolean(), nullable=False),
        sa.Column("with_conversation", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        _refers("reminder_ticket", ["ticket_id"], "ticket", ["id"]),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminder_due", "reminder", ["due_at"])
    op.create_index("ix_reminder_by", "reminder", ["by_id"])
    op.create_index("ix_reminder_whom", "reminder", ["whom"])
    for whose in ("person", "ticket"):
        name, column = f"ix_reminder_{whose}", f"{whose}_id"
        _partial(name, "reminder", [column], f"{column} IS NOT NULL")


_RECORD_THERE = "EXISTS (SELECT 1 FROM desk_record WHERE id = NEW.id)"
_RECORD_REFUSED = "the record of the desk is only ever appended to"
_SQLITE_RECORD_SEAL = (
    f"""
CREATE TRIGGER desk_record_unchanged BEFORE UPDATE ON desk_record
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_RECORD_REFUSED}'); END""",
    f"""
CREATE TRIGGER desk_record_undeleted BEFORE DELETE ON desk_record
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_RECORD_REFUSED}'); END""",
    f"""
CREATE TRIGGER desk_record_unreplaced BEFORE INSERT ON desk_record
WHEN {_RECORD_THERE}
AND NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_RECORD_REFUSED}'); END""",
)
_POSTGRESQL_RECORD_SEAL = (
    f"""
CREATE FUNCTION desk_record_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT {_OPEN} THEN
        RAISE EXCEPTION '{_RECORD_REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'UPDATE' THEN NEW ELSE OLD END;
END $$""",
    """
CREATE TRIGGER desk_record_sealed BEFORE UPDATE OR DELETE ON desk_record
FOR EACH ROW EXECUTE FUNCTION desk_record_sealed()""",
    """
CREATE TRIGGER desk_record_untruncated BEFORE TRUNCATE ON desk_record
FOR EACH STATEMENT EXECUTE FUNCTION desk_record_sealed()""",
)


def _record() -> None:
    op.create_table(
        "desk_record",
        sa.Column("id", _big, autoincrement=True, nullable=False),
        sa.Column("at", _instant, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("person_id", _big, nullable=False),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_record")),
    )
    op.create_index("ix_desk_record_person", "desk_record", ["person_id"])
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_RECORD_SEAL if sqlite else _POSTGRESQL_RECORD_SEAL:
        op.execute(statement)


def _absences() -> None:
    op.create_table(
        "absence",
        sa.Column("person_id", _big, autoincrement=False, nullable=False),
        sa.Column("until", _instant),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_absence")),
    )
    busy = "primary_id IS NOT NULL AND status NOT IN ('closed', 'resolved')"
    _partial("ix_ticket_busy", "ticket", ["primary_id"], busy)


def _reception() -> None:
    op.create_table(
        "pace",
        sa.Column("customer_id", _big, autoincrement=False, nullable=False),
        sa.Column("moments", sa.Text(), nullable=False),
        sa.Column("gathers_until", _instant),
        sa.Column("flood_until", _instant),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_pace")),
    )
    op.create_table(
        "reception",
        sa.Column("customer_id", _big, autoincrement=False, nullable=False),
        sa.Column("customer_name", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("asked_at", _instant, nullable=False),
        sa.Column("due_at", _instant, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("previous", _big),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_reception")),
        _check("reception_version", "version > 0"),
    )
    op.create_index("ix_reception_due", "reception", ["due_at"])


def _held_replies() -> None:
    op.create_table(
        "held_reply",
        sa.Column("chat", _big, autoincrement=False, nullable=False),
        sa.Column("message", _big, autoincrement=False, nullable=False),
        sa.Column("ticket_id", _big, nullable=False),
        sa.Column("entry_seq", sa.Integer(), nullable=False),
        sa.Column("album", sa.Text()),
        sa.Column("suggestion", sa.Integer()),
        sa.Column("aloud", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "message", name=op.f("pk_held_reply")),
        _refers(
            "held_reply_timeline_entry",
            ["ticket_id", "entry_seq"],
            "timeline_entry",
            ["ticket_id", "seq"],
        ),
        _check("held_reply_suggestion", "suggestion > entry_seq"),
    )
    op.create_index("ix_held_reply_entry", "held_reply", ["ticket_id", "entry_seq"])


def _sla() -> None:
    op.create_table(
        "sla_clock",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column(
            "kind",
            _choice("kind", "first_response", "next_response", "resolution"),
            nullable=False,
        ),
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("passed", sa.BigInteger(), nullable=False),
        sa.Column("since", _instant),
        sa.Column("told", _choice("told", "fine", "at_risk", "breached"), nullable=False),
        sa.Column("due_at", _instant),
        sa.PrimaryKeyConstraint("ticket_id", "kind", name=op.f("pk_sla_clock")),
        _refers("sla_clock_ticket", ["ticket_id"], "ticket", ["id"]),
        _check("sla_clock_passed", "passed >= 0"),
        _check("sla_clock_due_at", "since IS NOT NULL OR due_at IS NULL"),
    )


def _knowledge() -> None:
    op.create_table(
        "knowledge_article",
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_knowledge_article")),
    )
    op.create_table(
        "knowledge_passage",
        sa.Column("id", _big, nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("place", _big, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("labels", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("embedder", sa.Text(), server_default="", nullable=False),
        sa.Column("vector", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_passage")),
        sa.UniqueConstraint("file", "place", name="uq_knowledge_passage_place"),
        _check("knowledge_passage_place", "place > 0"),
        _check("knowledge_passage_meaning", "(embedder = '') = (vector IS NULL)"),
        _refers("knowledge_passage_knowledge_article", ["file"], "knowledge_article", ["file"]),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_knowledge_passage_words ON knowledge_passage USING gin"
            " (array_to_tsvector(string_to_array(words, ' ')))"
        )
        return
    op.execute(
        """CREATE VIRTUAL TABLE knowledge_search USING fts5
        (words, content='', detail='none', columnsize=0, prefix='3 4 5 6', tokenize='ascii')"""
    )
    op.execute(
        """CREATE TRIGGER knowledge_search_insert AFTER INSERT ON knowledge_passage BEGIN
            INSERT INTO knowledge_search (rowid, words) VALUES (new.id, new.words);
        END"""
    )
    op.execute(
        """CREATE TRIGGER knowledge_search_delete AFTER DELETE ON knowledge_passage BEGIN
            INSERT INTO knowledge_search (knowledge_search, rowid, words)
            VALUES ('delete', old.id, old.words);
        END"""
    )


def _models() -> None:
    op.create_table(
        "model_usage",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("specialist", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("input", sa.BigInteger(), nullable=False),
        sa.Column("output", sa.BigInteger(), nullable=False),
        sa.Column("cache_read", sa.BigInteger(), nullable=False),
        sa.Column("cache_written", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger()),
        sa.PrimaryKeyConstraint(
            "ticket_id", "specialist", "day", "model", name=op.f("pk_model_usage")
        ),
        _refers("model_usage_ticket", ["ticket_id"], "ticket", ["id"]),
        _check(
            "model_usage_tokens",
            "input >= 0 AND output >= 0 AND cache_read >= 0 AND cache_written >= 0",
        ),
        _check("model_usage_cost", "cost >= 0"),
    )
    op.create_index("ix_model_usage_day", "model_usage", ["day", "specialist"])


def _verifying() -> None:
    proofs = ("order_postcode", "email_code", "supervisor")
    op.create_table(
        "binding",
        sa.Column("id", _big, nullable=False),
        sa.Column("customer_id", _big, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("proof", _choice("proof", *proofs), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("since", _instant, nullable=False),
        sa.Column("until", _instant),
        sa.Column("ended_by", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_binding")),
        _check("binding_until", "(until IS NULL) = (ended_by IS NULL)"),
    )
    op.create_index("ix_binding_customer", "binding", ["customer_id"])
    _partial("uq_binding_customer", "binding", ["customer_id"], "until IS NULL", unique=True)
    op.create_table(
        "verification",
        sa.Column("customer_id", _big, autoincrement=False, nullable=False),
        sa.Column("customer_name", sa.Text(), nullable=False),
        sa.Column("since", _instant, nullable=False),
        sa.Column("proof", _choice("proof", *proofs)),
        sa.Column("named", sa.Text()),
        sa.Column("postcode", sa.Text()),
        sa.Column("code_digest", sa.Text()),
        sa.Column("code_record", sa.Text()),
        sa.Column("code_until", _instant),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("codes", sa.SmallInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_verification")),
        _check("verification_version", "version > 0"),
        _check(
            "verification_shown",
            "(proof IS NULL) = (named IS NULL) AND (proof IS NULL) = (postcode IS NULL)",
        ),
        _check(
            "verification_code",
            "(code_digest IS NULL) = (code_record IS NULL)"
            " AND (code_digest IS NULL) = (code_until IS NULL)",
        ),
    )
    _partial("ix_verification_unchecked", "verification", ["customer_id"], "proof IS NOT NULL")


def _corrections() -> None:
    op.create_table(
        "route_correction",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("upto_seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("specialists", sa.Text(), nullable=False),
        sa.Column("corrected_by", _big, nullable=False),
        sa.Column("corrected_at", _instant, nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", "upto_seq", name=op.f("pk_route_correction")),
        _refers(
            "route_correction_timeline_entry",
            ["ticket_id", "upto_seq"],
            "timeline_entry",
            ["ticket_id", "seq"],
        ),
    )
    op.create_index(
        "ix_route_correction_at", "route_correction", ["corrected_at", "ticket_id", "upto_seq"]
    )


def _actions() -> None:
    op.create_table(
        "recorded_read",
        sa.Column("id", _big, nullable=False),
        sa.Column("ticket_id", _big, nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("read_at", _instant, nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.Column("data", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recorded_read")),
        _refers("recorded_read_ticket", ["ticket_id"], "ticket", ["id"]),
        _check("recorded_read_found", "found OR data IS NULL"),
    )
    op.create_index("ix_recorded_read_ticket", "recorded_read", ["ticket_id", "id"])
    op.create_table(
        "case_record",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_case_record")),
        _refers("case_record_ticket", ["ticket_id"], "ticket", ["id"]),
    )
    op.create_table(
        "undertaking",
        sa.Column("ticket_id", _big, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("amount", _big, nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_at", _instant, nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("progress", _choice("progress", *_PROGRESS), nullable=False),
        sa.Column("workflow", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("approvals", sa.Text(), nullable=False),
        sa.Column("until", _instant, nullable=True),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", _instant, nullable=True),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", "seq", name=op.f("pk_undertaking")),
        _refers(
            "undertaking_timeline_entry",
            ["ticket_id", "seq"],
            "timeline_entry",
            ["ticket_id", "seq"],
        ),
        _check("undertaking_attempts", "attempts >= 0"),
        _check("undertaking_tried", "(attempts = 0) = (tried_at IS NULL)"),
    )
    op.create_index("ix_undertaking_record", "undertaking", ["record", "proposed_at"])


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("timeline_search")
        op.drop_table("knowledge_search")
    for table in (
        "undertaking",
        "case_record",
        "recorded_read",
        "route_correction",
        "model_usage",
        "verification",
        "binding",
        "knowledge_passage",
        "knowledge_article",
        "reminder",
        "absence",
        "reception",
        "pace",
        "held_reply",
        "sla_clock",
        "ban",
        "webhook_notice",
        "desk_record",
        "macro",
        "notice_habits",
        "notice_rule",
        "notice",
        "outbox",
        "inbox",
        "place",
        "participant",
        "message_link",
        "person",
        "timeline_entry",
        "follow_up",
        "current_ticket",
        "ticket",
        "incident",
        "memory",
        "counter",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION timeline_entry_sealed()")
        op.execute("DROP FUNCTION desk_record_sealed()")
