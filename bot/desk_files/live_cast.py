"""The specialists of a running desk, whose files may change at any time."""

from collections.abc import Sequence
from pathlib import Path

from bot.desk_files import specialists
from bot.desk_files.document import Mistake
from bot.desk_files.specialists import Described
from bot.desk_files.watching import Watched
from orchestration.specialists.cast import Cast
from orchestration.specialists.roll import Roll


class LiveCast:
    """Who the specialists are now; reading it looks at the files."""

    def __init__(self, desk: Path) -> None:
        self._files: Watched[Described] = Watched(
            lambda: specialists.files(desk), specialists.describe, specialists.together
        )

    async def look(self) -> Sequence[Mistake]:
        """Takes up what changed; returns all that cannot be followed."""
        self._files.look()
        return self._files.mistakes

    def roll(self) -> Roll:
        """The specialists as their files say in this moment."""
        self._files.look()
        followed = self._files.followed.values()
        return Roll(
            Cast(each.value.profile for each in followed),
            {each.value.profile.id: each.since for each in followed},
            tuple(each.short for each in self._files.mistakes),
        )
