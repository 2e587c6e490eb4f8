"""A desk where customers, staff and the clock act in any order: what always holds."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from orchestration.answering import drafting, holding, suggesting
from orchestration.answering.replies import answered_entry
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.customers import conversation
from orchestration.delivery import (
    Delivery,
    Lane,
    SendEntry,
    ShowCard,
    ShowEntry,
    TellNotices,
    TellPrivately,
    TellTopic,
)
from orchestration.events import (
    Alerted,
    CustomerWrote,
    DraftLocked,
    Obstacle,
    PeopleCalled,
    Released,
    ReleaseReason,
    RepliedPublicly,
    ReplyDiscarded,
    ReplyHeld,
    Suggested,
    SuggestionDeclined,
    SystemSaid,
)
from orchestration.events.team import Part
from orchestration.people import Customer, Staff
from orchestration.ports import HeldReply, Pending, UnitOfWork
from orchestration.rights import Verb, may
from orchestration.sentences import PublicSentence, StaffSentence
from orchestration.status import ENDED, TRANSITIONS, Status
from orchestration.team import assignment, collaboration
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef
from tests.unit.centre.cast import EVA, MAX, STAFF, known
from tests.unit.centre.consulting.panel import Panel
from tests.unit.centre.house import FAR, House
from tests.unit.centre.machine import DeskMachine

CUSTOMERS = st.sampled_from([EVA, MAX])
STAFF_MEMBERS = st.sampled_from(STAFF)
OWNERS = st.sampled_from([each for each in STAFF if not each.anonymous])
CONTENTS = st.sampled_from(
    [Content("Where is it?"), Content("x" * 700), Content("", ContentKind.PHOTO)]
)
SUGGESTED = "Perhaps so"
WHICH = st.integers(min_value=0, max_value=50)


class AnyDay(DeskMachine):
    """Customers, staff and the clock, and what the desk sends on account of them."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.tickets = 0
        self.messages: list[MessageRef] = []
        self.seen: dict[int, Pending] = {}
        self.checked: set[int] = set()

    def number(self, which: int) -> int:
        return which % self.tickets + 1

    @initialize()
    def the_desk_knows_its_staff(self) -> None:
        self.wait(self.house.meets(*STAFF[:-1]))

    async def commits(self, verb: Callable[[UnitOfWork], Awaitable[object]]) -> None:
        async with self.house.begin() as uow:
            await verb(uow)

    def asks(self, verb: Callable[[UnitOfWork], Awaitable[object]]) -> None:
        """Someone asks, in one commit, for what is never refused."""
        self.wait(self.commits(verb))

    def on(self, which: int, verb: Callable[[UnitOfWork, Ticket], Awaitable[object]]) -> None:
        """Staff do something to a ticket, in one commit."""
        self.tries(self.house.does(self.number(which), verb))

    # Customers

    @rule(customer=CUSTOMERS, content=CONTENTS)
    def a_customer_writes(self, customer: Customer, content: Content) -> None:
        self.arrives(customer, content, None)

    @precondition(lambda self: self.messages)
    @rule(customer=CUSTOMERS, content=CONTENTS, which=WHICH)
    def a_customer_replies(self, customer: Customer, content: Content, which: int) -> None:
        self.arrives(customer, content, self.messages[which % len(self.messages)])

    def arrives(self, customer: Customer, content: Content, to: MessageRef | None) -> None:
        number, message = self.wait(self.house.writes(customer, content, to))
        self.tickets = max(self.tickets, number)
        self.messages.append(message)
        ticket = self.wait(self.house.ticket(number))
        assert ticket.customer == customer
        assert ticket.status not in ENDED
        assert self.wait(self.house.current(customer)) == number

    @rule(customer=CUSTOMERS)
    def a_customer_says_new(self, customer: Customer) -> None:
        self.asks(lambda uow: conversation.start_another(uow, customer))

    @rule(customer=CUSTOMERS, number=WHICH)
    def a_customer_chooses(self, customer: Customer, number: int) -> None:
        self.tries(self.commits(lambda uow: conversation.choose(uow, customer, number)))

    @rule(customer=CUSTOMERS)
    def a_customer_looks(self, customer: Customer) -> None:
        self.asks(lambda uow: conversation.list_tickets(uow, customer))
        self.asks(lambda uow: conversation.tell_status(uow, customer))

    @rule(customer=CUSTOMERS)
    def a_customer_closes(self, customer: Customer) -> None:
        self.asks(lambda uow: conversation.close(uow, customer, self.house.now))

    @rule(customer=CUSTOMERS)
    def a_customer_asks_for_people(self, customer: Customer) -> None:
        self.asks(lambda uow: conversation.ask_for_people(uow, customer, self.house.now))

    # Staff

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH, text=st.sampled_from(["Tomorrow", " "]))
    def staff_answer(self, by: Staff, which: int, text: str) -> None:
        number = self.number(which)

        async def work() -> None:
            async with self.house.begin() as uow:
                asked = self.messages[which % len(self.messages)]
                answers = await answered_entry(uow, number, asked)
            await self.house.answers(by, number, text, answers)

        self.tries(work())

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH)
    def staff_note(self, by: Staff, which: int) -> None:
        self.tries(self.house.notes(by, self.number(which)))

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH)
    def staff_claim(self, by: Staff, which: int) -> None:
        self.on(which, lambda uow, t: assignment.claim(uow, t, by, self.house.now))

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, to=OWNERS, which=WHICH)
    def staff_assign(self, by: Staff, to: Staff, which: int) -> None:
        self.on(which, lambda uow, t: assignment.assign(uow, t, known(to), by, self.house.now))

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH)
    def staff_release(self, by: Staff, which: int) -> None:
        self.on(
            which, lambda uow, t: assignment.release(uow, self.house.desk, t, by, self.house.now)
        )

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH)
    def staff_ask_the_owner(self, by: Staff, which: int) -> None:
        self.on(which, lambda uow, t: assignment.ask_owner(uow, t, by))

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, to=OWNERS, which=WHICH, deed=st.sampled_from(["hand", "ask", "bring"]))
    def staff_turn_to_a_colleague(self, by: Staff, to: Staff, which: int, deed: str) -> None:
        written, now = self.house.written(by, "Look twice."), self.house.now
        deeds: dict[str, Callable[[UnitOfWork, Ticket], Awaitable[object]]] = {
            "hand": lambda uow, t: assignment.hand_over(uow, t, known(to), written, now),
            "ask": lambda uow, t: collaboration.consult(uow, t, known(to), written, now),
            "bring": lambda uow, t: collaboration.invite(uow, t, [known(to)], by, now),
        }
        self.on(which, deeds[deed])

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, part=st.sampled_from(Part), which=WHICH)
    def staff_take_part(self, by: Staff, part: Part, which: int) -> None:
        self.on(which, lambda uow, t: collaboration.join(uow, t, part, by, self.house.now))

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH)
    def staff_decide(self, by: Staff, which: int) -> None:
        words = self.house.written(by, "Refund it.")
        self.on(which, lambda uow, t: collaboration.decide(uow, t, words, self.house.now))

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, to=st.sampled_from(Status), which=WHICH)
    def staff_set_a_status(self, by: Staff, to: Status, which: int) -> None:
        self.tries(self.house.moves(self.number(which), to, by))

    @rule(who=OWNERS)
    def someone_leaves_and_comes_back(self, who: Staff) -> None:
        self.asks(
            lambda uow: assignment.someone_left(uow, self.house.desk, known(who), self.house.now)
        )

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH, back=st.booleans())
    def staff_take_the_lock(self, by: Staff, which: int, *, back: bool) -> None:
        house = self.house

        async def press(uow: UnitOfWork, ticket: Ticket) -> None:
            if back:
                await drafting.give_back(uow, house.desk, ticket, by, house.now)
            else:
                await drafting.take(uow, house.desk, ticket, by, house.now)

        self.on(which, press)

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH)
    def staff_suggest(self, by: Staff, which: int) -> None:
        written, now = self.house.written(by, SUGGESTED), self.house.now
        why = Obstacle.OFFERED
        self.on(which, lambda uow, t: holding.keep_for_author(uow, t, written, why, None, now))

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH, step=st.sampled_from(["send", "give", "discard"]))
    def staff_decide_what_was_held(self, by: Staff, which: int, step: str) -> None:
        verbs: dict[str, Callable[..., Awaitable[object]]] = {
            "send": suggesting.send_anyway,
            "give": suggesting.give,
            "discard": suggesting.discard,
        }

        async def decides(uow: UnitOfWork, ticket: Ticket) -> None:
            for held in await uow.held_replies.of(ticket.id):
                if held.suggestion is None:
                    await verbs[step](uow, ticket, held.message, by, self.house.now)
                    return

        self.on(which, decides)

    @precondition(lambda self: self.tickets)
    @rule(by=STAFF_MEMBERS, which=WHICH, step=st.sampled_from(["send", "anyway", "edit", "not"]))
    def staff_answer_a_suggestion(self, by: Staff, which: int, step: str) -> None:
        now = self.house.now

        async def decides(uow: UnitOfWork, ticket: Ticket) -> None:
            for held in await uow.held_replies.of(ticket.id):
                if held.suggestion is None:
                    continue
                if step == "not":
                    await suggesting.decline(uow, ticket, held.suggestion, by, now)
                elif step == "edit":
                    words = self.house.written(by, "Other words")
                    given = EntryRef(ticket.id, held.suggestion)
                    await suggesting.send_edited(uow, ticket, given, words, now)
                else:
                    anyway = step == "anyway"
                    await suggesting.send(uow, ticket, held.suggestion, by, now, anyway=anyway)
                return

        self.on(which, decides)

    # The clock

    @rule(minutes=st.sampled_from([0.05, 3, 11]), overtaken=st.booleans(), by=CUSTOMERS)
    def time_goes_by(self, minutes: float, *, overtaken: bool, by: Customer) -> None:
        self.house.passes(minutes=minutes)
        overtaking = [by] if overtaken else []

        async def writes() -> None:
            if overtaking:
                number, message = await self.house.writes(overtaking.pop(), "one more thing")
                self.tickets = max(self.tickets, number)
                self.messages.append(message)

        self.house.consultants = Panel(meanwhile=writes).consultants()
        self.wait(self.house.runs_due())

    @rule()
    def the_courier_sends(self) -> None:
        self.look()
        self.wait(self.house.sent())

    # What always holds

    def look(self) -> None:
        """Sees what came into the outbox since the last look."""

        async def read() -> dict[int, Pending]:
            async with self.house.begin() as uow:
                waiting = await uow.courier.pending(self.house.now + FAR, limit=100_000)
            return {each.id: each for each in waiting if each.id not in self.seen}

        self.seen |= self.wait(read())

    def entry(self, ref: EntryRef) -> Entry:
        return self.wait(self.house.entries(ref.ticket))[ref.seq - 1]

    @invariant()
    def nothing_internal_goes_to_a_customer(self) -> None:
        """Into a private chat go answers, fixed sentences, and nothing else."""
        self.look()
        for delivery in (self.seen[id_].delivery for id_ in self.seen.keys() - self.checked):
            if delivery.chat is not None:
                self.check_private(delivery)
            elif isinstance(delivery.body, ShowEntry):
                assert delivery.audience is self.entry(delivery.body.entry).audience
            else:
                assert not isinstance(delivery.body, SendEntry | TellPrivately)
        self.checked = set(self.seen)

    def check_private(self, delivery: Delivery) -> None:
        if isinstance(delivery.body, TellPrivately):
            assert isinstance(delivery.body.sentence, PublicSentence)
            assert delivery.body.chat == delivery.chat
            return
        if isinstance(delivery.body, TellNotices):  # it carries no words of anybody
            assert delivery.body.person == delivery.chat
            assert delivery.chat in {each.id for each in STAFF}
            return
        assert isinstance(delivery.body, SendEntry)
        entry = self.entry(delivery.body.entry)
        assert entry.audience is delivery.audience is Audience.PUBLIC
        assert isinstance(entry.event, RepliedPublicly | SystemSaid)
        ticket = self.wait(self.house.ticket(entry.ticket))
        assert (delivery.ticket, delivery.chat) == (ticket.id, ticket.customer.id)
        if isinstance(entry.event, RepliedPublicly) and entry.event.reply_to is not None:
            asked = self.entry(EntryRef(ticket.id, entry.event.reply_to.seq or 0))
            assert isinstance(asked.event, CustomerWrote)

    @invariant()
    def versions_are_entries(self) -> None:
        """Every change of every ticket left exactly one entry, along the table."""
        for number in range(1, self.tickets + 1):
            ticket = self.wait(self.house.ticket(number))
            entries = self.wait(self.house.entries(number))
            assert [entry.seq for entry in entries] == list(range(1, ticket.version + 1))
            status = Status.NEW
            for move in (entry.move for entry in entries if entry.move is not None):
                assert move.before is status
                assert move.after in TRANSITIONS[status]
                status = move.after
            assert ticket.status is status

    @invariant()
    def a_current_ticket_is_ones_own(self) -> None:
        """Each customer has one current ticket at most, and it is theirs."""
        for customer in (EVA, MAX):
            number = self.wait(self.house.current(customer))
            if number is not None:
                assert self.wait(self.house.ticket(number)).customer == customer

    @invariant()
    def each_ticket_opened_with_one_card(self) -> None:
        """One card opens each topic, whatever happens to its ticket later."""
        self.look()
        opened = Counter(
            pending.delivery.ticket
            for pending in self.seen.values()
            if pending.delivery.lane is Lane.RELAY and isinstance(pending.delivery.body, ShowCard)
        )
        assert opened == dict.fromkeys(range(1, self.tickets + 1), 1)

    @invariant()
    def alerts_are_recorded(self) -> None:
        """Supervisors are mentioned for an unclaimed ticket as often as it records, no more."""
        self.look()
        told = Counter(
            pending.delivery.ticket
            for pending in self.seen.values()
            if isinstance(pending.delivery.body, TellTopic)
            and pending.delivery.body.sentence is StaffSentence.UNCLAIMED
        )
        for number in range(1, self.tickets + 1):
            entries = self.wait(self.house.entries(number))
            assert told[number] == sum(isinstance(entry.event, Alerted) for entry in entries)

    @invariant()
    def what_nobody_has_is_watched(self) -> None:
        """An open ticket without a primary is watched, or staff know of it already."""
        watched = {due.ticket for due in self.wait(self.house.scheduled())}
        for number in range(1, self.tickets + 1):
            ticket = self.wait(self.house.ticket(number))
            if ticket.status in ENDED or ticket.primary is not None or number in watched:
                continue
            assert any(map(is_known_to_staff, self.wait(self.house.entries(number))))

    @invariant()
    def what_waits_was_not_sent(self) -> None:
        """Held words are of an entry inside, which nothing has decided about."""
        for number in range(1, self.tickets + 1):
            entries = self.wait(self.house.entries(number))
            waiting = self.wait(self.waiting(number))
            decided = Counter(filter(None, map(decides_about, entries)))
            assert set(decided.values()) <= {1}
            for held in waiting:
                assert isinstance(entries[held.entry.seq - 1].event, ReplyHeld)
                assert not decided[held.suggestion or held.entry.seq]
            words = [entry for entry in entries if isinstance(entry.event, ReplyHeld | Suggested)]
            assert all(entry.audience is Audience.INTERNAL for entry in words)
            assert sum(not decided[entry.seq] for entry in words) == len(waiting)

    @invariant()
    def answers_are_by_whom_the_lock_let(self) -> None:
        """An open lock is of someone who may answer, and stands in the timeline."""
        for number in range(1, self.tickets + 1):
            ticket = self.wait(self.house.ticket(number))
            lock = drafting.open_lock(ticket, self.house.now)
            if lock is not None:
                holder = next(each for each in STAFF if each.id == lock.holder)
                assert may(holder, Verb.REPLY, ticket.primary_id)
                taken = [
                    entry.actor.id
                    for entry in self.wait(self.house.entries(number))
                    if isinstance(entry.event, DraftLocked) and isinstance(entry.actor, Staff)
                ]
                assert taken[-1] == lock.holder

    async def waiting(self, number: int) -> Sequence[HeldReply]:
        async with self.house.begin() as uow:
            return await uow.held_replies.of(number)


def decides_about(entry: Entry) -> int | None:
    """The entry of held or suggested words that this one decides about, where it names one."""
    match entry.event:
        case ReplyDiscarded(of) | SuggestionDeclined(of) | Suggested(of):
            return of
        case RepliedPublicly(suggestion=given, held=held):
            return given or held
        case _:
            return None


def is_known_to_staff(entry: Entry) -> bool:
    """Whether supervisors were told of it, or staff reopened the ticket themselves."""
    reopened = entry.move is not None and entry.move.before in ENDED
    told = isinstance(entry.event, Alerted | PeopleCalled)
    left = isinstance(entry.event, Released) and entry.event.reason is ReleaseReason.LEFT
    return told or left or (reopened and isinstance(entry.actor, Staff))


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=70, stateful_step_count=30)
