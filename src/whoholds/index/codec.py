"""Resolved claims, silences and retractions to JSON and back, loss-free; without what is at its default."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

import numpy as np
import zstandard

from whoholds.model import Claim, Coded, Days, EventType, Place, Precision, Span
from whoholds.picture import ResolvedClaim
from whoholds.retractions import TakenBack
from whoholds.silences import ResolvedSilence
from whoholds.store import codec
from whoholds.store.ledger import EPOCH, micros
from whoholds.store.trouble import UNREADABLE, DamageError
from whoholds.stories import Traits

_read_json = json.JSONDecoder().raw_decode  # what stands behind it is seen by the sum
LARGEST = 2**28  # bytes of a body, unpacked
Json = dict[str, Any]
_FIELDS = tuple(one.name for one in fields(ResolvedClaim))
_DEFAULTS = tuple(one.default for one in fields(ResolvedClaim))
_CLAIM, _KNOWN, _AT, _PRECISION, _DAYS, _PUBLISHED = map(
    _FIELDS.index, ("claim", "known_from", "place", "precision", "days", "published")
)
_PLACE = tuple(one.name for one in fields(Place))
_PRECISIONS = {one.value: one for one in Precision}


def sealed(told: Any) -> bytes:
    """JSON, packed with a sum over it, so that a body that is not what was written is seen."""
    return _packer().compress(codec.to_text(told).encode("utf-8", "surrogatepass"))


def unsealed(body: bytes) -> Any:
    """The inverse of `sealed`. Raises DamageError for what was not written so."""
    try:
        text = _unpacker().decompress(body, max_output_size=LARGEST)
        return _read_json(text.decode("utf-8", "surrogatepass"))[0]
    except (zstandard.ZstdError, MemoryError, *UNREADABLE) as error:
        raise DamageError(f"a row of the index cannot be read ({error})") from error


@cache
def _words() -> zstandard.ZstdCompressionDict:
    """What most bodies have in common: the names of the fields of a claim and frequent values."""
    claim = Claim("0" * 16, EventType.CAPTURE, Span(0, 0), coded=Coded(place_id="gn:", actor=""))
    day, place = date(2000, 1, 1), Place("gn:", "", "settlement", 0.0, 0.0, "", "ne:", "ne:")
    told = ResolvedClaim(
        "", claim, "", "", day, EPOCH, "", None, "", "", place, "", "", Precision.EXACT, Days(day, day),
        dated=True, claimer="", relayed_by=None, side="", report_name="",
    )  # fmt: skip
    return zstandard.ZstdCompressionDict(codec.to_text([_claim_to_json(told)]).encode())


@cache
def _packer() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=3, dict_data=_words(), write_checksum=True)


@cache
def _unpacker() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(dict_data=_words())


def claims_to_body(claims: Sequence[ResolvedClaim]) -> bytes:
    """Claims of one report at one place."""
    return sealed([_claim_to_json(claim) for claim in claims])


def claims_from_body(body: bytes) -> tuple[ResolvedClaim, ...]:
    """The inverse of `claims_to_body`."""
    return tuple(_claim_from_json(row) for row in unsealed(body))


def _claim_to_json(claim: ResolvedClaim) -> list[Any]:
    """The values of its fields in order, as far as one is not at its default, and before them its report."""
    row = [getattr(claim, name) for name in _FIELDS]
    while row[-1] == _DEFAULTS[len(row) - 1]:
        row.pop()
    row[_CLAIM] = codec.claim_to_json(claim.claim)
    row[_KNOWN], row[_AT] = micros(claim.known_from), _place_to_json(claim.place)
    row[_PRECISION], row[_DAYS] = claim.precision.value, [_iso(claim.days.start), _iso(claim.days.end)]
    row[_PUBLISHED] = _iso(claim.published)
    return [claim.claim.report, *row]


def _claim_from_json(told: list[Any]) -> ResolvedClaim:
    report, *row = told
    row[_CLAIM] = codec.claim_from_json(report, row[_CLAIM])
    row[_KNOWN], row[_AT] = _moment(row[_KNOWN]), _place_from_json(row[_AT])
    row[_PRECISION], row[_DAYS] = _PRECISIONS[row[_PRECISION]], _span_of_days(*row[_DAYS])
    row[_PUBLISHED] = _day(row[_PUBLISHED])
    return ResolvedClaim(*row)


def silence_to_body(silence: ResolvedSilence) -> bytes:
    """One silence."""
    return sealed(_silence_to_json(silence))


def _silence_to_json(silence: ResolvedSilence) -> list[Any]:
    said = silence.silence
    (row,) = codec.others_to_json([said], [], [])["silences"]
    return [
        said.report, row, silence.party, silence.words, _place_to_json(silence.place), silence.quote,
        silence.outlet, _iso(silence.published), micros(silence.known_from), silence.report_name,
    ]  # fmt: skip


def silence_from_body(body: bytes) -> ResolvedSilence:
    """The inverse of `silence_to_body`."""
    return _silence_from_json(unsealed(body))


def _silence_from_json(told: list[Any]) -> ResolvedSilence:
    report, row, party, words, place, quote, outlet, published, known, name = told
    (said,) = codec.silences_from_json(report, {"silences": [row]})
    return ResolvedSilence(
        said, party, words, _place_from_json(place), quote, outlet, _day(published), _moment(known), name
    )


def nowhere_to_body(
    claims: Sequence[ResolvedClaim], silences: Sequence[tuple[int, ResolvedSilence]]
) -> bytes:
    """Claims and silences of one report that are at no place; these with their numbers among all of it."""
    told = [[at, _silence_to_json(silence)] for at, silence in silences]
    return sealed([[_claim_to_json(claim) for claim in claims], told])


def nowhere_from_body(body: bytes) -> tuple[tuple[ResolvedClaim, ...], list[tuple[int, ResolvedSilence]]]:
    """The inverse of `nowhere_to_body`."""
    claims, silences = unsealed(body)
    return tuple(map(_claim_from_json, claims)), [(at, _silence_from_json(row)) for at, row in silences]


def back_to_body(back: TakenBack) -> bytes:
    """One retraction."""
    known = micros(back.known_from)
    return sealed([back.report, back.outlet, back.place, known, back.quote, back.claim, back.part])


def back_from_body(body: bytes) -> TakenBack:
    """The inverse of `back_to_body`."""
    report, outlet, place, known, quote, claim, part = unsealed(body)
    return TakenBack(report, outlet, place, _moment(known), quote, claim, part)


def traits_to_body(traits: Traits) -> bytes:
    """What tells whose story a report is."""
    sketch = b64encode(traits.sketch.astype("<u8").tobytes()).decode("ascii")
    return sealed([traits.agency, traits.home, sketch])


def traits_from_body(body: bytes) -> Traits:
    """The inverse of `traits_to_body`."""
    agency, home, sketch = unsealed(body)
    return Traits(agency, home, np.frombuffer(b64decode(sketch), dtype="<u8").astype(np.uint64))


def _place_to_json(place: Place | None) -> list[Any] | None:
    return [getattr(place, name) for name in _PLACE] if place is not None else None


def _place_from_json(row: Sequence[Any] | None) -> Place | None:
    return _place(*row) if row is not None else None


@lru_cache(maxsize=4096)
def _place(*row: Any) -> Place:
    """One object for each place, of which many claims tell."""
    return Place(*row)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


@lru_cache(maxsize=4096)
def _span_of_days(start: str | None, end: str | None) -> Days:
    return Days(_day(start), _day(end))


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _moment(number: int) -> datetime:
    return EPOCH + timedelta(microseconds=number)
