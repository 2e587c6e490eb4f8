"""What all desk files are read with: stretches without unknown keys, and times with their unit."""

import re
from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

_DURATION = re.compile(r"(\d{1,5})\s*([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def _duration(value: object) -> timedelta:
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        msg = "must be a time with its unit, such as 2s, 10m, 1h or 1d"
        raise ValueError(msg)
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


Duration = Annotated[timedelta, BeforeValidator(_duration)]


class Part(BaseModel):
    """A stretch of a desk file: no unknown keys, and no value is bent into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)
