"""A moment as the clocks of someone's zone show it, with the day of the week."""

from datetime import datetime

from bot.texts import Texts
from orchestration.sentences import Facts
from orchestration.times import Odd, wall


def when(moment: datetime, zone: str, texts: Texts, language: str | None = None) -> str:
    """Such as "Sun 2026-11-22 09:00": an order of numbers that means the same everywhere."""
    shown = wall(moment, zone)
    day = texts.say(f"weekday-{shown.isoweekday()}", None, language)
    facts: Facts = {"day": day, "at": f"{shown:%Y-%m-%d %H:%M}"}
    return texts.say("when", facts, language)


def oddness(odd: Odd | None) -> int:
    """What is odd about a time on the wall, as a fact: nothing, it is skipped, it comes twice."""
    return 0 if odd is None else 1 + [*Odd].index(odd)
