"""Who can be asked, how they are found, and how they think."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orchestration.actions.surveying import Served
from orchestration.consulting.calling import Failed
from orchestration.ports import Brain
from orchestration.ports.embedding import Embedder
from orchestration.ports.previews import Previews
from orchestration.ports.routing import Router
from orchestration.specialists.built_in.sentences import Say
from orchestration.specialists.cast import Cast, Profile
from orchestration.workflows.supervising import Supervisor

#: Who writes the answer, and who is asked when nobody fits: the desk calls these by their id.
WRITER, GENERALIST = "communication", "knowledge"


@dataclass(frozen=True, slots=True)
class Planning:
    """Who picks workflows and keeps plans, the desk's sentences, and the servers' tools."""

    supervisor: Supervisor
    say: Say
    served: Callable[[], Served]


@dataclass(frozen=True, slots=True)
class Consultants:
    """The specialists as they are now, and what finds them; `failed` is told of what went wrong.

    With an `embedder` they are given articles that mean what was asked, too. Who waits for a draft
    can watch it in `previews`. With `planning` their matters are worked on by workflows.
    """

    cast: Callable[[], Cast]
    router: Router
    brain: Brain
    failed: Failed
    embedder: Embedder | None = None
    previews: Previews | None = None
    planning: Planning | None = None


def writer_of(cast: Cast) -> Profile:
    """Who writes the answer; a desk without a file for it has a plain one."""
    return cast.get(WRITER) or Profile(WRITER, "Communication", "Writes the answer.", "")


def routable(cast: Cast, named: Sequence[str]) -> Sequence[Profile]:
    """Those of the named whom this desk has, each once."""
    found = (cast.get(each) for each in dict.fromkeys(named))
    return [each for each in found if each is not None]
