"""Which workflow a conversation is about: measured on messages that nothing was learned from."""

import csv
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from bot.desk_files import routing_examples, specialists
from bot.desk_files import workflows as workflow_files
from bot.settings import Settings
from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.examples import Example, of_specialists
from orchestration.routing.grams import words_of
from orchestration.routing.learning import learn
from orchestration.routing.model import RoutingModel
from orchestration.workflows.live import LivePicker
from orchestration.workflows.picking import Pick, examples_of, pick
from tests.unit.centre.workflows.playing import shipped

DESK = Settings.model_fields["desk_dir"].default
#: From this share of common pieces on, two messages are near-copies.
NEAR = 0.6


def _labelled(name: str) -> list[Example]:
    return routing_examples.read(DESK / workflow_files.OWN_SET / f"{name}.csv")


def _learned_from() -> Sequence[Example]:
    routable = specialists.load(DESK).routable
    routing = of_specialists({each.id: each.examples for each in routable})
    routing += routing_examples.read(DESK / routing_examples.OWN_SET / "train.csv")
    return examples_of(shipped().values(), _labelled("train"), routing)


@cache
def _model() -> RoutingModel:
    return learn(_learned_from())[0]


def _picked(text: str, called: Collection[str]) -> Sequence[Pick]:
    return pick(_model(), [text], shipped(), called)


def _called(example: Example) -> set[str]:
    """Whoever the message is for; all of them, where it is about no workflow."""
    about = [shipped()[each] for each in example.specialists] or shipped().values()
    return {id_ for each in about for id_ in each.specialists}


def test_nine_of_ten_are_right_and_hardly_any_is_wrong() -> None:
    """Of 190 messages in five languages, what is about no workflow among them."""
    held_out = _labelled("test")
    assert len(held_out) >= 150
    assert {each.label for each in held_out} == {*shipped(), ""}
    found = [
        ({one.workflow for one in _picked(each.text, _called(each))}, each.specialists)
        for each in held_out
    ]
    right = sum(picked == about for picked, about in found) / len(found)
    wrong = sum(bool(picked - about) for picked, about in found) / len(found)
    assert right >= 0.95, right
    assert wrong <= 0.02, wrong


def test_what_it_is_measured_by_was_not_learned() -> None:
    """Nor anything that is nearly the same."""

    def pieces(text: str) -> frozenset[str]:
        plain = f" {' '.join(words_of(text))} "
        return frozenset(plain[start : start + 3] for start in range(len(plain) - 2))

    learned = [pieces(each.text) for each in _learned_from() if each.specialists]
    near = []
    for each in _labelled("test"):
        mine = pieces(each.text)
        if any(len(mine & other) >= NEAR * len(mine | other) for other in learned):
            near.append(each.text)
    assert near == []


def test_only_whoever_was_called_has_workflows() -> None:
    """What is about another one's matter is about none of theirs."""
    text = "My account is locked, I cannot sign in"
    assert [each.workflow for each in _picked(text, {"account"})] == ["account-access"]
    assert _picked(text, {"billing"}) == ()
    assert _picked(text, {"sales"}) == ()
    assert _picked(text, ()) == ()


def test_an_only_workflow_is_no_reason_to_take_it() -> None:
    """Thanks are about nothing, whoever reads them."""
    assert _picked("thank you very much, have a nice day", {"billing", "orders"}) == ()


def test_several_matters_come_in_their_order_with_their_words() -> None:
    """What was charged goes before where the parcel is."""
    found = _picked(
        "Where is my parcel? And I was charged twice for order 4711.", {"orders", "billing"}
    )
    assert [each.workflow for each in found] == ["duplicate-charge", "order-status"]
    assert "4711" in found[0].words
    assert "parcel" in found[1].words


def test_numbers_of_examples_teach_nothing() -> None:
    """Whose order it was says nothing of anybody else's."""
    learned = examples_of(shipped().values())
    assert not [each.text for each in learned if "4711" in each.text]


def test_what_is_for_others_is_about_no_workflow() -> None:
    """Messages of specialists without workflows are learned as such; labels nobody has are not."""
    routing = [Example("a", frozenset({"sales"})), Example("b", frozenset({"billing", "sales"}))]
    found = examples_of([shipped()["invoice-copy"]], [Example("c", frozenset({"gone"}))], routing)
    assert [each for each in found if not each.specialists] == [Example("a", frozenset())]
    assert {each.text for each in found}.isdisjoint({"b", "c"})


class _Kept:
    """Models that were kept."""

    def __init__(self) -> None:
        self.kept: dict[str, RoutingModel] = {}

    def get(self, key: str, embedder: Embedder | None = None) -> RoutingModel | None:
        assert embedder is None
        return self.kept.get(key) or _model()

    def put(self, key: str, model: RoutingModel) -> None:
        self.kept[key] = model

    def vectors(self, embedder: str) -> Mapping[str, Floats]:
        raise AssertionError(embedder)

    def keep_vectors(self, embedder: str, vectors: Mapping[str, Floats]) -> None:
        raise AssertionError(embedder, len(vectors))


async def test_a_running_desk_picks_by_what_it_learned_last() -> None:
    """The same examples are not learned twice; without any nothing is picked."""
    picker = LivePicker(_Kept())
    words = ["Please send me the invoice for order 4711 again."]
    examples = _learned_from()
    assert await picker.learn(examples)
    assert not await picker.learn(examples)
    found = await picker.pick(words, shipped(), {"billing"})
    assert [each.workflow for each in found] == ["invoice-copy"]
    assert await picker.learn([])
    assert await picker.pick(words, shipped(), {"billing"}) == ()


def test_every_workflow_is_learned_in_every_language() -> None:
    """Five messages at least in each."""
    file = DESK / workflow_files.OWN_SET / "train.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = Counter((each["label"], each["language"]) for each in csv.DictReader(lines))
    few = [
        (workflow, language)
        for workflow in shipped()
        for language in ("en", "es", "pt", "ru", "fa")
        if rows[workflow, language] < 5
    ]
    assert few == []
