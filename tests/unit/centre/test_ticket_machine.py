"""A ticket under every verb by every actor in any order: what always holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from orchestration.answering import drafting, holding
from orchestration.content import Content, ContentKind
from orchestration.deliveries import NotForCustomers, to_customer
from orchestration.delivery import SendEntry
from orchestration.errors import DeskError
from orchestration.events import (
    Obstacle,
    RepliedPublicly,
    ReplyHeld,
    Suggested,
    SystemSaid,
    Urgency,
)
from orchestration.events.team import Decided, Part
from orchestration.people import Person, Specialist, Staff
from orchestration.sentences import PublicSentence
from orchestration.status import TRANSITIONS, Status
from orchestration.team import teamwork
from orchestration.ticket import Primary, Ticket, Triage
from orchestration.timeline import Audience, Entry
from tests.unit.centre.cast import EVA, NOW, READER, STAFF, known, words

STAFF_MEMBERS = st.sampled_from(STAFF)
PEOPLE = st.sampled_from([*map(known, STAFF[:-1]), Person(99, "Zoe")])
CONTENTS = st.sampled_from([words(), Content(" "), Content("", ContentKind.PHOTO)])
READINGS = st.builds(
    Triage, st.just("order_status"), st.sampled_from(Urgency), st.sampled_from([None, "en"])
)
LEVELS = list(Urgency)


class AnyOrder(RuleBasedStateMachine):
    """Tries verbs; each either records exactly one entry or raises and changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.entries: list[Entry] = []
        self.ticket: Ticket
        self.urgency = Urgency.LOW

    @initialize(content=CONTENTS, previous=st.none() | st.just(1))
    def begins(self, content: Content, previous: int | None) -> None:
        self.ticket = Ticket.open(142, EVA, content, self.now, previous)
        self.entries = list(self.ticket.recorded)

    def attempt(self, verb: Callable[[], Entry]) -> None:
        """Runs a verb and holds it to its promise."""
        self.now += timedelta(seconds=1)
        before = replace(self.ticket, recorded=list(self.ticket.recorded))
        try:
            entry = verb()
        except DeskError:
            assert self.ticket == before
            return
        self.entries.append(entry)
        assert self.ticket.recorded == [*before.recorded, entry]
        assert (entry.seq, entry.at, entry.ticket) == (before.version + 1, self.now, 142)
        self.check_move(before, entry)

    def check_move(self, before: Ticket, entry: Entry) -> None:
        """A change of status is on the entry, along the table, and dated."""
        if entry.move is None:
            unmoved = (before.status, before.status_since)
            assert (self.ticket.status, self.ticket.status_since) == unmoved
            return
        assert (entry.move.before, entry.move.after) == (before.status, self.ticket.status)
        assert entry.move.after in TRANSITIONS[entry.move.before]
        assert self.ticket.status_since == self.now

    @rule(content=CONTENTS)
    def the_customer_writes(self, content: Content) -> None:
        self.attempt(lambda: self.ticket.receive(content, self.now))

    @rule()
    def the_customer_calls_people(self) -> None:
        self.attempt(lambda: self.ticket.call_people(self.now))

    @rule()
    def the_customer_needs_no_more(self) -> None:
        self.attempt(lambda: self.ticket.settle_by_customer(self.now))

    @rule(by=STAFF_MEMBERS)
    def someone_claims(self, by: Staff) -> None:
        self.attempt(lambda: self.ticket.claim(by, self.now))

    @rule(by=STAFF_MEMBERS, to=PEOPLE)
    def someone_assigns(self, by: Staff, to: Person) -> None:
        self.attempt(lambda: self.ticket.assign(to, by, self.now))

    @rule(by=STAFF_MEMBERS)
    def someone_releases(self, by: Staff) -> None:
        self.attempt(lambda: self.ticket.release(by, self.now))

    @rule()
    def the_primary_leaves(self) -> None:
        self.attempt(lambda: self.ticket.lose_primary(self.now))

    @rule(by=STAFF_MEMBERS, content=CONTENTS)
    def someone_answers(self, by: Staff, content: Content) -> None:
        self.attempt(lambda: self.ticket.reply_publicly(content, by, self.now))

    @rule(by=STAFF_MEMBERS | st.just(READER), content=CONTENTS)
    def someone_notes(self, by: Staff | Specialist, content: Content) -> None:
        self.attempt(lambda: self.ticket.add_note(content, by, self.now))

    @rule(by=STAFF_MEMBERS, part=st.sampled_from(Part))
    def someone_joins(self, by: Staff, part: Part) -> None:
        self.attempt(lambda: teamwork.join(self.ticket, part, by, self.now))

    @rule(by=STAFF_MEMBERS, people=st.lists(PEOPLE, min_size=1, max_size=3, unique=True))
    def someone_brings_people_in(self, by: Staff, people: list[Person]) -> None:
        self.attempt(lambda: teamwork.invite(self.ticket, people, by, self.now))

    @rule(by=STAFF_MEMBERS)
    def someone_leaves(self, by: Staff) -> None:
        self.attempt(lambda: teamwork.leave(self.ticket, by, self.now))

    @rule(by=STAFF_MEMBERS, to=PEOPLE, content=CONTENTS)
    def someone_hands_over(self, by: Staff, to: Person, content: Content) -> None:
        self.attempt(lambda: teamwork.hand_over(self.ticket, to, content, by, self.now))

    @rule(by=STAFF_MEMBERS, to=PEOPLE, content=CONTENTS)
    def someone_consults(self, by: Staff, to: Person, content: Content) -> None:
        self.attempt(lambda: teamwork.consult(self.ticket, to, content, by, self.now))

    @rule(by=STAFF_MEMBERS, content=CONTENTS)
    def someone_decides(self, by: Staff, content: Content) -> None:
        self.attempt(lambda: teamwork.decide(self.ticket, content, by, self.now))

    @rule(by=STAFF_MEMBERS, seconds=st.sampled_from([1, 30]))
    def someone_takes_the_lock(self, by: Staff, seconds: int) -> None:
        self.attempt(
            lambda: drafting.lock(self.ticket, by, self.now + timedelta(seconds=seconds), self.now)
        )

    @rule(by=STAFF_MEMBERS)
    def someone_gives_the_lock_back(self, by: Staff) -> None:
        self.attempt(lambda: drafting.unlock(self.ticket, by, self.now))

    @rule(by=STAFF_MEMBERS, content=CONTENTS)
    def someones_words_are_held(self, by: Staff, content: Content) -> None:
        held = ReplyHeld(content, Obstacle.LOCK)
        self.attempt(lambda: holding.hold(self.ticket, held, by, self.now))

    @rule(by=STAFF_MEMBERS, discards=st.booleans())
    def what_was_held_is_decided(self, by: Staff, *, discards: bool) -> None:
        held = next((e for e in reversed(self.entries) if isinstance(e.event, ReplyHeld)), None)
        if held is not None and discards:
            self.attempt(lambda: holding.discard(self.ticket, held.seq, by, self.now))
        elif held is not None:
            self.attempt(lambda: holding.suggest(self.ticket, held, by, self.now))

    @rule(by=STAFF_MEMBERS)
    def a_suggestion_is_declined(self, by: Staff) -> None:
        given = next((e for e in reversed(self.entries) if isinstance(e.event, Suggested)), None)
        if given is not None:
            self.attempt(lambda: holding.decline(self.ticket, given, by, self.now))

    @rule(who=PEOPLE)
    def someone_leaves_the_staff(self, who: Person) -> None:
        self.attempt(lambda: teamwork.lose(self.ticket, who, self.now))

    @rule(by=STAFF_MEMBERS, to=st.sampled_from(Status))
    def someone_sets_the_status(self, by: Staff, to: Status) -> None:
        self.attempt(lambda: self.ticket.set_status(to, by, self.now))

    @rule(sentence=st.sampled_from(PublicSentence))
    def the_desk_speaks(self, sentence: PublicSentence) -> None:
        self.attempt(lambda: self.ticket.say(sentence, {}, self.now))

    @rule(reading=READINGS)
    def a_specialist_reads(self, reading: Triage) -> None:
        about = self.ticket.version
        self.attempt(lambda: self.ticket.take_triage(reading, about, READER, self.now))

    @rule()
    def the_desk_alerts(self) -> None:
        self.attempt(lambda: self.ticket.alert("unclaimed", self.now))

    @rule(lost=st.booleans())
    def a_delivery_fails(self, *, lost: bool) -> None:
        self.attempt(lambda: self.ticket.delivery_failed(1, "blocked", self.now, lost=lost))

    @rule()
    def it_is_saved(self) -> None:
        self.ticket.recorded.clear()

    @invariant()
    def the_status_is_in_the_table(self) -> None:
        """No status is outside the table."""
        assert self.ticket.status in TRANSITIONS

    @invariant()
    def every_change_has_its_entry(self) -> None:
        """The version is the number of entries, and they count from one without a gap."""
        assert self.ticket.version == len(self.entries)
        assert [entry.seq for entry in self.entries] == list(range(1, len(self.entries) + 1))

    @invariant()
    def there_is_one_primary_at_most(self) -> None:
        """Nobody or one member of staff, never an anonymous one, answers."""
        named = {Primary(each.id, each.name) for each in STAFF if not each.anonymous}
        assert self.ticket.primary is None or self.ticket.primary in named

    @invariant()
    def an_expert_is_asked_only_while_the_ticket_waits_for_one(self) -> None:
        """Whatever else moves the ticket on ends the consultation."""
        waits = self.ticket.status is Status.WAITING_EXPERT
        assert waits or self.ticket.consultation is None

    @invariant()
    def everyone_takes_one_part(self) -> None:
        """And whoever answers the customer is counted as that alone."""
        ids = [each.id for each in self.ticket.participants]
        assert ids == sorted(set(ids))
        taking = {each.id for part in Part for each in self.ticket.taking(part)}
        assert self.ticket.primary is None or self.ticket.primary.id not in taking

    @invariant()
    def a_decision_is_a_supervisors(self) -> None:
        """The newest one stands."""
        decided = [entry for entry in self.entries if isinstance(entry.event, Decided)]
        assert (self.ticket.decision is None) is not bool(decided)
        for entry in decided[-1:]:
            assert isinstance(entry.actor, Staff)
            assert entry.actor.role.supervises
            assert self.ticket.decision is not None
            assert self.ticket.decision.seq == entry.seq

    @invariant()
    def urgency_never_falls(self) -> None:
        """What was once more urgent stays so."""
        assert LEVELS.index(self.ticket.urgency) >= LEVELS.index(self.urgency)
        self.urgency = self.ticket.urgency

    @invariant()
    def autonomy_ends_for_good(self) -> None:
        """Once a person was asked for, no specialist speaks publicly."""
        assert self.ticket.autonomy is not self.ticket.people_called

    @invariant()
    def only_public_words_of_the_desk_reach_the_customer(self) -> None:
        """Of all entries, only answers and fixed sentences become deliveries to the customer."""
        for entry in self.entries[-3:]:
            try:
                sent = to_customer(self.ticket, entry)
            except NotForCustomers:
                assert not isinstance(entry.event, RepliedPublicly | SystemSaid)
                continue
            assert isinstance(entry.event, RepliedPublicly | SystemSaid)
            assert not isinstance(entry.actor, Specialist)
            assert entry.audience is sent.audience is Audience.PUBLIC
            assert (sent.chat, sent.body) == (EVA.id, SendEntry(entry.ref))


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=120, stateful_step_count=40)
