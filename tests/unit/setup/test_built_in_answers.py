"""When an article answers: measured on the questions and the messages that the desk ships."""

import csv
from collections.abc import Iterator
from functools import cache

from bot.desk_files import knowledge
from bot.settings import Settings
from orchestration.cases.searching import asked_for
from orchestration.knowledge.articles import Passage
from orchestration.knowledge.evaluation import article_of
from orchestration.knowledge.finding import ranked
from orchestration.specialists.built_in.answering import answer

SHIPPED = Settings.model_fields["desk_dir"].default
#: So many passages come with a brief.
PASSAGES = 4


@cache
def _passages() -> list[Passage]:
    return [
        Passage(f"{article.file}#{place}", article.title, each.heading, each.text, article.file, 0)
        for article in knowledge.load(SHIPPED)
        for place, each in enumerate(article.sections, 1)
    ]


def _answered_by(text: str, language: str) -> str | None:
    """The article that answers, without its language."""
    found = answer(text, ranked(asked_for(text), _passages(), PASSAGES), language)
    return article_of(found.passage.file) if found else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (SHIPPED / "evaluation" / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def test_what_is_answered_is_answered_rightly() -> None:
    """Nearly half of the questions, and no more than one in fifty of them by a wrong article."""
    rows = list(_rows("knowledge.csv"))
    found = [(row["article"], _answered_by(row["question"], row["language"])) for row in rows]
    answered = [(wanted, given) for wanted, given in found if given is not None]
    assert len(answered) >= 0.45 * len(rows)
    assert sum(wanted == given for wanted, given in answered) >= 0.98 * len(answered)


def test_what_no_article_is_for_is_left_to_people() -> None:
    """Of messages that are for no specialist at all, one in a hundred at most."""
    rows = [row for name in ("train", "test") for row in _rows(f"routing/{name}.csv")]
    others = [row for row in rows if not row["label"].strip()]
    answered = [row["text"] for row in others if _answered_by(row["text"], row["language"])]
    assert len(others) > 100
    assert len(answered) <= len(others) / 100
