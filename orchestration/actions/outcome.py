"""What became of an action: how that is looked up where nobody knows, and what takes it back.

Each raises `ExpressionFailed` where the system's answers are not what the policy was tried with.
"""

from collections.abc import Mapping
from datetime import datetime

from orchestration.actions.action import Action
from orchestration.actions.expressions import Names, values_of
from orchestration.actions.policy import ActionPolicy, Check
from orchestration.schemas import Arguments, Json
from orchestration.tools.whose import record_of


def asked(check: Check, action: Action) -> Arguments:
    """What to ask `check.tool` to find out whether the action happened."""
    return values_of(check.arguments, Names({"action": dict(action.arguments)}))


def happened(check: Check, action: Action, found: Json, now: datetime) -> bool:
    """Whether that read's answer says that the action happened."""
    values = {
        "action": dict(action.arguments),
        "found": found,
        "today": now.date().isoformat(),
        "now": now,
    }
    return check.done.holds(Names(values))


def undoing(policy: ActionPolicy, action: Action, result: Json) -> Action | None:
    """The action that takes this one back, whose result that was; None where nothing does."""
    if policy.undo is None:
        return None
    names = Names({"action": dict(action.arguments), "result": result})
    return Action(policy.undo.tool, values_of(policy.undo.arguments, names))


def reference(policy: ActionPolicy, result: Json) -> str:
    """What people refer to of a result, such as a refund's number; empty where there is none."""
    value = result.get(policy.result) if isinstance(result, Mapping) else None
    return record_of(value) or ""
