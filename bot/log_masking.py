"""Keeps secrets out of the logs: those of the desk's own settings, and whatever looks like one."""

import contextlib
import logging
import re
from collections.abc import Collection, Iterable, Mapping
from io import StringIO
from typing import TextIO
from urllib.parse import urlsplit

import structlog
from pydantic import SecretStr

from bot.incoming.webhook_address import WebhookAddress
from bot.settings import Settings
from orchestration.containment.finding import ALWAYS, Kind
from orchestration.containment.keys import names_a_secret
from orchestration.containment.masking import Secrets

#: Shorter ones would make every line unreadable, and are found by how they are named.
_SHORTEST = 6
_CONFIGURED = "⟦configured⟧"
_NAMED = "⟦password⟧"


def configured(settings: Settings) -> frozenset[str]:
    """The secrets of these settings, as they may turn up in a line."""
    token = settings.bot_token.get_secret_value()
    whole = [settings.webhook_secret, settings.webhook_signing_secrets, settings.anthropic_api_key]
    found = [token, token.partition(":")[2], settings.webhook_url or ""]
    found += [each.get_secret_value() for each in whole if isinstance(each, SecretStr)]
    if (address := WebhookAddress.of(settings)) is not None:
        found += [address.secret, address.url]
    if settings.webhook_signing_secrets is not None:
        pairs = settings.webhook_signing_secrets.get_secret_value().split()
        found += [pair.partition("=")[2] for pair in pairs]
    with contextlib.suppress(ValueError):  # no address at all is refused elsewhere
        found.append(urlsplit(settings.database_url).password or "")
    return frozenset(each for each in found if len(each) >= _SHORTEST)


class LogMask:
    """Takes secrets out of what is logged; it may be told of more of them later."""

    def __init__(self) -> None:
        self._configured: re.Pattern[str] | None = None
        self._kinds: Collection[Kind] = ALWAYS

    def hide(self, configured: Iterable[str]) -> None:
        """From now on these words are secrets, whatever they look like."""
        longest_first = sorted(map(re.escape, configured), key=len, reverse=True)
        self._configured = re.compile("|".join(longest_first)) if longest_first else None

    def mask(self, kinds: Collection[Kind]) -> None:
        """From now on these kinds of secrets are masked: what the desk's owner decided."""
        self._kinds = kinds

    def __call__(
        self, _logger: object, _method: str, line: structlog.typing.EventDict
    ) -> structlog.typing.EventDict:
        """As structlog calls it for each line. Errors are left to whoever writes them out."""
        secrets = Secrets(self._kinds)
        raised = line.pop("exc_info", None)
        masked = self._of_names(line, secrets)
        return masked if raised is None else masked | {"exc_info": raised}

    def text(self, text: str) -> str:
        """A text without secrets."""
        return self._of_text(text, Secrets(self._kinds))

    def traceback(self, out: TextIO, raised: structlog.typing.ExcInfo) -> None:
        """Writes a plain traceback without secrets, as structlog's console does it."""
        written = StringIO()
        structlog.dev.plain_traceback(written, raised)
        out.write(self.text(written.getvalue()))

    def _of_text(self, text: str, secrets: Secrets) -> str:
        if self._configured is not None:
            text = self._configured.sub(_CONFIGURED, text)
        return secrets.mask(text)

    def _of_names(self, values: Mapping[str, object], secrets: Secrets) -> dict[str, object]:
        return {
            name: _NAMED if names_a_secret(str(name)) else self._masked(value, secrets)
            for name, value in values.items()
        }

    def _masked(self, value: object, secrets: Secrets) -> object:
        match value:
            case str():
                return self._of_text(value, secrets)
            case dict():
                return self._of_names(value, secrets)
            case list() | tuple() | set() | frozenset():
                return [self._masked(each, secrets) for each in value]
            case None | bool() | float():
                return value
            case _:  # a number may be a card's, and what else there is shows itself in words
                written = repr(value)
                masked = self._of_text(written, secrets)
                return value if masked == written else masked


class MaskedFormatter(logging.Formatter):
    """What libraries log by themselves, without secrets."""

    def __init__(self, mask: LogMask) -> None:
        super().__init__(logging.BASIC_FORMAT)
        self._mask = mask

    def format(self, record: logging.LogRecord) -> str:
        """The line, with its traceback if it has one."""
        return self._mask.text(super().format(record))
