"""What the AI colleagues do, as OpenTelemetry spans: sent where a collector is named."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from opentelemetry import trace

from bot.settings import Settings
from connectors.tracing.exporting import NotInstalled, exporting, installed
from connectors.tracing.spans import Traces


def lacking(settings: Settings) -> str | None:
    """Why spans are not sent that somebody wants, in one sentence."""
    if settings.otel_exporter_otlp_endpoint is None or installed():
        return None
    return f"OTEL_EXPORTER_OTLP_ENDPOINT is set, but {NotInstalled()}"


@asynccontextmanager
async def tracing(settings: Settings) -> AsyncIterator[Traces]:
    """The traces of a running desk; without a collector, whoever set up OpenTelemetry gets them."""
    endpoint = settings.otel_exporter_otlp_endpoint
    if endpoint is None or lacking(settings) is not None:
        yield Traces(trace.get_tracer_provider())
        return
    async with exporting(endpoint) as provider:
        yield Traces(provider)
