"""What may stand in the desk's files for people, skills, hours and days.

Each says what it expected of whoever wrote something else.
"""

import re
from datetime import timedelta
from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from orchestration.errors.notices import UnknownTime, UnknownZone
from orchestration.habits import hours_named, zone_named

#: As people write them; a shift begins on those that it names.
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_STAFF = re.compile(r"@?([a-z][a-z0-9_]{2,31})|[1-9]\d{0,15}", re.ASCII)
_SKILL = re.compile(r"[\w-]{1,32}")
_MINUTE = timedelta(minutes=1)


def a_minute_or_more(value: timedelta) -> timedelta:
    """A time that the clock can wait for."""
    if value < _MINUTE:
        msg = "must be a minute or more, such as 4h"
        raise ValueError(msg)
    return value


def _staff(value: object) -> str:
    typed = str(value).strip().lower() if isinstance(value, str | int) else ""
    if isinstance(value, bool) or not _STAFF.fullmatch(typed):
        msg = "must be a user name such as maria, or the number that /id shows"
        raise ValueError(msg)
    return typed.removeprefix("@")


def _skill(value: str) -> str:
    if not _SKILL.fullmatch(value):
        msg = "must be one word of letters, digits or hyphens, as /role gives it"
        raise ValueError(msg)
    return value.lower()


def _hours(value: str) -> str:
    try:
        hours_named(value)
    except UnknownTime:
        msg = "must be hours such as 8:00-16:00 or 20:00-8:00"
        raise ValueError(msg) from None
    return value


def _day(value: str) -> str:
    day = value.lower()[:3]
    if day not in DAYS:
        close = get_close_matches(day, DAYS, 1)
        hint = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(DAYS)}"
        msg = f"is no day; {hint}"
        raise ValueError(msg)
    return day


def _zone(value: str) -> str:
    try:
        return zone_named(value)
    except UnknownZone:
        msg = "must be a time zone such as Europe/Madrid or UTC"
        raise ValueError(msg) from None


StaffName = Annotated[str, BeforeValidator(_staff)]
Skill = Annotated[str, AfterValidator(_skill)]
Hours = Annotated[str, AfterValidator(_hours)]
Day = Annotated[str, AfterValidator(_day)]
Zone = Annotated[str, AfterValidator(_zone)]
