"""`topicdesk eval tone`, as somebody at a terminal meets it."""

import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.evaluating.tone import measured
from bot.settings import Settings
from orchestration.escalating.evaluation import macro_f1
from orchestration.escalating.tone import Tone
from orchestration.escalating.trigger_words import Trigger

SHIPPED = Settings.model_fields["desk_dir"].default
HEAD = "text,tone,triggers,language,split\n"


def _asked(folder: Path, rows: str, *options: str) -> tuple[int, str]:
    file = folder / "messages.csv"
    file.write_text(rows)
    run = CliRunner().invoke(app, ["eval", "tone", "--messages", str(file), *options])
    return run.exit_code, run.output


def test_the_shipped_messages() -> None:
    """Every language has every trigger and tone in both halves, and no text stands in both.

    What is heard may only become better; and who is not angry is not to be called so.
    """
    halves = measured(SHIPPED)
    assert set(halves) == {"dev", "test"}
    assert sum(len(half.heard) for half in halves.values()) >= 400
    texts = Counter(each.message.text for half in halves.values() for each in half.heard)
    assert max(texts.values()) == 1
    for half in halves.values():
        spoken = half.by_language()
        assert set(spoken) == {"en", "es", "ru", "pt", "fa"}
        for each in spoken.values():
            assert all(score.count for score in each.tones.values())
            assert all(score.count for score in each.triggers.values())
    dev, test = halves["dev"], halves["test"]
    assert (dev.accuracy >= 0.95, macro_f1(dev.triggers) >= 0.95) == (True, True)
    assert macro_f1(test.tones) >= 0.5
    assert test.tones[Tone.NEGATIVE].precision >= 0.9
    assert macro_f1(test.triggers) >= 0.45
    called = [each for each in test.heard if each.triggers - each.message.triggers]
    assert len(called) <= 1


def test_the_figures(tmp_path: Path) -> None:
    """Of each half for itself; without messages of a class, it counts for nothing."""
    rows = (
        f"{HEAD}I will sue you,negative,legal,en,dev\n"
        "You had my trust once,negative,,en,dev\n"
        "¿Dónde está?,neutral,,es,dev\nI love it,positive,,en,test\n"
    )
    code, said = _asked(tmp_path, rows, "--json")
    assert code == 0
    found = json.loads(said)
    dev = found["dev"]
    assert (dev["messages"], dev["accuracy"]) == (3, 0.6667)
    assert dev["tones"]["negative"] == {
        "messages": 2,
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.6667,
    }
    assert dev["tones"]["neutral"]["precision"] == 0.5
    assert dev["macro_f1"] == 0.6667
    assert dev["trigger_macro_f1"] == dev["triggers"][Trigger.LEGAL]["f1"] == 1.0
    assert dev["languages"]["en"] == {"messages": 2, "accuracy": 0.5}
    assert found["test"]["accuracy"] == 1.0
    code, said = _asked(tmp_path, rows)
    assert code == 0
    assert "dev: 3 messages, tone right in 66.7%" in said
    assert "negative > neutral: You had my trust once" in said


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("text\nHello\n", "must have the columns text, tone, triggers, language, split"),
        ("", "must have the columns"),
        (HEAD, "holds no messages"),
        (f"{HEAD},neutral,,en,dev\n", ":2: there is no text"),
        (f"{HEAD}Hi,angry,,en,dev\n", ":2: there is no tone 'angry'; known are negative, neutral"),
        (f"{HEAD}Hi,neutral,lega,en,dev\n", ":2: there is no trigger 'lega'; known are legal"),
        (f"{HEAD}Hi,neutral,,en,train\n", ":2: the split is 'train', and must be dev or test"),
        (f'{HEAD}"Hi,neutral,,en,dev\n', "is no CSV in UTF-8"),
    ],
)
def test_what_cannot_be_measured_is_said_in_a_sentence(
    tmp_path: Path, rows: str, words: str
) -> None:
    """With the line, and never a traceback."""
    code, said = _asked(tmp_path, rows)
    assert code == 1
    assert words in said
    assert "Traceback" not in said


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The desk has no messages of its own."""
    run = CliRunner().invoke(app, ["eval", "tone", "--desk", str(tmp_path)])
    assert (run.exit_code, "cannot be read" in run.output) == (1, True)
