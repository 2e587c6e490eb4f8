"""The semantic router: meaning counts beside words, and learning asks for each vector once."""

import asyncio

import numpy as np
import pytest

from orchestration.routing.examples import Example, sampled
from orchestration.routing.learning import learn, learned
from orchestration.routing.live import LiveRouter
from orchestration.routing.remembering import Remembering, key_of, remembered
from orchestration.routing.semantic import SemanticRouter
from tests.fakes.embedding import FakeEmbedder
from tests.fakes.routing import FakeRoutingModels
from tests.unit.centre.routing.shop import ALL, IN_SCOPE


@pytest.fixture(scope="module")
def router() -> SemanticRouter:
    return SemanticRouter(learn(ALL, FakeEmbedder())[0])


@pytest.mark.parametrize(
    ("said", "specialist"),
    [
        ("me han cobrado otra vez", "billing"),
        ("quiero devolver los zapatos", "returns"),
        ("хочу вернуть куртку", "returns"),
    ],
)
async def test_a_language_without_examples_is_understood(
    router: SemanticRouter, said: str, specialist: str
) -> None:
    """Not one of these words was learned from."""
    decision = await router.route([said])
    assert decision.specialists == {specialist}
    assert router.name == "semantic"


async def test_what_is_for_nobody_is_left_to_nobody(router: SemanticRouter) -> None:
    """In another language too."""
    assert (await router.route(["una canción, va a llover"])).abstained
    assert (await router.route([])).abstained


async def test_words_are_still_reasons(router: SemanticRouter) -> None:
    """Where some of them were learned from."""
    decision = await router.route(["my card was charged two times"])
    assert "card" in decision.reasons


async def test_what_was_said_before_counts(router: SemanticRouter) -> None:
    """As with the built-in router, the newest message counts most."""
    assert (await router.route(["quiero devolver los zapatos", "hm?"])).specialists == {"returns"}
    changed = ["quiero devolver los zapatos", "me han cobrado, mi tarjeta"]
    assert (await router.route(changed)).specialists == {"billing"}


@pytest.mark.parametrize("said", ["", " ", "\0", "\ud800", "🙂" * 3000])
async def test_any_text_is_routed(router: SemanticRouter, said: str) -> None:
    """No text is an error."""
    assert (await router.route([said])) == (await router.route([said]))


def test_learning_is_deterministic_whatever_the_order() -> None:
    """The same examples give the same model, so its key says everything."""
    one, other = learn(ALL, FakeEmbedder())[0], learn(ALL[::-1], FakeEmbedder())[0]
    assert one.point == other.point
    assert (one.linear.weights == other.linear.weights).all()


def test_one_more_example_asks_for_one_more_vector() -> None:
    """The others were kept; what is an example no more is not kept either."""
    shelf, embedder = FakeRoutingModels(), FakeEmbedder()
    learned(IN_SCOPE, shelf, embedder)
    known = {each.text for each in IN_SCOPE}
    assert known <= set(embedder.read)
    assert all(embedder.read.count(text) == 1 for text in known)
    embedder.read.clear()
    corrected = [*IN_SCOPE[1:], Example("the parcel is late", frozenset({"orders"}))]
    learned(corrected, shelf, embedder)
    assert "the parcel is late" in embedder.read
    assert not known & set(embedder.read)
    assert set(shelf.vectors(embedder.name)) == {key_of(each.text) for each in corrected}
    embedder.read.clear()
    learned(corrected, shelf, embedder)
    assert embedder.read == []


def test_the_two_routers_have_models_of_their_own() -> None:
    """The same examples teach them different things."""
    shelf = FakeRoutingModels()
    built_in = learned(IN_SCOPE, shelf)
    assert learned(IN_SCOPE, shelf, FakeEmbedder()) is not built_in


def test_only_what_is_not_remembered_is_asked() -> None:
    """And asked once; vectors are the same either way."""
    embedder = FakeEmbedder()
    known = remembered(embedder, ["card", "shoes", "card"], {})
    assert embedder.read == ["card", "shoes"]
    again = Remembering(embedder, known)
    assert (again.asked(["shoes", "card"]) == FakeEmbedder().asked(["shoes", "card"])).all()
    assert embedder.read == ["card", "shoes"]
    assert np.allclose(again.asked(["rain", "card"]), FakeEmbedder().asked(["rain", "card"]))
    assert embedder.read == ["card", "shoes", "rain"]
    assert (again.name, len(again.told(["rain"]))) == ("fake 1", 1)


async def test_a_specialist_without_like_examples_is_found_by_name() -> None:
    """What a name means is one more thing to learn from."""
    examples = [*IN_SCOPE, Example("qwerty asdf", frozenset({"lost_parcel"}))]
    router = SemanticRouter(learn(examples, FakeEmbedder())[0])
    assert (await router.route(["посылка"])).specialists == {"lost_parcel"}


async def test_a_running_desk_learns_when_examples_change() -> None:
    """And only then; who asks before it has learned at all waits. Without any it abstains."""
    live = LiveRouter(FakeRoutingModels(), FakeEmbedder())
    assert live.name == "semantic"
    early = asyncio.create_task(live.route(["me han cobrado"]))
    assert await live.learn(IN_SCOPE)
    assert (await early).specialists == {"billing"}
    assert not await live.learn(IN_SCOPE[::-1])
    assert (await live.route(["me han cobrado"])).specialists == {"billing"}
    parcels = [Example(f"the parcel number {n} is lost", frozenset({"orders"})) for n in range(6)]
    assert await live.learn([*IN_SCOPE, *parcels])
    assert (await live.route(["el paquete a españa"])).specialists == {"orders"}
    assert await live.learn([])
    assert (await live.route(["me han cobrado"])).abstained


async def test_without_an_embedder_it_is_the_built_in_router() -> None:
    """The same desk, by words alone."""
    live = LiveRouter(FakeRoutingModels())
    await live.learn(IN_SCOPE)
    assert live.name == "built-in"
    assert (await live.route(["my card was charged twice"])).specialists == {"billing"}


def test_a_sample_has_so_many_of_each_label_and_can_be_drawn_again() -> None:
    """Whatever the order in which examples come."""
    some = sampled(ALL, 2, seed=1)
    assert sorted(each.label for each in some) == sorted(
        label for label in ("", "billing", "returns", "billing+returns") for _ in range(2)
    )
    assert some == sampled(ALL[::-1], 2, seed=1)
    assert some != sampled(ALL, 2, seed=2)
    assert len(sampled(ALL, 100, seed=1)) == len(ALL)
