"""Actions in any order, with deaths between: nothing happens twice, or without a yes to it."""

from collections import Counter as Times
from typing import TypeGuard

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from orchestration.actions.action import Action
from orchestration.actions.decision import Approvers
from orchestration.actions.undertaking import Undertaking
from orchestration.clock.followups import FollowUpKind
from orchestration.events.actions import ActionApproved, ActionJudged, ActionProposed, Progress
from orchestration.people import Role, Specialist, Staff
from tests.unit.centre.actions.bank import BILLING, LINK, MOVE, PAY, Counter, Fate, link, pay
from tests.unit.centre.cast import ADA, ANNA, ANONYMOUS, SAM
from tests.unit.centre.machine import DeskMachine

WHICH = st.integers(min_value=0, max_value=20)
PEOPLE = st.sampled_from([ANNA, SAM, ADA, ANONYMOUS])
AMOUNTS = st.sampled_from([500, 1000, 3000, 30_000, 60_000, 10_000_000])
ACTIONS = st.one_of(AMOUNTS.map(pay), st.sampled_from([link("A-1"), link("A-2"), Action(MOVE, {})]))
_NEVER_ASKED = {Progress.READING, Progress.WAITING, Progress.DENIED, Progress.REJECTED}


class AnyAction(DeskMachine):
    """The bank counts what reaches it; the timeline says who said yes to what."""

    def __init__(self) -> None:
        super().__init__()
        self.counter = self.wait(Counter().opens())
        self.seen = 0

    def teardown(self) -> None:
        """All comes to an end, and nothing of it is forgotten."""
        self.counter.bank.trouble, self.counter.bank.looks_fail = "", False
        for _ in range(8):
            self.counter.passes(minutes=3)
            self.wait(self.counter.runs_due())
        assert self.wait(self.counter.due(FollowUpKind.ACT)) is None
        stuck = {Progress.READING, Progress.READY, Progress.RUNNING}
        assert not [each for each in self.undertakings() if each.progress in stuck]
        self.holds()
        super().teardown()

    def undertakings(self) -> list[Undertaking]:
        async def read() -> list[Undertaking]:
            async with self.counter.begin() as uow:
                return [*await uow.actions.of(1)]

        return self.wait(read())

    def seq(self, which: int) -> int:
        known = self.undertakings()
        return known[which % len(known)].ref.seq

    @rule(action=ACTIONS, by=st.sampled_from([BILLING, ANNA, SAM]), read=st.booleans())
    def somebody_proposes(self, action: Action, by: Specialist | Staff, *, read: bool) -> None:
        if not self.counter.bank.trouble and read:
            self.wait(self.counter.reads())
        self.wait(self.counter.proposes(action, by))
        self.seen = len(self.undertakings())

    @precondition(lambda self: self.seen)
    @rule(by=PEOPLE, which=WHICH)
    def somebody_approves(self, by: Staff, which: int) -> None:
        self.tries(self.counter.approves(by, self.seq(which)))

    @precondition(lambda self: self.seen)
    @rule(by=PEOPLE, which=WHICH)
    def somebody_rejects(self, by: Staff, which: int) -> None:
        self.tries(self.counter.rejects(by, self.seq(which)))

    @precondition(lambda self: self.seen)
    @rule(by=PEOPLE, which=WHICH, amount=AMOUNTS)
    def somebody_amends(self, by: Staff, which: int, amount: int) -> None:
        self.tries(self.counter.amends(by, self.seq(which), amount_minor=amount))

    @precondition(lambda self: self.seen)
    @rule(by=PEOPLE, which=WHICH)
    def somebody_proposes_it_again(self, by: Staff, which: int) -> None:
        self.tries(self.counter.again(by, self.seq(which)))

    @precondition(lambda self: self.seen)
    @rule(by=PEOPLE, which=WHICH, done=st.booleans())
    def somebody_says_what_is_so(self, by: Staff, which: int, *, done: bool) -> None:
        self.tries(self.counter.tells(by, self.seq(which), done=done))

    @rule(fates=st.lists(st.sampled_from(Fate), max_size=3))
    def the_system_has_a_bad_day(self, fates: list[Fate]) -> None:
        self.counter.bank.fates = fates

    @rule(down=st.booleans(), looks=st.booleans())
    def the_system_comes_and_goes(self, *, down: bool, looks: bool) -> None:
        self.counter.bank.trouble = "no connection" if down else ""
        self.counter.bank.looks_fail = looks

    @precondition(lambda self: not self.counter.bank.trouble)
    @rule(cents=st.integers(min_value=-3, max_value=3))
    def the_records_change(self, cents: int) -> None:
        self.counter.bank.balances["A-1"] += cents

    @rule(role=st.sampled_from(Role))
    def sam_gets_another_role(self, role: Role) -> None:
        async def learn() -> None:
            async with self.counter.begin() as uow:
                person = await uow.people.get(SAM.id)
                assert person is not None
                await uow.people.learn(person.given(role))

        self.wait(learn())

    @rule(minutes=st.sampled_from([0, 1, 3, 20, 13 * 60]))
    def time_goes_by(self, minutes: int) -> None:
        self.counter.passes(minutes=minutes)
        self.wait(self.counter.runs_due())

    @rule(at=st.integers(min_value=1, max_value=25))
    def the_desk_dies(self, at: int) -> None:
        self.wait(self.counter.is_killed(at))

    @invariant()
    def holds(self) -> None:
        """What reached the system, against what was decided."""
        bank, known = self.counter.bank, {each.key: each for each in self.undertakings()}
        done = Times(str(arguments["key"]) for tool, arguments in bank.done if tool != LINK)
        assert set(done.values()) <= {1}, "with a key nothing is done twice"
        for tool, arguments in bank.asked:
            if tool != LINK:
                assert str(arguments["key"]) in known
                self.was_allowed(known[str(arguments["key"])])
        for each in known.values():
            if each.action.tool in {PAY, MOVE} and each.progress is Progress.DONE and each.result:
                assert done[each.key] == 1, "what ended well was done"
            if each.progress in _NEVER_ASKED:
                assert done[each.key] == 0
        links = [each for each in known.values() if each.action.tool == LINK]
        tried = [each for each in links if each.attempts]
        asked = [tool for tool, _ in bank.asked if tool == LINK]
        assert len(asked) <= len(tried), "what knows no key is asked for once"

    def was_allowed(self, undertaking: Undertaking) -> None:
        """By a rule, or by so many people, to just these arguments."""
        entries = self.wait(self.counter.entries(1))
        seq = undertaking.ref.seq
        (proposed,) = [each.event for each in entries if each.ref == undertaking.ref]
        assert isinstance(proposed, ActionProposed)
        assert proposed.arguments == undertaking.action.arguments
        yes = [each.actor for each in entries if _approves(each.event, seq)]
        people = {each.id for each in yes if isinstance(each, Staff)}
        wanted = undertaking.decision.approvers or Approvers(count=0)
        assert len(people) >= wanted.count
        assert ANNA.id not in people
        assert ANONYMOUS.id not in people
        judged = [each.event.verdict for each in entries if _judges(each.event, seq)]
        assert (judged or [proposed.verdict])[-1] in {"auto", "approve"}
        assert judged == [] or proposed.verdict == "unproven"


def _judges(event: object, seq: int) -> TypeGuard[ActionJudged]:
    return isinstance(event, ActionJudged) and event.action == seq


def _approves(event: object, seq: int) -> bool:
    return isinstance(event, ActionApproved) and event.action == seq


TestAnyAction = AnyAction.TestCase
TestAnyAction.settings = settings(max_examples=50, stateful_step_count=25, deadline=None)
