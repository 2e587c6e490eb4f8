"""Labelled messages: their labels, and the key of a set of them."""

import pytest

from orchestration.routing.examples import (
    Example,
    fingerprint,
    of_specialists,
    specialists_of,
)


def test_a_label_names_specialists_in_the_order_of_the_alphabet() -> None:
    """However it was written; an empty one names nobody."""
    assert specialists_of(" returns + billing ") == {"billing", "returns"}
    assert Example("x", specialists_of("returns+billing")).label == "billing+returns"
    assert specialists_of("  ") == frozenset()
    assert Example("x", frozenset()).label == ""


@pytest.mark.parametrize("label", ["billing+", "+", "a++b"])
def test_a_label_without_a_name_is_refused(label: str) -> None:
    """A plus sign stands between two specialists."""
    with pytest.raises(ValueError, match=r"\+"):
        specialists_of(label)


def test_specialists_examples_are_labelled_by_their_id() -> None:
    """As specialist files have them."""
    assert of_specialists({"sales": ["do you have it in red?"]}) == [
        Example("do you have it in red?", frozenset({"sales"}))
    ]


def test_a_fingerprint_is_of_the_examples_and_not_of_their_order() -> None:
    """Any change of what is learned from is another fingerprint."""
    one, two = Example("a", frozenset({"x"})), Example("b", frozenset({"x"}))
    assert fingerprint([one, two]) == fingerprint([two, one])
    changed = [
        [one],
        [one, two, two],
        [one, Example("b", frozenset({"y"}))],
        [one, Example("b", frozenset({"x"}), history=("c",))],
        [one, Example("b", frozenset({"x"}), group="g")],
    ]
    keys = {fingerprint(each) for each in changed} | {fingerprint([one, two])}
    assert len(keys) == len(changed) + 1


def test_a_lone_surrogate_has_a_fingerprint_too() -> None:
    """Broken text is still text."""
    assert fingerprint([Example("\ud83d", frozenset())])
