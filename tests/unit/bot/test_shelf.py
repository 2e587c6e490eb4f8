"""Articles that people approved are files which the desk can follow."""

from pathlib import Path

import pytest

from bot.desk_files import knowledge
from bot.desk_files.shelf import ArticleFolder, slug
from orchestration.errors.learning import ShelfClosed
from orchestration.knowledge.articles import Article
from orchestration.knowledge.drafting import ArticleDraft

DRAFT = ArticleDraft(142, 'Who: "tea" — ¿qué? # {x}', "> Is it hot?\n\n---\n\nYes.", ("shop",))


async def test_what_was_approved_is_an_article(tmp_path: Path) -> None:
    """With its title and tags, in the folder of what tickets taught, and nothing beside it."""
    file = await ArticleFolder(tmp_path).put(DRAFT)
    assert file == "learned/who-tea-que-x-142.md"
    assert knowledge.load(tmp_path) == [
        Article(file, DRAFT.title, frozenset({"learned", "shop"}), DRAFT.text)
    ]
    assert [*(tmp_path / "knowledge" / "learned").iterdir()] == [tmp_path / "knowledge" / file]


async def test_no_file_is_ever_changed(tmp_path: Path) -> None:
    """The same words are the same file, others another one; what its owner changed stays."""
    folder = ArticleFolder(tmp_path)
    first = await folder.put(DRAFT)
    assert await folder.put(DRAFT) == first
    (tmp_path / "knowledge" / first).write_text("mine")
    second = await folder.put(DRAFT)
    assert second == "learned/who-tea-que-x-142-2.md"
    assert (tmp_path / "knowledge" / first).read_text() == "mine"
    (tmp_path / "knowledge" / "learned" / "who-tea-que-x-142-3.md").mkdir()
    (tmp_path / "knowledge" / second).unlink()
    assert await folder.put(DRAFT) == second


async def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """It is said why, and nothing is there."""
    (tmp_path / "knowledge").write_text("a file where the folder would be")
    with pytest.raises(ShelfClosed) as refused:
        await ArticleFolder(tmp_path).put(DRAFT)
    assert refused.value.facts["reason"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Where is it?", "where-is-it"),
        ("../../etc/passwd", "etc-passwd"),
        ("پارسل کجاست", "article"),
        ("x" * 99, "x" * 40),
        ("Ñandú 😀 №5", "nandu-no5"),
    ],
)
def test_a_title_as_a_files_name(title: str, name: str) -> None:
    """Safe in any folder."""
    assert slug(title) == name
