"""How the demo's systems say that a tool changes nothing."""

from mcp.types import ToolAnnotations

READS = ToolAnnotations(read_only_hint=True)
