"""What the built-in router sees of a text: its words, and pieces of words, without order.

Pieces let it follow inflection and typing errors in any language that puts letters in a row.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

#: How many characters of a message are read.
CHARACTERS = 2_000
#: How much each kind of gram counts: words, neighbours, neighbours but one, and pieces of words.
#: The first letter of a gram names its kind.
WEIGHTS: Mapping[str, float] = {"w": 0.5, "n": 0.5, "s": 0.4, "c": 1.0}
#: How short and how long pieces of words are, with the gaps around the word.
PIECES = 2, 5

_WORD = re.compile(r"[^\W_]+|[?!]")
_LETTERS = re.compile(r"[^\W\d_]+")
#: Letters that Persian keyboards write in two ways, and the joiner between parts of a word.
_SPELLINGS = str.maketrans({"ي": "ی", "ك": "ک", "\u200c": " "})
_START, _END, _NUMBER = "<", ">", "0"


def words_of(text: str) -> list[str]:
    """Words, question and exclamation marks, without case and accents; all numbers alike."""
    plain = unicodedata.normalize("NFKD", text[:CHARACTERS].translate(_SPELLINGS))
    folded = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return [_NUMBER if word.isdecimal() else word for word in _WORD.findall(folded)]


def spoken(text: str) -> Mapping[str, str]:
    """The words of a text that are no numbers, each with how it is written, in small letters."""
    written = unicodedata.normalize("NFC", text[:CHARACTERS]).casefold()
    return {word: raw for raw in _LETTERS.findall(written) for word in words_of(raw)}


def grams_of(text: str) -> Mapping[str, Counter[str]]:
    """The grams of a text by their kind, each with how often it stands there."""
    words = words_of(text)
    ends = [_START, *words, _END]
    return {
        "w": Counter(f"w{word}" for word in words),
        "n": Counter(f"n{one} {two}" for one, two in pairwise(ends)),
        "s": Counter(f"s{one} {two}" for one, two in zip(ends, ends[2:], strict=False)),
        "c": Counter(f"c{piece}" for word in words for piece in _pieces(f" {word} ")),
    }


def _pieces(word: str) -> Iterator[str]:
    shortest, longest = PIECES
    for size in range(shortest, min(longest, len(word)) + 1):
        for start in range(len(word) - size + 1):
            yield word[start : start + size]
