"""The picker of a running desk, which learns again whenever its workflows or messages change."""

import asyncio
from collections.abc import Collection, Mapping, Sequence

from orchestration.routing.live_model import LiveModel
from orchestration.workflows.picking import Pick, pick
from orchestration.workflows.workflow import Workflow


class LivePicker(LiveModel):
    """Picks by the examples (`examples_of`) that it was given last; while it learns, by the old.

    Until there are any, it picks nothing.
    """

    async def pick(
        self,
        conversation: Sequence[str],
        workflows: Mapping[str, Workflow],
        called: Collection[str],
    ) -> Sequence[Pick]:
        """The workflows of those called, in their order; waits until it has learned at all."""
        model = await self.model()
        if model is None:
            return ()
        return await asyncio.to_thread(pick, model, conversation, workflows, called)
