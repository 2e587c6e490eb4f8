"""Why a ticket was escalated, in words."""

import pytest

from bot.texts import Texts
from bot.views.escalation import facts_of
from orchestration.events import Escalated
from orchestration.people import SYSTEM
from orchestration.timeline import Audience, Entry
from tests.unit.centre.cast import NOW

TEXTS = Texts.load()


@pytest.mark.parametrize(
    ("cause", "language", "said"),
    [
        ("manager", "en", "the customer asks for a manager"),
        ("negative_tone", "en", "the customer sounds angry or desperate"),
        ("breached:resolution", "en", "Resolution overdue"),
        ("priority:high", "en", "priority high"),
        ("tier:gold: plus", "en", "customer tier gold: plus"),
        ("undecided:1h:12", "en", "nobody decided on the approval for 1 hour"),
        ("undecided:90m:12", "en", "nobody decided on the approval for 90 minutes"),
        ("undecided:2d:12", "ru", "согласование ждёт решения уже 2 дня"),
        ("undecided:4h:12", "es", "nadie decide la aprobación desde hace 4 horas"),
    ],
)
def test_a_cause_in_words(cause: str, language: str, said: str) -> None:
    """As the log and the private message say it."""
    entry = Entry(1, 3, NOW, SYSTEM, Audience.INTERNAL, Escalated("second", cause))
    words = str(facts_of(entry, TEXTS, language)["cause"])
    assert words.translate({0x2068: None, 0x2069: None}) == said
