"""Who thinks for the specialists: Claude where there is a key, else what is built in."""

import secrets
from collections.abc import Callable, Collection
from datetime import tzinfo

from bot.settings import Settings
from bot.staff_group import tell_supervisors
from connectors.anthropic.client import Claude
from orchestration.containment.fencing import Fence
from orchestration.containment.finding import Kind
from orchestration.containment.masking import Secrets
from orchestration.ports import Begin, Clock
from orchestration.specialists.accounts import Accounts

_NONCE_BYTES = 8


def open_model(settings: Settings) -> Claude | None:
    """Claude, for whoever closes it; None without a key."""
    key = settings.anthropic_api_key
    return None if key is None else Claude(key.get_secret_value(), settings.anthropic_base_url)


def accounts(begin: Begin, clock: Clock, zone: tzinfo, told: Callable[[], None]) -> Accounts:
    """The account of models, whose news go to the supervisors in private."""
    return Accounts(begin, clock, zone, tell_supervisors, told)


def new_fence(masked: Collection[Kind]) -> Fence:
    """A fence for one brief, whose marks nobody could know before; it masks those kinds."""
    return Fence(secrets.token_hex(_NONCE_BYTES), Secrets(masked))
