"""Where a desk asks for meaning beside words, and what it is told without the extra."""

from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from bot import doctor
from bot.__main__ import app
from bot.assisting import semantic
from bot.assisting.brains import lacking
from bot.desk_files.desk import load
from bot.desk_files.document import InvalidDeskFiles
from bot.settings import Settings
from orchestration.desk import RouterKind
from orchestration.ports.embedding import Embedder
from tests.unit.centre.routing.shop import IN_SCOPE

BOTH = "routing: {router: semantic}\nknowledge: {semantic: true}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk.yaml").write_text(BOTH)
    return tmp_path


@pytest.fixture
def _no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "installed", lambda: False)


def test_a_desk_chooses(desk: Path) -> None:
    """By words alone, unless it says otherwise."""
    asked = load(desk)
    assert (asked.router, asked.semantic_knowledge) == (RouterKind.SEMANTIC, True)
    (desk / "desk.yaml").write_text("routing: {router: built-in}\nknowledge: {}\n")
    plain = load(desk)
    assert (plain.router, plain.semantic_knowledge) == (RouterKind.BUILT_IN, False)
    assert not plain.semantic
    assert semantic.of_knowledge(plain) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("routing: {router: semantics}", 'is no router; did you mean "semantic"?'),
        ("routing: {router: 7}", "is no router; known are built-in, semantic, claude"),
        ("routing: {router: claude, model: claude haiku}", '"model"'),
        ("knowledge: {semantic: perhaps}", '"semantic"'),
    ],
)
def test_what_cannot_be_followed_is_named(desk: Path, text: str, words: str) -> None:
    """With what is possible."""
    (desk / "desk.yaml").write_text(text)
    with pytest.raises(InvalidDeskFiles) as refused:
        load(desk)
    assert words in str(refused.value)


def test_with_the_extra_the_desk_has_what_it_asks_for(desk: Path, tmp_path: Path) -> None:
    """One model for all of it."""
    asked = load(desk)
    assert semantic.lacking(asked) is None
    assert semantic.live_router(asked, tmp_path).name == "semantic"
    found: Embedder | None = semantic.of_knowledge(asked)
    assert found is semantic.embedder()


@pytest.mark.usefixtures("_no_extra")
async def test_without_the_extra_the_desk_does_with_words(desk: Path, tmp_path: Path) -> None:
    """It routes by the built-in router."""
    asked = load(desk)
    live = semantic.live_router(asked, tmp_path)
    await live.learn(IN_SCOPE)
    assert live.name == "built-in"
    assert (await live.route(["my card was charged twice"])).specialists == {"billing"}
    assert semantic.of_knowledge(asked) is None


@pytest.mark.usefixtures("_no_extra")
async def test_without_the_extra_one_sentence_says_what_to_install(
    desk: Path, settings: Settings
) -> None:
    """`check` and `doctor` say it as a warning, and the desk starts."""
    ran = CliRunner().invoke(app, ["check", str(desk)])
    assert ran.exit_code == 0
    assert 'pip install -c constraints.txt -e ".[semantic]"' in ran.output
    elsewhere = settings.model_copy(update={"desk_dir": desk})
    found = [each for each in await doctor.examine(lambda: elsewhere) if "semantic" in each.words]
    assert [each.failed for each in found] == [False]
    assert await doctor.refusal_to_start(elsewhere) is None


async def test_a_router_that_asks_a_model(desk: Path, settings: Settings) -> None:
    """Without a key `check` and `doctor` say in a warning who does it, and the desk starts."""
    (desk / "desk.yaml").write_text("routing: {router: claude}\n")
    asked = load(desk)
    assert (asked.router, asked.router_model) == (RouterKind.CLAUDE, "claude-haiku-4-5")
    ran = CliRunner().invoke(app, ["check", str(desk)])
    assert ran.exit_code == 0
    words = "desk.yaml asks for the router claude, but ANTHROPIC_API_KEY is not set"
    assert words in ran.output
    elsewhere = settings.model_copy(update={"desk_dir": desk})
    found = [each for each in await doctor.examine(lambda: elsewhere) if words in each.words]
    assert [each.failed for each in found] == [False]
    assert await doctor.refusal_to_start(elsewhere) is None
    assert lacking(asked, settings.model_copy(update={"anthropic_api_key": SecretStr("k")})) is None
