"""How specialists think: the brain of each is built in, or a model."""

from typing import Protocol

from orchestration.ports.previews import Watch
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import Profile


class Brain(Protocol):
    """Thinks for specialists: reads a brief, may read business systems, and changes nothing.

    Each of these may raise anything: who asks says so and goes on without it.
    """

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        """What the specialist of that profile makes of the brief, for the staff."""
        ...

    async def draft(self, profile: Profile, brief: Brief, watch: Watch | None = None) -> Advice:
        """One answer to the customer out of what the others said (`brief.said`), if there is one.

        Its words are in `Advice.draft`; `watch` may be shown them while they are written.
        """
        ...

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        """One question to a customer of whom it is not clear what they want, in `Advice.draft`."""
        ...
