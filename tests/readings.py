"""Short ways to read a text in the tests: reports, resolved claims, claims in a few words."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

from whoholds.claims.rules import extract
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Extraction, Published, Report
from whoholds.picture import ResolvedClaim
from whoholds.resolve import Told, resolve_report

DAY = date(2021, 8, 8)
OF_WAR = "More on the civil war, the militias and their artillery stands on the next page."


def report(text: str, on: date | None = DAY) -> Report:
    return Report(text, published=Published(on) if on else None)


def read(text: str, on: date | None = DAY) -> tuple[ResolvedClaim, ...]:
    told, extraction = report(text, on), read_extraction(text, on)
    return resolve_report(Told(told, extraction, datetime(2026, 1, 1, tzinfo=UTC)), load_gazetteer())


def read_extraction(text: str, on: date | None = DAY) -> Extraction:
    return extract(report(text, on), load_gazetteer())


def claimed(text: str, on: date | None = DAY, *, after: str = "") -> list[str]:
    """Each claim of the text as "type place precision", in a report of war that says nothing else.

    `after` are the sentences before it, whose claims are left out.
    """
    claims = read(in_report(text, after), on)
    own = [claim for claim in claims if claim.claim.quote.start >= len(after)]
    return [f"{c.claim.type.value} {plain(c.place_name)} {c.precision.value}" for c in own]


def plain(name: str | None) -> str:
    """A name without marks: "Herat" for "Herāt"."""
    apart = unicodedata.normalize("NFKD", name or "?")
    return "".join(char for char in apart if not unicodedata.combining(char) and char not in "‘’ʻ")


def in_report(text: str, after: str = "") -> str:
    """A text as a short report that is read: with words of war that are no event."""
    return f"{after} {text} {OF_WAR}".strip()
