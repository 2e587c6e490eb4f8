"""How specialists think: the brain of each is built in, or a model."""

from typing import Protocol

from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import Profile


class Brain(Protocol):
    """Thinks for a specialist: reads a brief, may read business systems, and changes nothing."""

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        """What the specialist of that profile makes of the brief, for the staff.

        May raise anything: who asks bypasses a specialist that fails.
        """
        ...

    async def draft(self, profile: Profile, brief: Brief) -> Advice:
        """One answer to the customer out of what the others said (`brief.said`)."""
        ...
