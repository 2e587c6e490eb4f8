"""The index behind full text search, in each database's own way.

`timeline_entry.words` holds an entry's words, already folded and separated by spaces, so that both
databases take them as they are. On PostgreSQL a GIN index lies on them. On SQLite it is an FTS5
table without contents of its own, which triggers keep: its row number is made of ticket and `seq`,
because SQLite may renumber the rows of a table whose key is two columns.

What is here stands in the migration too, and a test holds the two together.
"""

from collections.abc import Sequence

from sqlalchemy import DDL, MetaData, Table, event

#: The lower bits of a row number are the entry's `seq`, the others its ticket.
SEQ_BITS = 20

NAME = "timeline_search"
INDEX = "ix_timeline_entry_words"
KNOWLEDGE = "knowledge_search"
KNOWLEDGE_INDEX = "ix_knowledge_passage_words"
#: What PostgreSQL indexes, and so what a query must say word for word.
VECTOR = "array_to_tsvector(string_to_array(words, ' '))"


SQLITE = (
    # The tokenizer splits at spaces; nothing but which entry holds a word is kept.
    """CREATE VIRTUAL TABLE timeline_search USING fts5
    (words, content='', detail='none', columnsize=0, prefix='3 4 5 6', tokenize='ascii')""",
    """CREATE TRIGGER timeline_search_insert AFTER INSERT ON timeline_entry
    WHEN new.words IS NOT NULL BEGIN
        INSERT INTO timeline_search (rowid, words)
        VALUES ((new.ticket_id << 20) + new.seq, new.words);
    END""",
    """CREATE TRIGGER timeline_search_delete AFTER DELETE ON timeline_entry
    WHEN old.words IS NOT NULL BEGIN
        INSERT INTO timeline_search (timeline_search, rowid, words)
        VALUES ('delete', (old.ticket_id << 20) + old.seq, old.words);
    END""",
    # What stood there leaves the index before what stands there now comes in.
    """CREATE TRIGGER timeline_search_update BEFORE UPDATE OF words ON timeline_entry
    WHEN old.words IS NOT NULL BEGIN
        INSERT INTO timeline_search (timeline_search, rowid, words)
        VALUES ('delete', (old.ticket_id << 20) + old.seq, old.words);
    END""",
    """CREATE TRIGGER timeline_search_updated AFTER UPDATE OF words ON timeline_entry
    WHEN new.words IS NOT NULL BEGIN
        INSERT INTO timeline_search (rowid, words)
        VALUES ((new.ticket_id << 20) + new.seq, new.words);
    END""",
)
POSTGRESQL = (
    f"CREATE INDEX {INDEX} ON timeline_entry USING gin ({VECTOR}) WHERE words IS NOT NULL",
)


# The passages of articles are never changed, only written and deleted.
KNOWLEDGE_SQLITE = (
    """CREATE VIRTUAL TABLE knowledge_search USING fts5
    (words, content='', detail='none', columnsize=0, prefix='3 4 5 6', tokenize='ascii')""",
    """CREATE TRIGGER knowledge_search_insert AFTER INSERT ON knowledge_passage BEGIN
        INSERT INTO knowledge_search (rowid, words) VALUES (new.id, new.words);
    END""",
    """CREATE TRIGGER knowledge_search_delete AFTER DELETE ON knowledge_passage BEGIN
        INSERT INTO knowledge_search (knowledge_search, rowid, words)
        VALUES ('delete', old.id, old.words);
    END""",
)
KNOWLEDGE_POSTGRESQL = (
    f"CREATE INDEX {KNOWLEDGE_INDEX} ON knowledge_passage USING gin ({VECTOR})",
)


def made_with(timeline_entry: Table, metadata: MetaData) -> None:
    """Makes the index of messages whenever the tables are made, and drops it with them."""
    _made_with(timeline_entry, metadata, NAME, SQLITE, POSTGRESQL)


def knowledge_made_with(passage: Table, metadata: MetaData) -> None:
    """The same for the index of articles."""
    _made_with(passage, metadata, KNOWLEDGE, KNOWLEDGE_SQLITE, KNOWLEDGE_POSTGRESQL)


def _made_with(
    table: Table,
    metadata: MetaData,
    name: str,
    sqlite: Sequence[str],
    postgresql: Sequence[str],
) -> None:
    for dialect, statements in (("sqlite", sqlite), ("postgresql", postgresql)):
        for statement in statements:
            ddl = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", ddl)
    drop = DDL(f"DROP TABLE IF EXISTS {name}").execute_if(dialect="sqlite")  # type: ignore[no-untyped-call]
    event.listen(metadata, "before_drop", drop)


def is_ours(name: str, kind: str) -> bool:
    """Whether a table or an index in the database belongs to the search, not to the metadata."""
    if kind == "index":
        return name in {INDEX, KNOWLEDGE_INDEX}
    return name.startswith((NAME, KNOWLEDGE))
