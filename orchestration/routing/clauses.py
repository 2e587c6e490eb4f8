"""The parts of a message that may be about different matters."""

import re

#: Shorter parts, such as "Hi!", go with the part after them.
WORDS = 3
#: How many parts a message has at most; the last one holds the rest.
PARTS = 8

#: What joins a clause to the one before it, in the desk's five languages.
_JOINTS = (
    *("and", "but", "also", "plus"),
    *("y", "pero", "además", "también"),
    *("и", "а", "но", "также"),  # noqa: RUF001 - Russian
    *("e", "mas", "também", "além"),
    *("و", "ولی", "اما", "همچنین"),
)
#: A sentence ends with a sign and a gap, or with the line; a clause before what joins the next one.
_END = re.compile(rf"(?<=[.!?…؟;؛])\s+|\n|\s+(?=(?:{'|'.join(_JOINTS)})\s)", re.IGNORECASE)


def clauses_of(text: str) -> list[str]:
    """The clauses of a message, in their order; nothing is lost but the gaps between them."""
    parts: list[str] = []
    started = ""
    for sentence in _END.split(text.strip()):
        started = f"{started} {sentence.strip()}".strip()
        if len(started.split()) >= WORDS:
            parts.append(started)
            started = ""
    if started and parts:
        parts[-1] = f"{parts[-1]} {started}"
    elif started:
        parts = [started]
    return [*parts[: PARTS - 1], " ".join(parts[PARTS - 1 :])] if len(parts) > PARTS else parts
