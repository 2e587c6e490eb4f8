"""Tool servers as `desk.yaml` declares them, and whose data each of their tools reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

#: A way into JSON: the keys from the outside to the inside.
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose data a tool reads.

    `nobodys`: no customer's, such as opening hours. `argument`: the customer's that this argument
    names, which the desk fills in from the binding. `owner`: of whoever stands there in the answer,
    which must be the bound customer. With none of them nobody knows, and it is not read.
    """

    nobodys: bool = False
    argument: str | None = None
    owner: Path | None = None

    @property
    def declared(self) -> bool:
        """Whether it says anything."""
        return self.nobodys or self.argument is not None or self.owner is not None


#: What holds for a tool of which the owner said nothing.
UNDECLARED = Whose()


@dataclass(frozen=True, slots=True)
class ToolServer:
    """A server: a program on this machine (`command`), or an address (`url`).

    Of the desk's environment a program gets only the variables named in `environment`. The variable
    named `token` holds what an address is given as a bearer token. A call takes `timeout` at most,
    and `most` characters of an answer are kept.
    """

    id: str
    command: tuple[str, ...] = ()
    url: str = ""
    environment: tuple[str, ...] = ()
    token: str = ""
    timeout: timedelta = timedelta(seconds=5)
    most: int = 16_000
    tools: Mapping[str, Whose] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OrderCheck:
    """The tool that finds a customer's record by an order's number and its postcode.

    `order` and `postcode` are the names of its arguments; `record` is where the record's id stands
    in what it answers.
    """

    tool: str
    order: str
    postcode: str
    record: Path


@dataclass(frozen=True, slots=True)
class EmailCheck:
    """The tool that sends a code to an e-mail address, if that is on file.

    `email` and `code` are the names of its arguments; `record` is where the id of the record with
    that address stands in what it answers.
    """

    tool: str
    email: str
    code: str
    record: Path


@dataclass(frozen=True, slots=True)
class Checks:
    """How customers can show whose record is theirs, beside asking a supervisor."""

    order: OrderCheck | None = None
    email: EmailCheck | None = None

    @property
    def tools(self) -> frozenset[str]:
        """The tools that only the desk itself calls: with them anyone could try who is who."""
        return frozenset(each.tool for each in (self.order, self.email) if each is not None)


@dataclass(frozen=True, slots=True)
class Toolbox:
    """All that is declared: the servers by id, and the tools that verify customers."""

    servers: Mapping[str, ToolServer] = field(default_factory=dict)
    checks: Checks = Checks()

    def whose(self, tool: str) -> Whose:
        """Whose data `server.tool` reads."""
        server, _, name = tool.partition(".")
        known = self.servers.get(server)
        return UNDECLARED if known is None else known.tools.get(name, UNDECLARED)
