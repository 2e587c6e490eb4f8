"""What the desk knows: the articles of its folder, as passages that can be found.

All of it follows from files: a desk that loses these rows reads them again.
"""

from sqlalchemy import CheckConstraint, Column, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from storage import search_index
from storage.columns import Big, Vector
from storage.tables.base import metadata, refers

knowledge_article = Table(
    "knowledge_article",
    metadata,
    Column("file", Text, nullable=False),
    Column("digest", Text, nullable=False),
    PrimaryKeyConstraint("file"),
)

knowledge_passage = Table(
    "knowledge_passage",
    metadata,
    # SQLite's index knows a passage by it.
    Column("id", Big, nullable=False),
    Column("file", Text, nullable=False),
    # Which passage of its article it is, from 1.
    Column("place", Big, nullable=False),
    Column("title", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    # Folders and tags, with a space between them.
    Column("labels", Text, nullable=False),
    # What it is found by, with a space between them.
    Column("words", Text, nullable=False),
    # What it means, and to which embedder: both or neither.
    Column("embedder", Text, nullable=False, server_default=""),
    Column("vector", Vector),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("file", "place", name="uq_knowledge_passage_place"),
    CheckConstraint("place > 0", "place"),
    CheckConstraint("(embedder = '') = (vector IS NULL)", "meaning"),
    refers("knowledge_article", ["file"], ["file"]),
)
search_index.knowledge_made_with(knowledge_passage, metadata)
