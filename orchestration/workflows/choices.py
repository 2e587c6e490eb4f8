"""What customers choose, in words of their own: which plan, a new one or their money back."""

import re
from collections.abc import Iterable, Mapping, Sequence

from orchestration.specialists.built_in.folding import composed, folded
from orchestration.specialists.built_in.word_table import WordTable, word_set
from orchestration.workflows.workflow import Choice

#: So many characters of a message are read.
CHARACTERS = 2_000
#: So many words before one may say that it is not meant, or what it is exchanged for.
_BACK_NOT, _BACK_FROM = 2, 3

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NOT = word_set("not no don't dont without nao sin sem не нет без نه بدون")
_FROM = word_set("from instead of de del desde da do dos das с со из вместо از بجای جای")  # noqa: RUF001 - Russian


def chosen_in(choices: Iterable[Choice], text: str) -> Mapping[str, str]:
    """What a text chooses of each; nothing where it names none, or several and not which.

    "From the small box to the big one" chooses the big one, "not a new one, the money" the money.
    """
    words = _WORD.findall(folded(composed(text[:CHARACTERS])))
    found = {}
    for choice in choices:
        value = _one(choice, words)
        if value is not None:
            found[choice.id] = value
    return found


def _one(choice: Choice, words: Sequence[str]) -> str | None:
    table = WordTable(choice.values)
    meant: list[str] = []
    left: list[str] = []
    for place, word in enumerate(words):
        value = table.get(word)
        if value is None or not _NOT.isdisjoint(words[max(0, place - _BACK_NOT) : place]):
            continue
        before = words[max(0, place - _BACK_FROM) : place]
        (meant if _FROM.isdisjoint(before) else left).append(value)
    values = set(meant or left)
    return values.pop() if len(values) == 1 else None
