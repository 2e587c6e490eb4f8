"""Who is angry or despairs, in each language; and who only sounds so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.escalating.tone import CHARACTERS, sounds_negative
from tests.unit.centre.escalating.tones import ANGRY, CALM

PIECES = [each for table in (ANGRY, CALM) for texts in table.values() for each in texts]


@pytest.mark.parametrize("text", [text for texts in ANGRY.values() for text in texts])
def test_they_are_angry_or_despair(text: str) -> None:
    """Strong words, threats, shouting, and several weaker signs together."""
    assert sounds_negative(text)


@pytest.mark.parametrize("text", [text for texts in CALM.values() for text in texts])
def test_a_doubt_means_that_they_are_not(text: str) -> None:
    """What is denied, what is only a matter, what is a single weak sign, and loud thanks."""
    assert not sounds_negative(text)


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    """Whatever customers type; and what stands beyond the part that is read changes nothing."""
    padded = text[:CHARACTERS].ljust(CHARACTERS)
    assert sounds_negative(f"{padded}I will sue you") is sounds_negative(padded)


def test_accents_case_and_keyboards_do_not_matter() -> None:
    """As people type on telephones."""
    assert sounds_negative("PESIMO SERVICIO")
    assert sounds_negative("pessimo atendimento")
    assert sounds_negative("از شما شكايت مي‌كنم")
