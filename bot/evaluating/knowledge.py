"""`topicdesk eval knowledge`: how well questions find the articles that answer them."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.desk_files import knowledge
from bot.evaluating.cannot_measure import CannotMeasure
from orchestration.knowledge.articles import Article
from orchestration.knowledge.evaluation import Measured, Question, article_of, measure
from orchestration.ports.embedding import Embedder

#: The desk's own questions, below its folder.
OWN_SET = Path("evaluation", "knowledge.csv")
COLUMNS = ("language", "question", "article")
#: So many of the questions that were not answered are shown.
_SHOWN = 20


def measured(
    desk: Path, questions: Path | None = None, embedder: Embedder | None = None
) -> Measured:
    """Asks the questions of a file, or the desk's own, of the articles of a desk's folder.

    With an embedder, by what they mean beside their words. Raises `CannotMeasure`, and
    `InvalidDeskFiles` for articles that cannot be read.
    """
    articles = knowledge.load(desk)
    asked = list(read(questions or desk / OWN_SET, articles))
    if not asked:
        msg = f"{questions or desk / OWN_SET} holds no questions: give it a row for each"
        raise CannotMeasure(msg)
    return measure(asked, articles, embedder)


def read(file: Path, articles: Sequence[Article]) -> Iterator[Question]:
    """The questions of a CSV file; raises `CannotMeasure` for what is no question."""
    known = {article_of(each.file) for each in articles}
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, strict=True)
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                msg = f"{file} must have the columns {', '.join(COLUMNS)}"
                raise CannotMeasure(msg)
            for row in rows:
                language, text, article = ((row[each] or "").strip() for each in COLUMNS)
                if not text:
                    msg = f"{file}:{rows.line_num}: there is no question"
                    raise CannotMeasure(msg)
                if article not in known:
                    msg = (
                        f"{file}:{rows.line_num}: there is no article {article!r}; an article is "
                        "named by its path below knowledge/, such as returns/warranty"
                    )
                    raise CannotMeasure(msg)
                yield Question(language, text, article)
    except OSError as error:
        msg = f"{file} cannot be read ({error.strerror}): --questions names a CSV file"
        raise CannotMeasure(msg) from None
    except (csv.Error, UnicodeDecodeError) as error:
        msg = f"{file} is no CSV in UTF-8 ({error})"
        raise CannotMeasure(msg) from None


def figures(found: Measured) -> dict[str, object]:
    """The figures by the names of `--json`."""
    return {
        "questions": len(found.answers),
        "recall_at_5": round(found.recall, 4),
        "mrr": round(found.mrr, 4),
        "languages": {
            language: {
                "questions": len(each.answers),
                "recall_at_5": round(each.recall, 4),
                "mrr": round(each.mrr, 4),
            }
            for language, each in found.by_language().items()
        },
    }


def text_of(found: Measured) -> str:
    """The figures, of each language too, and what was not answered."""
    rows = [("all", found), *found.by_language().items()]
    lines = ["          questions  recall@5    MRR"]
    lines += [
        f"{name:10}{len(each.answers):9}{each.recall:10.1%}{each.mrr:7.3f}" for name, each in rows
    ]
    if found.missed:
        lines += ["", "Not among the first five passages:"]
        lines += [
            f"  {each.question.text} > {each.question.article}" for each in found.missed[:_SHOWN]
        ]
    if len(found.missed) > _SHOWN:
        lines.append(f"  … and {len(found.missed) - _SHOWN} more")
    return "\n".join(lines)
