"""What the desk's owner may write as an article, and how a mistake is pointed at."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.__main__ import app
from bot.desk_files import specialists
from bot.desk_files.document import InvalidDeskFiles
from bot.desk_files.knowledge import MAX_LENGTH, load
from bot.desk_files.live_knowledge import LiveKnowledge
from bot.settings import Settings
from orchestration.cases.searching import asked_for
from orchestration.knowledge.finding import find
from tests.fakes import FakeStore
from tests.fakes.embedding import FakeEmbedder

SHIPPED = Settings.model_fields["desk_dir"].default


def _write(desk: Path, name: str, text: str) -> Path:
    file = desk / "knowledge" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_the_shipped_articles_can_be_used() -> None:
    """Twenty-five and more, the most asked of them in the other four languages, too."""
    articles = load(SHIPPED)
    translated = [each.file.split(".")[1] for each in articles if each.file.count(".") == 2]
    assert len(articles) - len(translated) >= 25
    assert {language: translated.count(language) >= 5 for language in translated} == dict.fromkeys(
        ("es", "ru", "pt", "fa"), True
    )
    assert all(each.sections for each in articles)


def test_every_shipped_specialist_knows_something() -> None:
    """Its scope names folders and tags that there are."""
    articles = load(SHIPPED)
    for profile in specialists.load(SHIPPED).routable:
        scope = profile.knowledge
        known = [each for each in articles if scope is None or not each.labels.isdisjoint(scope)]
        assert known, profile.id


def test_a_desk_without_articles(tmp_path: Path) -> None:
    """The folder may be missing."""
    assert load(tmp_path) == []


def test_what_an_article_can_hold(tmp_path: Path) -> None:
    """Title, tags, and the folders that it stands in."""
    _write(tmp_path, "money/cards/a.md", "---\ntitle: Cards\ntags: [vip]\n---\nWe take cards.\n")
    (article,) = load(tmp_path)
    assert article.file == "money/cards/a.md"
    assert article.labels == {"money", "cards", "vip"}
    assert (article.title, article.text) == ("Cards", "We take cards.")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.md", "", ":1: must begin with a line ---, then title:"),
        ("a.md", "---\ntitle: A\nHi", ":1: begins its front matter here and never ends it"),
        ("a.md", "---\ntags: []\n---\nHi", ':2: "title" is missing here'),
        ("a.md", "---\ntitle: A\ntag: x\n---\nHi", ':3: "tag" is not known here; did you mean "t'),
        ("a.md", "---\ntitle: A\ntags: [The Best]\n---\nHi", ':3: entry 1 of "tags"'),
        ("a.md", "---\ntitle: A\n---\n \n", ":4: has no words"),
        ("a.md", f"---\ntitle: A\n---\n{'x' * (MAX_LENGTH + 1)}", ":4: must have at most 50000"),
        ("My Money/a.md", "---\ntitle: A\n---\nHi", ": stands in the folder 'My Money'; call it"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    """One sentence: where it stands, and what can be there instead; `topicdesk check` says it."""
    file = _write(tmp_path, name, text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(tmp_path)
    (mistake,) = refused.value.mistakes
    assert str(mistake).startswith(f"{file}{words}")
    checked = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert checked.exit_code == 1
    assert str(mistake) in checked.output


def test_a_specialist_cannot_know_what_is_not_there(tmp_path: Path) -> None:
    """A folder or a tag that is misspelt is named with its line."""
    _write(tmp_path, "shipping/a.md", "---\ntitle: A\n---\nHi")
    head = "id: a\nname: A\ndescription: A\nknowledge:\n  - shiping\n"
    _write(tmp_path, "../specialists/a.md", f"---\n{head}---\nHelp.\n")
    checked = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert "a.md:6: \"knowledge\" names 'shiping', no folder and no tag" in checked.output
    assert 'did you mean "shipping"?' in checked.output


async def test_a_running_desk_follows_its_articles(tmp_path: Path) -> None:
    """A broken one says what it said; what is gone is not found any more."""
    store = FakeStore()
    live = LiveKnowledge(tmp_path, store.begin)

    async def found(words: str) -> list[str]:
        async with store.begin() as uow:
            return [each.file for each in await uow.knowledge.find(asked_for(words))]

    file = _write(tmp_path, "a.md", "---\ntitle: Tea\n---\nGreen.\n")
    assert await live.look() == ()
    assert await found("green") == ["a.md"]
    file.write_text("---\ntitle: Tea\ncolour: x\n---\nRed and black.\n")
    (mistake,) = await live.look()
    assert mistake.short.startswith('knowledge/a.md:3: "colour" is not known here')
    assert await found("green") == ["a.md"]
    file.write_text("---\ntitle: Tea\n---\nBlack.\n")
    assert await live.look() == ()
    assert (await found("green"), await found("black")) == ([], ["a.md"])
    file.unlink()
    assert await live.look() == ()
    assert await found("black") == []


_TEXT = (SHIPPED / "knowledge" / "returns" / "warranty.md").read_text()
_PIECES = st.sampled_from([*_TEXT.splitlines(keepends=True), "---\n", "```\n", "# \n", "\0", "- "])


@settings(max_examples=100, deadline=None)
@given(text=st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_whatever_stands_there_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Nothing but an article with passages or a list of mistakes ever comes out."""
    desk = tmp_path_factory.getbasetemp() / "any-knowledge"
    (desk / "knowledge").mkdir(parents=True, exist_ok=True)
    (desk / "knowledge" / "a.md").write_text(text, encoding="utf-8", newline="")
    with suppress(InvalidDeskFiles):
        (article,) = load(desk)
        assert article.digest
        assert all(section.text.strip() for section in article.sections)


async def test_what_articles_mean_is_followed_too(tmp_path: Path) -> None:
    """With an embedder, a changed article is found by what it means now."""
    store = FakeStore()
    live = LiveKnowledge(tmp_path, store.begin, FakeEmbedder())

    async def best(asked: str) -> str:
        async with store.begin() as uow:
            return (await find(uow, asked, embedder=FakeEmbedder()))[0].file

    _write(tmp_path, "a.md", "---\ntitle: Tea\n---\nThe parcel is lost.\n")
    _write(tmp_path, "b.md", "---\ntitle: Tea\n---\nReturn the shoes.\n")
    await live.look()
    assert await best("mi paquete") == "a.md"
    _write(tmp_path, "a.md", "---\ntitle: Tea\n---\nA song of rain.\n")
    _write(tmp_path, "b.md", "---\ntitle: Tea\n---\nSend the parcel to Spain.\n")
    await live.look()
    assert await best("mi paquete") == "b.md"
