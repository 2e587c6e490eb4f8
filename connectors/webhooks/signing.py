"""How a webhook proves who sent it: by the Standard Webhooks, for which receivers have libraries.

HMAC-SHA256 over the event's id, the time of sending and the body, with a secret that only both
sides know. While a secret is being replaced each request is signed with the old and the new one, so
that a receiver may know either.
"""

import base64
import binascii
import hmac
import secrets
from collections.abc import Mapping, Sequence
from hashlib import sha256

PREFIX = "whsec_"
#: A key's length in bytes: the standard's bounds, and what a new one gets.
SHORTEST, LONGEST, NEW = 24, 64, 32
#: A second secret is for the time in which one is replaced.
MOST_SECRETS = 2


class UnusableSecret(ValueError):
    """A secret that cannot sign; the words never hold it."""


def new_secret() -> str:
    """A secret as both sides keep it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(NEW)).decode()


def key_of(secret: str) -> bytes:
    """The key in a secret; raises `UnusableSecret`."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not secret.startswith(PREFIX) or not SHORTEST <= len(key) <= LONGEST:
        msg = f"must be {PREFIX} and then {SHORTEST} to {LONGEST} bytes in base64"
        raise UnusableSecret(msg)
    return key


def keys_by_webhook(text: str) -> Mapping[str, tuple[bytes, ...]]:
    """Reads `crm=whsec_… crm=whsec_… erp=whsec_…`; raises `UnusableSecret`."""
    found: dict[str, tuple[bytes, ...]] = {}
    for part in text.replace(",", " ").split():
        webhook, equals, secret = part.partition("=")
        if not equals:
            msg = "must name the webhook of each secret, like crm=whsec_…"
            raise UnusableSecret(msg)
        try:
            found[webhook] = (*found.get(webhook, ()), key_of(secret))
        except UnusableSecret as error:
            msg = f"has a secret of {webhook} that {error}"
            raise UnusableSecret(msg) from None
        if len(found[webhook]) > MOST_SECRETS:
            msg = f"has more than {MOST_SECRETS} secrets of {webhook}"
            raise UnusableSecret(msg)
    return found


def headers(keys: Sequence[bytes], event: str, timestamp: int, body: bytes) -> Mapping[str, str]:
    """What a request carries; `timestamp` is in seconds since 1970."""
    signed = f"{event}.{timestamp}.".encode() + body
    signatures = [hmac.digest(key, signed, sha256().name) for key in keys]
    return {
        "content-type": "application/json",
        "user-agent": "Topicdesk",
        "webhook-id": event,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(f"v1,{base64.b64encode(s).decode()}" for s in signatures),
    }
