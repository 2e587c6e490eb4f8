"""The log of a ticket: who did what, and where a supervisor stepped in."""

from tests.stories.conftest import Cast
from tests.stories.test_macros import private_panel


async def test_a_log_says_who_did_what(cast: Cast) -> None:
    """Its asker alone sees it, page by page, with the supervisor's doings marked."""
    await cast.boris.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await cast.maria.presses_on_card(topic, "Claim")
    await topic.card_says("Answered by Maria")
    for number in range(12):
        await cast.maria.writes_in(topic, f"note {number}")
    await cast.sam.writes_in(topic, "/reply I am so sorry.")
    await cast.boris.hears("I am so sorry.")
    await cast.sam.writes_in(topic, "/claim")
    await topic.card_says("Answered by Sam")
    await cast.joe.writes_in(topic, "/log")
    panel = await private_panel(topic, cast.joe, "Log of #1, page 2 of 2")
    assert "⚑ Sam claimed it" in panel["text"]
    assert "⚑ A supervisor stepped in" in panel["text"]
    await cast.joe.presses_panel(topic, panel, "← Older")
    panel = await private_panel(topic, cast.joe, "Log of #1, page 1 of 2")
    assert "Boris opened it: Where is my order 4711?" in panel["text"]
    assert "Maria claimed it (new → open)" in panel["text"]
    assert "⚑ Maria" not in panel["text"]
    await cast.joe.presses_panel(topic, panel, "Newer →")
    await private_panel(topic, cast.joe, "Log of #1, page 2 of 2")
