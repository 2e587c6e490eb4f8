"""Logs go to stderr, as text for people or as JSON for machines; never a message's words.

Nor a secret: each line goes through a mask.
"""

import logging
import sys
from collections.abc import Iterable

import structlog

from bot.log_masking import LogMask, MaskedFormatter

#: What every line goes through.
MASK = LogMask()


def configure(level: str = "INFO", style: str = "text", secrets: Iterable[str] = ()) -> None:
    """Sets structlog up once. `style` is `text` or `json`; `secrets` are the desk's own."""
    MASK.hide(secrets)
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=MASK.traceback
        )
    )
    chain: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
    ]
    if style == "json":
        # Without local variables, which would hold what people wrote.
        transformer = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        chain.append(structlog.processors.ExceptionRenderer(transformer))
    structlog.configure(
        processors=[*chain, MASK, structlog.processors.TimeStamper(fmt="iso", utc=True), renderer],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Libraries log their own retries; ours say the same in one line.
    libraries = logging.StreamHandler(sys.stderr)
    libraries.setFormatter(MaskedFormatter(MASK))
    logging.basicConfig(handlers=[libraries], level=logging.WARNING)
    logging.getLogger("aiogram").setLevel(logging.ERROR)
