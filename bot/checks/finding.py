"""What a check found."""

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """How a finding weighs; the value is the mark it is shown with."""

    FINE = "✓"
    WARNING = "!"
    #: The desk starts without it, does less, and tries again.
    FAILURE = "✗"
    #: The desk does not start at all.
    REFUSAL = "✗✗"

    @property
    def mark(self) -> str:
        """One character in front of the line."""
        return self.value[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined: what was seen, and, unless it is fine, what to do.

    Neither ever holds a secret.
    """

    name: str
    verdict: Verdict
    words: str
    advice: str = ""

    @property
    def sentence(self) -> str:
        """What was seen, and then what to do."""
        return f"{self.words}. {self.advice}" if self.advice else f"{self.words}."

    @property
    def ok(self) -> bool:
        """Whether nothing has to be done."""
        return self.verdict is Verdict.FINE

    @property
    def failed(self) -> bool:
        """Whether something does not work."""
        return self.verdict in {Verdict.FAILURE, Verdict.REFUSAL}


def fine(name: str, words: str) -> Finding:
    """As it should be."""
    return Finding(name, Verdict.FINE, words)


def warning(name: str, words: str, advice: str) -> Finding:
    """It works, but someone should know."""
    return Finding(name, Verdict.WARNING, words, advice)


def failure(name: str, words: str, advice: str) -> Finding:
    """It does not work; the desk starts all the same, and tries again."""
    return Finding(name, Verdict.FAILURE, words, advice)


def refusal(name: str, words: str, advice: str) -> Finding:
    """The desk cannot start."""
    return Finding(name, Verdict.REFUSAL, words, advice)
