"""Secrets and signatures."""

import base64
import hashlib
import hmac

import pytest

from connectors.webhooks.signing import UnusableSecret, headers, key_of, keys_by_webhook, new_secret

OLD, NEW = new_secret(), new_secret()


def test_the_signature_covers_id_time_and_body() -> None:
    """As the Standard Webhooks have it."""
    key = key_of(OLD)
    made = headers([key], "evt_1_2", 1_700_000_000, b'{"a": 1}')
    expected = hmac.new(key, b'evt_1_2.1700000000.{"a": 1}', hashlib.sha256).digest()
    assert made["webhook-signature"] == f"v1,{base64.b64encode(expected).decode()}"
    assert (made["webhook-id"], made["webhook-timestamp"]) == ("evt_1_2", "1700000000")


def test_two_secrets_sign_side_by_side() -> None:
    """A receiver that knows either of them believes it."""
    old, new = key_of(OLD), key_of(NEW)
    both = headers([new, old], "evt_1_2", 1, b"x")["webhook-signature"].split(" ")
    alone = [headers([key], "evt_1_2", 1, b"x")["webhook-signature"] for key in (new, old)]
    assert both == alone


def test_secrets_are_read_by_webhook() -> None:
    """Spaces or commas; a webhook that stands twice has two."""
    keys = keys_by_webhook(f"crm={NEW} crm={OLD}, erp={OLD}")
    assert keys == {"crm": (key_of(NEW), key_of(OLD)), "erp": (key_of(OLD),)}
    assert keys_by_webhook("") == {}


@pytest.mark.parametrize(
    "text",
    [
        "crm",
        "crm=open-sesame",
        "crm=whsec_short",
        "crm=whsec_" + base64.b64encode(b"x" * 23).decode(),
        "crm=whsec_" + base64.b64encode(b"x" * 65).decode(),
        f"crm={OLD} crm={NEW} crm={OLD}",
    ],
)
def test_a_secret_that_cannot_sign_is_refused_without_being_shown(text: str) -> None:
    """The sentence is for a log, and a log is no place for secrets."""
    with pytest.raises(UnusableSecret) as refused:
        keys_by_webhook(text)
    secrets = [part.partition("=")[2].removeprefix("whsec_") for part in text.split()]
    assert not any(secret in str(refused.value) for secret in secrets if secret)
