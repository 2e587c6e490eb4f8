"""Storage in memory, with the face and the manners of the real one.

A unit of work sees what was committed when it began, and its own writes. At commit the first one
wins: whoever wrote a row that another unit has changed meanwhile gets `StaleTicket`.
"""

from tests.fakes.store import FakeStore

__all__ = ["FakeStore"]
