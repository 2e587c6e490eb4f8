"""What the owner may write of writes to business systems, and how a mistake is pointed at."""

from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.desk_files import folder as desk_folder
from bot.desk_files import policy as policy_files
from bot.desk_files import tools as tool_files
from bot.desk_files.document import InvalidDeskFiles
from bot.settings import Settings
from orchestration.actions.decision import Approvers, Verdict
from orchestration.actions.expressions import Expression
from orchestration.actions.policy import Check, Policy, Rule, Undo, WantedRead
from orchestration.people import Role
from orchestration.specialists.cast import Access

SHIPPED: Path = Settings.model_fields["desk_dir"].default
TOOLS = """tools:
  find_invoice:
    access: read
    arguments: {type: object, properties: {number: {type: string}}, required: [number]}
    answer:
      type: object
      properties: {paid: {type: integer}, note: {type: string}, state: {enum: [open, paid]}}
      required: [paid, state]
  find_customer:
    access: read
    arguments: {type: object, properties: {customer: {type: string}}, required: [customer]}
    answer: {type: object, properties: {tier: {type: string}}, required: [tier]}
  refund:
    access: write
    arguments:
      type: object
      properties:
        customer: {type: string}
        invoice: {type: string}
        cents: {type: integer, minimum: 1}
        token: {type: string}
      required: [customer, invoice, cents, token]
    answer: {type: object, properties: {refund: {type: string}}, required: [refund]}
  cancel_refund:
    access: write
    key: token
    arguments:
      type: object
      properties: {customer: {type: string}, refund: {type: string}, token: {type: string}}
      required: [customer, refund]
    answer: {type: object}
"""
HEAD = """customer: customer
key: token
reads:
  invoice: {tool: shop.find_invoice, match: {number: action.invoice}, within: 5m}
actions:
  shop.refund:
    title: Refund
    consequence: Money goes back.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk's folder with a described shop."""
    (tmp_path / "desk.yaml").touch()
    (tmp_path / "queues").mkdir()
    (tmp_path / "queues" / "support.yaml").write_text("team: Support")
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "shop.yaml").write_text(TOOLS)
    return tmp_path


def written(folder: Path, text: str) -> Policy:
    (folder / "policy.yaml").write_text(text)
    return desk_folder.load(folder).desk.policy


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidDeskFiles) as refused:
        written(folder, text)
    return [each.short.removeprefix(f"{folder.name}/") for each in refused.value.mistakes]


def test_without_a_file_there_is_no_policy(folder: Path) -> None:
    """Then no write is let through unseen."""
    assert desk_folder.load(folder).desk.policy == Policy()
    assert written(folder, "# nothing yet\n") == Policy()


def test_everything_that_can_be_said(folder: Path) -> None:
    """Every key, once."""
    text = f"""{HEAD}    amount: cents
    evidence: [invoice]
    result: refund
    undo: {{tool: shop.cancel_refund, arguments: {{refund: result.refund}}}}
    check:
      tool: shop.find_invoice
      arguments: {{number: action.invoice}}
      done: found.paid < action.cents
    rules:
      - name: too much
        when: action.cents > evidence.invoice.paid
        then: deny
        says: {{en: Too much., es: Demasiado.}}
      - name: look
        then: escalate
        tier: supervisor
        says: Look.
      - name: ask
        when: has(evidence.invoice.note)
        then: approve
        by: {{role: expert, skill: Money, count: 2, four_eyes: true, within: 2h}}
        says: Ask.
  shop.cancel_refund:
    title: Back
    consequence: None.
    key: ""
"""
    policy = written(folder, text)
    refund = policy.actions["shop.refund"]
    of = Expression.of
    assert (policy.customer, policy.key) == ("customer", "token")
    assert refund.title == {"en": "Refund"}
    assert (refund.amount, refund.result) == ("cents", "refund")
    assert (refund.customer, refund.key) == ("customer", "token")
    assert refund.evidence == (
        WantedRead(
            "invoice",
            "shop.find_invoice",
            {"number": of("action.invoice")},
            timedelta(minutes=5),
        ),
    )
    assert refund.undo == Undo("shop.cancel_refund", {"refund": of("result.refund")})
    assert refund.check == Check(
        "shop.find_invoice", {"number": of("action.invoice")}, of("found.paid < action.cents")
    )
    two_hours = timedelta(hours=2)
    assert refund.rules == (
        Rule(
            "too much",
            Verdict.DENY,
            {"en": "Too much.", "es": "Demasiado."},
            of("action.cents > evidence.invoice.paid"),
        ),
        Rule("look", Verdict.ESCALATE, {"en": "Look."}, tier="supervisor"),
        Rule(
            "ask",
            Verdict.APPROVE,
            {"en": "Ask."},
            of("has(evidence.invoice.note)"),
            Approvers(Role.EXPERT, "money", 2, four_eyes=True, within=two_hours),
        ),
    )
    assert policy.actions["shop.cancel_refund"].key == ""


RULE = f"{HEAD}    evidence: [invoice]\n    rules:\n      - {{name: a, then: auto, says: b, when: "


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("actions: [a", 1, "is not YAML here"),
        ("acts: {}", 1, '"acts" is not known here; did you mean "actions"?'),
        ("actions: {refund: {}}", 1, "must be server.tool"),
        ("actions:\n  shop.refund: {consequence: c}", 2, '"title" is missing here'),
        ("actions:\n  shop.refund: {title: {es: a}, consequence: c}", 2, "with en among them"),
        (
            "actions:\n  shop.refnd: {title: a, consequence: c}",
            2,
            'is not described in tools/shop.yaml; did you mean "shop.refund"?',
        ),
        (
            "actions:\n  shop.find_invoice: {title: a, consequence: c}",
            2,
            '"shop.find_invoice" is a read in tools/shop.yaml, and no write',
        ),
        ("actions:\n  shop.refund: {title: a, consequence: c}", 2, "could be about anybody"),
        (
            (
                "reads:\n  a: {tool: shop.find_customer}\nactions:\n  shop.refund:\n"
                "    {title: a, consequence: c, evidence: [a], customer: ''}"
            ),
            2,
            'shop.find_customer needs "customer"',
        ),
        (f"{HEAD}    amount: cent", 9, 'has no argument "cent"; did you mean "cents"?'),
        (f"{HEAD}    amount: invoice", 9, '"invoice" must be an integer'),
        (f"{HEAD}    result: refnd", 9, 'answers no "refnd"; did you mean "refund"?'),
        (f"{HEAD}    customer: client", 9, 'has no argument "client"'),
        (f"{HEAD}    evidence: [invoce]", 9, 'there is no read "invoce"; did you mean "invoice"?'),
        (
            HEAD.replace("action.invoice", "action.invoce") + "    evidence: [invoice]",
            9,
            "cannot be matched by number: there is no invoce in action",
        ),
        (HEAD.replace("number:", "numbr:"), 4, 'has no argument "numbr"; did you mean "number"?'),
        (HEAD.replace("match: {number: action.invoice}, ", ""), 4, 'needs "number"'),
        (HEAD.replace("find_invoice", "refund"), 4, "is a write in tools/shop.yaml, and no read"),
        (f"{RULE}action.cents >}}", 11, "is no expression"),
        (f"{RULE}'true // x'}}", 11, "has a comment"),
        (f"{RULE}action.cent > 3}}", 11, 'there is no cent in action; did you mean "cents"?'),
        (f"{RULE}evidence.invoice.pad > 3}}", 11, 'did you mean "paid"?'),
        (f"{RULE}evidence.invoice.state == 'payd'}}", 11, 'is never "payd"'),
        (f"{RULE}evidence.invoice.note == 'x'}}", 11, "there is no note"),
        (f"{RULE}evidence.invoice.paid + 1}}", 11, "neither true nor false"),
        (f"{RULE}evidence.customer.tier == 'x'}}", 11, "there is no customer in evidence"),
        (f"{RULE}ticket.queue == 'suport'}}", 11, 'did you mean "support"?'),
        (f"{RULE}customer.tier == 'gold'}}", 11, 'customer.tier is never "gold"'),
        (f"{RULE}'true', by: {{}}}}", 11, '"by" only goes with then: approve'),
        (f"{RULE}'true', tier: supervisor}}", 11, '"tier" only goes with then: escalate'),
        (f"{HEAD}    rules: [{{name: a, then: escalate, says: b}}]", 9, '"tier" is missing here'),
        (
            f"{HEAD}    rules: [{{name: a, then: escalate, says: b, tier: boss}}]",
            9,
            'there is no tier "boss" in escalation.yaml',
        ),
        (f"{HEAD}    rules: [{{name: a, then: aprove, says: b}}]", 9, 'did you mean "approve"?'),
        (
            (
                f"{HEAD}    rules:\n      - {{name: a, then: auto, says: b}}\n"
                "      - {name: a, then: deny, says: b}"
            ),
            11,
            'there is a rule "a" here already',
        ),
        (
            (
                f"{HEAD}    rules:\n      - {{name: a, then: approve, says: b, by: {{skill: x}}}}\n"
                "      - {name: b, then: approve, says: b, by: {skill: y}}"
            ),
            9,
            "people of different skills (x, y)",
        ),
        (
            f"{HEAD}    undo: {{tool: shop.cancel_refund, arguments: {{refund: result.refnd}}}}",
            9,
            "there is no refnd in result",
        ),
        (f"{HEAD}    undo: {{tool: shop.cancel_refund}}", 9, 'needs "refund"'),
        (f"{HEAD}    undo: {{tool: shop.find_invoice}}", 9, "is a read in"),
        (
            f"{HEAD}    check: {{tool: shop.find_invoice, arguments: {{}}, done: 'true'}}",
            9,
            'needs "number"',
        ),
        (
            (
                f"{HEAD}    check:\n      tool: shop.find_invoice\n"
                "      arguments: {number: action.invoice}\n      done: found.pad == 3"
            ),
            12,
            '"done": there is no pad in found',
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(folder: Path, text: str, line: int, words: str) -> None:
    """In a sentence that says what was meant."""
    found = mistakes(folder, text)
    assert any(each.startswith(f"policy.yaml:{line}: ") and words in each for each in found), found


def test_a_read_that_binds_nothing_leaves_it_about_anybody(folder: Path) -> None:
    """Where the tool takes no record either."""
    loose = (
        "reads:\n  a: {tool: shop.find_invoice, match: {number: '\"I-7\"'}}\nactions:\n"
        "  shop.refund: {title: a, consequence: c, evidence: [a]}"
    )
    assert "could be about anybody" in mistakes(folder, loose)[0]
    bound = loose.replace("'\"I-7\"'", "action.invoice")
    assert written(folder, bound).actions["shop.refund"].bound


def test_all_mistakes_at_once(folder: Path) -> None:
    """Also those of other files."""
    (folder / "sla.yaml").write_text("calender: always")
    rule = "{name: a, then: auto, says: b, when: a}"
    text = f"{HEAD}    amount: cent\n    result: refnd\n    rules: [{rule}]"
    found = mistakes(folder, text)
    assert [each.split(":")[:2] for each in found] == [
        ["sla.yaml", "1"],
        ["policy.yaml", "9"],
        ["policy.yaml", "10"],
        ["policy.yaml", "11"],
    ]


def test_check_refuses_with_file_and_line(folder: Path) -> None:
    """Before the desk is started."""
    (folder / "policy.yaml").write_text(f"{HEAD}    amount: cent\n")
    run = CliRunner().invoke(app, ["check", str(folder)])
    assert run.exit_code == 1
    assert "policy.yaml:9: " in run.output


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("tools: {a: {access: read, acess: read}}", 1, 'did you mean "access"?'),
        ("tools:\n  a: {access: reed}", 2, "must be 'read' or 'write'"),
        ("tools:\n  a:\n    access: read\n    answer: {type: objekt}", 4, "is no JSON Schema here"),
        (
            (
                "tools:\n  a:\n    access: read\n    answer:\n      properties:\n"
                "        b: {$ref: '#/c'}"
            ),
            6,
            'must not have "$ref"',
        ),
        ("tools:\n  a:\n    access: write\n    key: token", 4, '"token" is none of its arguments'),
    ],
)
def test_tools_are_described_in_json_schemas(
    folder: Path, text: str, line: int, words: str
) -> None:
    """And a mistake in one is named with its line."""
    (folder / "tools" / "shop.yaml").write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        desk_folder.load(folder)
    (only,) = refused.value.mistakes
    assert (only.file.name, only.line) == ("shop.yaml", line)
    assert words in only.words


def test_the_name_of_a_file_of_tools_is_a_server(folder: Path) -> None:
    """Its tools are called by it."""
    described = tool_files.load(folder)
    assert described["shop.refund"].access is Access.WRITE
    assert described["shop.cancel_refund"].key == "token"
    (folder / "tools" / "The Shop.yaml").write_text("tools: {}")
    with pytest.raises(InvalidDeskFiles, match="must be a server's id"):
        tool_files.load(folder)


def test_the_shipped_policy_is_over_every_write() -> None:
    """Each with words for people, and a way out where its system honours no key."""
    found = desk_folder.load(SHIPPED)
    writes = {name for name, tool in found.described.items() if tool.access is Access.WRITE}
    assert set(found.desk.policy.actions) == writes
    for action in found.desk.policy.actions.values():
        assert action.customer == "customer_id"
        assert action.consequence["en"].endswith(".")
        assert action.rules
        if not action.key:
            assert action.check is not None or action.tool == "crm.send_sign_in_link"


def test_policy_files_can_be_read_without_a_desk(folder: Path) -> None:
    """What is not known of a desk is not looked up."""
    text = f"{HEAD}    rules: [{{name: a, then: escalate, says: b, tier: boss}}]"
    file = folder / "elsewhere.yaml"
    file.write_text(text)
    around = policy_files.Surroundings(tool_files.load(folder))
    assert policy_files.read(file, around).actions["shop.refund"].rules[0].tier == "boss"
