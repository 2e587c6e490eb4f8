"""Specialists for tests: whom there is, whom the router finds, and what each of them says."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from orchestration.consulting.consultants import Consultants
from orchestration.ports.previews import Watch
from orchestration.routing.decision import RoutingDecision, RoutingTask
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import Autonomy, Cast, Profile

#: What a specialist does when it is asked.
Thinks = Callable[[Brief], Awaitable[Advice]]

BILLING = Profile("billing", "Billing", "Charges.", "Count.", ("charged twice",))
ORDERS = Profile("orders", "Orders", "Parcels.", "Look.", ("where is it",))
TONE = Profile("tone", "Tone", "Anger.", "Hear.", ("shame",), autonomy=Autonomy.NOTES)
KNOWLEDGE = Profile("knowledge", "Knowledge", "Articles.", "Cite.", ("how long",))
WRITER = Profile("communication", "Communication", "Writes.", "Briefly.")
ALL = (BILLING, ORDERS, TONE, KNOWLEDGE, WRITER)


def says(note: str, draft: str = "", **more: object) -> Thinks:
    """Somebody who says this at once."""

    async def think(_: Brief) -> Advice:
        return Advice(note=note, draft=draft, confidence=0.9, **more)  # type: ignore[arg-type]

    return think


@dataclass
class Panel:
    """`finds` is whom the router finds; `thinks` is what each does, who says a word otherwise.

    `meanwhile` happens while the first of them thinks.
    """

    finds: Sequence[str] = ("billing",)
    thinks: Mapping[str, Thinks] = field(default_factory=dict)
    meanwhile: Callable[[], Awaitable[object]] | None = None
    profiles: Sequence[Profile] = ALL
    briefs: list[tuple[str, Brief]] = field(default_factory=list)
    routed: list[Sequence[str]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    name: str = "scripted"
    shown: list[tuple[int, int, str]] = field(default_factory=list)

    def consultants(self) -> Consultants:
        cast = Cast(self.profiles)
        return Consultants(lambda: cast, self, self, self._failed, previews=self)

    def show(self, reader: int, ticket: int, words: str) -> None:
        self.shown.append((reader, ticket, words))

    async def route(
        self,
        conversation: Sequence[str],
        ticket: int | None = None,  # noqa: ARG002 - as the port has it
    ) -> RoutingDecision:
        self.routed.append(conversation)
        tasks = tuple(RoutingTask(name, conversation[-1], 0.8) for name in self.finds)
        return RoutingDecision(tasks, ("words",) if tasks else ())

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        self.briefs.append((profile.id, brief))
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        return await self.thinks.get(profile.id, says(f"{profile.name} has read it"))(brief)

    async def draft(
        self,
        profile: Profile,
        brief: Brief,
        watch: Watch | None = None,
    ) -> Advice:
        if watch is not None:
            watch("Half of it")
        if profile.id in self.thinks:
            return await self.thinks[profile.id](brief)
        parts = [each.advice.draft for each in brief.said if each.advice.draft]
        grounded = all(each.advice.grounded for each in brief.said if each.advice.draft)
        return Advice(draft=" ".join(parts), grounded=grounded, confidence=0.9)

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        assert profile.id == WRITER.id
        return Advice(draft=f"What is it about, {brief.customer_name}?", asks=True)

    def _failed(self, profile: Profile | None, error: Exception) -> None:
        self.failures.append(f"{profile.id if profile else 'router'}: {error}")
