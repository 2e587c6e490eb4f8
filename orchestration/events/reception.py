"""What came before a ticket was opened."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class IntakeAsked:
    """The customer was asked `question` before the ticket opened; `answer` is empty for none."""

    question: str
    answer: str
    kind: Literal["intake_asked"] = "intake_asked"
