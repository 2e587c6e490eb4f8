"""Tables of words: which row a word belongs to."""

from collections.abc import Mapping

from orchestration.specialists.built_in.folding import composed, folded


def word_set(row: str) -> frozenset[str]:
    """The words of one row, folded."""
    return frozenset(folded(composed(row)).split())


class WordTable:
    """Rows of words, each with its label; `word*` stands for all that begin so."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._exact: dict[str, str] = {}
        self._beginnings: dict[str, str] = {}
        for label, row in rows.items():
            for word in folded(composed(row)).split():
                table = self._beginnings if word.endswith("*") else self._exact
                table[word.rstrip("*")] = label
        self._longest = max(map(len, self._beginnings), default=0)

    def get(self, word: str) -> str | None:
        """The label of a folded word; the longest beginning counts, and the whole word more."""
        if (label := self._exact.get(word)) is not None:
            return label
        for length in range(min(len(word), self._longest), 0, -1):
            if (label := self._beginnings.get(word[:length])) is not None:
                return label
        return None
