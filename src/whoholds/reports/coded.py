"""Claims coded by people or by other tools, in the codebook's names, as JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from whoholds.errors import InputError
from whoholds.model import (
    Attribution,
    Claim,
    Coded,
    Estimate,
    EventType,
    Extraction,
    Factuality,
    Figure,
    Mention,
    Precision,
    Report,
    Span,
    Stage,
)
from whoholds.reports.baseline import mention_in
from whoholds.reports.dates import parse_day, parse_published
from whoholds.reports.degrees import degrees
from whoholds.reports.found import Given, Rejected
from whoholds.reports.jsonl import report_of, whole_text
from whoholds.reports.lines import read_objects, words_of

Line = dict[str, Any]
Enum = TypeVar("Enum", bound=StrEnum)
KIND = "coded"
_ABOUT_REPORT = ("id", "outlet", "published", "title", "text", "url", "address", "extractor")


class Coding(NamedTuple):
    """A report, what was coded in it, and why claims of it do not count, by claim key."""

    report: Report
    extraction: Extraction
    out_of_force: Mapping[str, str]


def read_coded(path: Path | str) -> tuple[tuple[Report, Extraction], ...]:
    """The reports of `read_codings`, with what was coded in them."""
    return tuple((report, extraction) for report, extraction, _ in read_codings(path))


def read_codings(path: Path | str) -> tuple[Coding, ...]:
    """Reports with what was coded in them, and which claims an analyst rejected or their outlet took back.

    A line is a report with its "claims", or one claim. A line of one claim names its report by "report",
    "report_key" or "id"; all lines of a report by one "extractor" (who coded) make one extraction.
    Without a "text", the text is the quotations, one a line. People's values stand in place of what the words
    resolve to; keys that the codebook does not have are ignored. Raises InputError naming line and claim of
    every mistake, ten at most: the file is taken whole, or not at all.
    """
    where = Path(path)
    single: dict[tuple[str, str | None], tuple[int, Line]] = {}
    read: list[Coding] = []
    wrong: list[str] = []
    for found in read_objects(where, str(where)):
        if isinstance(found, Rejected):
            wrong.append(found.why)
            continue
        number, line = found
        with _noted(wrong):
            if "claims" in line:
                read.append(_report_with_claims(line, f"{where}, line {number}"))
            else:
                _gather(single, line, number, f"{where}, line {number}")
    for number, line in single.values():
        with _noted(wrong):
            read.append(_report_with_claims(line, f"{where}, line {number}"))
    if wrong:
        raise InputError.of_whole_file(wrong)
    return tuple(read)


@contextmanager
def _noted(wrong: list[str]) -> Iterator[None]:
    """What is wrong with a line is noted, and the next ones are read."""
    try:
        yield
    except InputError as error:
        wrong.append(str(error))


def _gather(
    reports: dict[tuple[str, str | None], tuple[int, Line]], claim: Line, number: int, at: str
) -> None:
    known = words_of(claim, "report_key")
    name = words_of(claim, "report") or (None if known else words_of(claim, "id"))
    together = name or known  # claims of one report stay in one, also where it has no name
    if together is None or "quote" not in claim:
        raise InputError(f'{at} has neither "claims" nor a "report" and a "quote". Give one or the other.')
    about = {key: claim[key] for key in _ABOUT_REPORT if claim.get(key) is not None} | {"id": name}
    _, line = reports.setdefault((together, words_of(claim, "extractor")), (number, {"claims": []}))
    line["claims"].append(claim)
    line.update(about)


def _report_with_claims(line: Line, at: str) -> Coding:
    claims = line["claims"]
    if not isinstance(claims, list) or not all(isinstance(claim, dict) for claim in claims):
        raise InputError(f'{at}: "claims" is not a list of objects. Write one object a claim.')
    try:
        given_text = words_of(line, "text")
        text = given_text if given_text is not None else _quotes(claims)
        report = report_of({**line, "text": text}, Given(), kind=KIND)
    except InputError as error:
        raise InputError(f"{at}: {error}") from error
    shift = len(whole_text(text, report.title) or "") - len(text)
    key = report.key
    read = tuple(
        _claim_at(claim, report.text, shift, key, f"{at}, claim {number}")
        for number, claim in enumerate(claims, start=1)
    )
    judged = {one.key: why for one, claim in zip(read, claims, strict=True) if (why := _out_of_force(claim))}
    return Coding(report, Extraction(key, _extractor(line), read), judged)


def _out_of_force(claim: Line) -> str | None:
    """Why a claim of an export does not count: so it was there, and so it stays."""
    if claim.get("retracted_by") and claim.get("retracted_from") is None:
        return "Taken back by its outlet."
    return "Rejected where it comes from." if claim.get("judged") == "reject" else None


def _extractor(line: Line) -> str:
    name = words_of(line, "extractor") or "import"
    return name if name.startswith("coded:") else f"coded:{name}"


def _quotes(claims: Sequence[Line]) -> str:
    """The distinct quotations in their order, one a line."""
    return "\n".join(
        dict.fromkeys(quote for claim in claims if (quote := words_of(claim, "quote")) is not None)
    )


def _claim_at(claim: Line, text: str, shift: int, report: str, at: str) -> Claim:
    try:
        return _claim(claim, text, _quote(claim, text, shift), report)
    except InputError as error:
        raise InputError(f"{at}: {error}") from error


def _quote(claim: Line, text: str, shift: int) -> Span:
    """Where the quotation stands: as the offsets say, else the occurrence nearest to them."""
    quote = words_of(claim, "quote")
    if quote is None:
        raise InputError('there is no "quote". Give the sentence as it stands in the report.')
    said = claim.get("start_char")
    start = said + shift if isinstance(said, int) else 0
    if start >= 0 and text.startswith(quote, start):
        return Span(start, start + len(quote))
    later, earlier = text.find(quote, max(start, 0)), text.rfind(quote, 0, max(start, 0) + len(quote))
    found = [at for at in (later, earlier) if at >= 0]
    if not found:
        raise InputError(f"the quote {quote[:60]!r} does not stand in the text. Copy it exactly.")
    at = min(found, key=lambda place: abs(place - start))
    return Span(at, at + len(quote))


def _claim(claim: Line, text: str, quote: Span, report: str) -> Claim:
    coded = _coded(claim)
    trigger = mention_in(text, quote, words_of(claim, "trigger"))
    return Claim(
        report=report,
        type=_needed_type(claim),
        quote=quote,
        trigger=trigger.span if trigger is not None else None,
        actor=mention_in(text, quote, coded.actor),
        recipient=mention_in(text, quote, coded.recipient),
        place=_place(claim, coded.place, text, quote),
        attribution=_attribution(claim, text, quote),
        factuality=coded.factuality or Factuality.CERTAIN,
        unverified=_flag(claim, "unverified"),
        ongoing=_flag(claim, "ongoing"),
        precision=_as_said(coded.precision),
        figures=_figures(claim),
        stage=_one_of(Stage, claim, "stage"),
        coded=coded,
    )


def _place(claim: Line, name: str | None, text: str, quote: Span) -> Mention | None:
    """Where the place is named; one that is carried over from the context is marked so, named or not."""
    found = mention_in(text, quote, name)
    named = name is not None or words_of(claim, "place_id") is not None
    if not _flag(claim, "inferred") or not named:
        return found
    return Mention(found.span if found is not None else quote, None, inferred=True)


def _as_said(precision: Precision | None) -> Precision:
    """Of what a coder gives, the words can say exact, part and near; the rest is the kind of place."""
    return precision if precision in (Precision.PART, Precision.NEAR) else Precision.EXACT


def _needed_type(claim: Line) -> EventType:
    found = _one_of(EventType, claim, "type")
    if found is None:
        raise InputError(f'there is no "type". Give one of: {", ".join(EventType)}.')
    return found


def _one_of(kind: type[Enum], claim: Line, key: str) -> Enum | None:
    words = words_of(claim, key)
    if words is None:
        return None
    try:
        return kind(words.strip().casefold().replace(" ", "_"))
    except ValueError as error:
        raise InputError(f"the {key} {words[:40]!r} is not known. Give one of: {', '.join(kind)}.") from error


def _flag(claim: Line, key: str) -> bool:
    value = claim.get(key)
    if value not in (None, True, False):
        raise InputError(f'"{key}" is {value!r}. Give true or false.')
    return bool(value)


def _coded(claim: Line) -> Coded:
    lat, lon = degrees(claim.get("lat"), claim.get("lon"))
    claimer = words_of(claim, "claimer")
    start, end = _each(parse_day, claim, "start"), _each(parse_day, claim, "end")
    if start is not None and end is not None and start > end:
        raise InputError(f"it starts on {start} after it ends on {end}. Change one of them.")
    return Coded(
        place=words_of(claim, "place"),
        place_id=words_of(claim, "place_id"),
        lat=lat,
        lon=lon,
        precision=_one_of(Precision, claim, "precision"),
        actor=words_of(claim, "actor"),
        recipient=words_of(claim, "recipient"),
        claimer=None if claimer == "unnamed" else claimer,
        relayed_by=words_of(claim, "relayed_by"),
        side=words_of(claim, "side"),
        start=start,
        end=end,
        factuality=_one_of(Factuality, claim, "factuality"),
        retracted_by=words_of(claim, "retracted_by"),
        retracted_from=_each(lambda words: parse_published(words).known_from, claim, "retracted_from"),
        dated=None if claim.get("dated") is None else _flag(claim, "dated"),
        own_interest=_flag(claim, "own_interest") or None,
    )


Value = TypeVar("Value")


def _each(parse: Callable[[str], Value], claim: Line, key: str) -> Value | None:
    words = words_of(claim, key)
    return parse(words) if words is not None else None


def _attribution(claim: Line, text: str, quote: Span) -> Attribution:
    claimer = words_of(claim, "claimer")
    unnamed = claimer == "unnamed"
    words = None if unnamed else mention_in(text, quote, claimer)
    return Attribution(words, unnamed, words_of(claim, "relayed_by"))


def _figures(claim: Line) -> tuple[Figure, ...]:
    rows = claim.get("figures") or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError('"figures" is not a list of objects. Write one object a figure.')
    return tuple(_figure(row) for row in rows)


def _figure(row: Line) -> Figure:
    kind, text = words_of(row, "kind"), words_of(row, "text")
    if kind is None:
        raise InputError('a figure has no "kind". Give killed, injured, captured, displaced or missing.')
    estimate = Estimate(*(_count(row, key) for key in ("low", "best", "high")))
    return Figure(kind, words_of(row, "who"), estimate, text or "")


def _count(row: Line, key: str) -> int | None:
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InputError(f'"{key}" of a figure is {value!r}. Give a whole number, or leave it out.')
    return value
