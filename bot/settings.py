"""What the desk is told from outside: the environment and `.env`, read once at start."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    NonNegativeInt,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

#: The desk that comes with Topicdesk stands beside its code.
_SHIPPED_DESK = Path(__file__).resolve().parent.parent / "desk"

_DATABASES = (
    "sqlite:///",
    "sqlite+aiosqlite:///",
    "postgresql://",
    "postgresql+psycopg://",
    "postgres://",
)

_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
#: What Telegram takes for a webhook's secret (Bot API, setWebhook).
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


S = TypeVar("S", bound="ModelSettings")


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _names_a_server(address: str) -> str:
    try:
        parts = urlsplit(address)
        fit = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        fit = False
    if not fit:
        msg = "is no http or https address"
        raise ValueError(msg)
    return address.rstrip("/")


class ModelSettings(BaseSettings):
    """The settings of models alone, for commands that need no desk.

    A description is the advice that someone gets whose value is wrong.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,  # `STAFF_CHAT_ID=` in a copied .env.example means "not yet"
        extra="ignore",  # a .env is shared with other programs, such as Docker Compose
        frozen=True,
        hide_input_in_errors=True,  # a wrong token is still a secret
    )

    anthropic_api_key: SecretStr | None = Field(
        None, description="Copy the key from the Anthropic console, or leave it out."
    )
    anthropic_base_url: Annotated[str, AfterValidator(_names_a_server)] = Field(
        "https://api.anthropic.com",
        description="Use https://api.anthropic.com, or the address of your own gateway to it.",
    )


class Settings(ModelSettings):
    """Every setting, by the name of its variable in small letters."""

    bot_token: SecretStr = Field(
        description="Copy the whole token from @BotFather into .env: digits, a colon, letters."
    )
    staff_chat_id: int | None = Field(
        None,
        description="Write /id in the staff group and put the number it answers into .env, "
        "with its minus.",
    )
    database_url: str = Field(
        "sqlite:///data/topicdesk.db",
        repr=False,  # it may hold a password
        description="Use sqlite:///data/topicdesk.db, or postgresql://user:password@host/name.",
    )
    telegram_api_base: Annotated[str, AfterValidator(_names_a_server)] = Field(
        "https://api.telegram.org",
        description="Use https://api.telegram.org, or the address of your own Bot API server.",
    )
    desk_dir: Path = Field(
        _SHIPPED_DESK,
        description="Name the folder that holds desk.yaml, or leave it out for the one that comes "
        "with Topicdesk.",
    )
    tool_servers_file: Path | None = Field(
        None,
        description="Name a YAML file with tool_servers and verify, or leave it out: then they "
        "stand in desk.yaml.",
    )
    cache_dir: Path = Field(
        Path("data/cache"),
        description="Name a folder for what the desk computes and can compute again.",
    )
    webhook_url: str | None = Field(
        None,
        repr=False,  # its path is often a secret
        description="Use the https address at which Telegram reaches this desk, such as "
        "https://desk.example.org/telegram, or leave it out to poll.",
    )
    webhook_secret: SecretStr | None = Field(
        None,
        description="Use 1 to 256 letters, digits, _ and -, or leave it out: then it follows from "
        "the token.",
    )
    webhook_host: str = Field(
        "127.0.0.1", description="Use the address to listen at: 127.0.0.1 behind a proxy."
    )
    webhook_port: int = Field(8443, description="Use the port to listen at, from 1 to 65535.")
    webhook_signing_secrets: SecretStr | None = Field(
        None,
        description="Write each webhook of desk.yaml with its secret, like crm=whsec_…; a second "
        "one beside it while a secret is being replaced.",
    )
    webhook_allowed_networks: str = Field(
        "",
        description="Write networks like 10.1.0.0/16 with spaces between, or leave it out: then "
        "webhooks reach public addresses only.",
    )
    otel_exporter_otlp_endpoint: Annotated[str, AfterValidator(_names_a_server)] | None = Field(
        None,
        description="Use the address of an OpenTelemetry collector, such as "
        "http://localhost:4318, or leave it out.",
    )
    budget_group_per_minute: NonNegativeInt = Field(
        18, description="Use a whole number such as 18; 0 turns this limit off."
    )
    budget_chat_per_second: NonNegativeInt = Field(
        1, description="Use a whole number such as 1; 0 turns this limit off."
    )
    budget_total_per_second: NonNegativeInt = Field(
        30, description="Use a whole number such as 30; 0 turns this limit off."
    )
    retention_days: NonNegativeInt = Field(
        0, description="Use a whole number of days; 0 keeps every topic."
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = (
        Field("INFO", description="Use DEBUG, INFO, WARNING or ERROR.")
    )
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = Field(
        "text", description="Use text or json."
    )

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        number, colon, rest = token.get_secret_value().partition(":")
        whole = number.isascii() and number.isdigit() and colon and rest
        if not whole or any(mark.isspace() for mark in rest):
            msg = "does not look like a token"
            raise ValueError(msg)
        return token

    @field_validator("database_url")
    @classmethod
    def _names_a_database(cls, url: str) -> str:
        if not any(url.startswith(kind) and url != kind for kind in _DATABASES):
            msg = "is no address of an SQLite or PostgreSQL database"
            raise ValueError(msg)
        return url

    @field_validator("webhook_url")
    @classmethod
    def _can_be_posted_to(cls, address: str | None) -> str | None:
        """Telegram posts to https; http is for a Bot API server on this machine."""
        if address is None:
            return None
        try:
            parts = urlsplit(address)
            scheme = parts.scheme if parts.hostname and parts.port != 0 else ""
        except ValueError:
            scheme = ""
        if scheme not in {"http", "https"}:
            msg = "is no https address"
            raise ValueError(msg)
        if scheme == "http" and urlsplit(address).hostname not in _THIS_MACHINE:
            msg = "must start with https://, because Telegram posts to nothing else"
            raise ValueError(msg)
        return address

    @field_validator("webhook_secret")
    @classmethod
    def _may_stand_in_a_header(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not _SECRET.fullmatch(secret.get_secret_value()):
            msg = "holds something that Telegram does not take"
            raise ValueError(msg)
        return secret

    @field_validator("webhook_port")
    @classmethod
    def _is_a_port(cls, port: int) -> int:
        if not 0 < port < 65536:  # noqa: PLR2004 - ports are what they are
            msg = "is no port"
            raise ValueError(msg)
        return port


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one setting, and what to do about it; never its value."""

    words: str
    advice: str


class InvalidSettings(Exception):
    """The desk cannot start with these settings; one sentence for each that is wrong."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(f"{problem.words}. {problem.advice}" for problem in problems))
        self.problems = problems


def load(env_file: Path | None = Path(".env"), **given: object) -> Settings:
    """The settings from `given`, the environment and `env_file`, in that order of precedence.

    Raises `InvalidSettings` naming every variable that is wrong.
    """
    return _load(Settings, env_file, given)


def load_of_models(env_file: Path | None = Path(".env")) -> ModelSettings:
    """The settings of models alone, from the same places; raises `InvalidSettings`."""
    return _load(ModelSettings, env_file, {})


def _load(kind: type[S], env_file: Path | None, given: Mapping[str, object]) -> S:
    values: dict[str, Any] = {"_env_file": env_file, **given}
    try:
        return kind(**values)
    except ValidationError as error:
        raise InvalidSettings(tuple(map(_problem, error.errors()))) from None
    except (OSError, UnicodeDecodeError):
        problem = Problem(
            f"{env_file} cannot be read", "Make it a plain text file in UTF-8, like .env.example."
        )
        raise InvalidSettings((problem,)) from None


def _problem(error: ErrorDetails) -> Problem:
    name = str(error["loc"][0])
    advice = Settings.model_fields[name].description or ""
    return Problem(f"{name.upper()} {_what_is_wrong(error)}", advice)


def _what_is_wrong(error: ErrorDetails) -> str:
    match error["type"]:
        case "missing":
            return "is not set"
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return "is not a whole number"
        case "greater_than_equal":
            return "is below 0"
        case "literal_error":
            return "has a value that is not known"
        case "value_error":
            return str(error["ctx"]["error"])
        case _:
            return "has a wrong value"
