"""The guide names every command there is."""

from pathlib import Path

import pytest

from bot.desk_files.escalation import CONDITIONS
from bot.routers.commands import TOPIC_COMMANDS
from bot.routers.customer import COMMANDS
from bot.routers.notices import NOTICE_COMMANDS

GUIDE = (Path(__file__).parents[3] / "docs" / "guide.md").read_text(encoding="utf-8")
#: What Telegram's own clients offer, and the desk's `/help` explains.
_OBVIOUS = {"start", "help"}


@pytest.mark.parametrize("name", sorted({*TOPIC_COMMANDS, *NOTICE_COMMANDS, *COMMANDS} - _OBVIOUS))
def test_the_guide_names_every_command(name: str) -> None:
    """Whoever adds one says there what it does."""
    assert f"`/{name}`" in GUIDE or f"`/{name} " in GUIDE


@pytest.mark.parametrize("name", CONDITIONS)
def test_the_guide_names_every_condition_of_an_escalation(name: str) -> None:
    """So that an owner knows what there is to choose from."""
    assert f"`{name}`" in GUIDE
