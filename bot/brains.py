"""Who thinks for the specialists: Claude where there is a key, else what is built in."""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.staff_group import tell_supervisors
from orchestration.containment.fencing import Fence
from orchestration.containment.masking import Secrets
from orchestration.desk import Desk
from orchestration.ports import Begin, Brain, Clock
from orchestration.ports.tools import Tools
from orchestration.specialists.accounts import Accounts
from orchestration.specialists.thinking import Thinking

if TYPE_CHECKING:
    from connectors.anthropic.client import Claude

_NONCE_BYTES = 8


def open_model(settings: Settings) -> "Claude | None":
    """Claude, for whoever closes it; None without a key, and then its library is not loaded."""
    if settings.anthropic_api_key is None:
        return None
    from connectors.anthropic.client import Claude  # noqa: PLC0415 - it takes seconds and 80 MB

    return Claude(settings.anthropic_api_key.get_secret_value(), settings.anthropic_base_url)


class Brains:
    """The models of a running desk, and what they take. `told` is called after something was said.

    Made where a loop runs; `close` ends it.
    """

    def __init__(
        self, settings: Settings, desk: Desk, clock: Clock, begin: Begin, told: Callable[[], None]
    ) -> None:
        self.model = open_model(settings)
        self._masked = desk.masked
        self._clock = clock
        self._accounts = Accounts(begin, clock, ZoneInfo(desk.zone), tell_supervisors, told)

    async def close(self) -> None:
        """Closes the connections of the model."""
        if self.model is not None:
            await self.model.close()

    def over(self, built_in: Brain, tools: Tools | None = None) -> Brain:
        """The brain of all specialists: each thinks with its model while it may, else built in."""
        return Thinking(built_in, self.model, tools, self._fence, self._accounts, self._clock)

    def _fence(self) -> Fence:
        """A fence for one brief, whose marks nobody could know before."""
        return Fence(secrets.token_hex(_NONCE_BYTES), Secrets(self._masked))
