"""Logs go to stderr, as text for people or as JSON for machines; never a message's words."""

import logging
import sys

import structlog


def configure(level: str = "INFO", style: str = "text") -> None:
    """Sets structlog up once. `style` is `text` or `json`."""
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    chain: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if style == "json":
        # Without local variables, which would hold what people wrote.
        transformer = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        chain.append(structlog.processors.ExceptionRenderer(transformer))
    structlog.configure(
        processors=[*chain, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Libraries log their own retries; ours say the same in one line.
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    logging.getLogger("aiogram").setLevel(logging.ERROR)
