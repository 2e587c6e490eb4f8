"""The desk's own labelled messages are what a fair measurement needs."""

import csv
import re
from collections import Counter
from functools import cache
from itertools import combinations

import pytest

from bot.desk_files.routing_examples import OWN_SET, read
from bot.settings import Settings
from orchestration.routing.examples import Example
from orchestration.routing.grams import words_of

FOLDER = Settings.model_fields["desk_dir"].default / OWN_SET
SPECIALISTS = {
    "billing",
    "technical",
    "orders",
    "returns",
    "account",
    "sales",
    "knowledge",
    "compliance",
    "escalation",
}
#: `joined` holds what is about two matters in one sentence, which the test has none of.
ALL = ("train", "test", "joined")
LANGUAGES = {"en", "es", "ru", "pt", "fa"}
#: From this share of common pieces on, two messages are near-copies.
NEAR = 0.6


@cache
def _examples(name: str) -> list[Example]:
    return read(FOLDER / f"{name}.csv")


@cache
def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _pieces(text: str) -> frozenset[str]:
    plain = f" {' '.join(words_of(text))} "
    return frozenset(plain[start : start + 3] for start in range(len(plain) - 2))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def test_it_holds_hundreds_of_messages() -> None:
    """Most to learn from, enough to measure by."""
    assert len(_examples("train")) + len(_examples("test")) >= 400
    assert len(_examples("train")) > len(_examples("test")) >= 100


@pytest.mark.parametrize("name", ["train", "test"])
def test_every_specialist_is_asked_in_every_language(name: str) -> None:
    """So are those who are asked together, and nobody."""
    asked = {
        (specialist, row["language"])
        for row, example in zip(_rows(name), _examples(name), strict=True)
        for specialist in example.specialists
    }
    assert asked == {(specialist, language) for specialist in SPECIALISTS for language in LANGUAGES}
    for size in (0, 2):
        sizes = Counter(
            row["language"]
            for row, example in zip(_rows(name), _examples(name), strict=True)
            if len(example.specialists) == size
        )
        assert set(sizes) == LANGUAGES


@pytest.mark.parametrize("name", ALL)
def test_labels_are_written_in_the_order_of_the_alphabet(name: str) -> None:
    """One label has one spelling."""
    for row, example in zip(_rows(name), _examples(name), strict=True):
        assert row["label"] == example.label
        assert row["group"]


def test_some_messages_need_what_was_said_before() -> None:
    """On both sides."""
    assert all(any(each.history for each in _examples(name)) for name in ("train", "test"))


def test_no_group_crosses_from_training_to_test() -> None:
    """Paraphrases and translations of a message share a group."""
    groups = [{each.group for each in _examples(name)} for name in ALL]
    assert not any(one & other for one, other in combinations(groups, 2))


def test_what_is_joined_is_for_two() -> None:
    """In one sentence, in every language."""
    for row, example in zip(_rows("joined"), _examples("joined"), strict=True):
        assert len(example.specialists) == 2
        assert not re.search(r"[.!?؟]\s", row["text"])
    assert Counter(row["language"] for row in _rows("joined")) == dict.fromkeys(LANGUAGES, 7)


def test_no_group_has_two_labels() -> None:
    """What a group says, it says in every language."""
    labels = {(each.group, each.label) for name in ALL for each in _examples(name)}
    assert len(labels) == len({group for group, _ in labels})


def test_no_message_of_the_test_is_a_near_copy_of_one_to_learn_from() -> None:
    """What is learned by heart is not measured. What was said before belongs to a message."""
    learned = [(_pieces(" ".join(each.conversation)), each) for each in _examples("train")]
    near = [
        (question.text, example.text)
        for name in ("test", "joined")
        for question in _examples(name)
        for pieces, example in learned
        if _alike(_pieces(" ".join(question.conversation)), pieces) >= NEAR
    ]
    assert near == []


def test_no_message_stands_there_twice() -> None:
    """Each counts once."""
    said = Counter(each.conversation for name in ALL for each in _examples(name))
    assert said.most_common(1)[0][1] == 1
