"""No line of the logs shows a secret, whatever was logged and however it is written."""

import io
import json
import logging
import re
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot import logs
from bot.log_masking import LogMask, MaskedFormatter, configured
from bot.settings import load
from orchestration.containment.finding import ALWAYS, BY_SETTING

TOKEN = "123456:AAa-token-of-a-test"
OF_ANOTHER_BOT = "987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"
SECRETS = (
    "4242 4242 4242 4242",
    "۴۲۴۲۴۲۴۲۴۲۴۲۴۲۴۲",
    OF_ANOTHER_BOT,
    "sk-ant-api03-abcdefghijklmnopqrst",
    "hunter2",
    TOKEN,
    "AAa-token-of-a-test",
    "whsec_c2VjcmV0LW9mLWEtdGVzdA",
    "key-of-the-owner",
    "pass-of-the-database",
)
SETTINGS = load(
    None,
    bot_token=TOKEN,
    anthropic_api_key="key-of-the-owner",
    webhook_signing_secrets="crm=whsec_c2VjcmV0LW9mLWEtdGVzdA",
    database_url="postgresql://desk:pass-of-the-database@localhost/desk",
    webhook_url="https://desk.example.org/a-path-that-nobody-knows",
)


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    before = structlog.get_config()
    yield
    structlog.configure(**before)
    logs.MASK.hide(())
    logs.MASK.mask(ALWAYS)


def said(words: str) -> str:
    return f"password: {words}" if words == "hunter2" else words


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("secret", SECRETS)
def test_a_line_shows_no_secret(
    style: str, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither in its words, nor inside a value, nor in the traceback of an error."""
    logs.configure("INFO", style, configured(SETTINGS))
    log = structlog.get_logger()
    words = said(secret)
    inside = {"a": [words, (words,)], "token": secret}
    log.warning(words, reason=words, inside=inside, of=ValueError(words))
    try:
        raise ValueError(words)  # noqa: TRY301 - it is what is logged
    except ValueError:
        log.exception("it failed", url=f"https://example.org/?q={words}", password=secret)
    written = capsys.readouterr().err
    shown = json.dumps(secret)[1:-1] if style == "json" else secret
    assert "it failed" in written
    assert "ValueError" in written
    assert shown not in written
    assert "⟦" in written or "\\u27e6" in written


def test_a_number_may_be_a_card(capsys: pytest.CaptureFixture[str]) -> None:
    """And the numbers of chats, people and tickets stay numbers."""
    logs.configure("INFO", "json")
    structlog.get_logger().info("x", card=4242424242424242, chat=-1001234567890, ok=True, none=None)
    line = json.loads(capsys.readouterr().err)
    assert (line["card"], line["chat"]) == ("⟦card-1 ···4242⟧", -1001234567890)
    assert (line["ok"], line["none"]) == (True, None)


def test_addresses_where_the_owner_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """As in what models read."""
    logs.configure()
    structlog.get_logger().info("from ana@example.com")
    logs.MASK.mask(ALWAYS | BY_SETTING)
    structlog.get_logger().info("again ana@example.com")
    first, second = capsys.readouterr().err.splitlines()
    assert "from ana@example.com" in first
    assert "again ⟦email-1⟧" in second


def test_what_libraries_log_is_masked_too() -> None:
    """With the tracebacks of their errors."""
    mask = LogMask()
    mask.hide(configured(SETTINGS))
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(MaskedFormatter(mask))
    try:
        raise ValueError(OF_ANOTHER_BOT)  # noqa: TRY301 - it is what is logged
    except ValueError:
        raised = sys.exc_info()
    record = logging.LogRecord("lib", logging.ERROR, "", 0, "bot %s fell", (TOKEN,), raised)
    handler.handle(record)
    assert re.search(r"ERROR:lib:bot ⟦\S+⟧ fell\nTraceback", out.getvalue())
    assert OF_ANOTHER_BOT not in out.getvalue()


def test_what_is_configured_is_secret() -> None:
    """All of it, also where it looks like nothing; what is short would hide every line."""
    found = configured(SETTINGS)
    assert set(SECRETS[5:]) <= found
    assert "https://desk.example.org/a-path-that-nobody-knows" in found
    assert all(len(each) >= 6 for each in found)
    assert configured(load(None, bot_token="1:b")) == frozenset()
