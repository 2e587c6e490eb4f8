"""How a measurement of a router looks: as text, and its confusion matrix as a picture."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from bot.evaluating.routing import Measurement
from orchestration.routing.evaluation import Score
from orchestration.routing.linear import OUT_OF_SCOPE

#: Where there are more labels, a table is wider than a terminal: then the worst pairs are named.
MOST_LABELS, PAIRS = 20, 15
_NOBODY = "(nobody)"
#: Pixels: a cell's side, a letter's width.
_CELL, _LETTER = 22, 7


def text_of(measured: Measurement, *, curve: bool) -> str:
    """The figures and the confusion matrix; with the operating point's curve where asked for."""
    parts = [*_figures(measured), "", *_confusion(measured.score)]
    if curve:
        parts += ["", *_curve(measured)]
    return "\n".join(parts)


def _figures(measured: Measurement) -> Iterator[str]:
    score = measured.score
    yield f"accuracy             {score.accuracy:.1%}"
    yield f"macro-F1             {score.macro_f1:.3f}"
    recall = "nothing was" if score.oos_recall is None else f"{score.oos_recall:.1%}"
    yield f"out of scope, found  {recall}"
    if measured.calibration is not None:
        yield f"abstains below       {measured.calibration.point.accept:.2f}"
    yield f"a message            {measured.p50_ms} ms (p50), {measured.p95_ms} ms (p95)"
    yield f"training             {measured.train_s} s, {measured.peak_mb} MB at most"


def _confusion(score: Score) -> Iterator[str]:
    wrong = [(count, pair) for pair, count in score.confusion.items() if pair[0] != pair[1]]
    if len(score.labels) > MOST_LABELS:
        yield "Most often confused: how often, whom it was for, who was called"
        for count, (one, other) in sorted(wrong, key=lambda each: (-each[0], each[1]))[:PAIRS]:
            yield f"{count:4}  {_name(one)} > {_name(other)}"
        return
    width = max(len(_name(label)) for label in score.labels)
    cell = 1 + max(3, *(len(str(count)) for count in score.confusion.values()))
    numbers = "".join(f"{place:{cell}}" for place in range(1, len(score.labels) + 1))
    yield f"{'for, by who was called':{width + 4}}{numbers}"
    for place, one in enumerate(score.labels, start=1):
        counts = [score.confusion.get((one, other), 0) for other in score.labels]
        cells = "".join(f"{count or '.':>{cell}}" for count in counts)
        yield f"{place:2}  {_name(one):{max(width, 18)}}{cells}"


def _curve(measured: Measurement) -> Iterator[str]:
    if measured.calibration is None:
        yield "There is no operating point: its model says how sure it is, and learns nothing."
        return
    point = measured.calibration.point
    yield f"Operating point, from messages held back: abstain below {point.accept:.2f}"
    if point.split is not None:
        yield f"a part of a message has a specialist of its own from {point.split:.2f}"
    if not measured.calibration.curve:
        yield "Nothing in the training is out of scope (an empty label), so nothing abstains."
        return
    yield "  below   in scope, right   out of scope, found"
    for at in measured.calibration.curve[::5]:
        inside = "-" if at.in_scope is None else f"{at.in_scope:.1%}"
        outside = "-" if at.out_of_scope is None else f"{at.out_of_scope:.1%}"
        yield f"   {at.accept:.2f}   {inside:>15}   {outside:>19}"


def picture_of(score: Score) -> str:
    """The confusion matrix as SVG: rows are whom messages were for, columns who was called."""
    names = [_name(label) for label in score.labels]
    margin = 12 + _LETTER * max(len(name) for name in names)
    side = margin + _CELL * len(names) + 8
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" '
                f'viewBox="0 0 {side} {side}" font-family="sans-serif" font-size="11">'
            ),
            "<title>Whom messages were for (rows), and who was called (columns)</title>",
            f'<rect width="{side}" height="{side}" fill="#fff"/>',
            *_names(names, margin),
            *_cells(score, margin),
            "</svg>",
            "",
        ]
    )


def _names(names: list[str], margin: int) -> Iterator[str]:
    for place, name in enumerate(names):
        middle = margin + _CELL * place + _CELL // 2
        yield f'<text x="{margin - 6}" y="{middle + 4}" text-anchor="end">{escape(name)}</text>'
        yield (
            f'<text transform="translate({middle + 4} {margin - 6}) rotate(-90)">'
            f"{escape(name)}</text>"
        )


def _cells(score: Score, margin: int) -> Iterator[str]:
    for row, one in enumerate(score.labels):
        total = sum(score.confusion.get((one, other), 0) for other in score.labels)
        for column, other in enumerate(score.labels):
            count = score.confusion.get((one, other), 0)
            x, y = margin + _CELL * column, margin + _CELL * row
            colour = "#2e7d32" if one == other else "#c62828"
            opacity = round(0.1 + 0.9 * count / total, 2) if count else 0
            yield (
                f'<rect x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" stroke="#ddd" '
                f'fill="{colour}" fill-opacity="{opacity}"/>'
            )
            if count:
                ink = "#fff" if opacity > 0.5 else "#000"  # noqa: PLR2004 - the middle of the scale
                yield (
                    f'<text x="{x + _CELL // 2}" y="{y + _CELL // 2 + 4}" fill="{ink}" '
                    f'text-anchor="middle">{count}</text>'
                )


def _name(label: str) -> str:
    return _NOBODY if label == OUT_OF_SCOPE else label
