"""The third way through the house: a burst settles, specialists read it, their advice is kept.

Nobody thinks inside a transaction: what there is to read is read in one, the advice is kept in
another, and advice about words that a newer message overtook is dropped, because that message
consults again. While specialists think, the follow-up is due again later: a desk that is killed
meanwhile, or another one, then begins anew.
"""

import asyncio
from dataclasses import dataclass, field, replace

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting.briefing import Matter, brief_for, read_matter
from orchestration.consulting.calling import Round
from orchestration.consulting.consultants import Consultants, routable
from orchestration.consulting.findings import Findings
from orchestration.consulting.keeping import add_late, keep
from orchestration.consulting.plans import Plans, open_plans
from orchestration.consulting.proposals import without_advised
from orchestration.consulting.routing import route, with_owners
from orchestration.consulting.worded import worded
from orchestration.consulting.writing import Writing, asker_of
from orchestration.desk import Desk
from orchestration.events.specialists import Routed
from orchestration.ports import Begin, Clock
from orchestration.specialists.advice import Brief
from orchestration.specialists.cast import Cast, Profile
from orchestration.specialists.triage_words import GREETING
from orchestration.transactions import transact

#: This share of the time belongs to the specialists, the rest to whoever writes the draft.
THINKING = 0.7
#: So many seconds a specialist may be late, and a draft of what came late as many more.
LATE = 30.0


async def consult(
    begin: Begin, desk: Desk, consultants: Consultants, leased: FollowUp, clock: Clock
) -> None:
    """Finds the specialists, has them think side by side, and keeps what they say in one commit.

    What comes later than the desk's `advise_within` is added in one more. That time begins when
    they are called: a desk that has just started may be learning yet whom to call.
    """
    async with begin() as uow:
        matter = await read_matter(uow, desk, leased)
    cast = consultants.cast()
    if not cast.profiles or _is_nothing(matter, leased):
        await transact(begin, lambda uow: uow.follow_ups.take(leased))
        return
    routed = await route(consultants, cast, matter)
    plans = await open_plans(consultants, cast, matter)
    if not matter.named:
        routed = with_owners(routed, cast, plans.picked)
    matter = replace(matter, brief=replace(matter.brief, known=plans.known))
    asker = asker_of(cast, desk.queue(matter.queue)) if routed.abstained else None
    writing = Writing(consultants, cast, matter, asker)
    work = _Work(begin, consultants, cast, matter, routed, plans, writing)
    loop = asyncio.get_running_loop()
    until = loop.time() + desk.advise_within.total_seconds()
    try:
        await work.call()
        left = until - loop.time()
        found = await work.findings(left * THINKING, left)
        turn = await transact(begin, lambda uow: keep(uow, desk, leased, found, clock()))
        if turn is None or found.complete:
            return
        late = await work.findings(LATE, 2 * LATE)
        await transact(begin, lambda uow: add_late(uow, desk, turn, found, late, clock()))
    finally:
        await work.close()


@dataclass
class _Work:
    """Specialists, plans and whoever writes, at work on one matter; closing it ends them all."""

    begin: Begin
    consultants: Consultants
    cast: Cast
    matter: Matter
    routed: Routed
    plans: Plans
    writing: Writing
    round: Round = field(init=False)

    def __post_init__(self) -> None:
        self.round = Round(self.consultants.brain, self.consultants.failed)

    async def call(self) -> None:
        """Has everybody begin who is called."""
        calls = self.routed.calls
        profiles = routable(self.cast, [each.specialist for each in calls])
        for profile, call in zip(profiles, calls, strict=True):
            self.round.call(profile, await self._brief_for(profile, call.task))

    async def findings(self, thinking: float, seconds: float) -> Findings:
        """What there is after so many seconds at most; specialists have those of `thinking`.

        Who is not done when they are heard is late, although they may be done before the draft is.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        said = await self.round.hear(thinking, self.cast, self._brief_for)
        late = self.round.waiting
        planned = await self.plans.hear(until - loop.time())
        late = late or self.plans.waiting
        self.writing.begin(worded(said, planned))
        draft = await self.writing.hear(until - loop.time())
        late = late or self.writing.waiting
        said = without_advised(said, planned)
        await self.plans.prove(said)
        return Findings(self.cast, self.matter, self.routed, said, draft, planned, not late)

    async def close(self) -> None:
        """Ends whoever is not done."""
        await asyncio.gather(self.round.close(), self.plans.close(), self.writing.close())

    async def _brief_for(self, profile: Profile, task: str = "") -> Brief:
        return await brief_for(self.begin, self.matter, profile, task, self.consultants.embedder)


def _is_nothing(matter: Matter, leased: FollowUp) -> bool:
    """Whether nobody wants anything yet, or what was asked has its answer."""
    if leased.kind is FollowUpKind.ASK:
        return matter.asked is None
    return not matter.conversation or (
        matter.triage is not None and matter.triage.intent == GREETING
    )
