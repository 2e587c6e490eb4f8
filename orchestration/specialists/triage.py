"""The triage specialist: rules that read what a customer wants, how soon, and in which language.

It needs no model and no network. The rules are the tables of `triage_words`; here is only how a
text is held against them. Work grows with the text and no faster, and what it reads is bounded.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from orchestration.events import CustomerWrote, Urgency
from orchestration.people import Specialist
from orchestration.specialists.triage_words import (
    GREETING,
    HUMAN,
    INTENTS,
    LOUD_SIGNS,
    NOT_RUSSIAN,
    OTHER,
    PERSIAN,
    STOP_WORDS,
    URGENCY,
    Phrases,
)
from orchestration.ticket import Triage
from orchestration.timeline import Entry

#: Who reads by these rules.
READER = Specialist("triage", "Triage")
#: How many of the customer's newest messages are read, and how many characters of each.
MESSAGES, CHARACTERS = 8, 2_000
#: Each older message weighs half of the one after it.
FADING = 0.5
#: How many words may stand in a phrase's gap.
GAP, GAP_WORDS = "..", 3
#: So many small words, and more than any other language has, make a language sure.
SURE = 2

_WORD = re.compile(r"[^\W_]+")


def read(entries: Sequence[Entry], upto: int) -> Triage:
    """Intent, urgency and language of what the customer wrote up to entry `upto`."""
    texts = [
        entry.event.content.text[:CHARACTERS]
        for entry in entries
        if isinstance(entry.event, CustomerWrote) and entry.seq <= upto
    ]
    return triage(texts[: -MESSAGES - 1 : -1])


def triage(newest_first: Sequence[str]) -> Triage:
    """What a customer's messages want, how soon, and in which language."""
    intent = intent_of(newest_first)
    return Triage(intent, urgency_of(newest_first, intent), language_of(newest_first))


def intent_of(newest_first: Sequence[str]) -> str:
    """The matter that the words support best; a greeting only where there is no matter."""
    scores: dict[str, float] = defaultdict(float)
    for age, text in enumerate(newest_first):
        found = {match.phrase for match in _INTENTS.find(words_of(text))}
        for phrase in found:
            scores[phrase.label] += phrase.weight * FADING**age
    greeted = scores.pop(GREETING, None) is not None
    if scores:
        return max((label for label in INTENTS if label in scores), key=scores.__getitem__)
    return GREETING if greeted else OTHER


def urgency_of(newest_first: Sequence[str], intent: str) -> Urgency:
    """How soon it wants a person: by the loudest word, and low for a mere greeting."""
    heard = {Urgency.HIGH} if intent == HUMAN else set()
    for text in newest_first:
        matches = list(_URGENCY.find(words_of(text)))
        calm = [match for match in matches if match.phrase.label == Urgency.LOW]
        covered = {place for match in calm for place in range(match.start, match.end)}
        heard |= {Urgency.LOW} if calm else set()
        heard |= {Urgency(m.phrase.label) for m in matches if m.start not in covered}
        if any(sign in text for sign in LOUD_SIGNS):
            heard.add(Urgency.HIGH)
    if heard:
        return max(heard, key=list(Urgency).index)
    return Urgency.LOW if intent == GREETING else Urgency.NORMAL


def language_of(newest_first: Sequence[str]) -> str | None:
    """The language of the newest message that shows one, else of all together, else None."""
    for text in newest_first:
        if (language := _language(text)) is not None:
            return language
    return _language(" ".join(newest_first))


def words_of(text: str) -> list[str]:
    """The words of a text, without case and accents."""
    plain = unicodedata.normalize("NFKD", text)
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).casefold())


def _language(text: str) -> str | None:
    letters = [char for char in text.casefold() if char.isalpha()]
    cyrillic = sum("\u0400" <= char <= "\u04ff" for char in letters)
    if cyrillic * 2 > len(letters):
        russian = cyrillic > SURE and not any(char in NOT_RUSSIAN for char in letters)
        return "ru" if russian else None
    arabic = sum("\u0600" <= char <= "\u06ff" for char in letters)
    if arabic * 2 > len(letters):
        return "fa" if any(char in PERSIAN for char in letters) else None
    words = set(words_of(text))
    ranked = sorted(
        ((len(words & small), language) for language, small in _STOP_WORDS.items()), reverse=True
    )
    (best, language), (second, _) = ranked[:2]
    return language if best >= SURE and best > second else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say something: folded words, `word*` beginnings and gaps."""

    label: str
    words: tuple[str, ...]

    @property
    def weight(self) -> int:
        """Longer phrases are surer than words."""
        return sum(word != GAP for word in self.words)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found among words, from `start` up to `end`."""

    phrase: Phrase
    start: int
    end: int


class Lexicon:
    """Phrases by how they begin, so that a word meets only those that it can begin."""

    def __init__(self, table: Mapping[str, Phrases]) -> None:
        self._exact: dict[str, list[Phrase]] = defaultdict(list)
        self._stems: dict[str, list[Phrase]] = defaultdict(list)
        phrases = {
            Phrase(label, words)
            for label, rows in table.items()
            for row in rows.values()
            for written in row.split(",")
            for words in _spellings(written)
        }
        for phrase in sorted(phrases, key=lambda each: each.words):
            first = phrase.words[0]
            index = self._stems if first.endswith("*") else self._exact
            index[first.rstrip("*")].append(phrase)
        self._longest = max(map(len, self._stems), default=0)

    def find(self, words: Sequence[str]) -> Iterator[Match]:
        """Every phrase at every place where it stands."""
        for start, word in enumerate(words):
            for phrase in self._begun_by(word):
                end = _reach(words, start + 1, phrase.words[1:])
                if end is not None:
                    yield Match(phrase, start, end)

    def _begun_by(self, word: str) -> Iterator[Phrase]:
        yield from self._exact.get(word, ())
        for length in range(1, min(len(word), self._longest) + 1):
            yield from self._stems.get(word[:length], ())


def _spellings(written: str) -> Iterator[tuple[str, ...]]:
    parts = [
        [(GAP,)] if part == GAP else [_folded(choice) for choice in part.split("/")]
        for part in written.split()
    ]
    for choices in product(*parts):
        yield tuple(word for choice in choices for word in choice)


def _folded(word: str) -> tuple[str, ...]:
    *before, last = words_of(word)
    return (*before, last + "*") if word.endswith("*") else (*before, last)


def _reach(words: Sequence[str], at: int, rest: tuple[str, ...]) -> int | None:
    """Where `rest` ends when it is read from `at`, or None when it does not stand there."""
    if not rest:
        return at
    if rest[0] == GAP:
        ends = (_reach(words, at + skip, rest[1:]) for skip in range(GAP_WORDS + 1))
        return next((end for end in ends if end is not None), None)
    if at >= len(words) or not _is(words[at], rest[0]):
        return None
    return _reach(words, at + 1, rest[1:])


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


_INTENTS = Lexicon(INTENTS)
_URGENCY = Lexicon({level.value: rows for level, rows in URGENCY.items()})
_STOP_WORDS = {language: set(words_of(row)) for language, row in STOP_WORDS.items()}
