"""What a running desk tells a collector of OpenTelemetry: what its specialists do."""

from pathlib import Path

from tests.fakes.collector import collecting
from tests.stories.desks import desk

SAID = "I was charged twice for my box in October, please look into it."


async def test_a_turn_is_traced_without_words(tmp_path: Path) -> None:
    """Ana asks, specialists think; nothing that she wrote leaves the desk, nor who she is."""
    async with collecting() as collector:
        endpoint = {"otel_exporter_otlp_endpoint": collector.address}
        async with desk(tmp_path, **endpoint) as cast:
            await cast.ana.writes(SAID)
            topic = await cast.topic("#1")
            await topic.shows("Billing")
        sent = collector.received
    for span in (b"invoke_workflow consultation", b"route built-in", b"invoke_agent billing"):
        assert span in sent
    for word in (b"charged", b"October", b"Ana"):
        assert word not in sent
