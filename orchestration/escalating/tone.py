"""Whether a customer is angry or despairs, in the desk's languages; a doubt means that they do not.

Words, threats, shouting and exclamation marks are weighed together, because hardly any of them is
sure alone. What is denied counts for nothing ("I am not angry"), and whoever is content is only
loud ("THANK YOU!!!"). The words stand in `tone_words`; here is only how a text is held against
them.
"""

import re
from collections.abc import Iterator, Sequence

from orchestration.escalating.tone_words import DENIED_AFTER, DENIED_BEFORE, TONE
from orchestration.specialists.triage import Lexicon, Match, words_of

#: From here on it is no doubt any more.
SURE = 2
#: So much of a text is read; whoever is that angry says it sooner.
CHARACTERS = 2_000
#: How many words before a phrase, and after it, may deny it.
_BEFORE, _AFTER = 3, 2
#: So many letters, and nearly all of them capitals, are shouted.
_SHOUTED_LETTERS, _SHOUTED_SHARE = 12, 0.8
_FACES = {"🤬": 2, "😡": 2, "😤": 1, "😠": 1, "👿": 1, "👎": 1}

_CLAUSES = re.compile(r"[.!?؟…,،;؛:()\n—]+")
_EXCLAIMED = re.compile(r"!(?:[?؟]*!){2}")
#: As Arabic keyboards type Persian letters.
_PERSIAN = str.maketrans("يك", "یک")


def sounds_negative(text: str) -> bool:
    """Whether the words are those of someone angry or despairing; a doubt means that they are not.

    It reads words and knows no irony. Any text at all may be given.
    """
    read = text[:CHARACTERS].translate(_PERSIAN)
    clauses = [words_of(clause) for clause in _CLAUSES.split(read)]
    phrases = {match.phrase for words in clauses for match in _meant(words)}
    weights = [int(phrase.label) for phrase in phrases]
    weights += [weight for face, weight in _FACES.items() if face in read]
    if all(weight > 0 for weight in weights):
        weights += [_is_shouted(read), _EXCLAIMED.search(read) is not None]
    return sum(weights) >= SURE


def _meant(words: Sequence[str]) -> Iterator[Match]:
    """The phrases that stand there and are not denied; of those that overlap the first, longest."""
    reached = 0
    for match in sorted(_TONE.find(words), key=lambda match: (match.start, -match.end)):
        if match.start >= reached:
            reached = match.end
            if not _is_denied(words, match):
                yield match


def _is_denied(words: Sequence[str], match: Match) -> bool:
    """Also from inside, as "I am not angry"; what the phrase itself says denies nothing."""
    before = set(words[max(0, match.start - _BEFORE) : match.end]).difference(match.phrase.words)
    after = words[match.end : match.end + _AFTER]
    return not (_BEFORE_IT.isdisjoint(before) and _AFTER_IT.isdisjoint(after))


def _is_shouted(text: str) -> bool:
    """Only of scripts that have capitals."""
    cased = [char for char in text if char.isupper() or char.islower()]
    capitals = sum(char.isupper() for char in cased)
    return len(cased) >= _SHOUTED_LETTERS and capitals >= _SHOUTED_SHARE * len(cased)


_TONE = Lexicon({str(weight): rows for weight, rows in TONE.items()})
_BEFORE_IT = frozenset(words_of(DENIED_BEFORE))
_AFTER_IT = frozenset(words_of(DENIED_AFTER))
