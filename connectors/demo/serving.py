"""How the demo's systems serve their tools: a transaction a call, keys honoured, faults on demand.

A tool is a plain function over the records. What it raises becomes a tool error: one sentence, with
no customer's data in it.
"""

import asyncio
import inspect
import json
import os
import sqlite3
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from connectors.demo.arguments import Key
from connectors.demo.faults import Fault, take
from connectors.demo.schema import NothingThere, Records, Value, add, change, find, opened, written

READS = ToolAnnotations(read_only_hint=True)
#: A write that honours a key, and one that does it again each time.
ONCE = ToolAnnotations(read_only_hint=False, destructive_hint=True, idempotent_hint=True)
EACH_TIME = ToolAnnotations(read_only_hint=False, destructive_hint=True, idempotent_hint=False)

#: What a tool does: it takes the records, and its arguments by name.
Work = Callable[..., Any]
_Call = Callable[[Mapping[str, Any]], Any]


class Refused(ToolError):
    """A system does not do what it was asked to, and has changed nothing."""


def served(
    name: str,
    file: Path,
    *,
    reads: Iterable[Work],
    once: Iterable[Work] = (),
    each_time: Iterable[Work] = (),
) -> MCPServer:
    """A system over these records: its reads, writes that honour a `key`, and writes without."""
    made = MCPServer(name, log_level="CRITICAL")
    for work in reads:
        made.tool(annotations=READS)(_tool(name, file, work, _reading(file, work)))
    for work in once:
        call = _writing_once(file, f"{name}.{work.__name__}", work)
        made.tool(annotations=ONCE)(_tool(name, file, work, call, keyed=True))
    for work in each_time:
        made.tool(annotations=EACH_TIME)(_tool(name, file, work, _writing(file, work)))
    return made


def keep(records: Records, table: str, row: Mapping[str, Value]) -> None:
    """Adds a row, and remembers that it is the newest."""
    add(records, table, row)
    _remember(records, table, next(iter(row.values())))


def update(records: Records, table: str, name: Value, **values: Value) -> None:
    """Changes the row of that name, and remembers that it is the newest."""
    change(records, table, name, **values)
    _remember(records, table, name)


def check_status(row: Mapping[str, Value], among: Collection[str], otherwise: str) -> None:
    """Refuses what has another status; `otherwise` are the words for it, up to that status."""
    if row["status"] not in among:
        msg = f"{otherwise} {row['status']}"
        raise Refused(msg)


def _remember(records: Records, table: str, name: Value) -> None:
    (last,) = records.execute("SELECT max(number) FROM changes").fetchone()
    add(records, "changes", {"number": (last or 0) + 1, "place": table, "name": name})


def _reading(file: Path, work: Work) -> _Call:
    def call(arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        with opened(file, "ro") as records:
            return work(records, **arguments)

    return call


def _writing(file: Path, work: Work) -> _Call:
    def call(arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        with written(file) as records:
            return work(records, **arguments)

    return call


def _writing_once(file: Path, tool: str, work: Work) -> _Call:
    """What was done for a key is kept with it in one transaction: both are there, or neither."""

    def call(arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        rest = {name: value for name, value in arguments.items() if name != "key"}
        key, asked = arguments["key"], json.dumps(rest, sort_keys=True)
        with written(file) as records:
            for before in find(records, "keys", key=key):
                if (before["tool"], before["arguments"]) != (tool, asked):
                    msg = "this key came before, with something else to do"
                    raise Refused(msg)
                return json.loads(str(before["answer"]))
            answer = work(records, **rest)
            kept = {"key": key, "tool": tool, "arguments": asked, "answer": json.dumps(answer)}
            add(records, "keys", kept)
            return answer

    return call


def _tool(
    system: str, file: Path, work: Work, call: _Call, *, keyed: bool = False
) -> Callable[..., Awaitable[Any]]:
    """The function that is served: named and described as `work`, without the records."""
    name = f"{system}.{work.__name__}"

    async def tool(**arguments: object) -> Any:  # noqa: ANN401 - JSON
        fault = await asyncio.to_thread(take, file, name)
        if fault is Fault.REFUSE:
            msg = "the system does not do this now; try again later"
            raise Refused(msg)
        if fault is Fault.SLOW:
            await asyncio.Event().wait()  # until whoever asked has given up
        try:
            answer = await asyncio.to_thread(call, arguments)
        except NothingThere as nothing:
            msg = f"nothing of that name is among the {nothing.table}"
            raise Refused(msg) from None
        except sqlite3.OperationalError:
            msg = "the records cannot be opened now; try again later"
            raise Refused(msg) from None
        if fault is Fault.LOST_ANSWER:
            os._exit(1)  # it is done, and nobody will ever say so
        return answer

    described = inspect.signature(work)
    parameters = list(described.parameters.values())[1:]
    if keyed:
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        parameters.append(inspect.Parameter("key", kind, annotation=Key))
    tool.__name__ = work.__name__
    tool.__doc__ = work.__doc__
    tool.__signature__ = described.replace(parameters=parameters)  # type: ignore[attr-defined]
    return tool
