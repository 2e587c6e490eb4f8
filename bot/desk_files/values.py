"""What may stand in the desk's files: stretches, times with their unit, people, tags, hours.

Each says what it expected of whoever wrote something else.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from difflib import get_close_matches
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from orchestration.cases.filing import tag_named
from orchestration.errors.filing import BadTag
from orchestration.errors.notices import UnknownTime, UnknownZone
from orchestration.telling.habits import hours_named, zone_named

#: As people write them; a shift begins on those that it names.
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DURATION = re.compile(r"(\d{1,5})\s*([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_STAFF = re.compile(r"@?([a-z][a-z0-9_]{2,31})|[1-9]\d{0,15}", re.ASCII)
_SKILL = re.compile(r"[\w-]{1,32}")
_MINUTE = timedelta(minutes=1)


def _some(value: timedelta) -> timedelta:
    if not value:
        msg = "must be longer than nothing, such as 5m"
        raise ValueError(msg)
    return value


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


def _tag(value: str) -> str:
    try:
        return tag_named(value)
    except BadTag:
        msg = "must be one word of letters, digits and _"
        raise ValueError(msg) from None


def _hours(value: str) -> str:
    try:
        hours_named(value)
    except UnknownTime:
        msg = "must be hours such as 8:00-16:00 or 20:00-8:00"
        raise ValueError(msg) from None
    return value


def known_are(value: str, known: Sequence[str], all_are: str = "known are") -> str:
    """The one of these that was nearly written, or else all there are."""
    close = get_close_matches(value, known, 1)
    return f'did you mean "{close[0]}"?' if close else f"{all_are} {', '.join(known)}"


def _day(value: str) -> str:
    day = value.lower()[:3]
    if day not in DAYS:
        msg = f"is no day; {known_are(day, DAYS)}"
        raise ValueError(msg)
    return day


def _zone(value: str) -> str:
    try:
        return zone_named(value)
    except UnknownZone:
        msg = "must be a time zone such as Europe/Madrid or UTC"
        raise ValueError(msg) from None


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        fit = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        secretless = parts.username is None and parts.password is None
    except ValueError:
        fit = secretless = False
    if not fit or not secretless:
        msg = "must be an address such as https://crm.example.org/hook, without a password in it"
        raise ValueError(msg)
    return value


def duration(value: object) -> timedelta:
    """A time with its unit; raises `ValueError` with what was expected."""
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        msg = "must be a time with its unit, such as 2s, 10m, 1h or 1d"
        raise ValueError(msg)
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _wait(value: object) -> timedelta | None:
    if value == "never":
        return None
    try:
        return duration(value)
    except ValueError:
        msg = "must be a time with its unit, such as 2d or 12h, or never"
        raise ValueError(msg) from None


Duration = Annotated[timedelta, BeforeValidator(duration)]
SomeTime = Annotated[Duration, AfterValidator(_some)]
#: Of something that may never happen, which is None.
Wait = Annotated[timedelta | None, BeforeValidator(_wait)]


class Part(BaseModel):
    """A stretch of a desk file: no unknown keys, and no value is bent into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


Address = Annotated[str, AfterValidator(_address)]
StaffName = Annotated[str, BeforeValidator(_staff)]
Skill = Annotated[str, AfterValidator(_skill)]
Tag = Annotated[str, AfterValidator(_tag)]
Hours = Annotated[str, AfterValidator(_hours)]
Day = Annotated[str, AfterValidator(_day)]
Zone = Annotated[str, AfterValidator(_zone)]
