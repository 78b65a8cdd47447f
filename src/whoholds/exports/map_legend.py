"""The legend of a drawn map: parties with their counts, then what the marks mean, with theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whoholds.exports.map_marks import NEUTRAL, besieged_ring, body, claimed_ring
from whoholds.exports.map_spots import Spot, counts_of
from whoholds.exports.svg_text import clean, isolated, quoted, wrapped
from whoholds.exports.symbology import symbology

SIZE, LINE, SIGN, BETWEEN = 12.0, 15.5, 30.0, 7.0  # letters, lines, room for a mark, room between entries
STATUSES = ("held", "leaning", "contested", "unknown")


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark (SVG around 0 0, radius 12; none for a heading) and lines of words beside it, wrapped."""

    name: str
    sign: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Pixels."""
        return max(22.0 if self.sign else 0.0, len(self.lines) * LINE) + BETWEEN


def legend_of(
    spots: Sequence[Spot], colours: Mapping[str, str], shown: Iterable[str], wide: float
) -> list[Entry]:
    """The entries in order; `shown` are the parties and rarer marks that have one, `wide` their pixels."""
    named, counted = set(shown), counts_of(spots)
    total = len(spots)
    entries = [_heading("Holders", wide)]
    entries += [_party(name, spots, colours[name], wide) for name in colours if name in named]
    if len(entries) == 1:
        entries = []
    many = f"{total:,} place{'' if total == 1 else 's'}"
    entries.append(_heading(f"States of {many}", wide))
    entries += [_state(name, counted, wide) for name in STATUSES]
    rarer = [name for name in ("stale", "uncertain", "claimed", "besieged") if name in named]
    return entries + [_state(name, counted, wide) for name in rarer]


def rarer_marks(spots: Iterable[Spot]) -> set[str]:
    """The marks that only some maps have."""
    return {name for name in counts_of(spots) if name not in STATUSES}


def draw_legend(entries: Iterable[Entry], at: Sequence[tuple[float, float]]) -> Iterator[str]:
    """The entries, each with its upper left corner at a pixel."""
    for entry, (x, y) in zip(entries, at, strict=True):
        yield f'<g class="legend" data-mark="{quoted(clean(entry.name))}">'
        if entry.sign:
            middle = y + max(22.0, len(entry.lines) * LINE) / 2
            yield f'<g transform="translate({x + 12:g} {middle:g}) scale(.58)">{entry.sign}</g>'
        start = y + (max(0.0, 22.0 - len(entry.lines) * LINE) / 2 if entry.sign else 0) + SIZE
        for number, line in enumerate(entry.lines):
            bold = "" if entry.sign else ' font-weight="bold"'
            left = x + (SIGN if entry.sign else 0)
            yield f'<text x="{left:g}" y="{start + number * LINE:g}"{bold}>{quoted(line)}</text>'
        yield "</g>"


def columns(
    entries: Sequence[Entry], x: float, y: float, wide: float, many: int
) -> tuple[list[tuple[float, float]], float]:
    """Corners of the entries in `many` columns of `wide` pixels, filled in order, and how high they stand."""
    most = sum(entry.height for entry in entries) / many
    corners, column, down, high = [], 0, 0.0, 0.0
    for entry in entries:
        if down > 0 and down + entry.height / 2 > most and column < many - 1:
            column, down = column + 1, 0.0
        corners.append((x + column * wide, y + down))
        down += entry.height
        high = max(high, down)
    return corners, high


def _heading(words: str, wide: float) -> Entry:
    return Entry("heading", "", tuple(wrapped(words, SIZE * 1.05, wide)))


def _party(name: str, spots: Sequence[Spot], colour: str, wide: float) -> Entry:
    holding = Counter(one.standing.status for one in spots if one.standing.holder == name)
    against = sum(one.standing.status == "contested" and one.standing.challenger == name for one in spots)
    told = [f"{holding[status]:,} {status}" for status in STATUSES[:2] if holding[status]]
    contested = holding["contested"] + against
    told += [f"in {contested:,} contested"] if contested else []
    if not told:
        challenged = sum(one.standing.challenger == name for one in spots)
        told = [f"challenges {challenged:,}" if challenged else "holds none"]
    words = f"{isolated(name, 48)}: {', '.join(told)}"
    sign = "".join(body("held", colour))
    return Entry(name, sign, tuple(wrapped(words, SIZE, wide - SIGN)))


def _state(name: str, counted: Counter[str], wide: float) -> Entry:
    marks, reasons = symbology()["marks"], symbology()["unknown_reasons"]
    if name in marks:
        label, meaning = marks[name]["label"], marks[name]["meaning"].rstrip(".")
        told = meaning.split(": ", 1)[-1]
        words = f"{counted[name]:,} {label}: {told[0].lower()}{told[1:]}"
    elif name == "stale":
        words = f"{counted[name]:,} of the unknown, with a dashed edge: {reasons[name]}"
    else:
        words = f"{counted[name]:,} hollow, with a cross: the position is not exact"
    return Entry(name, _sign(name), tuple(wrapped(words, SIZE, wide - SIGN)))


def _sign(name: str) -> str:
    if name == "claimed":
        return "".join((*claimed_ring(NEUTRAL), *body("unknown", "url(#dotted)")))
    if name == "besieged":
        return "".join((besieged_ring(), *body("held", NEUTRAL)))
    if name == "stale":
        return "".join(body("unknown", "url(#dotted)", stale=True))
    if name == "uncertain":
        return "".join(body("held", NEUTRAL, hollow=True))
    fills = {"contested": "url(#striped)", "unknown": "url(#dotted)"}
    return "".join(body(name, fills.get(name, NEUTRAL)))
