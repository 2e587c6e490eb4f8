"""`topicdesk policy` and `topicdesk eval policy`, as somebody at a terminal meets them."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from bot.__main__ import app
from bot.desk_files import folder as desk_folder
from bot.policing import cases as case_files
from bot.policing.running import coverage, run
from bot.settings import Settings

SHIPPED: Path = Settings.model_fields["desk_dir"].default
CASES = SHIPPED / "policy_cases.yaml"
AIRLINE = Path(__file__).parents[2] / "fakes" / "airline"


def asked(*words: str) -> tuple[int, str]:
    found = CliRunner().invoke(app, list(words))
    assert "Traceback" not in found.output
    return found.exit_code, found.output


def test_the_shipped_cases_meet_every_rule_both_ways() -> None:
    """Each is decided as it expects, and each rule decides one and is no obstacle to another."""
    found = desk_folder.load(SHIPPED)
    cases = case_files.read(CASES, found.described)
    results = run(cases, found.desk.policy)
    assert len(results) >= 90
    assert len({each.case.name for each in results}) == len(results)
    assert [each.missed for each in results if each.missed] == []
    always = {
        (tool, rule.name)
        for tool, action in found.desk.policy.actions.items()
        for rule in action.rules
        if rule.when is None
    }
    for rule, met in coverage(results, found.desk.policy).items():
        assert met.decided, rule
        assert met.held < met.asked or rule in always, rule


def test_the_table_of_cases() -> None:
    """It says how many there are, and ends well."""
    code, said = asked("policy", "test", str(CASES))
    assert code == 0
    cases = len(yaml.safe_load(CASES.read_text())["cases"])
    assert f"{cases} of {cases} cases are decided as expected." in said
    assert "91 of 91 rules are met both ways." in said


def test_a_miss_is_printed_in_full(tmp_path: Path) -> None:
    """With its line, why it was decided so, and what no case meets."""
    file = tmp_path / "cases.yaml"
    file.write_text(
        "reads:\n  account:\n    tool: crm.find_account\n"
        "    data: {state: locked, reason: wrong passwords}\n"
        "cases:\n"
        "  - name: unlocked\n    action: {tool: crm.unlock_account}\n    expect: deny\n"
        "  - name: as expected\n    action: {tool: crm.unlock_account}\n    expect: auto\n"
        "  - name: another rule\n    action: {tool: crm.unlock_account}\n    expect: auto\n"
        "    rule: not locked\n"
        "  - name: nothing is missing\n    action: {tool: crm.unlock_account}\n"
        "    without: [account]\n    expect: unproven\n    missing: []\n"
    )
    code, said = asked("policy", "test", str(file))
    assert code == 1
    assert "cases.yaml:6: unlocked: expected deny, decided auto" in said
    assert '✓ auto     locked by accident (holds): evidence.account.state == "locked"' in said
    assert 'another rule: expected auto by "not locked", decided auto ("locked by acc' in said
    assert "nothing is missing: expected nothing to be missing, decided unproven: account" in said
    assert "1 of 4 cases are decided as expected." in said
    assert "never held: crm.unlock_account: suspected fraud" in said
    assert "always held: crm.unlock_account: locked by accident" in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cases: [a", "cases.yaml:1: is not YAML here"),
        ("cases:\n  - {name: a, expect: deny}", ':2: "action" is missing here'),
        (
            "cases:\n  - {name: a, action: {tool: a.b}, expect: denied}",
            ":2: \"expect\" is 'denied' but must be",
        ),
        (
            "cases:\n  - name: a\n    action: {tool: a.b}\n    expect: deny\n    without: [x]",
            ':5: there is no read "x" above',
        ),
        (
            (
                "cases:\n  - name: a\n    action: {tool: a.b}\n    expect: deny\n"
                "    customer:\n      prof: email"
            ),
            ':6: "prof" is not known here; did you mean "proof"?',
        ),
        (
            "cases:\n  - name: a\n    action: {tool: a.b}\n    expect: deny\n    now: soon",
            ":5: ",
        ),
    ],
)
def test_a_mistake_in_cases_is_named_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    """In a sentence, as of every file of the desk."""
    file = tmp_path / "cases.yaml"
    file.write_text(text)
    code, said = asked("policy", "test", str(file))
    assert code == 1
    assert words in said


def test_why_a_case_is_decided_so() -> None:
    """Evidence with its age, every rule with its value, and who decides."""
    code, said = asked("policy", "explain", str(CASES), "more than 200 EUR")
    assert code == 0
    assert "billing.refund(invoice_number=RE-20101, amount_minor=20001, reason=broken)" in said
    assert "for C-1001, by email; ticket 142, 2026-05-04 10:00 UTC" in said
    assert "✓ invoice: billing.find_invoice(invoice_number=RE-20101), 1m old, 15m allowed" in said
    assert "· deny     nothing was paid (no): evidence.invoice.paid_minor == 0" in said
    assert "✓ approve  over 200 EUR (holds): action.amount_minor > 20000" in said
    assert (
        "Decision: approve, by 2 supervisor or above, who neither proposed it nor answers the "
        'ticket, within 1d ("over 200 EUR")'
    ) in said


def test_another_action_in_the_same_situation() -> None:
    """Its arguments are typed as they would be in a file."""
    refund = ("policy", "explain", str(CASES), "a small refund")
    code, said = asked(*refund, "--set", "amount_minor=9401")
    assert (code, 'Decision: deny ("beyond what was paid")' in said) == (0, True)
    code, said = asked(*refund, "--set", "invoice_number=RE-9")
    assert "✗ invoice: billing.find_invoice(invoice_number=RE-9) was not made for this" in said
    assert "Decision: unproven: invoice missing" in said
    code, said = asked("policy", "explain", str(CASES), "--action", "crm.unlock_account")
    assert (code, "crm.unlock_account()" in said) == (0, True)
    code, said = asked(*refund, "--action", "erp.cancel_order", "--set", 'order_number="5201"')
    assert (code, "erp.cancel_order(order_number=5201)" in said) == (0, True)
    code, said = asked(*refund, "--set", "amount_minor='1'")
    assert "Decision: deny\n  an argument does not fit: $.amount_minor" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a smal refund"], 'there is no case "a smal refund"; did you mean "a small refund"?'),
        ([], "name a case or an --action"),
        (["a small refund", "--set", "amount"], "must be an argument and its value"),
    ],
)
def test_what_cannot_be_explained(words: list[str], said: str) -> None:
    """A sentence says what could be."""
    code, output = asked("policy", "explain", str(CASES), *words)
    assert (code, said in output) == (1, True)


def test_another_domain_is_measured() -> None:
    """An airline's tools, policy and cases, all decided as its people would."""
    code, said = asked("eval", "policy", "--cases", str(AIRLINE), "--json")
    assert code == 0
    found = json.loads(said)
    assert (found["cases"], found["right"], found["missed"]) == (13, 1.0, [])
    assert (found["stop_rate"], found["false_deny"], found["false_approve"]) == (1.0, 0.0, 0.0)
    assert found["confusion"]["unproven"] == {"unproven": 3}
    assert found["by_rule"]["air.cancel_booking: insured"] == {"auto": 1}


def test_what_a_policy_gets_wrong_is_measured(tmp_path: Path) -> None:
    """Too generous and too strict are different figures, and each miss is shown."""
    folder = tmp_path / "airline"
    shutil.copytree(AIRLINE, folder)
    file = folder / "policy.yaml"
    text = file.read_text()
    generous = text.replace(
        'status == "flown"\n        then: deny', 'status == "flown"\n        then: auto'
    )
    strict = generous.replace(
        "action.bags <= 2\n        then: auto", "action.bags <= 2\n        then: deny"
    )
    assert text != generous != strict
    file.write_text(strict)
    code, said = asked("eval", "policy", "--cases", str(folder), "--json")
    found = json.loads(said)
    assert code == 0
    assert (found["stop_rate"], found["false_deny"]) == (round(6 / 7, 4), round(1 / 6, 4))
    assert found["false_approve"] == round(1 / 9, 4)
    assert found["confusion"]["deny"] == {"deny": 2, "auto": 1}
    assert {each["case"] for each in found["missed"]} == {"it was flown", "two bags"}
    code, said = asked("eval", "policy", "--cases", str(folder))
    assert "stop rate        85.7% of what must not run was stopped" in said
    assert 'it was flown: expected deny by "flown", decided auto' in said


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("tools", "must hold tools.yaml, or tools/"),
        ("policy.yaml", "must hold policy.yaml"),
        ("cases", "must hold cases, in files that end in .yaml or .jsonl"),
    ],
)
def test_a_folder_that_cannot_be_measured(tmp_path: Path, missing: str, words: str) -> None:
    """A sentence says what it lacks."""
    folder = tmp_path / "airline"
    shutil.copytree(AIRLINE, folder, ignore=shutil.ignore_patterns(missing))
    code, said = asked("eval", "policy", "--cases", str(folder))
    assert (code, words in said) == (1, True)


def test_tools_of_several_servers_in_one_file(tmp_path: Path) -> None:
    """Where an outside domain has them so."""
    folder = tmp_path / "airline"
    shutil.copytree(AIRLINE, folder)
    tools = (folder / "tools" / "air.yaml").read_text()
    shutil.rmtree(folder / "tools")
    inner = "".join(f"    {line}\n" for line in tools.splitlines())
    (folder / "tools.yaml").write_text(f"servers:\n  air:\n{inner}")
    code, said = asked("eval", "policy", "--cases", str(folder), "--json")
    assert (code, json.loads(said)["right"]) == (0, 1.0)


def test_a_line_that_is_no_case(tmp_path: Path) -> None:
    """It is named by its number."""
    folder = tmp_path / "airline"
    shutil.copytree(AIRLINE, folder)
    (folder / "cases" / "more.jsonl").write_text('\n{"name": "a"\n')
    code, said = asked("eval", "policy", "--cases", str(folder))
    assert (code, "more.jsonl:2: is no JSON" in said) == (1, True)
