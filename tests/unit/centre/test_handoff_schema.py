"""The payload of a handoff, as docs/handoff.schema.json describes it to whoever reads it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from orchestration.events.specialists import Handoff

FILE = Path(__file__).parents[3] / "docs" / "handoff.schema.json"
SCHEMA = json.loads(FILE.read_text(encoding="utf-8"))
HANDOFF = TypeAdapter(Handoff)
LEAST = Handoff("returns", "a refund", "the money comes back with the parcel")
WHOLE = replace(
    LEAST,
    issues=("charged twice",),
    done=("found both charges",),
    pending=("find the parcel",),
    entities={"order_number": ("4711", "4712")},
    suggested="ask for the parcel's number",
)


def _bare(schema: Any, *, properties: bool = False) -> Any:
    """The schema without what is for people only."""
    if not isinstance(schema, dict):
        return schema
    return {
        name: _bare(value, properties=name == "properties" and not properties)
        for name, value in schema.items()
        if properties or name not in {"title", "description", "$schema", "const"}
    }


def test_it_describes_what_specialists_hand_over() -> None:
    """A field more, less or of another type is another version."""
    assert _bare(SCHEMA) == _bare(HANDOFF.json_schema())
    assert SCHEMA["properties"]["version"]["const"] == LEAST.version


def test_every_field_says_what_it_is() -> None:
    for name, described in SCHEMA["properties"].items():
        assert described["description"].endswith("."), name


@pytest.mark.parametrize("handoff", [LEAST, WHOLE], ids=["least", "whole"])
def test_a_handoff_fits(handoff: Handoff) -> None:
    """As JSON, and back."""
    Draft202012Validator.check_schema(SCHEMA)
    payload = HANDOFF.dump_python(handoff, mode="json")
    Draft202012Validator(SCHEMA).validate(payload)
    assert HANDOFF.validate_python(payload) == handoff


@pytest.mark.parametrize("change", [{"to": 7}, {"version": 2}, {"entities": {"order": "4711"}}])
def test_what_is_none_does_not(change: dict[str, Any]) -> None:
    payload = HANDOFF.dump_python(LEAST, mode="json") | change
    assert not Draft202012Validator(SCHEMA).is_valid(payload)
