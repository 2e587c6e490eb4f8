"""The desk's clock. No other module reads the machine's."""

from datetime import UTC, datetime, timedelta


class MachineClock:
    """The machine's time in UTC, moved by an offset that only the demo ever changes."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self.offset = offset

    def __call__(self) -> datetime:
        """Now, for the desk."""
        return datetime.now(UTC) + self.offset

    def advance(self, by: timedelta) -> None:
        """Moves the desk's time forward."""
        self.offset += by

    def machine_time_of(self, moment: datetime) -> datetime:
        """When the machine's own clock will show `moment` of the desk's time."""
        return moment - self.offset
