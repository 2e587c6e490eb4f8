"""A draft that is shown while a model writes it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from orchestration.specialists.half_written import STEP, HalfWritten, draft_in

WORDS = "Your box left us on Monday, and it should be with you within three days from now."


@given(st.text(), st.data())
def test_of_any_beginning_it_is_a_beginning(draft: str, data: st.DataObject) -> None:
    """However an answer is cut, the draft begins with what is read of it."""
    form = json.dumps({"sources": ["entry-2"], "draft": draft, "asks": False})
    cut = data.draw(st.integers(0, len(form)))
    # A letter of two halves may be cut between them, and the first half is none.
    assert draft.startswith(draft_in(form[:cut]).rstrip("\ufffd"))
    assert draft_in(form) == draft


def test_what_is_no_form_has_no_draft() -> None:
    """Also what is JSON."""
    for text in ("", "Hello", '["draft"]', '{"draft": 7}', '{"draft": null', '{"note": "draft"'):
        assert draft_in(text) == ""


async def test_it_is_shown_as_it_grows() -> None:
    """By some letters at a time, and from the beginning after another try."""
    shown: list[str] = []
    half = HalfWritten(shown.append)
    form = json.dumps({"draft": WORDS})
    for letter in form:
        await half.hear(letter)
    assert [len(each) for each in shown] == [STEP, 2 * STEP]
    assert all(WORDS.startswith(each) for each in shown)
    await half.hear("")
    for letter in form.replace("Your", "Ours"):
        await half.hear(letter)
    assert shown[-1].startswith("Ours")
    assert len(shown) == 4
