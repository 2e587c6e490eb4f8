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
        ("trigger:legal", "en", "the customer threatens legal action"),
        ("trigger:churn", "fa", "مشتری دارد می‌رود"),
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


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
def test_each_cause_has_words_of_its_own(language: str) -> None:
    """In every language, also in those from right to left, whose words are isolated."""
    kinds = ("at_risk", "breached", "manager", "negative_tone", "trigger", "tag", "tier", "x")
    said = {TEXTS.say("escalation-cause", {"kind": each, "what": "Y"}, language) for each in kinds}
    spans = {TEXTS.say("escalation-span", {"unit": u, "count": 2}, language) for u in "dhm"}
    assert (len(said), len(spans)) == (len(kinds), 3)
