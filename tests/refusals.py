"""Every refusal there is, whichever module of `orchestration.errors` holds it."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from orchestration import errors
from orchestration.errors import DeskError


def refusals() -> list[type[DeskError]]:
    """The kinds of refusal, in the order of their modules."""
    for module in iter_modules(errors.__path__, f"{errors.__name__}."):
        import_module(module.name)
    return list(_below(DeskError))


def _below(kind: type[DeskError]) -> Iterator[type[DeskError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)
