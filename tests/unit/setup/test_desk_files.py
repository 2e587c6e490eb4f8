"""What the desk's owner may write, and how a mistake is pointed at."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk_files import InvalidDeskFiles, load
from bot.settings import Settings
from orchestration.desk import Desk, PlainText, Queue, Signature


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The path of a desk.yaml to be."""
    return tmp_path / "desk.yaml"


def test_the_shipped_desk_is_the_default_desk() -> None:
    """What desk/desk.yaml spells out is what would be without it, so that it can be trusted."""
    shipped = Settings.model_fields["desk_dir"].default
    assert load(shipped) == Desk()


def test_every_key_may_be_left_out(written: Path) -> None:
    """An empty file is a desk."""
    written.write_text("# nothing yet\n")
    assert load(written.parent) == Desk()


def test_queues_keep_their_order_and_what_they_decide(written: Path) -> None:
    """A queue is read with its signature and what a plain message in it is."""
    written.write_text(
        "queues:\n"
        "  - {id: billing, team: Billing desk, sign: team}\n"
        "  - {id: vip_1, team: VIP, sign: first_name, plain_text: public}\n"
    )
    desk = load(written.parent)
    assert list(desk.queues.values()) == [
        Queue("billing", "Billing desk", Signature.TEAM),
        Queue("vip_1", "VIP", Signature.FIRST_NAME, PlainText.PUBLIC),
    ]
    assert desk.queue("gone").id == "billing"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2s", timedelta(seconds=2)),
        ("0s", timedelta(0)),
        ("10m", timedelta(minutes=10)),
        ("1h", timedelta(hours=1)),
        ("3 d", timedelta(days=3)),
    ],
)
def test_times_carry_their_unit(written: Path, words: str, meant: timedelta) -> None:
    """Seconds, minutes, hours and days."""
    written.write_text(f"claim_within: {words}\n")
    assert load(written.parent).claim_within == meant


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("setle: 2s", 1, '"setle" is not known here; did you mean "settle"?'),
        ("\nfoo: 1", 2, '"foo" is not known here; known are queues, settle, claim_within'),
        ("settle: 10", 1, '"settle" is 10 but must be a time with its unit, such as 2s'),
        ("settle: soon", 1, "\"settle\" is 'soon' but must be a time with its unit"),
        ("settle: {a: 1}", 1, '"settle" must be a time with its unit'),
        ("settle:", 1, '"settle" must be a time with its unit'),
        ("settle: 2s\nsettle: 3s", 2, '"settle" stands here already, at line 1'),
        ("queues:", 1, '"queues" must be a list, each entry after a dash'),
        ("queues: []", 1, '"queues" must have at least one entry'),
        ("queues:\n  - id: a\n    team: A\n  - hello", 4, 'entry 2 of "queues" must hold keys'),
        ("queues:\n  - team: A", 2, '"id" is missing here'),
        ("queues:\n  - id: A b\n    team: A", 2, "\"id\" is 'A b' but must be small letters"),
        ("queues:\n  - id: no\n    team: A", 2, '"id" is False but must be text; put quotes'),
        ("queues:\n  - id: a\n    team: ''", 3, '"team" must not be empty'),
        (f"queues:\n  - id: a\n    team: {'x' * 65}", 3, '"team" must have at most 64 characters'),
        (
            "queues:\n  - id: a\n    team: A\n    sign: frist_name",
            4,
            "\"sign\" is 'frist_name' but must be 'none', 'first_name' or 'team'",
        ),
        (
            "queues:\n  - id: a\n    team: A\n    plain: note",
            4,
            '"plain" is not known here; did you mean "plain_text"?',
        ),
        (
            "queues:\n  - id: a\n    team: A\n    team: B",
            4,
            '"team" stands here already, at line 3',
        ),
        (
            "queues:\n  - id: a\n    team: A\n  - id: a\n    team: B",
            4,
            'there is a queue "a" already, at line 2',
        ),
        ("- settle: 2s", 1, "the file must hold keys with values"),
        ("1: 2s", 1, "the file may only have words as keys"),
        ("\tsettle: 2s", 1, "is not YAML here"),
        ("queues:\n  - id: a\n   team: A", 3, "is not YAML here"),
        ("settle: 2s: 3s", 1, "is not YAML here"),
        ("settle: 'x", 1, "is not YAML here"),
        ("[a]: 1", 1, "is not YAML here"),
        ("settle: 2s\n---\nsettle: 2s", 2, "is not YAML here"),
        ("settle: !!python/name:os.system", 1, "is not YAML here"),
        ("settle: 2024-99-99", 0, "is not YAML"),
        ("settle: \x01", 0, "is not YAML"),
        ("a: &a [*a]", 0, "is not YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(written: Path, text: str, line: int, words: str) -> None:
    """Each mistake says where it stands, what stands there and what was expected."""
    written.write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(written.parent)
    (mistake,) = refused.value.mistakes
    assert mistake.words.startswith(words)
    assert mistake.line == line
    assert str(mistake).startswith(f"{written}:{line}: " if line else f"{written}: ")


def test_all_mistakes_come_at_once_in_the_order_of_the_file(written: Path) -> None:
    """Nobody has to run the doctor once for every mistake."""
    written.write_text("queues:\n  - id: a\n    tam: A\nsettle: 2\nclaim_in: 1h\n")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(written.parent)
    assert [
        (mistake.line, mistake.words.split(" but")[0]) for mistake in refused.value.mistakes
    ] == [
        (2, '"team" is missing here'),
        (3, '"tam" is not known here; did you mean "team"?'),
        (4, '"settle" is 2'),
        (5, '"claim_in" is not known here; did you mean "claim_within"?'),
    ]
    assert len(str(refused.value).splitlines()) == 4


def test_a_folder_without_the_file_says_which_setting_to_change(tmp_path: Path) -> None:
    """A wrong DESK_DIR is met with its name."""
    with pytest.raises(InvalidDeskFiles, match="DESK_DIR must name the folder that holds it"):
        load(tmp_path / "nowhere")


def test_a_file_that_is_no_text_is_refused(written: Path) -> None:
    """A file saved in another encoding is not half understood."""
    written.write_bytes("team: Müller".encode("latin-1"))
    with pytest.raises(InvalidDeskFiles, match="must be text in UTF-8"):
        load(written.parent)
