"""Whether an article answers a question, and which of its sentences do.

By words alone, so it is careful: the passage must hold three fifths of the question's words, two of
them at least, and fit clearly better than any of another article. Of the desk's own 87 questions 43
are answered like that, all of them rightly, and none of its 197 messages that are for nobody. The
bounds were chosen on these very sets, so other questions will fare a little worse.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from orchestration.cases.searching import BEGINNING, asked_for, words_of
from orchestration.events.specialists import Evidence, EvidenceKind
from orchestration.knowledge.articles import Passage
from orchestration.knowledge.evaluation import article_of
from orchestration.knowledge.finding import sought
from orchestration.specialists.built_in.entity_words import SMALL
from orchestration.specialists.triage import language_of
from orchestration.specialists.triage_words import STOP_WORDS

#: The share of the question's words that the passage must hold, and how many at least.
COVERED, WORDS = 0.6, 2
#: So many times better than the best passage of another article.
CLEARLY = 1.4
#: So many articles are named where none is sure to answer.
NEAREST = 2
#: A quote is as long as this at most.
QUOTE = 400
#: What an article is written in, whose file and words do not show it.
USUAL_LANGUAGE = "en"

_SMALL = frozenset(word for row in (*STOP_WORDS.values(), SMALL) for word in asked_for(row))
#: A sentence's end, but not behind a number or a single letter: "1. ", "e. g.".
_END = re.compile(r"(?<=[^\W\d_]{2}[.!?؟…])\s+|(?<=[)\]\"»”\u2019%€\d][.!?؟…])\s+(?=\w)|\n+")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]{0,200})\]\([^)\s]{0,500}\)")
_LINK = re.compile(r"\[([^\]\n]{0,200})\]\(([^)\s]{0,500})\)")
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|`{1,2})(?=\S)([^*_`\n]{1,300})\1")
_WRAPPED = re.compile(r"(?<=\S)[ \t]*\n(?=[^\n])(?!\d+\. )")


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers, the words of it that do, and the language that it is in."""

    passage: Passage
    quote: str
    language: str

    @property
    def evidence(self) -> Evidence:
        """The passage, as notes and drafts cite it."""
        return cited(self.passage, self.quote)


def cited(passage: Passage, quote: str = "") -> Evidence:
    """A passage as evidence."""
    return Evidence(EvidenceKind.ARTICLE, passage.id, passage.title, quote=quote)


def answer(question: str, passages: Sequence[Passage], language: str) -> Answer | None:
    """The passage that answers the question, if one does; `passages` are the best first.

    Of the same article the one in `language` is taken.
    """
    if not passages:
        return None
    best = passages[0]
    words = _words(question)
    held = _held(words, best)
    if len(held) < max(WORDS, COVERED * len(words)) or not _is_clear(best, passages):
        return None
    same = [each for each in passages if article_of(each.file) == article_of(best.file)]
    chosen = next((each for each in same if spoken_in(each) == language), best)
    return Answer(chosen, quoted(chosen.text, words), spoken_in(chosen))


def nearest(question: str, passages: Sequence[Passage]) -> Sequence[Passage]:
    """Those that people may look into: of each article one that holds some word of the question.

    What holds more of them comes first.
    """
    words = _words(question)
    holding = [(len(_held(words, each)), each) for each in passages]
    best: dict[str, Passage] = {}
    for count, each in sorted(holding, key=lambda one: -one[0]):
        if count:
            best.setdefault(article_of(each.file), each)
    return [*best.values()][:NEAREST]


def quoted(text: str, words: Sequence[str]) -> str:
    """The sentences of an article's text that hold most of the words, and those behind them."""
    sentences = [each for each in _END.split(plain(text)) if each.strip()]
    if len(" ".join(sentences)) <= QUOTE or not sentences:
        return " ".join(sentences)
    first = max(range(len(sentences)), key=lambda place: (_count(words, sentences[place]), -place))
    said = sentences[first]
    for each in sentences[first + 1 :]:
        if len(said) + 1 + len(each) > QUOTE:
            break
        said = f"{said} {each}"
    return said if len(said) <= QUOTE else said[: QUOTE - 1].rsplit(" ", 1)[0] + "…"


def plain(text: str) -> str:
    """An article's text without the marks of Markdown; a line that was wrapped is one again."""
    shown = _FENCE.sub("", text)
    shown = _IMAGE.sub(r"\1", shown)
    shown = _LINK.sub(_linked, shown)
    shown = _WRAPPED.sub(_joined, shown)
    shown = _LINE_MARK.sub("", shown)
    return _EMPHASIS.sub(r"\2", shown).strip()


def spoken_in(passage: Passage) -> str:
    """The language of an article: as its file says (`how.es.md`), else as its words show."""
    _, _, ending = passage.file.rpartition("/")[2].partition(".")
    named = ending.removesuffix("md").strip(".")
    return named or language_of([passage.text]) or USUAL_LANGUAGE


def _linked(link: re.Match[str]) -> str:
    words, target = link[1], link[2]
    return f"{words} ({target})" if target.startswith("http") and target != words else words


def _joined(end: re.Match[str]) -> str:
    following = end.string[end.end() : end.end() + 4].lstrip()
    return "\n" if following[:1] in {"-", "*", "+", "#", ">", "|"} else " "


def _words(text: str) -> list[str]:
    """What of a question an answer can hold: not small words, which all hold, and no numbers."""
    return [word for word in sought(asked_for(text)) if word not in _SMALL and not word.isdigit()]


def _held(words: Sequence[str], passage: Passage) -> list[str]:
    said = words_of(f"{passage.title}\n{passage.heading}\n{passage.text}")
    return [word for word in words if any(_is(one, word) for one in said)]


def _count(words: Sequence[str], sentence: str) -> int:
    said = words_of(sentence)
    return sum(any(_is(one, word) for one in said) for word in words)


def _is(said: str, word: str) -> bool:
    return said == word or (len(word) >= BEGINNING and said.startswith(word))


def _is_clear(best: Passage, passages: Sequence[Passage]) -> bool:
    others = (each for each in passages if article_of(each.file) != article_of(best.file))
    return best.score >= CLEARLY * max((each.score for each in others), default=0)
