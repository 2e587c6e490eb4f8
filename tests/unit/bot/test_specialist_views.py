"""How specialists and passages are shown to staff: in one message, whatever the files hold."""

from datetime import UTC, datetime

import pytest

from bot.texts import Texts
from bot.views.knowledge import passages
from bot.views.rendered import MAX_TEXT
from bot.views.specialists import Used, listed
from orchestration.knowledge.articles import Passage
from orchestration.ports.models import Usage
from orchestration.specialists.cast import Cast, Profile
from orchestration.specialists.roll import Roll

TEXTS = Texts.load()
NOW = datetime(2026, 11, 21, 14, tzinfo=UTC)


def _roll(*profiles: Profile, broken: tuple[str, ...] = ()) -> Roll:
    return Roll(Cast(profiles), {each.id: NOW for each in profiles}, broken)


def test_whom_a_manager_leads_stands_below_it() -> None:
    """Each with what it is for and since when; then what is broken."""
    roll = _roll(
        Profile("b", "Billing", "Money.", "x", manager="z"),
        Profile("a", "Account", "Doors.", "x"),
        Profile("z", "Zoe", "Leads.", "x"),
        broken=("specialists/c.md:2: broken",),
    )
    assert listed(roll, TEXTS).text.splitlines()[1:] == [
        "▪️ Account (a) — Doors. Since 2026-11-21 14:00 UTC",
        "▪️ Zoe (z) — Leads. Since 2026-11-21 14:00 UTC",
        "↳ Billing (b) — Money. Since 2026-11-21 14:00 UTC",
        "⚠️ Not followed, what stood there before holds: specialists/c.md:2: broken",
    ]


def test_what_a_model_took_stands_below_who_thinks_with_it() -> None:
    """Today, and where a ticket is looked at, on that; money only where it is known."""
    roll = _roll(
        Profile("a", "Account", "Doors.", "x", model="claude-next"),
        Profile("b", "Billing", "Money.", "x", model="claude-haiku-4-5"),
        Profile("c", "Care", "Words.", "x"),
    )
    today = {"a": Usage(5, cost=None), "b": Usage(12_000, 345, cost=21_001)}
    _, _, account, _, billing, _ = listed(roll, TEXTS, None, Used(today)).text.splitlines()
    assert account.strip() == "🤖 claude-next: 5 tokens today"
    assert billing.strip() == "🤖 claude-haiku-4-5: 12345 tokens today ($0.03)"
    here = listed(roll, TEXTS, None, Used({}, {"b": Usage(7)})).text.splitlines()
    assert here[4].strip() == "🤖 claude-haiku-4-5: 0 tokens today, 7 on this ticket"


def test_a_desk_without_specialists_says_where_they_would_be() -> None:
    """And nothing else."""
    said = listed(Roll(), TEXTS).text
    assert said == "🧠 There are no specialists: each is a file in desk/specialists."


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
def test_many_specialists_fit_a_message(language: str) -> None:
    """Those without room are counted."""
    profiles = [Profile(f"s{n}", "Name " * 9, "Words " * 50, "x") for n in range(60)]
    said = listed(_roll(*profiles, broken=("x" * 500,) * 9), TEXTS, language).text
    assert len(said) <= MAX_TEXT
    shown = said.count("2026-11-21")
    assert 0 < shown < 60
    assert str(60 - shown) in said


@pytest.mark.parametrize("language", sorted(TEXTS.languages))
def test_long_passages_fit_a_message(language: str) -> None:
    """Each with its source; what is too long is cut."""
    found = [Passage("i", "T" * 200, "H > " * 99, "word " * 900, "f/" * 99 + "a.md", 1)] * 3
    said = passages("why " * 99, found, TEXTS, language).text
    assert len(said) <= MAX_TEXT
    assert said.count("📄") == 3


def test_a_passage_is_read_as_it_is_meant() -> None:
    """Lines that an editor broke are whole again; lists and paragraphs stay."""
    text = "A **bold**\nword.\n\nNext:\n- one\n- two\n1. three\nand more"
    said = passages("x", [Passage("i", "Tea", "A > B", text, "a.md", 1)], TEXTS).text
    assert said == (
        "📚 x\n\n1. Tea › A › B\n"  # noqa: RUF001 - as headings are shown
        "A bold word.\n\nNext:\n- one\n- two\n1. three and more\n📄 a.md"
    )
