"""What every repository has: the connection of its unit of work."""

from sqlalchemy.ext.asyncio import AsyncConnection


class Repository:
    """Reads and writes within one transaction. The statements are compiled once and cached."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._dialect = connection.dialect.name
