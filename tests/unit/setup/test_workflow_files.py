"""What an owner may write of workflows, and how a mistake is pointed at."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.desk_files import folder as desk_folder
from bot.desk_files import workflows as workflow_files
from bot.desk_files.document import InvalidDeskFiles
from bot.settings import Settings
from orchestration.schemas import Schema
from orchestration.specialists.cast import Access, Cast, Profile
from orchestration.workflows.checking import expressions, known_names
from orchestration.workflows.workflow import Workflow

SHIPPED = Settings.model_fields["desk_dir"].default
TOOLS = {"erp.find_order": Access.READ, "billing.refund": Access.WRITE}
CAST = Cast([Profile("orders", "Orders", "Where orders are.", "You know.", tools=TOOLS)])
WHOLE = """
title: {en: Late, es: Tarde}
specialist: orders
order: 7
verified: false
fresh: 5m
examples:
  - My order
    is late
needs:
  - order_number
  - [invoice_number, order_number]
  - any: [remedy]
    when: evidence.order.late
choices:
  remedy: {asked: {en: what you want}, values: {money: money cash, tea: tea}}
reads:
  order:
    tool: erp.find_order
    arguments: {order_number: named.order_number}
    when: named.order_number != ""
    optional: true
values:
  number: evidence.order.order_number
contradictions:
  gone: {when: "evidence.order.gone", says: {en: It is gone.}}
steps:
  pay:
    title: {en: Pay}
    tool: billing.refund
    when: evidence.order.late && chosen.remedy == "money"
    arguments: {amount_minor: 100}
done: actions.pay.state == "done"
texts:
  answer: {en: "Order {number}."}
  waiting:
    - when: has(evidence.order)
      says: {en: "We look into {number}."}
    - says: {en: We look.}
  done: {en: Paid.}
"""


def _written(folder: Path, text: str, name: str = "late.yaml") -> Workflow:
    (folder / "workflows").mkdir(exist_ok=True)
    (folder / "workflows" / name).write_text(text, encoding="utf-8")
    return workflow_files.load(folder, CAST)[0]


def _refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidDeskFiles) as refused:
        _written(folder, text)
    return [f"{each.line}: {each.words}" for each in refused.value.mistakes]


def test_the_shipped_desk_has_its_workflows() -> None:
    """In their order; nothing in them that its specialists and tools do not know."""
    shipped = desk_folder.load(SHIPPED)
    assert len(shipped.desk.workflows.values()) == 12
    assert [each.order for each in shipped.desk.workflows.values()] == sorted(
        each.order for each in shipped.desk.workflows.values()
    )


def test_a_desk_without_workflows(tmp_path: Path) -> None:
    """The folder may be missing."""
    assert workflow_files.load(tmp_path, CAST) == ()


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    """Each key gets where it belongs."""
    found = _written(tmp_path, WHOLE)
    assert (found.id, found.specialist, found.order) == ("late", "orders", 7)
    assert (found.verified, found.fresh) == (False, timedelta(minutes=5))
    assert found.examples == ("My order is late",)
    assert [each.any_of for each in found.needs] == [
        ("order_number",),
        ("invoice_number", "order_number"),
        ("remedy",),
    ]
    assert found.needs[2].when is not None
    assert found.choices[0].values == {"money": "money cash", "tea": "tea"}
    assert found.reads[0].optional
    assert found.steps[0].arguments["amount_minor"].source == "100"
    assert [each.when is None for each in found.texts.waiting] == [False, True]
    assert found.texts.refused == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- order_number", "- ordr_number", 'did you mean "order_number"?'),
        ("evidence.order.gone", "evidence.ordr.gone", 'did you mean "order"?'),
        ("chosen.remedy", "chosen.remdy", 'did you mean "remedy"?'),
        ("actions.pay.state", "actions.pya.state", 'did you mean "pay"?'),
        ("named.order_number != ", "namd.order_number != ", 'did you mean "named"?'),
        ("named.order_number}", "evidence.order.x}", "only further down"),
        ("evidence.order.gone", "evidence.order.gone &&", "is no expression"),
        ("specialist: orders", "specialist: oders", 'did you mean "orders"?'),
        ("erp.find_order", "erp.find_ordr", 'did you mean "erp.find_order"?'),
        ("tool: billing.refund", "tool: billing.refnd", 'lists as "write"'),
        ("into {number}.", "into {numbr}.", 'did you mean "number"?'),
        ("{en: Paid.}", "{es: Pagado.}", "English"),
        ("{en: Paid.}", "{en: Paid., xx: Paid.}", "no language of the desk"),
        ("optional: true", "optional: yes please", "must be true or false"),
        ("fresh: 5m", "fresh: soon", "must be a time with its unit"),
        ("done: actions", "finished: actions", '"finished" is not known here'),
        ("{amount_minor: 100}", "{amount_minor: 1.5}", "must be an expression"),
        ("remedy: {asked", "date: {asked", "is a kind already"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    """And with what was meant, where that can be guessed."""
    text = WHOLE.replace(old, new, 1)
    line = next(n for n, each in enumerate(text.splitlines(), 1) if new in each)
    said = _refused(tmp_path, text)
    assert any(each.startswith(f"{line}: ") and words in each for each in said), said


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    """Of one file and of others."""
    (tmp_path / "workflows").mkdir()
    (tmp_path / "workflows" / "a.yaml").write_text("title: {en: A}", encoding="utf-8")
    text = WHOLE.replace("named.order_number}", "named.nr}").replace("{en: Paid.}", "{es: Si}")
    said = _refused(tmp_path, text)
    assert len(said) >= 5
    assert any('"specialist" is missing' in each for each in said)


def test_one_message_cannot_show_two_ways(tmp_path: Path) -> None:
    """The second file with it is named."""
    _written(tmp_path, WHOLE)
    with pytest.raises(InvalidDeskFiles, match="stands in late"):
        _written(tmp_path, WHOLE, "later.yaml")


def test_without_specialists_nothing_is_looked_up_in_them(tmp_path: Path) -> None:
    """Their own mistakes are named already."""
    _written(tmp_path, WHOLE)
    assert len(workflow_files.load(tmp_path, None)) == 1


def test_whoever_knows_the_tools_can_hold_every_path_against_them(tmp_path: Path) -> None:
    """Each expression comes with the schemas of what it sees: a read sees those above it alone."""
    found = _written(tmp_path, WHOLE)
    order: Schema = {"type": "object", "properties": {"late": {"type": "boolean"}}}
    seen = {
        written.way: known_names(found, written, {"erp.find_order": order})
        for written in expressions(found)
    }
    assert len(seen) == 9
    evidence = seen["steps", "pay", "when"]["evidence"]["properties"]
    assert evidence == {"order": order}
    assert seen["reads", "order", "when"]["evidence"]["properties"] == {}
    chosen = seen["done",]["chosen"]["properties"]
    assert chosen == {"remedy": {"type": "string", "enum": ["", "money", "tea"]}}


def test_a_field_that_no_tool_answers_with_is_named(tmp_path: Path) -> None:
    """With its line and what was meant, as far as the tools are described."""
    folder = shutil.copytree(SHIPPED, tmp_path / "desk")
    file = folder / "workflows" / "duplicate-charge.yaml"
    right, wrong = "evidence.invoice.overpaid_minor", "evidence.invoice.overpayed_minor"
    file.write_text(file.read_text().replace(right, wrong))
    with pytest.raises(InvalidDeskFiles) as refused:
        desk_folder.load(folder)
    (mistake,) = refused.value.mistakes
    assert mistake.file == file
    assert file.read_text().splitlines()[mistake.line - 1].strip().startswith("overpaid:")
    assert "overpaid_minor" in mistake.words
