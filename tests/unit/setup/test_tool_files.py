"""What desk.yaml says of tools: followed where it can be, and named by its line where not."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import doctor
from bot.checks import files, tools
from bot.checks.finding import Finding, Verdict
from bot.desk_files import folder as desk_folder
from bot.settings import load, load_of_models
from orchestration.tools.declared import Checks, EmailCheck, OrderCheck, ToolServer, Whose
from tests.fakes.shop import desk as shop

GOOD = """\
tool_servers:
  - id: shop
    command: [python, shop.py]
    environment: [SHOP_TOKEN]
    timeout: 3s
    most: 4000
    tools:
      find_order: {owner: customer.id}
      list_orders: {about_customer: customer_id}
      opening_hours: {about_customer: nobody}
  - id: carrier
    url: https://carrier.example.org/mcp
    token: CARRIER_TOKEN
verify:
  order: {tool: shop.verify_order, number: order_number, postcode: postcode, record: customer.id}
  email: {tool: shop.send_code, address: email, code: code, record: customer_id}
"""


async def said_of_servers(folder: Path) -> list[Finding]:
    found, _ = files.examine_desk(load(None, bot_token="42:x", desk_dir=folder))
    assert found is not None
    return await tools.examine(folder, found)


def written(folder: Path, text: str, tools: str = "{}") -> Path:
    (folder / "desk.yaml").write_text(text)
    (folder / "specialists").mkdir()
    head = f"id: orders\nname: Orders\ndescription: Orders.\ntools: {tools}"
    (folder / "specialists" / "orders.md").write_text(f"---\n{head}\n---\nYou know orders.\n")
    return folder


def test_servers_and_checks(tmp_path: Path) -> None:
    """Programs and addresses, whose data each tool reads, and how customers are verified."""
    found = desk_folder.load(written(tmp_path, GOOD))
    whose = {
        "find_order": Whose(owner=("customer", "id")),
        "list_orders": Whose(argument="customer_id"),
        "opening_hours": Whose(nobodys=True),
    }
    assert found.desk.toolbox.servers == {
        "shop": ToolServer(
            "shop",
            ("python", "shop.py"),
            environment=("SHOP_TOKEN",),
            timeout=timedelta(seconds=3),
            most=4000,
            tools=whose,
        ),
        "carrier": ToolServer(
            "carrier", url="https://carrier.example.org/mcp", token="CARRIER_TOKEN"
        ),
    }
    assert found.desk.toolbox.checks == Checks(
        OrderCheck("shop.verify_order", "order_number", "postcode", ("customer", "id")),
        EmailCheck("shop.send_code", "email", "code", ("customer_id",)),
    )
    assert found.without == ()


#: What is changed in the good file, the line of the mistake, and what is said of it.
BROKEN = [
    ("id: carrier", "id: shop", 11, 'there is a tool server "shop" already'),
    ("command: [python, shop.py]", "x: y", 3, '"x" is not known here'),
    ("    command: [python, shop.py]\n", "", 2, "either a command that starts it or a url"),
    ("url: https://carrier.", "url: ftp://carrier.", 12, "must be an address such as"),
    ("timeout: 3s", "timeout: 3", 5, "must be a time with its unit"),
    ("most: 4000", "most: 3", 6, "must be 200 or more"),
    ("{owner: customer.id}", "{}", 8, "must say whose data it reads"),
    ("{owner: customer.id}", "{owner: customer..id}", 8, "must be a place in the answer"),
    ("nobody}", "nobody, owner: id}", 10, "cannot have an owner"),
    ("tool: shop.verify_order", "tool: depot.verify", 15, "of no server that can be used"),
    ("tool: shop.send_code", "tool: send_code", 16, "must be server.tool"),
    ("  email: {", "  letter: {", 14, '"verify" may hold order and email'),
]


@pytest.mark.parametrize(("before", "after", "line", "says"), BROKEN)
def test_a_broken_part_is_left_out(
    tmp_path: Path, before: str, after: str, line: int, says: str
) -> None:
    """The desk starts with the rest; `topicdesk check` names the line."""
    assert before in GOOD
    folder = written(tmp_path, GOOD.replace(before, after, 1))
    found, findings = files.examine_folder(folder, load_of_models(None))
    assert found is not None
    said = [each for each in findings if each.verdict is Verdict.FAILURE]
    assert f"desk.yaml:{line}: " in said[0].words
    assert says in said[0].words
    assert not any(each.verdict is Verdict.REFUSAL for each in findings)


@pytest.mark.parametrize("text", ["tool_servers: shop", "tool_servers: {id: shop}", "verify: yes"])
def test_another_shape_is_named(tmp_path: Path, text: str) -> None:
    """As what it should be."""
    found = desk_folder.load(written(tmp_path, text))
    assert [each.line for each in found.without] == [1]


#: What a specialist's file names, and what files alone can tell of it.
NAMED = [
    ("shop.find_order: read", None),
    ("shop.refund: write", None),
    ("depot.find_order: read", "is of no server in desk.yaml; there are carrier, shop"),
    ("shop.track: read", "desk.yaml does not say there whose data it reads"),
    ("shop.verify_order: read", "which only the desk itself does"),
]


@pytest.mark.parametrize(("named", "says"), NAMED)
def test_what_a_specialist_names(tmp_path: Path, named: str, says: str | None) -> None:
    """A tool that will surely be refused is named in the specialist's own file."""
    found = desk_folder.load(written(tmp_path, GOOD, f"{{{named}}}"))
    said = [str(each) for each in found.without]
    assert len(said) == (says is not None)
    assert says is None or ("orders.md:5" in said[0] and says in said[0])


def test_without_servers_nothing_is_said(tmp_path: Path) -> None:
    """The desk that comes with it names tools and declares no servers."""
    assert desk_folder.load(written(tmp_path, "", "{shop.track: read}")).without == ()


async def test_the_doctor_asks_the_servers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence for a server that is away, one for each tool that it does not have."""
    for name, value in shop.variables(tmp_path).items():
        monkeypatch.setenv(name, value)
    (fine,) = await said_of_servers(shop.written(tmp_path / "good"))
    assert (fine.verdict, fine.words) == (Verdict.FINE, "connected: shop")
    named = shop.written(tmp_path / "named", find_order="read", no_such="read", delete_order="read")
    said = [each.words for each in await said_of_servers(named)]
    assert said == [
        "Orders cannot read shop.delete_order: its server says that it changes something",
        "Orders cannot read shop.no_such: the server shop has no tool no_such",
    ]
    found = await said_of_servers(shop.written(tmp_path / "away", ("no-such-program",)))
    assert doctor.failed(found)
    assert "the tool server shop is not connected" in found[0].words
