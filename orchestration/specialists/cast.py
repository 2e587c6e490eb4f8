"""Who the specialists of a desk are: as their files describe them, and by whom they are led."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from orchestration.specialists.kinds import Kind

#: A specialist who thinks without a model.
BUILT_IN = "built-in"


class Autonomy(StrEnum):
    """How far a specialist may go by itself; a queue may allow less, and never more."""

    NOTES = "notes"
    DRAFTS = "drafts"
    AUTO = "auto"


class Access(StrEnum):
    """What a tool does to the business system behind it."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Budget:
    """How many tokens of a model a specialist may use: on one ticket, and in a day on all."""

    ticket: int = 50_000
    day: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Profile:
    """A specialist as its file describes it.

    `description` says what it is for, in a sentence that people read. `examples` are messages that
    are for it; without any, no message is routed to it and the desk calls it by its id. `tools` are
    all that it may call, `server.tool`, each with what that does. `knowledge` names the folders and
    tags of the articles that it reads; None is all of them. `manager` is the id of who leads it.
    Of `needs` the customer must name one before anything can be looked up; the first is asked for.
    """

    id: str
    name: str
    description: str
    instructions: str
    examples: tuple[str, ...] = ()
    tools: Mapping[str, Access] = field(default_factory=lambda: MappingProxyType({}))
    knowledge: tuple[str, ...] | None = None
    model: str = BUILT_IN
    budget: Budget = Budget()
    autonomy: Autonomy = Autonomy.DRAFTS
    manager: str | None = None
    needs: tuple[Kind, ...] = ()


class Cast:
    """All specialists of a desk, in two levels at most: managers, and whom they lead.

    A manager is whoever another one names as such: a new specialist joins by its own file alone.
    """

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._profiles = {each.id: each for each in sorted(profiles, key=lambda one: one.id)}
        self._managers = frozenset(each.manager for each in self._profiles.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cast) and self._profiles == other._profiles

    def __hash__(self) -> int:
        return hash(frozenset(self._profiles))

    def __len__(self) -> int:
        return len(self._profiles)

    @property
    def profiles(self) -> Sequence[Profile]:
        """Everyone, by id."""
        return tuple(self._profiles.values())

    @property
    def first_level(self) -> Sequence[Profile]:
        """Managers, and whoever has none."""
        return tuple(each for each in self.profiles if each.manager is None)

    @property
    def routable(self) -> Sequence[Profile]:
        """Those to whom messages are routed."""
        return tuple(each for each in self.profiles if each.examples)

    def get(self, id_: str) -> Profile | None:
        """The one of that id."""
        return self._profiles.get(id_)

    def leads(self, profile: Profile) -> bool:
        """Whether others have it as their manager."""
        return profile.id in self._managers

    def led_by(self, manager: str) -> Sequence[Profile]:
        """Whom a manager leads, by id."""
        return tuple(each for each in self.profiles if each.manager == manager)
