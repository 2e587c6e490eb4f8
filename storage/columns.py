"""How the desk's values stand in a column: instants, choices and documents.

A column's type does the translation both ways, so repositories deal in the desk's own values.
"""

import base64
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import numpy as np
from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, Text, TypeDecorator

from orchestration.ports.embedding import Floats
from storage.codec import Codec

#: Telegram's ids outgrow 32 bits. SQLite only counts up a key that is called INTEGER.
Big = BigInteger().with_variant(Integer(), "sqlite")


class Instant(TypeDecorator[datetime]):
    """A moment in time: aware going in, in UTC coming out, exact to the microsecond.

    A naive datetime is refused with an error: it would mean another moment elsewhere.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """SQLite keeps no zone, so everything is kept in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"{value!r} has no time zone"
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """PostgreSQL answers in its session's zone, SQLite without any."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Document(TypeDecorator[Any]):
    """A value of the desk as JSON.

    Kept as text: it comes back exactly as it went in, and a database's own JSON type would refuse
    a NUL character, which a customer may well send.
    """

    impl = Text
    cache_ok = True

    def __init__(self, codec: Codec[Any]) -> None:
        super().__init__()
        self.codec = codec

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002
        """To JSON."""
        return None if value is None else self.codec.dump(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """From JSON."""
        return None if value is None else self.codec.load(value)


class Vector(TypeDecorator[Floats]):
    """What a text means. Kept as text, so that every database and a backup hold the same bits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Floats | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Four bytes a number, the lowest first, whatever machine it is."""
        return None if value is None else base64.b64encode(value.astype("<f4").tobytes()).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Floats | None:  # noqa: ARG002
        """The numbers that went in."""
        return None if value is None else np.frombuffer(base64.b64decode(value), dtype="<f4")


def choice(of: type[StrEnum], check: str | None = None) -> Enum:
    """One of an enumeration's values, as text; with `check`, a constraint of that name holds it."""
    return Enum(
        of,
        name=check,
        native_enum=False,
        create_constraint=check is not None,
        length=32,
        values_callable=_values,
    )


def _values(of: type[StrEnum]) -> list[str]:
    return [one.value for one in of]
