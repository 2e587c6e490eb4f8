"""Never more than Telegram takes, the urgent first, and nobody waits for ever."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outgoing.budget import MANY_CHATS, Budget, conversation_of, cost_of
from orchestration import deliveries
from orchestration.content import MessageRef
from orchestration.delivery import Delivery, Lane, TellTopic
from orchestration.ports import Pending
from orchestration.sentences import PublicSentence, StaffSentence

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
ANA, BORIS = 100001, 100002


def told(lane: Lane, ticket: int) -> Delivery:
    return Delivery(lane, TellTopic(StaffSentence.NOTE_KEPT), ticket)


def private(chat: int) -> Delivery:
    return deliveries.tell(chat, PublicSentence.HELP)


def waiting(*each: Delivery) -> list[Pending]:
    return [Pending(number, delivery) for number, delivery in enumerate(each, start=1)]


def chosen(budget: Budget, pending: list[Pending], at: float = 0) -> list[int]:
    return [each.id for each in budget.plan(pending, NOW, at).go]


anything = st.one_of(
    st.builds(told, st.sampled_from(Lane), st.integers(1, 4)),
    st.builds(private, st.sampled_from([ANA, BORIS])),
    st.builds(deliveries.opening_card, st.integers(1, 4)),
    st.builds(deliveries.dress, st.integers(1, 4)),
)


@settings(max_examples=60)
@given(st.lists(anything, max_size=40), st.integers(2, 6), st.integers(1, 2), st.integers(2, 4))
def test_a_run_keeps_every_budget_and_every_order_and_ends(
    everything: list[Delivery], group: int, chat: int, total: int
) -> None:
    """Whatever waits: no window holds too much, conversations keep their order, all gets out."""
    budget = Budget(group, chat, total)
    pending = waiting(*everything)
    sent: list[tuple[float, Pending]] = []
    at = 0.0
    while pending:
        plan = budget.plan(pending, NOW, at)
        for each in plan.go:
            budget.spend(each.delivery.chat, at, cost_of(each.delivery))
            sent.append((at, each))
        gone = {each.id for each in plan.go}
        pending = [each for each in pending if each.id not in gone]
        if not plan.go:
            assert plan.again is not None
            assert plan.again > 0
            at += plan.again
    for moment, _ in sent:
        second = [each for when, each in sent if moment - 1 < when <= moment]
        minute = [each for when, each in sent if moment - 60 < when <= moment]
        assert sum(cost_of(each.delivery) for each in second) <= total
        in_group = [each for each in minute if each.delivery.chat is None]
        assert sum(cost_of(each.delivery) for each in in_group) <= group
        for person in (ANA, BORIS):
            assert len([each for each in second if each.delivery.chat == person]) <= chat
    for one in everything:
        if one.lane is not Lane.COSMETIC:
            same = [
                each.id
                for _, each in sent
                if conversation_of(each.delivery) == conversation_of(one)
                and each.delivery.lane is not Lane.COSMETIC
            ]
            assert same == sorted(same)


@given(st.lists(anything, max_size=20), st.sampled_from([None, ANA, BORIS]))
def test_a_frozen_chat_rests_and_the_others_do_not(
    everything: list[Delivery], frozen: int | None
) -> None:
    """A 429 is about one chat."""
    free, cold = Budget(0, 0, 0), Budget(0, 0, 0)
    cold.freeze(frozen, until=30)
    pending = waiting(*everything)
    expected = [each.id for each in free.plan(pending, NOW, 0).go if each.delivery.chat != frozen]
    assert chosen(cold, pending) == expected
    assert chosen(cold, pending, at=30) == chosen(free, pending, at=30)


def test_lanes_go_first() -> None:
    """A public reply before an alert, a customer's message, a note, a card."""
    lanes = (Lane.COSMETIC, Lane.NOTE, Lane.RELAY, Lane.ALERT, Lane.REPLY)
    pending = waiting(*(told(lane, ticket) for ticket, lane in enumerate(lanes)))
    assert chosen(Budget(), pending) == [5, 4, 3, 2, 1]


def test_an_urgent_delivery_lifts_what_must_come_before_it() -> None:
    """The alert of ticket 1 may not pass its note, so the note goes before ticket 2's message."""
    pending = waiting(told(Lane.RELAY, 2), told(Lane.NOTE, 1), told(Lane.ALERT, 1))
    assert chosen(Budget(), pending) == [2, 1]


def test_cosmetics_are_passed_by_everything() -> None:
    """The card's edit waits while anything else of its ticket waits."""
    pending = waiting(deliveries.card(1), told(Lane.NOTE, 1))
    assert chosen(Budget(), pending) == [2]


def test_cosmetics_leave_a_sixth_of_the_group_free() -> None:
    """With 15 of 18 spent, a card must wait and a note need not."""
    budget = Budget()
    budget.spend(None, at=0, operations=15)
    plan = budget.plan(waiting(deliveries.card(1), told(Lane.NOTE, 2)), NOW, 1)
    assert [each.id for each in plan.go] == [2]
    assert plan.again == 59


def test_what_needs_more_room_is_not_overtaken_for_ever() -> None:
    """An opening card takes two operations; notes of other tickets do not steal the one left."""
    budget = Budget(group_per_minute=2)
    budget.spend(None, at=0, operations=1)
    pending = waiting(deliveries.opening_card(1), told(Lane.NOTE, 2))
    assert chosen(budget, pending, at=10) == []
    assert chosen(budget, pending, at=60) == [1]


def test_one_that_must_wait_holds_back_only_its_own_conversation() -> None:
    """Ticket 1's next delivery waits for the one before it; ticket 2 goes on."""
    early, later = waiting(told(Lane.RELAY, 1), told(Lane.RELAY, 1))
    early = replace(early, not_before=NOW + timedelta(seconds=7))
    other = Pending(3, told(Lane.NOTE, 2))
    plan = Budget().plan([early, later, other], NOW, 0)
    assert [each.id for each in plan.go] == [3]
    assert plan.again == 7


def test_busy_conversations_are_left_alone() -> None:
    """One delivery of a conversation is under way at a time."""
    pending = waiting(told(Lane.RELAY, 1), told(Lane.RELAY, 2))
    plan = Budget().plan(pending, NOW, 0, busy={conversation_of(pending[0].delivery)})
    assert [each.id for each in plan.go] == [2]


def test_what_is_under_way_counts() -> None:
    """Telegram counts a call before its answer comes back; then it counts from that moment."""
    budget = Budget()
    budget.reserve(ANA, 1)
    plan = budget.plan(waiting(private(ANA)), NOW, 0)
    assert plan.go == ()
    assert plan.again is None
    budget.free(ANA, 1)
    budget.spend(ANA, at=2, operations=1)
    assert budget.plan(waiting(private(ANA)), NOW, 2).again == 1


def test_zero_turns_a_limit_off() -> None:
    """All tickets at once, all people at once."""
    budget = Budget(0, 0, 0)
    budget.spend(None, at=0, operations=1000)
    pending = waiting(*(told(Lane.NOTE, ticket) for ticket in range(100)))
    assert len(chosen(budget, pending)) == 100


def test_other_groups_are_groups() -> None:
    """Groups have negative ids; twenty a minute holds there too."""
    elsewhere = Delivery(Lane.ALERT, TellTopic(StaffSentence.HELP_GROUP), None, -1002)
    budget = Budget(group_per_minute=1)
    budget.spend(-1002, at=0, operations=1)
    assert budget.plan(waiting(elsewhere), NOW, 5).again == 55


def test_marks_go_to_the_group() -> None:
    """Nobody knows whether reactions count, so they do (telegram-facts, section 1)."""
    assert cost_of(deliveries.mark(1, MessageRef(-1001, 5))) == 1


def test_chats_that_rest_are_forgotten() -> None:
    """Customers are many and a desk runs for months; who was just written to still has to wait."""
    budget = Budget(total_per_second=0)
    for customer in range(1, 3 * MANY_CHATS):
        budget.spend(customer, float(customer), 1)
    assert len(budget._chats) <= MANY_CHATS + 2
    assert not any(window.spent for window in budget._windows(None))
    last = 3 * MANY_CHATS - 1
    told = Pending(1, deliveries.tell(last, PublicSentence.GREETING))
    assert budget.plan([told], NOW, float(last) + 0.5).go == ()
    assert budget.plan([told], NOW, float(last) + 1).go == (told,)
