"""What the desk is told from outside, and how a wrong value is met."""

from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.settings import InvalidSettings, Settings, load

EXAMPLE = Path(__file__).parents[3] / ".env.example"
TOKEN = "4242:the-secret-part"


@pytest.fixture(autouse=True)
def _an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The .env of this checkout stays out of these tests."""
    monkeypatch.chdir(tmp_path)


def test_a_token_is_all_that_is_needed() -> None:
    """Everything else has a default that works on one machine."""
    settings = load(bot_token=TOKEN)
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.staff_chat_id is None
    assert settings.database_url == "sqlite:///data/topicdesk.db"
    assert settings.telegram_api_base == "https://api.telegram.org"
    assert settings.anthropic_api_key is None
    assert settings.budget_group_per_minute == 18
    assert settings.budget_chat_per_second == 1
    assert settings.budget_total_per_second == 30
    assert settings.retention_days == 0
    assert (settings.webhook_url, settings.webhook_secret) == (None, None)
    assert (settings.webhook_host, settings.webhook_port) == ("127.0.0.1", 8443)
    assert (settings.log_level, settings.log_format) == ("INFO", "text")


def test_the_shipped_desk_is_found_from_any_folder() -> None:
    """DESK_DIR's default does not depend on where the desk is started."""
    assert (load(bot_token=TOKEN).desk_dir / "desk.yaml").is_file()


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container or a shell can override a line of .env."""
    Path(".env").write_text(f"BOT_TOKEN={TOKEN}\nLOG_FORMAT=json\nLOG_LEVEL=DEBUG\n")
    monkeypatch.setenv("LOG_LEVEL", "error")
    settings = load()
    assert (settings.log_level, settings.log_format) == ("ERROR", "json")


def test_an_empty_line_means_not_set() -> None:
    """A copied .env.example can be filled in one line at a time."""
    Path(".env").write_text(f"BOT_TOKEN={TOKEN}\nSTAFF_CHAT_ID=\nDESK_DIR=\nANTHROPIC_API_KEY=\n")
    settings = load()
    assert (settings.staff_chat_id, settings.anthropic_api_key) == (None, None)
    assert (settings.desk_dir / "desk.yaml").is_file()


def test_other_programs_variables_are_left_alone() -> None:
    """A .env may be shared, for example with Docker Compose."""
    Path(".env").write_text(f"BOT_TOKEN={TOKEN}\nPOSTGRES_PASSWORD=x\n")
    assert load().staff_chat_id is None


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BOT_TOKEN", "", "BOT_TOKEN is not set. Copy the whole token from @BotFather into .env"),
        ("BOT_TOKEN", "s3cret", "BOT_TOKEN does not look like a token. Copy the whole token"),
        ("BOT_TOKEN", "s3cret:x", "BOT_TOKEN does not look like a token."),
        ("BOT_TOKEN", "123:", "BOT_TOKEN does not look like a token."),
        ("BOT_TOKEN", "123:s3cret s3cret", "BOT_TOKEN does not look like a token."),
        ("STAFF_CHAT_ID", "@s3cret", "STAFF_CHAT_ID is not a whole number. Write /id in the"),
        ("DATABASE_URL", "mysql://me:s3cret@x/y", "DATABASE_URL is no address of an SQLite or"),
        ("DATABASE_URL", "sqlite:///", "DATABASE_URL is no address of an SQLite or PostgreSQL"),
        ("TELEGRAM_API_BASE", "s3cret", "TELEGRAM_API_BASE is no http or https address. Use"),
        ("TELEGRAM_API_BASE", "http://[s3cret", "TELEGRAM_API_BASE is no http or https address."),
        ("BUDGET_GROUP_PER_MINUTE", "-1", "BUDGET_GROUP_PER_MINUTE is below 0. Use a whole"),
        ("BUDGET_CHAT_PER_SECOND", "s3cret", "BUDGET_CHAT_PER_SECOND is not a whole number."),
        ("BUDGET_TOTAL_PER_SECOND", "1.5", "BUDGET_TOTAL_PER_SECOND is not a whole number."),
        ("WEBHOOK_URL", "s3cret", "WEBHOOK_URL is no https address. Use the https address at"),
        ("WEBHOOK_URL", "https://[s3cret", "WEBHOOK_URL is no https address."),
        ("WEBHOOK_URL", "http://x/s3cret", "WEBHOOK_URL must start with https://, because"),
        ("WEBHOOK_SECRET", "s3cret!", "WEBHOOK_SECRET holds something that Telegram does not"),
        ("WEBHOOK_SECRET", "s" * 257, "WEBHOOK_SECRET holds something that Telegram does not"),
        ("WEBHOOK_PORT", "0", "WEBHOOK_PORT is no port. Use the port to listen at"),
        ("WEBHOOK_PORT", "65536", "WEBHOOK_PORT is no port."),
        ("RETENTION_DAYS", "-1", "RETENTION_DAYS is below 0. Use a whole number of days"),
        ("LOG_LEVEL", "s3cret", "LOG_LEVEL has a value that is not known. Use DEBUG, INFO,"),
        ("LOG_FORMAT", "s3cret", "LOG_FORMAT has a value that is not known. Use text or json."),
    ],
)
def test_a_wrong_value_is_one_sentence_without_the_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    """It names the variable, what is wrong and what to do, and gives no secret away."""
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings) as refused:
        load()
    (sentence,) = str(refused.value).splitlines()
    assert sentence.startswith(words)
    assert "s3cret" not in sentence
    assert refused.value.__cause__ is None


def test_all_wrong_values_are_named_at_once() -> None:
    """One start tells everything that has to be mended."""
    Path(".env").write_text("STAFF_CHAT_ID=x\nLOG_LEVEL=loud\n")
    with pytest.raises(InvalidSettings) as refused:
        load()
    assert [problem.words.split()[0] for problem in refused.value.problems] == [
        "BOT_TOKEN",
        "STAFF_CHAT_ID",
        "LOG_LEVEL",
    ]


def test_a_file_in_another_encoding_is_refused_in_words() -> None:
    """A .env that cannot be read is no traceback."""
    Path(".env").write_bytes(b"BOT_TOKEN=\xff\xfe")
    with pytest.raises(InvalidSettings, match=r"\.env cannot be read"):
        load()


def test_secrets_are_not_in_its_representation() -> None:
    """Settings can be logged without giving the token, the key or a password away."""
    settings = load(
        bot_token=TOKEN,
        anthropic_api_key="key-secret-part",
        database_url="postgresql://me:secret-part@x/y",
        webhook_url="https://x.example.org/secret-part",
        webhook_secret="the-secret-part",
    )
    assert "secret-part" not in repr(settings) + str(settings)


def test_the_example_has_every_setting_and_no_other() -> None:
    """.env.example and the settings agree."""
    assert set(dotenv_values(EXAMPLE)) == {name.upper() for name in Settings.model_fields}


def test_every_line_of_the_example_is_explained() -> None:
    """Above each setting stands what it is."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for before, line in zip(["", *lines], lines, strict=False):
        if "=" in line and not line.startswith("#"):
            assert before.startswith("# "), line


def test_the_example_spells_out_the_defaults() -> None:
    """Copying it and filling in the token changes nothing else."""
    assert load(EXAMPLE, bot_token=TOKEN) == load(None, bot_token=TOKEN)
