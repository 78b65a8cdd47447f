"""Reports with the claims that somebody found in them, as they are compared: coded by people, or read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from whoholds.errors import InputError
from whoholds.evaluate.coding_faults import fault_of
from whoholds.model import EventType, Factuality, Figure, Precision, Published, Report, Span
from whoholds.picture import ResolvedClaim
from whoholds.reports.dates import parse_day
from whoholds.reports.degrees import degrees
from whoholds.reports.found import Given, Rejected
from whoholds.reports.jsonl import report_of, whole_text
from whoholds.reports.lines import read_objects, words_of

Row = Mapping[str, Any]
Enum = TypeVar("Enum", bound=StrEnum)
FigureKey = tuple[str, int, int]
LONGEST_QUOTE = 700  # characters; more is not a sentence


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """A claim in the codebook's names, flat. None is "not given"; `lat`, `lon` WGS84 degrees.

    `at` is where the quotation stands in the report's text; None where it does not stand there word for
    word, or is longer than a sentence: then it matches nothing. `figures` are (kind, low, best), sorted, 0
    where not said. Nothing is lost by missing an `optional` claim, and nothing won by finding it.
    """

    quote: str
    at: Span | None
    type: EventType
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    start: date | None = None
    end: date | None = None
    claimer: str | None = None
    side: str | None = None
    factuality: Factuality = Factuality.CERTAIN
    unverified: bool = False
    figures: tuple[FigureKey, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report's text and the claims that people coded in it."""

    name: str
    text: str
    published: Published | None
    claims: tuple[CodedClaim, ...]


def read_gold(path: Path | str) -> tuple[CodedReport, ...]:
    """Reports with their claims: JSON Lines, one report a line, with "id", "text" and "claims".

    A title that does not begin the text is put above it, as when reports are taken in. Raises InputError
    that names the line and the claim.
    """
    return tuple(_report(line, at) for line, at in _lines(Path(path)))


def read_predicted(path: Path | str, gold: Sequence[CodedReport]) -> dict[str, tuple[CodedClaim, ...]]:
    """What another program found in the same reports: one line a report, with "id" and "claims".

    Raises InputError, also for an id that no report of the gold has.
    """
    reports = {report.name: report for report in gold}
    found: dict[str, tuple[CodedClaim, ...]] = {}
    for line, at in _lines(Path(path)):
        name = words_of(dict(line), "id")
        if name not in reports:
            raise InputError(f"{at}: no report has the id {name!r}. Give the ids of the coded reports.")
        found[name] = _claims(line, reports[name].text, 0, at)
    return found


def coded_of(claim: ResolvedClaim, text: str) -> CodedClaim:
    """A claim that the product read, made comparable."""
    said, place = claim.claim, claim.place
    return CodedClaim(
        quote=claim.quote,
        at=locate(claim.quote, text, said.quote.start),
        type=said.type,
        actor=claim.actor,
        recipient=claim.recipient,
        place=claim.place_name,
        lat=place.lat if place is not None else None,
        lon=place.lon if place is not None else None,
        precision=claim.precision,
        start=claim.days.start,
        end=claim.days.end,
        claimer=claim.claimer,
        side=claim.side,
        factuality=said.factuality,
        unverified=said.unverified,
        figures=_figure_keys(_of_figure(figure) for figure in said.figures),
    )


def locate(quote: str, text: str, start: int | None) -> Span | None:
    """Where a quotation stands: at the offset given, else where it stands first; None where nowhere."""
    if not 0 < len(quote) <= LONGEST_QUOTE:
        return None
    given = start is not None and start >= 0 and text.startswith(quote, start)
    at = start if given and start is not None else text.find(quote)
    return Span(at, at + len(quote)) if at >= 0 else None


def _lines(path: Path) -> Iterator[tuple[Row, str]]:
    for found in read_objects(path, str(path)):
        if isinstance(found, Rejected):
            raise InputError(found.why)
        yield found[1], f"{path}, line {found[0]}"


def _report(line: Row, at: str) -> CodedReport:
    given = words_of(dict(line), "text")
    try:
        if given is None:
            raise InputError('there is no "text". Give the words of the report that was coded.')
        report: Report = report_of(dict(line), Given())
    except InputError as error:
        raise InputError(f"{at}: {error}") from error
    shift = len(whole_text(given, report.title) or given) - len(given)
    claims = _claims(line, report.text, shift, at)
    for number, (claim, row) in enumerate(zip(claims, line["claims"], strict=True), start=1):
        fault = fault_of(claim, row, report.text)
        if fault is not None:
            raise InputError(f"{at}, claim {number}: {fault}")
    return CodedReport(report.name or at, report.text, report.published, claims)


def _claims(line: Row, text: str, shift: int, at: str) -> tuple[CodedClaim, ...]:
    rows = line.get("claims")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f'{at}: "claims" is not a list of objects. Write one object a claim, [] for none.')
    claims = []
    for number, row in enumerate(rows, start=1):
        try:
            claims.append(_claim(row, text, shift))
        except InputError as error:
            raise InputError(f"{at}, claim {number}: {error}") from error
    return tuple(claims)


def _claim(row: dict[str, Any], text: str, shift: int) -> CodedClaim:
    quote, kind = row.get("quote"), _one_of(EventType, row, "type")
    if not isinstance(quote, str) or kind is None:
        raise InputError('there is no "quote" or no "type". Give the sentence as it stands, and the type.')
    start = row.get("start_char")
    lat, lon = degrees(row.get("lat"), row.get("lon"))
    return CodedClaim(
        quote=quote,
        at=locate(quote, text, start + shift if isinstance(start, int) else None),
        type=kind,
        actor=words_of(row, "actor"),
        recipient=words_of(row, "recipient"),
        place=words_of(row, "place"),
        lat=lat,
        lon=lon,
        precision=_one_of(Precision, row, "precision"),
        start=_day(row, "start"),
        end=_day(row, "end"),
        claimer=words_of(row, "claimer"),
        side=words_of(row, "side"),
        factuality=_one_of(Factuality, row, "factuality") or Factuality.CERTAIN,
        unverified=bool(row.get("unverified")),
        figures=_figure_keys(_of_row(figure) for figure in row.get("figures") or []),
        optional=bool(row.get("optional")),
    )


def _day(row: dict[str, Any], key: str) -> date | None:
    given = words_of(row, key)
    return parse_day(given) if given is not None else None


def _one_of(kind: type[Enum], row: dict[str, Any], key: str) -> Enum | None:
    given = words_of(row, key)
    try:
        return kind(given) if given is not None else None
    except ValueError as error:
        raise InputError(f"the {key} {given!r} is not known. Give one of: {', '.join(kind)}.") from error


def _figure_keys(keys: Iterator[FigureKey]) -> tuple[FigureKey, ...]:
    return tuple(sorted(keys))


def _of_figure(figure: Figure) -> FigureKey:
    return figure.kind, figure.estimate.low or 0, figure.estimate.best or 0


def _of_row(row: Any) -> FigureKey:
    kind = row.get("kind") if isinstance(row, dict) else None
    counts = [row.get(key) or 0 for key in ("low", "best")] if isinstance(row, dict) else []
    if not isinstance(kind, str) or not all(isinstance(count, int) for count in counts):
        raise InputError(f'the figure {row!r} has no "kind", or a count that is no whole number.')
    return kind, counts[0], counts[1]
