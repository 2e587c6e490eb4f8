"""How an article is cut into passages, and which passage fits a question better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.cases.searching import asked_for
from orchestration.errors.filing import NothingToSearch
from orchestration.knowledge.articles import LONGEST, Article, Passage, Section
from orchestration.knowledge.finding import find, ranked
from tests.fakes import FakeStore


def _article(text: str) -> Article:
    return Article("a.md", "Tea", frozenset(), text)


def test_an_article_is_cut_at_its_headings() -> None:
    """A passage bears all the headings above it, and none of another branch."""
    text = (
        "Intro.\n\n# Ship\n\n## Far ##\n\nFive days.\n\n## Near\nTwo.\n\nOr three.\n# Money\nNone."
    )
    assert _article(text).sections == [
        Section("", "Intro."),
        Section("Ship > Far", "Five days."),
        Section("Ship > Near", "Two.\n\nOr three."),
        Section("Money", "None."),
    ]


def test_a_hash_inside_code_is_no_heading() -> None:
    """Neither is one without a space, which is a hashtag."""
    text = "```\n# no\n~~~\n## no\n```\n#tag\n# Yes\nWords."
    assert [each.heading for each in _article(text).sections] == ["", "Yes"]


def test_long_stretches_are_cut_between_paragraphs() -> None:
    """A paragraph is never torn, however long it is."""
    short, long = "word " * 60, "x" * (LONGEST + 1)
    paragraphs = [*[short] * 4, long, short]
    sections = _article("\n\n".join(paragraphs)).sections
    assert [len(each.text) <= LONGEST for each in sections] == [True, True, False, True]


@given(st.text())
def test_no_words_are_lost(text: str) -> None:
    """Every word of an article is in one of its passages, or in a heading above none."""
    kept = " ".join(f"{each.heading} {each.text}" for each in _article(text).sections).split()
    plain = [line for line in text.splitlines() if not line.startswith("#")]
    assert {word for line in plain for word in line.split()} <= set(kept)


def test_what_would_be_indexed_otherwise_has_another_digest() -> None:
    """Title, labels and words; the same words have the same."""
    articles = [
        Article("a", "Tea", frozenset(), "Green."),
        Article("a", "Tea", frozenset({"x"}), "Green."),
        Article("a", "Teas", frozenset(), "Green."),
        Article("a", "Tea", frozenset(), "Black."),
    ]
    assert len({each.digest for each in articles}) == 4
    assert articles[0].digest == Article("b", "Tea", frozenset(), "Green.").digest


def _passage(id_: str, text: str, title: str = "", heading: str = "") -> Passage:
    return Passage(id_, title, heading, text, "a.md", 0)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (_passage("b", "refund of a parcel"), _passage("a", "the parcel, a parcel")),
        (_passage("b", "It comes.", title="Refund"), _passage("a", "It comes, a refund.")),
        (_passage("b", "It comes.", heading="Refund"), _passage("a", "It comes, a refund.")),
        (_passage("b", "refund"), _passage("a", "refund " + "and more words " * 40)),
        (_passage("a", "refund"), _passage("b", "refund")),
    ],
)
def test_which_passage_fits_better(better: Passage, worse: Passage) -> None:
    """More of the words, in the title or a heading, in fewer words; then by id."""
    found = ranked(asked_for("refund parcel"), [worse, better], 5)
    assert [each.id for each in found] == [better.id, worse.id]
    assert found[0].score >= found[1].score > 0


def test_a_rare_word_weighs_more() -> None:
    """What all passages say tells nothing of them."""
    common = [_passage(str(n), "tea tea tea") for n in range(5)]
    found = ranked(asked_for("tea limescale"), [*common, _passage("x", "tea limescale")], 2)
    assert found[0].id == "x"


async def test_a_question_without_words_is_refused() -> None:
    """As in a search of messages."""
    async with FakeStore().begin() as uow:
        with pytest.raises(NothingToSearch):
            await find(uow, "???")
