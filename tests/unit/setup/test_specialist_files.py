"""What the desk's owner may write of a specialist, and how a mistake is pointed at."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.__main__ import app
from bot.desk_files import workflows
from bot.desk_files.document import InvalidDeskFiles
from bot.desk_files.specialists import MAX_INSTRUCTIONS, load
from bot.settings import Settings
from orchestration.specialists.cast import Access, Autonomy, Budget, Cast, Profile
from orchestration.specialists.kinds import Kind
from orchestration.specialists.triage import language_of

HEAD = "id: orders\nname: Orders\ndescription: Where an order is.\n"
SHIPPED = Settings.model_fields["desk_dir"].default

DEFAULT_CAST = {
    "account",
    "billing",
    "communication",
    "compliance",
    "escalation",
    "knowledge",
    "orders",
    "returns",
    "sales",
    "technical",
    "triage",
}


def _write(desk: Path, name: str, head: str, words: str = "Look where it is.") -> Path:
    (desk / "specialists").mkdir(exist_ok=True)
    file = desk / "specialists" / name
    file.write_text(f"---\n{head}---\n{words}\n")
    return file


def test_the_shipped_specialists_can_be_used() -> None:
    """The whole cast of the design, most of it led by managers."""
    cast = load(SHIPPED)
    managers = {each.id for each in cast.profiles if cast.leads(each)}
    assert {each.id for each in cast.profiles} == DEFAULT_CAST | managers
    assert {each.id for each in cast.routable} == DEFAULT_CAST - {"triage", "communication"}
    assert managers == {"commerce", "help", "subscriptions", "trust"}
    assert all(len(cast.led_by(manager)) > 1 for manager in managers)
    assert all(profile.instructions and profile.description for profile in cast.profiles)


def test_the_shipped_examples_are_in_every_language() -> None:
    """Eight at least for each to whom messages are routed, and each language among them."""
    for profile in load(SHIPPED).routable:
        assert len(profile.examples) >= 8, profile.id
        spoken = {language_of([each]) for each in profile.examples}
        assert {"en", "es", "ru", "pt", "fa"} <= spoken, (profile.id, spoken)


def test_what_a_shipped_specialist_writes_belongs_to_a_workflow() -> None:
    """It is a step of one, or takes such a step back, or is the credit instead of a refund."""
    steps = {step.tool for each in workflows.load(SHIPPED) for step in each.steps}
    beside = {"billing.credit", "billing.cancel_credit", "billing.cancel_refund"}
    writes = {
        tool
        for profile in load(SHIPPED).profiles
        for tool, access in profile.tools.items()
        if access is Access.WRITE
    }
    assert writes == steps | beside | {"erp.cancel_return"}


def test_a_desk_without_specialists(tmp_path: Path) -> None:
    """The folder may be missing."""
    assert load(tmp_path) == Cast()


def test_what_is_left_out_has_a_usual_value(tmp_path: Path) -> None:
    """Id, name, description and instructions are enough."""
    _write(tmp_path, "a.md", HEAD)
    (profile,) = load(tmp_path).profiles
    assert profile == Profile("orders", "Orders", "Where an order is.", "Look where it is.")
    assert profile.knowledge is None
    assert profile.autonomy is Autonomy.DRAFTS


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    """Every key, and a manager who is one because another file says so."""
    _write(tmp_path, "lead.md", "id: commerce\nname: Commerce\ndescription: The shop.\n")
    text = """manager: commerce
examples: ["Where is my tea?", "¿Dónde está mi té?"]
tools:
  shop.find_order: read
  shop.cancel_order: write
knowledge: [shipping]
model: claude-haiku
budget: {ticket: 10, day: 20}
autonomy: auto
needs: [order_number, email]
"""
    _write(tmp_path, "a.md", HEAD + text, "# Orders\n\nLook.")
    cast = load(tmp_path)
    manager, profile = cast.profiles
    assert profile == Profile(
        "orders",
        "Orders",
        "Where an order is.",
        "# Orders\n\nLook.",
        ("Where is my tea?", "¿Dónde está mi té?"),
        {"shop.find_order": Access.READ, "shop.cancel_order": Access.WRITE},
        ("shipping",),
        "claude-haiku",
        Budget(10, 20),
        Autonomy.AUTO,
        "commerce",
        (Kind.ORDER, Kind.EMAIL),
    )
    assert cast.first_level == (manager,)
    assert cast.routable == cast.led_by("commerce") == (profile,)
    assert cast.leads(manager)
    assert not cast.leads(profile)


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        ("name: A\ndescription: A\n", 2, '"id" is missing here'),
        (HEAD + "exmples: []\n", 5, '"exmples" is not known here; did you mean "examples"?'),
        (HEAD + "id: b\n", 5, '"id" stands here already, at line 2'),
        ("id: The Best\nname: A\ndescription: A\n", 2, "\"id\" is 'The Best' but must be small"),
        ("id: a\nname: ' '\ndescription: A\n", 3, "\"name\" is ' ' but"),
        ("id: a\nname: [\n", 4, "is not YAML here"),
        (HEAD + "examples: Tea?\n", 5, '"examples" must be a list, each entry after a dash'),
        (HEAD + "examples:\n  - ''\n", 6, "entry 1 of \"examples\" is '' but must not be empty"),
        (HEAD + "examples:\n  - Tea?\n  - tea?\n", 7, 'entry 2 of "examples" stands at line 6'),
        (
            HEAD + "tools:\n  shop.find: raed\n",
            6,
            "\"shop.find\" is 'raed' but must be 'read' or 'write'",
        ),
        (
            HEAD + "tools:\n  find: read\n",
            6,
            '"find" is no tool: write server.tool, such as shop.f',
        ),
        (HEAD + "needs: [order_nr]\n", 5, "entry 1 of \"needs\" is 'order_nr' but must be"),
        (HEAD + "tools: [shop.find]\n", 5, '"tools" must hold keys with values'),
        (HEAD + "budget: {tickets: 7}\n", 5, '"tickets" is not known here; did you mean "ticket"?'),
        (HEAD + "budget: {day: -1}\n", 5, '"day" is -1 but must be 0 or more'),
        (HEAD + "budget: {day: much}\n", 5, "\"day\" is 'much' but must be a whole number"),
        (HEAD + "autonomy: full\n", 5, "\"autonomy\" is 'full' but must be 'notes', 'drafts' or"),
        (HEAD + "manager: orders\n", 5, "\"manager\" is 'orders' but nobody leads themselves"),
        (HEAD + "manager: comerce\n", 5, "\"manager\" is 'comerce' but nobody has that id; did yo"),
        (HEAD + "manager: xyz\n", 5, "\"manager\" is 'xyz' but nobody has that id; there are comm"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, head: str, line: int, words: str) -> None:
    """One sentence: where it stands, and what can be there instead."""
    _write(tmp_path, "lead.md", "id: commerce\nname: Commerce\ndescription: The shop.\n")
    file = _write(tmp_path, "a.md", head)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(tmp_path)
    (mistake,) = refused.value.mistakes
    assert mistake.words.startswith(words)
    assert str(mistake).startswith(f"{file}:{line}: ")
    assert "\n" not in str(mistake)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ":1: must begin with a line ---, then id:"),
        ("Look.", ":1: must begin with a line ---"),
        (f"---\n{HEAD}Look.", ":1: begins its front matter here and never ends it"),
        (f"---\n{HEAD}---\n\n  \n", ":7: has no instructions"),
        (f"---\n{HEAD}---\n{'x' * (MAX_INSTRUCTIONS + 1)}", ":6: must have at most 20000"),
    ],
)
def test_a_file_needs_front_matter_and_instructions(tmp_path: Path, text: str, words: str) -> None:
    """And a refusal says where they belong."""
    file = _write(tmp_path, "a.md", "")
    file.write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(tmp_path)
    assert str(refused.value).startswith(f"{file}{words}")


def _simple(id_: str, more: str = "") -> str:
    return f"id: {id_}\nname: A\ndescription: A\n{more}"


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        ([_simple("a"), _simple("a")], "b.md:2: \"id\" is 'a' but a.md has it already"),
        (
            [_simple("a"), _simple("b", "manager: a\n"), _simple("c", "manager: b\n")],
            "c.md:5: \"manager\" is 'b', whom a leads: there are two levels",
        ),
        (
            [_simple("a", "manager: b\n"), _simple("b", "manager: a\n")],
            "a.md:5: \"manager\" is 'b', whom a leads: there are two levels",
        ),
        (
            [_simple("a", "examples: ['Tea?']\n"), _simple("b", "manager: a\n")],
            'a.md:5: "examples" belong to those whom a leads: b',
        ),
        (
            [_simple("a", "examples: ['Tea?']\n"), _simple("b", "examples: [x, 'tea?']\n")],
            'b.md:5: entry 2 of "examples" stands in a.md, too',
        ),
    ],
)
def test_files_must_fit_together(tmp_path: Path, heads: list[str], words: str) -> None:
    """Each id once, every manager there and on top, and every example with one of them."""
    for name, head in zip("abc", heads, strict=False):
        _write(tmp_path, f"{name}.md", head)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(tmp_path)
    assert words in str(refused.value)


def test_all_broken_files_come_at_once(tmp_path: Path) -> None:
    """Nobody has to start the desk once for every mistake; `topicdesk check` names them."""
    for name in ("c.md", "a.md", "b.md"):
        _write(tmp_path, name, HEAD + "x: 1\n")
    with pytest.raises(InvalidDeskFiles) as refused:
        load(tmp_path)
    assert [mistake.file.name for mistake in refused.value.mistakes] == ["a.md", "b.md", "c.md"]
    checked = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert checked.exit_code == 1
    assert f'{tmp_path / "specialists" / "a.md"}:5: "x" is not known here' in checked.output


_SHIPPED_TEXT = (SHIPPED / "specialists" / "orders.md").read_text()
_PIECES = st.sampled_from(
    [
        *_SHIPPED_TEXT.splitlines(keepends=True),
        *("---\n", "manager:", " [", "{", "\t", "- ", "!!", "&a", "*a", "\0", "\ud7ff", "1", ": "),
    ]
)


@settings(max_examples=100, deadline=None)
@given(text=st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_whatever_stands_there_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Nothing but a specialist or a list of mistakes ever comes out."""
    desk = tmp_path_factory.getbasetemp() / "any-desk"
    (desk / "specialists").mkdir(parents=True, exist_ok=True)
    (desk / "specialists" / "a.md").write_text(text, encoding="utf-8", newline="")
    with suppress(InvalidDeskFiles):
        assert len(load(desk)) == 1
