"""How well questions find the articles that answer them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orchestration.cases.searching import asked_for
from orchestration.knowledge.articles import Article, Passage
from orchestration.knowledge.finding import BY_WORDS, blended, meant, ranked
from orchestration.ports.embedding import Embedder, Floats

#: A question is answered when the article is among so many passages.
ANSWERED = 5
#: So deep its first passage is looked for.
DEPTH = 50


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks, in which language, and the article that answers it.

    The article is named without its ending, and without its language: any of them answers.
    """

    language: str
    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Answer:
    """At which place the article's first passage was found, from 1; None when it was not."""

    question: Question
    rank: int | None

    @property
    def answered(self) -> bool:
        """Whether whoever reads the first passages reads the answer."""
        return self.rank is not None and self.rank <= ANSWERED


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of a set of questions."""

    answers: Sequence[Answer]

    @property
    def recall(self) -> float:
        """The share of questions that are answered, from 0 to 1."""
        return sum(each.answered for each in self.answers) / max(1, len(self.answers))

    @property
    def mrr(self) -> float:
        """The mean of 1/rank, where what was not found counts 0."""
        reciprocal = sum(1 / each.rank for each in self.answers if each.rank is not None)
        return reciprocal / max(1, len(self.answers))

    @property
    def missed(self) -> Sequence[Answer]:
        """What was not answered."""
        return [each for each in self.answers if not each.answered]

    def by_language(self) -> Mapping[str, "Measured"]:
        """The same for each language alone, in the order in which they were asked."""
        languages = dict.fromkeys(each.question.language for each in self.answers)
        return {
            one: Measured([each for each in self.answers if each.question.language == one])
            for one in languages
        }


def measure(
    questions: Iterable[Question], articles: Sequence[Article], embedder: Embedder | None = None
) -> Measured:
    """Asks each question of all articles: every store ranks as this does.

    With an embedder by what they mean too; it takes seconds to read the articles.
    """
    passages = [
        Passage(f"{one.file}#{place}", one.title, each.heading, each.text, one.file, 0)
        for one in articles
        for place, each in enumerate(one.sections, 1)
    ]
    if embedder is None:
        return Measured([_answer(each, passages) for each in questions])
    vectors = embedder.told([meant(each) for each in passages])
    meanings = list(zip(passages, vectors, strict=True))
    return Measured([_answer_meant(each, passages, meanings, embedder) for each in questions])


def article_of(file: str) -> str:
    """How questions name the article in `file`: `a/b.es.md` and `a/b.md` are both `a/b`."""
    folder, slash, name = file.rpartition("/")
    return folder + slash + name.partition(".")[0]


def _answer(question: Question, passages: Sequence[Passage]) -> Answer:
    return _place(question, ranked(asked_for(question.text), passages, DEPTH))


def _answer_meant(
    question: Question,
    passages: Sequence[Passage],
    meanings: Sequence[tuple[Passage, Floats]],
    embedder: Embedder,
) -> Answer:
    by_words = ranked(asked_for(question.text), passages, BY_WORDS)
    (asked,) = embedder.asked([question.text])
    return _place(question, blended(by_words, asked, meanings, DEPTH))


def _place(question: Question, found: Sequence[Passage]) -> Answer:
    places = (n for n, each in enumerate(found, 1) if article_of(each.file) == question.article)
    return Answer(question, next(places, None))
