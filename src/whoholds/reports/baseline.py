"""A baseline: who held which places when the reports begin, as a table (CSV) with its own dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from whoholds.errors import InputError
from whoholds.model import Claim, Coded, EventType, Extraction, Mention, Published, Report, Span
from whoholds.reports.dates import parse_day
from whoholds.reports.decoding import read_text, shown
from whoholds.reports.degrees import degrees

NEEDED = ("place", "holder", "from")
Row = Mapping[str, str]


def read_baseline(path: Path | str) -> tuple[Report, Extraction]:
    """The table as a report, and one `hold` claim a row whose quote is the row.

    Columns: place, holder, from (the first day, ISO); province or country, lat, lon (WGS84 degrees) and
    others may stand beside them. The report counts as published on the earliest day. A place with a
    province or country is coded as "Place, Province". Raises InputError naming every line that is wrong, ten
    at most: the table is taken whole, or not at all.
    """
    where = Path(path)
    text = read_text(where)
    rows = list(_rows(text, where))
    coded = _all_coded(rows, where)
    first = min(values.start for _, values in coded if values.start is not None)
    report = Report(text, published=Published(first), name=shown(where.name), kind="baseline")
    key = report.key
    claims = tuple(_claim(key, text, span, values) for span, values in coded)
    return report, Extraction(key, "baseline", claims)


def _all_coded(rows: Sequence[tuple[Span, int, Row]], where: Path) -> list[tuple[Span, Coded]]:
    if not rows:
        raise InputError(f"{where} has no rows under its heading. Give one place a row.")
    coded, wrong = [], []
    for span, line, row in rows:
        try:
            coded.append((span, _coded(row, line, where)))
        except InputError as error:
            wrong.append(str(error))
    if wrong:
        raise InputError.of_whole_file(wrong)
    return coded


def _rows(text: str, where: Path) -> Iterator[tuple[Span, int, Row]]:
    """Each row with its span in the text (without the line end) and its line number."""
    lines = list(io.StringIO(text, newline=""))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    table = csv.reader(lines, delimiter=_delimiter(lines[0]), strict=True)
    before = 0
    names: list[str] = []
    try:
        for cells in table:
            begin, before = before, table.line_num
            if names and any(cell.strip() for cell in cells):
                quote = text[starts[begin] : starts[before]].rstrip("\r\n")
                row = dict(zip(names, (cell.strip() for cell in cells), strict=False))
                yield Span(starts[begin], starts[begin] + len(quote)), begin + 1, row
            elif not names:
                names = _heading(cells, where)
    except csv.Error as error:
        raise InputError(
            f"{where}, line {table.line_num} is not CSV ({error}). Check its quotation marks."
        ) from error


def _delimiter(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _heading(cells: list[str], where: Path) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise InputError(
            f"{where} has no column {', '.join(missing)}. A baseline begins with the line: place,holder,from"
        )
    return names


def _coded(row: Row, line: int, where: Path) -> Coded:
    at = f"{where}, line {line}"
    for name in NEEDED:
        if not row.get(name):
            raise InputError(f"{at} has no {name}. Fill it in, or take the row out.")
    try:
        day = parse_day(row["from"])
        lat, lon = degrees(row.get("lat"), row.get("lon"))
    except InputError as error:
        raise InputError(f"{at}: {error}") from error
    around = row.get("province") or row.get("country")
    place = f"{row['place']}, {around}" if around else row["place"]
    return Coded(place=place, lat=lat, lon=lon, actor=row["holder"], start=day, end=day)


def _claim(report: str, text: str, span: Span, coded: Coded) -> Claim:
    place = (coded.place or "").split(",")[0]
    return Claim(
        report,
        EventType.HOLD,
        span,
        actor=mention_in(text, span, coded.actor),
        place=mention_in(text, span, place),
        coded=coded,
    )


def mention_in(text: str, quote: Span, words: str | None) -> Mention | None:
    """Where words stand in a quotation, the first time; None where they do not."""
    at = text.find(words, quote.start, quote.end) if words else -1
    return Mention(Span(at, at + len(words))) if words and at >= 0 else None
