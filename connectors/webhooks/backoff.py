"""When a notice that was not taken is tried again."""

from collections.abc import Callable
from datetime import timedelta

#: After the first try, the second, and so on. With jitter it comes to about two days.
WAITS = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
)
#: A wait is this much shorter or longer: a receiver that comes back is not met by all at once.
JITTER = 0.25
#: A receiver may ask for a longer wait, up to this.
LONGEST = timedelta(hours=24)


def wait_after(
    attempts: int, chance: Callable[[], float], asked: timedelta | None = None
) -> timedelta | None:
    """How long to wait after that many tries; None when it is tried no more.

    `chance` returns numbers from 0 to 1; `asked` is the wait that the receiver asked for.
    """
    if attempts > len(WAITS):
        return None
    wait = WAITS[attempts - 1] * (1 + JITTER * (2 * chance() - 1))
    return max(wait, min(asked or timedelta(0), LONGEST))
