"""What the desk's owner may write as a macro, and how a mistake is pointed at."""

from pathlib import Path

import pytest

from bot.desk_files.document import InvalidDeskFiles
from bot.desk_files.macros import MAX_LENGTH, load
from bot.settings import Settings
from orchestration.answering.macro_actions import Assign, SetStatus
from orchestration.answering.macros import VARIABLES
from orchestration.status import Status

HEAD = "---\ntitle: Hello\n---\n"


def _write(desk: Path, name: str, text: str) -> Path:
    (desk / "macros").mkdir(exist_ok=True)
    file = desk / "macros" / name
    file.write_text(text)
    return file


def test_the_shipped_macros_can_be_used() -> None:
    """Every one of them, in every language it has."""
    library = load(Settings.model_fields["desk_dir"].default)
    assert len(library) == 3
    for macro in library.values():
        for wording in (macro.wording, *macro.translations.values()):
            assert "Ana" in wording.fill(VARIABLES)
            assert "{" not in wording.fill(VARIABLES)


def test_a_desk_without_macros(tmp_path: Path) -> None:
    """The folder may be missing."""
    assert load(tmp_path) == {}


def test_what_a_macro_can_hold(tmp_path: Path) -> None:
    """Title, actions, variables, filters, if, and other languages."""
    head = "---\ntitle: Gone\nthen:\n  status: waiting for the customer\n  assign: '@joe'\n---\n"
    words = "\nHello {{ customer_first_name | upper }}{% if agent %}!{% endif %}\n\nBye\n"
    _write(tmp_path, "gone.md", head + words)
    _write(tmp_path, "gone.es.md", "Hola {{ customer }}")
    macro = load(tmp_path)["gone"]
    assert (macro.name, macro.title) == ("gone", "Gone")
    assert macro.then == (SetStatus(Status.WAITING_CUSTOMER), Assign("joe"))
    assert macro.wording.fill(VARIABLES) == "Hello ANA!\n\nBye"
    assert macro.in_language([None, "es-MX"]).fill(VARIABLES) == "Hola Ana Lima"
    assert macro.in_language(["de", None]) is macro.wording


def test_a_customers_words_are_no_template(tmp_path: Path) -> None:
    """What is filled in is not read again."""
    _write(tmp_path, "a.md", HEAD + "{{ subject }}")
    filled = load(tmp_path)["a"].wording.fill(dict(VARIABLES) | {"subject": "{{ agent }}"})
    assert filled == "{{ agent }}"


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("Bad Name.md", HEAD + "Hi", 0, "cannot be a macro's name: it must be like refund.md"),
        ("save.md", HEAD + "Hi", 0, "cannot be a macro's name"),
        ("a.md", "", 1, "must begin with a line ---, then title:"),
        ("a.md", "Hello", 1, "must begin with a line ---"),
        ("a.md", "---\ntitle: A\nHello", 1, "begins its front matter here and never ends it"),
        ("a.md", "---\n---\nHi", 1, '"title" is missing here'),
        ("a.md", "---\ntitle: A\ntags: b\n---\nHi", 3, '"tags" is not known here; known are title'),
        ("a.md", "---\ntitle: [\n---\nHi", 3, "is not YAML here"),
        ("a.md", f"---\ntitle: {'x' * 49}\n---\nHi", 2, '"title" must have at most 48'),
        ("a.md", "---\ntitle: A\nthen:\n  fly: x\n---\nHi", 4, '"fly" is no action; known are st'),
        (
            "a.md",
            "---\ntitle: A\nthen:\n  status: gone\n---\nHi",
            4,
            "\"status\" is 'gone' but must be one of new, open,",
        ),
        (
            "a.md",
            "---\ntitle: A\nthen:\n  assign: the best\n---\nHi",
            4,
            "\"assign\" is 'the best' but must be somebody's user name",
        ),
        ("a.md", HEAD, 3, "has no words to send"),
        ("a.md", HEAD + "x" * (MAX_LENGTH + 1), 4, "must have at most 3500 characters"),
        ("a.md", HEAD + "Hi\n\n{{ custmer }}", 6, '"custmer" is no variable; known are customer,'),
        ("a.md", HEAD + "{% if 1 == 2 %}{{ x }}{% endif %}", 4, '"x" is no variable'),
        ("a.md", HEAD + "Hi {{ customer", 4, "is no template here ("),
        ("a.md", HEAD + "Hi\n{% if agent %}", 5, "is no template here ("),
        ("a.md", HEAD + "\n{{ agent | shout }}", 5, "is no template here (No filter named 'shout'"),
        ("a.md", HEAD + "Hi\n{{ agent.name }}", 5, "holds more than variables, filters and if"),
        ("a.md", HEAD + "{{ ''.__class__ }}", 4, "holds more than variables"),
        ("a.md", HEAD + "{{ agent.upper() }}", 4, "holds more than variables"),
        ("a.md", HEAD + "{% for x in agent %}{{ x }}{% endfor %}", 4, "holds more than variables"),
        ("a.md", HEAD + "{% include 'b.md' %}", 4, "holds more than variables"),
        ("a.md", HEAD + "{{ 9 ** 9 ** 9 }}", 4, "holds more than variables"),
        ("a.md", HEAD + "Hi\n{{ agent | batch }}", 4, "cannot be filled in ("),
        ("a.md", HEAD + "{% if agent == '' %}Hi{% endif %}", 4, "cannot be filled in (it says no"),
        ("a.es.md", "Hola", 0, "translates a.md, which is not there"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, line: int, words: str
) -> None:
    """One sentence: where it stands, and what can be there instead."""
    file = _write(tmp_path, name, text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(tmp_path)
    (mistake,) = refused.value.mistakes
    assert mistake.words.startswith(words)
    assert mistake.line == line
    assert str(mistake).startswith(f"{file}:{line}: " if line else f"{file}: ")
    assert "\n" not in str(mistake)


def test_a_translation_holds_words_only(tmp_path: Path) -> None:
    """Title and actions are those of the macro."""
    _write(tmp_path, "a.md", HEAD + "Hi")
    _write(tmp_path, "a.es.md", HEAD + "Hola")
    with pytest.raises(InvalidDeskFiles, match=r"a\.es\.md:1: holds words only"):
        load(tmp_path)


def test_all_broken_files_come_at_once(tmp_path: Path) -> None:
    """Nobody has to start the desk once for every mistake."""
    for name in ("c.md", "a.md", "b.md"):
        _write(tmp_path, name, HEAD + "{{ x }}")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(tmp_path)
    assert [mistake.file.name for mistake in refused.value.mistakes] == ["a.md", "b.md", "c.md"]


def test_what_only_shows_in_life_is_a_value_error(tmp_path: Path) -> None:
    """A branch that was not taken when it was tried."""
    _write(tmp_path, "a.md", HEAD + "Hi{% if team == 'VIP' %}{{ agent | batch }}{% endif %}")
    wording = load(tmp_path)["a"].wording
    with pytest.raises(ValueError, match="batch"):
        wording.fill(dict(VARIABLES) | {"team": "VIP"})
