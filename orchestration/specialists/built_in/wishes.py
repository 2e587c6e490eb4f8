"""What a brief asks for: the words, and whose matter it is."""

from dataclasses import dataclass

from orchestration.events import CustomerWrote
from orchestration.specialists.advice import Brief
from orchestration.specialists.built_in.entity_words import OWN
from orchestration.specialists.built_in.word_table import word_set
from orchestration.timeline import as_they_stand

#: So much of a question is read, and so much of it is quoted.
CHARACTERS, EXCERPT = 2_000, 80

_OWN = word_set(OWN)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked; `of_customer` unless a colleague asks."""

    words: str
    of_customer: bool = True

    @property
    def personal(self) -> bool:
        """Whether it is about something of the customer's own."""
        return not _OWN.isdisjoint(word_set(self.words))


def wish_of(brief: Brief) -> Wish:
    """The colleague's question, or the specialist's part of the newest words, or these words."""
    if brief.question:
        return Wish(brief.question[:CHARACTERS], of_customer=False)
    written = [
        each.event.content.text
        for each in as_they_stand(brief.entries)
        if each.seq <= brief.upto and isinstance(each.event, CustomerWrote)
    ]
    newest = next((text for text in reversed(written) if text.strip()), "")
    return Wish((brief.task or newest or brief.subject)[:CHARACTERS])


def excerpt(words: str, length: int = EXCERPT) -> str:
    """The beginning of words, on one line, cut at a word."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    head = line[:length]
    return (head.rsplit(" ", 1)[0] if " " in head[length // 2 :] else head) + "…"
