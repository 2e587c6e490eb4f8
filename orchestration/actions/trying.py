"""An expression of a file is tried before it is followed: compiled, read, worked out on samples."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from orchestration.actions.expressions import Expression
from orchestration.actions.paths import scan
from orchestration.actions.samples import failing, looked_up
from orchestration.schemas import Schema

#: So much of a sample is shown.
_SHOWN = 160
#: A desk's files are read again whenever they change, and most of what they say stays.
_KEPT = 4096


def problems(
    expression: Expression, known: Mapping[str, Schema], *, condition: bool
) -> Sequence[str]:
    """What is wrong with it, in sentences without a full stop; `known` has each name's schema.

    A `condition` must come to true or false.
    """
    scanned = scan(expression.source, known)
    if scanned.mistakes:
        return scanned.mistakes
    schema = json.dumps(looked_up(scanned, known))
    return _failing(expression.source, schema, frozenset(scanned.literals), condition)


@lru_cache(_KEPT)
def _failing(
    source: str,
    schema: str,
    literals: frozenset[str | int],
    condition: bool,  # noqa: FBT001 - the cache's key
) -> Sequence[str]:
    failed = failing(Expression.of(source), json.loads(schema), literals, condition=condition)
    if failed is None:
        return ()
    sample = json.dumps(failed.sample, ensure_ascii=False, default=str)
    shown = sample if len(sample) <= _SHOWN else f"{sample[:_SHOWN]}…"
    return (f"fails where it may hold {shown}: {failed.reason}",)
