"""Finding passages by words, and by what they mean: what is looked for, which passage fits better.

As for messages (`cases.searching`), what a word is and what fits is decided here, so that it is the
same in every database: they only find the passages that hold any of the words, and keep what an
embedder made of them.
"""

import asyncio
import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from orchestration.cases.searching import BEGINNING, asked_for, words_of
from orchestration.errors.filing import NothingToSearch
from orchestration.knowledge.articles import Passage
from orchestration.ports import UnitOfWork
from orchestration.ports.embedding import Embedder, Floats

#: So many passages answer a question.
FOUND = 5
#: A word of the title counts as so many in the text, one of the headings as so many.
_TITLE, _HEADING = 3.0, 2.0
#: How fast one more mention stops to matter, and how much length speaks against (BM25's k1 and b).
_SATURATION, _LENGTH = 1.2, 0.5
_USUAL_LENGTH = 80
#: So many passages that words found are weighed against what passages mean.
BY_WORDS = 50
#: What the passage that fits best by words is given beside its likeness to the question.
_WORDS_COUNT = 1 / 16
#: A passage without any of the words is found from this likeness on: less is chance.
_LIKE = 0.8


async def find(
    uow: UnitOfWork,
    text: str,
    scope: Collection[str] | None = None,
    limit: int = FOUND,
    *,
    embedder: Embedder | None = None,
) -> Sequence[Passage]:
    """The passages that fit these words best, the best one first.

    `scope` names folders and tags; None is everything. With an embedder, what means the same is
    found too, also in another language. Raises `NothingToSearch` for a text without words.
    """
    words = asked_for(text)
    if not words:
        raise NothingToSearch
    if embedder is None:
        return await uow.knowledge.find(words, scope, limit)
    by_words = await uow.knowledge.find(words, scope, BY_WORDS)
    (asked,) = await asyncio.to_thread(embedder.asked, [text])
    return blended(by_words, asked, await uow.knowledge.meanings(embedder.name, scope), limit)


def meant(passage: Passage) -> str:
    """What an embedder is told of a passage."""
    return "\n".join(filter(None, (passage.title, passage.heading, passage.text)))


def blended(
    by_words: Sequence[Passage],
    asked: Floats,
    meanings: Sequence[tuple[Passage, Floats]],
    limit: int,
) -> list[Passage]:
    """The passages that words found, and those that are like the question, the best first.

    A passage's score is its likeness (a cosine) and a share of how well its words fit. One whose
    vector is not there yet counts as barely like it.
    """
    likeness = {each.id: float(vector @ asked) for each, vector in meanings}
    best = max((each.score for each in by_words), default=1.0)
    fits = {each.id: each.score / best for each in by_words}
    candidates = {each.id: each for each, _ in meanings if likeness[each.id] >= _LIKE}
    candidates |= {each.id: each for each in by_words}
    scored = [
        replace(each, score=round(likeness.get(id_, _LIKE) + _WORDS_COUNT * fits.get(id_, 0.0), 6))
        for id_, each in candidates.items()
    ]
    return sorted(scored, key=lambda each: (-each.score, each.id))[:limit]


def indexed(title: str, heading: str, text: str) -> str:
    """What a passage is found by: its words, each once, with a space between them."""
    return " ".join(words_of(f"{title}\n{heading}\n{text}"))


def sought(words: Sequence[str]) -> list[str]:
    """Those that passages are looked up by: short ones are in all of them, if there are others."""
    long = [word for word in words if len(word) >= BEGINNING]
    return long or list(words)


def ranked(words: Sequence[str], candidates: Sequence[Passage], limit: int) -> list[Passage]:
    """The candidates that hold any of the words, the best first: BM25 with weighted fields.

    A word counts the more, the fewer candidates hold it, so all that hold any must be among them.
    """
    looked_up = sought(words)
    weighed = [(each, _weights(looked_up, each)) for each in candidates]
    held = [(each, weights) for each, weights in weighed if weights]
    holders = Counter(word for _, weights in held for word in weights)
    rarity = {word: math.log(1 + (len(held) + 0.5) / count) for word, count in holders.items()}
    scored = [
        replace(each, score=round(sum(_scores(each, weights, rarity)), 6)) for each, weights in held
    ]
    return sorted(scored, key=lambda each: (-each.score, each.id))[:limit]


def _scores(
    passage: Passage, weights: Mapping[str, float], rarity: Mapping[str, float]
) -> Iterator[float]:
    """What each word adds to a passage's score."""
    length = len(passage.text.split()) / _USUAL_LENGTH
    dampening = _SATURATION * (1 - _LENGTH + _LENGTH * length)
    for word, weight in weights.items():
        yield rarity[word] * weight * (_SATURATION + 1) / (weight + dampening)


def _weights(words: Sequence[str], passage: Passage) -> dict[str, float]:
    """How much of each word a passage holds."""
    weights: dict[str, float] = {}
    fields = ((passage.title, _TITLE), (passage.heading, _HEADING), (passage.text, 1.0))
    for said, weight in fields:
        spoken = Counter(one for each in said.split() for one in words_of(each))
        for word in words:
            count = sum(times for one, times in spoken.items() if _is(one, word))
            if count:
                weights[word] = weights.get(word, 0) + weight * count
    return weights


def _is(said: str, word: str) -> bool:
    return said == word or (len(word) >= BEGINNING and said.startswith(word))
