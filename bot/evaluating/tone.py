"""`topicdesk eval tone`: how well the desk hears how customers sound, and what they threaten."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.evaluating.cannot_measure import CannotMeasure
from orchestration.escalating.evaluation import ClassScore, Measured, Message, macro_f1, measure
from orchestration.escalating.tone import Tone
from orchestration.escalating.trigger_words import Trigger

#: The desk's own messages, below its folder.
OWN_SET = Path("evaluation", "tone.csv")
COLUMNS = ("text", "tone", "triggers", "language", "split")
#: Words are chosen by looking at the first of these, and never at the second.
SPLITS = ("dev", "test")
#: So many of the messages of a half that were taken for something else are shown.
_SHOWN = 20


def measured(desk: Path, messages: Path | None = None) -> Mapping[str, Measured]:
    """Hears the messages of a file, or the desk's own: each half that has any, for itself.

    Raises `CannotMeasure`.
    """
    file = messages or desk / OWN_SET
    found = list(read(file))
    if not found:
        msg = f"{file} holds no messages: give it a row for each"
        raise CannotMeasure(msg)
    halves = {one: [each for each in found if each.split == one] for one in SPLITS}
    return {one: measure(rows) for one, rows in halves.items() if rows}


def read(file: Path) -> Iterator[Message]:
    """The messages of a CSV file; raises `CannotMeasure` for what is none."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, strict=True)
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                msg = f"{file} must have the columns {', '.join(COLUMNS)}"
                raise CannotMeasure(msg)
            for row in rows:
                values = {name: (row[name] or "").strip() for name in COLUMNS}
                yield _message(f"{file}:{rows.line_num}", values)
    except OSError as error:
        msg = f"{file} cannot be read ({error.strerror}): --messages names a CSV file"
        raise CannotMeasure(msg) from None
    except (csv.Error, UnicodeDecodeError) as error:
        msg = f"{file} is no CSV in UTF-8 ({error})"
        raise CannotMeasure(msg) from None


def _message(place: str, row: Mapping[str, str]) -> Message:
    if not row["text"]:
        msg = f"{place}: there is no text"
        raise CannotMeasure(msg)
    if row["tone"] not in set(Tone):
        msg = f"{place}: there is no tone {row['tone']!r}; known are {', '.join(Tone)}"
        raise CannotMeasure(msg)
    if row["split"] not in SPLITS:
        msg = f"{place}: the split is {row['split']!r}, and must be dev or test"
        raise CannotMeasure(msg)
    triggers = [name.strip() for name in row["triggers"].split("+") if name.strip()]
    for name in triggers:
        if name not in set(Trigger):
            msg = f"{place}: there is no trigger {name!r}; known are {', '.join(Trigger)}"
            raise CannotMeasure(msg)
    found = frozenset(map(Trigger, triggers))
    return Message(row["text"], Tone(row["tone"]), found, row["language"], row["split"])


def figures(halves: Mapping[str, Measured]) -> dict[str, object]:
    """The figures of each half by the names of `--json`."""
    return {name: _figures(found) for name, found in halves.items()}


def _figures(found: Measured) -> dict[str, object]:
    return {
        "messages": len(found.heard),
        "accuracy": round(found.accuracy, 4),
        "macro_f1": round(macro_f1(found.tones), 4),
        "tones": {str(name): _of_class(each) for name, each in found.tones.items()},
        "trigger_macro_f1": round(macro_f1(found.triggers), 4),
        "triggers": {str(name): _of_class(each) for name, each in found.triggers.items()},
        "languages": {
            language: {"messages": len(each.heard), "accuracy": round(each.accuracy, 4)}
            for language, each in found.by_language().items()
        },
    }


def _of_class(score: ClassScore) -> dict[str, float]:
    return {
        "messages": score.count,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
    }


def text_of(halves: Mapping[str, Measured]) -> str:
    """The figures of each half, and what was taken for something else."""
    return "\n\n".join("\n".join(_lines(name, found)) for name, found in halves.items())


def _lines(name: str, found: Measured) -> Iterator[str]:
    yield f"{name}: {len(found.heard)} messages, tone right in {found.accuracy:.1%}"
    yield "              messages  precision  recall     F1"
    for title, classes in (("tones", found.tones), ("triggers", found.triggers)):
        for each, score in classes.items():
            yield (
                f"  {each:12}{score.count:8}{score.precision:11.1%}{score.recall:8.1%}"
                f"{score.f1:7.3f}"
            )
        yield f"  macro-F1 of {title} {macro_f1(classes):.3f}"
    for language, spoken in found.by_language().items():
        yield f"  {language}: tone right in {spoken.accuracy:.1%}"
    if found.missed:
        yield f"  Taken for something else ({len(found.missed)}):"
    for one in found.missed[:_SHOWN]:
        is_so = "+".join([one.message.tone, *sorted(one.message.triggers)])
        called = "+".join([one.tone, *sorted(one.triggers)])
        yield f"    {is_so} > {called}: {one.message.text}"
    if len(found.missed) > _SHOWN:
        yield f"    … and {len(found.missed) - _SHOWN} more"
