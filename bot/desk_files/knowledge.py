"""Reads `desk/knowledge/`: an article a file, in folders as its owner likes.

Front matter says its title and its tags; below stands Markdown. Folders and tags are what the scope
of a specialist is named by.
"""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.desk_files.document import InvalidDeskFiles, Mistake
from bot.desk_files.front_matter import read, refused
from bot.desk_files.specialists import Id, Line
from bot.desk_files.values import Part
from orchestration.knowledge.articles import Article

FOLDER = "knowledge"
#: Longer ones are several articles, and found worse.
MAX_LENGTH = 50_000

_LABEL = set("abcdefghijklmnopqrstuvwxyz0123456789-_")


class _Head(Part):
    """An article's front matter."""

    title: Annotated[Line, Field(max_length=120)]
    tags: tuple[Id, ...] = ()


def load(desk: Path) -> list[Article]:
    """The articles of a desk's folder, none without one.

    Raises `InvalidDeskFiles` with every mistake found.
    """
    articles: list[Article] = []
    mistakes: list[Mistake] = []
    for file in files(desk):
        try:
            articles.append(article(desk, file))
        except InvalidDeskFiles as error:
            mistakes += error.mistakes
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    return articles


def files(desk: Path) -> list[Path]:
    """Every file that is an article."""
    return sorted((desk / FOLDER).rglob("*.md"))


def article(desk: Path, file: Path) -> Article:
    """The article of one file; raises `InvalidDeskFiles`."""
    path = file.relative_to(desk / FOLDER)
    for folder in path.parent.parts:
        if not set(folder) <= _LABEL:
            words = f"stands in the folder {folder!r}; call it in small letters, digits, - and _"
            raise refused(file, 0, words)
    fronted = read(file, "title: and what the article is about")
    head = fronted.head.parse(_Head)
    if not fronted.words:
        raise refused(file, len(fronted.lines), "has no words: write them below the second ---")
    if len(fronted.words) > MAX_LENGTH:
        words = f"must have at most {MAX_LENGTH} characters: make several articles of it"
        raise refused(file, fronted.start + 1, words)
    labels = frozenset({*path.parent.parts, *head.tags})
    return Article(path.as_posix(), head.title, labels, fronted.words)
