"""A text is cut where no secret is cut in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.containment.cutting import beginning, whole


@pytest.mark.parametrize(
    ("cut", "left"),
    [
        ("My card is 4242 4242 42", "My card is"),
        ("My card is 4242-4242-42", "My card is"),
        ("Моя карта ۴۲۴۲ ۴۲", "Моя карта"),
        ("The key is sk-live01234", "The key is"),
        ("Send it to DE89 3704 0044 0", "Send it to DE"),
        ("我的密钥是sk-live0123", "我的密钥是"),
        ('{"order": "4711", "card": "4242', '{"order": "4711", "card'),
        ("It comes tomorr", "It comes"),
        ("", ""),
    ],
)
def test_the_end_of_what_was_cut(cut: str, left: str) -> None:
    """No number, and no word that may go on."""
    assert whole(cut) == left


def test_what_is_short_stays() -> None:
    assert beginning("It was 4711", 11) == "It was 4711"
    assert beginning("It was 4711", 10) == "It was"


@given(st.text(), st.integers(0, 50))
def test_it_is_a_beginning(text: str, longest: int) -> None:
    """Whatever the text."""
    cut = beginning(text, longest)
    assert text.startswith(cut)
    assert len(cut) <= longest or cut == text
