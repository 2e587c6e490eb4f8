"""Everything that people do, one module for each kind of thing, registered in `people.DEEDS`."""

from sandbox.deeds import groups, responding, settings, writing

__all__ = ["groups", "responding", "settings", "writing"]
