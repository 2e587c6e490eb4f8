"""The specialists as the running desk follows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from orchestration.specialists.cast import Cast


@dataclass(frozen=True, slots=True)
class Roll:
    """Who there is; `since` is when what is followed of each was written, by id.

    `broken` says, a sentence each, what of the files cannot be followed; what they said before
    holds meanwhile.
    """

    cast: Cast = field(default_factory=Cast)
    since: Mapping[str, datetime] = field(default_factory=dict)
    broken: Sequence[str] = ()
