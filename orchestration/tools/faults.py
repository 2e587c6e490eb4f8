"""What of the declared tools does not work as the servers are now, a sentence for each."""

from collections.abc import Iterator

from orchestration.ports.tools import ServedTool, ToolServers
from orchestration.schemas import properties
from orchestration.specialists.cast import Access, Cast
from orchestration.tools.declared import Toolbox
from orchestration.tools.described import Described


def faults(
    box: Toolbox, servers: ToolServers, cast: Cast, described: Described | None = None
) -> Iterator[str]:
    """Servers that are not connected, and tools that are not there or not as they are declared.

    `described` are the tools as desk/tools/ has them.

    Of a server that is not connected nothing else is said. What files alone can tell is not said
    here either.
    """
    for id_ in sorted(box.servers):
        state = servers.state(id_)
        if state is not None and state.trouble:
            yield f"the tool server {id_} is not connected: {state.trouble}"
    for profile in cast.profiles:
        for name, access in sorted(profile.tools.items()):
            yield from _of_tool(box, servers, name, access, f"{profile.name} cannot read {name}")
    yield from _drifted(servers, described or {})
    order, email = box.checks.order, box.checks.email
    if order is not None:
        wanted = {order.order, order.postcode}
        yield from _of_check(servers, order.tool, wanted, "customers cannot be verified by order")
    if email is not None:
        wanted = {email.email, email.code}
        yield from _of_check(servers, email.tool, wanted, "customers cannot be verified by e-mail")


def _drifted(servers: ToolServers, described: Described) -> Iterator[str]:
    """Tools that are described otherwise than they are: policy and workflows count on the words."""
    for name, tool in sorted(described.items()):
        now = _served(servers, name)
        if isinstance(now, str):
            yield f"desk/tools describes {name}: {now}"
        elif now is not None and set(properties(now.arguments)) != set(properties(tool.arguments)):
            takes = ", ".join(properties(now.arguments)) or "nothing"
            yield f"desk/tools describes {name} with other arguments than it has now: {takes}"


def _of_tool(
    box: Toolbox, servers: ToolServers, name: str, access: Access, says: str
) -> Iterator[str]:
    tool = _served(servers, name)
    if tool is None:
        return
    argument = box.whose(name).argument
    if isinstance(tool, str):
        yield f"{says}: {tool}"
    elif access is Access.READ and tool.changes:
        yield f"{says}: its server says that it changes something"
    elif argument is not None and argument not in properties(tool.arguments):
        yield f"{says}: it has no argument {argument}, as desk.yaml says"


def _of_check(servers: ToolServers, name: str, wanted: set[str], says: str) -> Iterator[str]:
    tool = _served(servers, name)
    if tool is None:
        return
    if isinstance(tool, str):
        yield f"{says}: {tool}"
        return
    missing = sorted(wanted - set(properties(tool.arguments)))
    if missing:
        yield f"{says}: {name} has no argument {', '.join(missing)}"


def _served(servers: ToolServers, name: str) -> ServedTool | str | None:
    """The tool, why there is none, or None where nothing can be said about it now."""
    id_, _, short = name.partition(".")
    state = servers.state(id_)
    if state is None or state.trouble:
        return None
    return state.tools.get(short) or f"the server {id_} has no tool {short}"
