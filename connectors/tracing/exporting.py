"""Sends spans to a collector over OTLP/HTTP, with the extra `otel`.

Headers, the service's name and the like are what OpenTelemetry's own variables say.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec

from opentelemetry.trace import TracerProvider

_SERVICE = "topicdesk"
#: A collector that does not take spans within so many seconds loses them.
_PATIENCE = 5
_MILLISECONDS = 1000


class NotInstalled(Exception):
    """The extra is missing."""

    def __init__(self) -> None:
        super().__init__(
            'the extra "otel" is not installed: pip install -c constraints.txt -e ".[otel]"'
        )


def installed() -> bool:
    """Whether spans can be sent."""
    return all(find_spec(f"opentelemetry.{name}") for name in ("sdk", "exporter"))


@asynccontextmanager
async def exporting(endpoint: str) -> AsyncIterator[TracerProvider]:
    """A provider that sends to the collector there, from a thread; raises `NotInstalled`.

    What is left at the end is sent then, if the collector takes it.
    """
    if not installed():
        raise NotInstalled
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - an extra
        OTLPSpanExporter,
    )
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider as Provider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    named = Resource({"service.name": _SERVICE}).merge(OTELResourceDetector().detect())
    provider = Provider(resource=named, shutdown_on_exit=False)
    exporter = OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces", timeout=_PATIENCE)
    processor = BatchSpanProcessor(exporter, export_timeout_millis=_PATIENCE * _MILLISECONDS)
    provider.add_span_processor(processor)
    try:
        yield provider
    finally:
        await asyncio.to_thread(provider.shutdown)
