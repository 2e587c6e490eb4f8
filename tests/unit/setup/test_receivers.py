"""Webhooks as the desk's files and the settings name them together."""

from pathlib import Path

import pytest

from bot import doctor
from bot.desk_files.desk import load
from bot.desk_files.document import InvalidDeskFiles
from bot.receivers import receivers
from bot.settings import InvalidSettings, Settings
from bot.settings import load as load_settings
from connectors.webhooks.signing import key_of, new_secret
from orchestration.desk import Desk
from orchestration.webhooks import Webhook

SECRET, OLD = new_secret(), new_secret()
CRM = "webhooks:\n  - {id: crm, url: 'https://crm.example.org/hook', events: [opened]}\n"


def _desk(folder: Path, text: str) -> Desk:
    (folder / "desk.yaml").write_text(text)
    return load(folder)


def _settings(**given: str) -> Settings:
    return load_settings(None, bot_token="4242:x", **given)


def test_a_webhook_gets_its_keys(tmp_path: Path) -> None:
    """The first one, and the one that it replaces."""
    desk = _desk(tmp_path, CRM)
    assert desk.webhooks == (Webhook("crm", "https://crm.example.org/hook", frozenset({"opened"})),)
    secrets = f"crm={SECRET} crm={OLD}"
    (receiver,) = receivers(_settings(webhook_signing_secrets=secrets), desk)
    assert receiver.keys == (key_of(SECRET), key_of(OLD))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (CRM.replace("[opened]", "[opend]"), 2, 'is no event; did you mean "opened"?'),
        (CRM.replace("[opened]", "[x]"), 2, "is no event; known are absorbed, "),
        (CRM.replace("[opened]", "[]"), 2, '"events" must have at least one entry'),
        (CRM.replace("https://", "ftp://"), 2, "must be an address such as https://"),
        (CRM.replace("https://", "https://user:pw@"), 2, "without a password in it"),
        (CRM.replace("crm.example.org", "[::1"), 2, "must be an address"),
        (CRM + CRM.removeprefix("webhooks:\n"), 3, 'there is a webhook "crm" already, at line 2'),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    """And with what was meant, where that can be guessed."""
    with pytest.raises(InvalidDeskFiles) as refused:
        _desk(tmp_path, text)
    (mistake,) = refused.value.mistakes
    assert mistake.line == line
    assert words in mistake.words


@pytest.mark.parametrize(
    ("given", "url", "words"),
    [
        ({}, "https://", "WEBHOOK_SIGNING_SECRETS has no secret for the webhook crm"),
        (
            {"webhook_signing_secrets": "crm=whsec_short"},
            "https://",
            "WEBHOOK_SIGNING_SECRETS has a secret of crm that must be whsec_",
        ),
        (
            {"webhook_signing_secrets": f"crm={SECRET}"},
            "http://",
            "WEBHOOK_ALLOWED_NETWORKS names no network, and the webhook crm",
        ),
        (
            {"webhook_allowed_networks": "10.0.0.1/8"},
            "https://",
            "WEBHOOK_ALLOWED_NETWORKS cannot be read: 10.0.0.1/8 has host bits set",
        ),
    ],
)
def test_what_does_not_fit_together_keeps_the_desk_from_starting(
    tmp_path: Path, given: dict[str, str], url: str, words: str
) -> None:
    """In one sentence, without the secret."""
    if "webhook_allowed_networks" in given:
        given = given | {"webhook_signing_secrets": f"crm={SECRET}"}
    desk = _desk(tmp_path, CRM.replace("https://", url))
    with pytest.raises(InvalidSettings) as refused:
        receivers(_settings(**given), desk)
    assert words in str(refused.value)
    assert SECRET not in str(refused.value)


async def test_the_doctor_says_it_too(settings: Settings, tmp_path: Path) -> None:
    """And a start is refused with the same words."""
    (tmp_path / "desk.yaml").write_text(CRM)
    lacking = settings.model_copy(update={"desk_dir": tmp_path})
    refusal = await doctor.refusal_to_start(lacking)
    assert refusal is not None
    assert "WEBHOOK_SIGNING_SECRETS has no secret for the webhook crm" in refusal
