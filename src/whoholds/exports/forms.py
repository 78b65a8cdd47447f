"""The table of exports: name → file suffix and the function that writes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from whoholds.exports.csv_rows import claims_csv, states_csv
from whoholds.exports.geojson import claims_geojson, states_geojson
from whoholds.exports.plain import Row
from whoholds.exports.selection import Selection


@dataclass(frozen=True, slots=True)
class Export:
    """One form: what it holds in a few words, the suffix of its files, and what writes it."""

    holds: str
    suffix: str
    write: Callable[[Selection], str]


def claims_jsonl(selection: Selection) -> str:
    """One claim a line, in the codebook's names; can be taken in again as coded claims."""
    return _lines(selection.claim_rows())


def events_jsonl(selection: Selection) -> str:
    """One event a line, with its claims."""
    return _lines(selection.event_rows())


def states_json(selection: Selection) -> str:
    """The states of places on a day, with what names the answer."""
    whole = {**selection.about(), "places": selection.state_rows()}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _lines(rows: list[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)


EXPORTS: Mapping[str, Export] = {
    "geojson": Export("states of places", ".geojson", states_geojson),
    "csv": Export("states of places", ".csv", states_csv),
    "json": Export("states of places", ".json", states_json),
    "claims-geojson": Export("claims", ".geojson", claims_geojson),
    "claims-csv": Export("claims", ".csv", claims_csv),
    "claims": Export("claims", ".jsonl", claims_jsonl),
    "events": Export("events with their claims", ".jsonl", events_jsonl),
}
"""Every form in which what is selected can be written."""
