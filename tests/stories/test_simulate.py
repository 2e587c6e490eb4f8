"""`topicdesk simulate`: whole tickets are played, and a miss is one."""

import asyncio
import sys
from pathlib import Path

from bot.settings import Settings
from bot.simulating.player import Manner
from bot.simulating.running import results
from bot.simulating.scenario import load

SHIPPED = Path(__file__).parents[2] / "scenarios"
DESK = Settings.model_fields["desk_dir"].default


async def test_scenarios_are_played_and_a_false_one_is_missed(tmp_path: Path) -> None:
    """One goes as expected; in the other the customer is not to see what she sees."""
    true = SHIPPED / "order-status-known-customer.yaml"
    false = tmp_path / "false.yaml"
    words = "never: [C-1001, find_order]"
    text = true.read_text(encoding="utf-8")
    assert words in text
    false.write_text(text.replace(words, "never: [on its way]"), encoding="utf-8")
    asked = ["-m", "bot", "simulate", str(true), str(false), "--jobs", "2"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, *asked, stdout=asyncio.subprocess.PIPE
    )
    said = (await process.communicate())[0].decode()
    assert process.returncode == 1
    lines = said.splitlines()
    assert lines[0].startswith("✓ order-status-known-customer")
    assert lines[1].startswith("✗ false")
    line = text.splitlines().index(f"    {words}") + 1
    assert f"{false}:{line}: customer sees 'on its way'" in said
    assert "1 of 2 scenarios went as expected" in said


async def test_what_never_comes_ends_a_scenario(tmp_path: Path) -> None:
    """It is named with its line, and with what was seen until then."""
    file = tmp_path / "a.yaml"
    file.write_text(
        "title: A\nworkflow: desk\nsteps:\n- customer: Hello\n- expect: {ana: '#1'}\n"
        "- maria: {presses: Fly}\n- customer: Bye\nexpect: {status: new}\n",
        encoding="utf-8",
    )
    (result,) = [each async for each in results([load(file)], 1, Manner(DESK, 3))]
    (miss,) = result.misses
    assert str(miss) == f"{file}:6: there never was a button 'Fly'"
    assert result.seen.heard["ana"]
    assert not any("Bye" in text for text in result.seen.topics[1])
