"""Brings together what the desk's files say of webhooks and what only the settings may know."""

from bot.settings import InvalidSettings, Problem, Settings
from connectors.webhooks.guard import Network, networks_of
from connectors.webhooks.sender import Receiver
from connectors.webhooks.signing import UnusableSecret, keys_by_webhook
from orchestration.desk import Desk

SECRETS, NETWORKS = "WEBHOOK_SIGNING_SECRETS", "WEBHOOK_ALLOWED_NETWORKS"


def receivers(settings: Settings, desk: Desk) -> list[Receiver]:
    """The desk's webhooks with their keys.

    Raises `InvalidSettings` for secrets that cannot sign, a webhook without any, and one that
    would be told in the open.
    """
    given = settings.webhook_signing_secrets
    try:
        keys = keys_by_webhook(given.get_secret_value() if given else "")
    except UnusableSecret as error:
        advice = "`topicdesk webhooks --new-secret` makes one."
        raise _invalid(SECRETS, str(error), advice) from None
    inside = allowed_networks(settings)
    for webhook in desk.webhooks:
        if webhook.id not in keys:
            words = f"has no secret for the webhook {webhook.id} of desk.yaml"
            advice = f"Add {webhook.id}=SECRET; `topicdesk webhooks --new-secret` makes one."
            raise _invalid(SECRETS, words, advice)
        if webhook.url.startswith("http://") and not inside:
            words = f"names no network, and the webhook {webhook.id} has an address without https"
            advice = "Use https://, or name the network of your own that the receiver is in."
            raise _invalid(NETWORKS, words, advice)
    return [Receiver(webhook, keys[webhook.id]) for webhook in desk.webhooks]


def allowed_networks(settings: Settings) -> tuple[Network, ...]:
    """Where webhooks may reach beside the public internet; raises `InvalidSettings`."""
    try:
        return networks_of(settings.webhook_allowed_networks)
    except ValueError as error:
        advice = Settings.model_fields["webhook_allowed_networks"].description or ""
        raise _invalid(NETWORKS, f"cannot be read: {error}", advice) from None


def _invalid(name: str, words: str, advice: str) -> InvalidSettings:
    return InvalidSettings((Problem(f"{name} {words}", advice),))
