"""How fast a bot may be: sliding windows over the calls that took effect. Time is an argument.

A group takes so many operations in 60 s, a private chat so many messages in 1 s, and all chats
together so many operations in 1 s (bots FAQ; see telegram-facts.md, section 1). A refused call
does not count, so whoever waits for `retry_after` gets through.
"""

import math
from collections import deque

from sandbox.methods.call import Counts
from sandbox.world import LimitSettings

GROUP_WINDOW_S = 60.0
SECOND_S = 1.0

_Key = tuple[int, int | None]  # bot and chat; None stands for all chats


class Limiter:
    """Remembers when each bot did something where."""

    def __init__(self) -> None:
        self._times: dict[_Key, deque[float]] = {}

    def wait_for(
        self, settings: LimitSettings, call: tuple[int, int | None], counts: Counts, now: float
    ) -> int:
        """Whole seconds until this call, of (bot, chat), may pass; 0 when it may pass now."""
        if not settings.enabled or counts is Counts.NOTHING:
            return 0
        bot_id, chat_id = call
        waits = [self._wait((bot_id, None), settings.overall_per_second, SECOND_S, now)]
        if chat_id is not None and chat_id < 0:
            waits.append(self._wait(call, settings.group_per_minute, GROUP_WINDOW_S, now))
        elif chat_id is not None and counts is Counts.MESSAGE:
            waits.append(self._wait(call, settings.chat_per_second, SECOND_S, now))
        return max(waits)

    def count(self, call: tuple[int, int | None], counts: Counts, now: float) -> None:
        """Note that this call took effect."""
        if counts is Counts.NOTHING:
            return
        bot_id, chat_id = call
        self._note((bot_id, None), SECOND_S, now)
        if chat_id is None:
            return
        if chat_id < 0:
            self._note(call, GROUP_WINDOW_S, now)
        elif counts is Counts.MESSAGE:
            self._note(call, SECOND_S, now)

    def clear(self) -> None:
        """Forget everything."""
        self._times.clear()

    def _wait(self, key: _Key, allowed: int, window: float, now: float) -> int:
        times = self._times.get(key)
        recent = [at for at in times or () if at > now - window]
        if not allowed or len(recent) < allowed:
            return 0
        # Once the one that is `allowed` back leaves the window, there is room for one more.
        return max(1, math.ceil(recent[-allowed] + window - now))

    def _note(self, key: _Key, window: float, now: float) -> None:
        times = self._times.setdefault(key, deque())
        while times and times[0] <= now - window:
            times.popleft()
        times.append(now)
