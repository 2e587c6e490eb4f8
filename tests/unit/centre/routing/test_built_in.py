"""The built-in router: whom it calls, with which words, and when it calls nobody."""

from functools import cache
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.routing.built_in import BuiltInRouter
from orchestration.routing.examples import Example, fingerprint
from orchestration.routing.learning import NothingToLearn, learn, learned
from tests.fakes.routing import FakeRoutingModels
from tests.unit.centre.routing.shop import ALL, IN_SCOPE, ask, examples

_PLAIN = st.text(max_size=300)
_SHOP = st.lists(
    st.sampled_from([*chain.from_iterable(each.text.split() for each in ALL), "\n", ". "]),
    max_size=40,
).map(" ".join)
CONVERSATIONS = st.lists(_PLAIN | _SHOP, max_size=8)


@cache
def _router() -> BuiltInRouter:
    return BuiltInRouter(learn(ALL)[0])


def test_a_message_goes_to_whom_such_messages_are_for() -> None:
    """The reasons are words of the message that spoke for it."""
    decision = ask(_router(), ["my card was charged two times"])
    (task,) = decision.tasks
    assert (task.specialist, task.text) == ("billing", "my card was charged two times")
    assert "card" in decision.reasons
    assert set(decision.reasons) <= {"my", "card", "was", "charged", "two", "times"}


def test_a_message_that_spans_domains_becomes_a_task_for_each() -> None:
    """Each with the sentences that are about it; a greeting goes with the first."""
    said = "Hello there. I want to return the jacket, it is too small. You charged my card twice!"
    decision = ask(_router(), [said])
    assert {task.specialist: task.text for task in decision.tasks} == {
        "returns": "Hello there. I want to return the jacket, it is too small.",
        "billing": "You charged my card twice!",
    }


def test_two_sentences_about_one_matter_are_one_task() -> None:
    """Splitting is for several matters, not for several sentences."""
    said = "My card was charged twice. Please refund the amount to my card."
    assert [task.text for task in ask(_router(), [said]).tasks] == [said]


def test_what_is_for_nobody_is_left_to_nobody() -> None:
    """Abstaining is the absence of tasks, and needs no reasons."""
    decision = ask(_router(), ["will the weather be fine in madrid"])
    assert decision.abstained
    assert decision.reasons == ()


def test_without_examples_out_of_scope_nothing_abstains() -> None:
    """A router that never saw a message for nobody does not guess that there are any."""
    router = BuiltInRouter(learn(IN_SCOPE)[0])
    for said in ("will it rain tomorrow", "zzz", "", "🙂"):
        assert not ask(router, [said]).abstained


def test_what_was_said_before_counts_where_the_newest_message_says_little() -> None:
    """A short question is about what the customer wrote of just now."""
    router = BuiltInRouter(learn(IN_SCOPE)[0])
    for earlier, wanted in (
        ("i want a return label for the shoes", "returns"),
        ("please send the invoice with the amount charged", "billing"),
    ):
        assert ask(router, [earlier, "hm, so?"]).specialists == {wanted}


def test_the_newest_message_outweighs_older_ones() -> None:
    """A customer who changes the subject is followed."""
    said = ["my card was charged twice for one invoice", "i want to return the shoes"]
    assert ask(_router(), said).specialists == {"returns"}


def test_nothing_said_is_for_nobody() -> None:
    """There is no message to route."""
    assert ask(_router(), []).abstained


@given(CONVERSATIONS)
def test_any_conversation_is_routed_and_always_alike(conversation: list[str]) -> None:
    """No text is an error; a confidence is a share; tasks are of different specialists."""
    decision = ask(_router(), conversation)
    assert decision == ask(_router(), conversation)
    assert all(0 <= task.confidence <= 1 for task in decision.tasks)
    assert len(decision.specialists) == len(decision.tasks)
    assert decision.specialists <= {"billing", "returns"}


@given(_SHOP)
def test_no_word_of_a_message_is_lost_on_the_way_to_tasks(said: str) -> None:
    """Together the tasks' texts hold the message's words, each once."""
    decision = ask(_router(), [said])
    words = sorted(word for task in decision.tasks for word in task.text.split())
    assert decision.abstained or words == sorted(said.split())


def test_learning_is_deterministic_whatever_the_order() -> None:
    """The same examples give the same model, so its key says everything."""
    one, other = learn(ALL)[0], learn(ALL[::-1])[0]
    assert one.point == other.point
    assert (one.linear.weights == other.linear.weights).all()
    assert one.linear.features.vocabulary.places == other.linear.features.vocabulary.places


def test_a_model_is_learned_once_and_kept_by_its_examples() -> None:
    """A correction by staff is one more example, and makes a model of its own."""
    shelf = FakeRoutingModels()
    first = learned(IN_SCOPE, shelf)
    assert learned(IN_SCOPE, shelf) is first
    corrected = [*IN_SCOPE, Example("the parcel is late", frozenset({"orders"}))]
    assert learned(corrected, shelf) is not first
    assert set(shelf.kept) == {fingerprint(corrected)}


@pytest.mark.parametrize("nothing", [[], examples("")])
def test_there_must_be_something_to_learn(nothing: list[Example]) -> None:
    """Without any specialist there is nobody to route to."""
    with pytest.raises(NothingToLearn):
        learn(nothing)


def test_one_specialist_alone_gets_everything() -> None:
    """A desk with a single specialist needs no choice."""
    router = BuiltInRouter(learn(examples("billing"))[0])
    assert ask(router, ["whatever it is"]).specialists == {"billing"}
