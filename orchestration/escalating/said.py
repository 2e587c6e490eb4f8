"""What a customer's words say of a lexicon, and do not deny.

What is denied counts for nothing ("I am not angry"). Of phrases that overlap, the first and longest
counts.
"""

import re
from collections.abc import Iterator, Sequence

from orchestration.escalating.tone_words import DENIED_AFTER, DENIED_BEFORE
from orchestration.specialists.triage import Lexicon, Match, Phrase, words_of

#: So much of a text is read; whoever is that angry says it sooner.
CHARACTERS = 2_000
#: How many words before a phrase, and after it, may deny it.
_BEFORE, _AFTER = 3, 2

_CLAUSES = re.compile(r"[.!?؟…,،;؛:()\n—]+")
#: As Arabic keyboards type Persian letters.
_PERSIAN = str.maketrans("يك", "یک")

_BEFORE_IT = frozenset(words_of(DENIED_BEFORE))
_AFTER_IT = frozenset(words_of(DENIED_AFTER))


def read_part(text: str) -> str:
    """So much of a text as is read, with letters as they are in the lexicons."""
    return text[:CHARACTERS].translate(_PERSIAN)


def phrases_said(lexicon: Lexicon, text: str) -> set[Phrase]:
    """The phrases that stand in the part that is read and are not denied."""
    clauses = (words_of(clause) for clause in _CLAUSES.split(read_part(text)))
    return {match.phrase for words in clauses for match in _meant(lexicon, words)}


def _meant(lexicon: Lexicon, words: Sequence[str]) -> Iterator[Match]:
    reached = 0
    for match in sorted(lexicon.find(words), key=lambda match: (match.start, -match.end)):
        if match.start >= reached:
            reached = match.end
            if not _is_denied(words, match):
                yield match


def _is_denied(words: Sequence[str], match: Match) -> bool:
    """Also from inside, as "I am not angry"; what the phrase itself says denies nothing."""
    before = set(words[max(0, match.start - _BEFORE) : match.end]).difference(match.phrase.words)
    after = words[match.end : match.end + _AFTER]
    return not (_BEFORE_IT.isdisjoint(before) and _AFTER_IT.isdisjoint(after))
