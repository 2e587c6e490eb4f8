"""Times as people write them: once, or again and again, on the clock of where they live.

The words of many languages come from dateparser; what a run of words may mean is a small grammar of
our own, which refuses what it cannot account for to the last word (decision 26).
"""

from orchestration.times.local import Odd, at, dated, timed, wall, written
from orchestration.times.reading import Reading, read
from orchestration.times.series import next_after

__all__ = [
    "Odd",
    "Reading",
    "at",
    "dated",
    "next_after",
    "read",
    "timed",
    "wall",
    "written",
]
