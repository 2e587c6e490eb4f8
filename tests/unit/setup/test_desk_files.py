"""What the desk's owner may write, and how a mistake is pointed at."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk_files import InvalidDeskFiles, load
from bot.settings import Settings
from orchestration.desk import AutoClose, Desk, PlainText, Queue, Signature


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


def test_a_queue_may_wait_otherwise(queue: Path) -> None:
    """For ever, too; what it does not say is as it comes with the desk."""
    queue.write_text("team: Billing\nauto_close:\n  nudge: never\n  close: 12h\n")
    desk = load(queue.parent.parent)
    billing = AutoClose(nudge=None, close=timedelta(hours=12))
    assert (desk.auto_close_of("billing"), desk.auto_close) == (billing, AutoClose())


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    """The path of a queue's file to be, beside an empty desk.yaml."""
    (tmp_path / "desk.yaml").touch()
    (tmp_path / "queues").mkdir()
    return tmp_path / "queues" / "billing.yaml"


def test_a_queue_is_a_file(queue: Path) -> None:
    """It is called by the file's name, and read with all that it decides."""
    queue.write_text("{team: Billing desk, sign: team}")
    queue.with_name("vip_1.yaml").write_text("team: VIP\nsign: first_name\nplain_text: public\n")
    desk = load(queue.parent.parent)
    assert list(desk.queues.values()) == [
        Queue("billing", "Billing desk", Signature.TEAM),
        Queue("vip_1", "VIP", Signature.FIRST_NAME, PlainText.PUBLIC),
    ]
    assert desk.queue("gone").id == "billing"


def test_new_tickets_wait_where_the_desk_says(queue: Path) -> None:
    """Else in support, and where there is no such queue in the first."""
    queue.write_text("team: Billing desk")
    folder = queue.parent.parent
    assert load(folder).new_tickets == "billing"
    queue.with_name("support.yaml").write_text("team: Support")
    assert load(folder).new_tickets == "support"
    (folder / "desk.yaml").write_text("new_tickets: billing")
    assert load(folder).new_tickets == "billing"


def test_a_queue_for_new_tickets_that_there_is_not(queue: Path) -> None:
    """Is named with those that there are."""
    queue.write_text("team: Billing desk")
    file = queue.parent.parent / "desk.yaml"
    file.write_text("settle: 2s\nnew_tickets: sales")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(file.parent)
    assert str(refused.value) == (
        f"{file}:2: \"new_tickets\" is 'sales' but must be a queue: known are billing"
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, '"team" is missing here'),
        ("sign: team", 1, '"team" is missing here'),
        ("team: ''", 1, '"team" must not be empty'),
        ("team: no", 1, '"team" is False but must be text; put quotes'),
        (f"team: {'x' * 65}", 1, '"team" must have at most 64 characters'),
        (
            "team: A\nsign: frist_name",
            2,
            "\"sign\" is 'frist_name' but must be 'none', 'first_name' or 'team'",
        ),
        ("team: A\nplain: note", 2, '"plain" is not known here; did you mean "plain_text"?'),
        ("team: A\nteam: B", 2, '"team" stands here already, at line 1'),
        ("- team: A", 1, "the file must hold keys with values"),
    ],
)
def test_a_mistake_in_a_queue_is_named_with_its_line(
    queue: Path, text: str, line: int, words: str
) -> None:
    """As in desk.yaml."""
    queue.write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(queue.parent.parent)
    (mistake,) = refused.value.mistakes
    assert (mistake.file, mistake.line) == (queue, line)
    assert mistake.words.startswith(words)


def test_a_queue_file_that_cannot_be_a_name(queue: Path) -> None:
    """People type it after /queue, and the database keeps it."""
    file = queue.with_name("Billing desk.yaml")
    file.write_text("team: Billing desk")
    with pytest.raises(InvalidDeskFiles, match="must be named with small letters"):
        load(queue.parent.parent)


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
        ("\nfoo: 1", 2, '"foo" is not known here; known are new_tickets, settle, claim_within'),
        ("settle: 10", 1, '"settle" is 10 but must be a time with its unit, such as 2s'),
        ("settle: soon", 1, "\"settle\" is 'soon' but must be a time with its unit"),
        ("settle: {a: 1}", 1, '"settle" must be a time with its unit'),
        ("settle:", 1, '"settle" must be a time with its unit'),
        ("auto_close:\n  nuge: 2d", 2, '"nuge" is not known here; did you mean "nudge"?'),
        ("auto_close:\n  close: soon", 2, "\"close\" is 'soon' but must be a time with its unit"),
        ("settle: 2s\nsettle: 3s", 2, '"settle" stands here already, at line 1'),
        ("- settle: 2s", 1, "the file must hold keys with values"),
        ("1: 2s", 1, "the file may only have words as keys"),
        ("\tsettle: 2s", 1, "is not YAML here"),
        ("a:\n  - id: a\n   team: A", 3, "is not YAML here"),
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


def test_all_mistakes_come_at_once(queue: Path) -> None:
    """Nobody has to run the doctor once for every mistake, nor for every file."""
    (queue.parent.parent / "desk.yaml").write_text("settle: 2\nclaim_in: 1h\n")
    queue.write_text("tam: A\n")
    queue.with_name("sales.yaml").write_text("team: [")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(queue.parent.parent)
    assert [(each.file.name, each.line) for each in refused.value.mistakes] == [
        ("desk.yaml", 1),
        ("desk.yaml", 2),
        ("billing.yaml", 1),
        ("billing.yaml", 1),
        ("sales.yaml", 1),
    ]


def test_a_folder_without_the_file_says_which_setting_to_change(tmp_path: Path) -> None:
    """A wrong DESK_DIR is met with its name."""
    with pytest.raises(InvalidDeskFiles, match="DESK_DIR must name the folder that holds it"):
        load(tmp_path / "nowhere")


def test_a_file_that_is_no_text_is_refused(written: Path) -> None:
    """A file saved in another encoding is not half understood."""
    written.write_bytes("team: Müller".encode("latin-1"))
    with pytest.raises(InvalidDeskFiles, match="must be text in UTF-8"):
        load(written.parent)
