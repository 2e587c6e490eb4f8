"""Who thinks for the specialists: Claude where there is a key, else what is built in."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from opentelemetry.trace import TracerProvider

from bot.settings import ModelSettings, Settings
from bot.staff_group import tell_supervisors
from connectors.tracing.spans import Traces
from orchestration.containment.fencing import Fence
from orchestration.containment.masking import Secrets
from orchestration.desk import Desk, RouterKind
from orchestration.ports import Begin, Brain, Clock
from orchestration.ports.routing import Router
from orchestration.ports.tools import Tools
from orchestration.specialists.accounts import Accounts
from orchestration.specialists.cast import Cast
from orchestration.specialists.finding import ModelFirst
from orchestration.specialists.thinking import Thinking
from orchestration.specialists.trying import Trying

if TYPE_CHECKING:
    from connectors.anthropic.client import Claude

_NONCE_BYTES = 8
#: A model that finds the specialists has this share of the time that their note may take.
_FINDING = 0.4


def open_model(settings: ModelSettings, traced: TracerProvider | None = None) -> "Claude | None":
    """Claude, for whoever closes it; None without a key, and then its library is not loaded.

    `traced` is told of every call.
    """
    if settings.anthropic_api_key is None:
        return None
    from connectors.anthropic.client import Claude  # noqa: PLC0415 - it takes seconds and 80 MB

    key = settings.anthropic_api_key.get_secret_value()
    return Claude(key, settings.anthropic_base_url, traced=traced)


def lacking(desk: Desk, settings: ModelSettings) -> str | None:
    """What a desk's files ask of a model that has no key, in one sentence."""
    if desk.router is not RouterKind.CLAUDE or settings.anthropic_api_key is not None:
        return None
    return (
        "desk.yaml asks for the router claude, but ANTHROPIC_API_KEY is not set, so until then "
        "messages are routed by the built-in router"
    )


def a_fence(desk: Desk) -> Fence:
    """A fence for one brief, whose marks nobody could know before."""
    return Fence(secrets.token_hex(_NONCE_BYTES), Secrets(desk.masked))


class Brains:
    """The models of a running desk, and what they take. `told` is called after something was said.

    What they do is in `traces`. Made where a loop runs; `close` ends it.
    """

    def __init__(
        self,
        settings: Settings,
        desk: Desk,
        clock: Clock,
        begin: Begin,
        told: Callable[[], None],
        traces: Traces,
    ) -> None:
        self.model = open_model(settings, traces.provider)
        self._traces = traces
        self._desk = desk
        self._clock = clock
        self._accounts = Accounts(begin, clock, ZoneInfo(desk.zone), tell_supervisors, told)

    async def close(self) -> None:
        """Closes the connections of the model."""
        if self.model is not None:
            await self.model.close()

    def over(self, built_in: Brain, tools: Tools | None = None) -> Brain:
        """The brain of all specialists: each thinks with its model while it may, else built in."""
        thinking = Thinking(built_in, self.model, tools, self._fence, self._accounts, self._clock)
        return self._traces.brain(thinking)

    def router(self, built_in: Router, cast: Callable[[], Cast]) -> Router:
        """Who finds the specialists: a model first, where the desk's files ask for that."""
        desk = self._desk
        if desk.router is not RouterKind.CLAUDE or self.model is None:
            return self._traces.router(built_in)
        trying = Trying(self.model, self._accounts, self._clock)
        within: timedelta = desk.advise_within * _FINDING
        first = ModelFirst(trying, desk.router_model, within, cast, self._fence, built_in)
        return self._traces.router(first)

    def _fence(self) -> Fence:
        return a_fence(self._desk)
