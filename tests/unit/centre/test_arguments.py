"""Arguments against schemas: kept validators say what the schemas say now."""

from orchestration.tools.arguments import misfit


def test_a_schema_that_changes_is_followed_as_it_is_now() -> None:
    """Validators are kept by what a schema says, and not by which object it is."""
    number: dict[str, object] = {"type": "integer"}
    schema = {"type": "object", "properties": {"cents": number}}
    assert misfit(schema, {"cents": 5}) is None
    number["maximum"] = 3
    assert misfit(schema, {"cents": 5}) == "$.cents does not fit its schema (maximum)"
    assert misfit(schema, {"cents": 3}) is None


def test_a_schema_that_is_no_json_cannot_be_followed() -> None:
    """It is a refusal, and no error."""
    schema: dict[str, object] = {"type": "object"}
    schema["properties"] = {"itself": schema}
    assert misfit(schema, {}) == "its schema cannot be followed"
    assert misfit({"enum": [object()]}, {}) == "its schema cannot be followed"
