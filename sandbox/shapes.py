"""Names for JSON values. Their fields are Telegram's; the contract tests hold them to aiogram's."""

from typing import Any, TypeAlias

Json: TypeAlias = Any
Object: TypeAlias = dict[str, Any]
