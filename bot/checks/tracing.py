"""Whether what the AI colleagues do is traced, where somebody wants that."""

from bot.assisting import tracing
from bot.checks.finding import Finding, fine, warning
from bot.settings import Settings

TRACES = "traces"


def examine(settings: Settings) -> list[Finding]:
    """Nothing is said where no collector is named."""
    if settings.otel_exporter_otlp_endpoint is None:
        return []
    missing = tracing.lacking(settings)
    if missing is not None:
        return [warning(TRACES, missing, "Until then there are no traces.")]
    return [fine(TRACES, f"spans go to {settings.otel_exporter_otlp_endpoint}")]
