"""Nouns to JSON and back, loss-free. What is at its default is left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from whoholds.model import (
    Attribution,
    Claim,
    Coded,
    Estimate,
    EventType,
    Factuality,
    Figure,
    Mention,
    Place,
    Precision,
    Retraction,
    Silence,
    Span,
    Stage,
    Unread,
)

Json = dict[str, Any]


def to_text(value: Any) -> str:
    """JSON in its shortest form, with keys in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _read_span(pair: Sequence[int] | None) -> Span | None:
    return Span(pair[0], pair[1]) if pair is not None else None


def _mention(mention: Mention | None) -> list[Any] | None:
    """[start, end], or [start, end, said, inferred] where there is more to say."""
    if mention is None:
        return None
    if mention.said is None and not mention.inferred:
        return [mention.span.start, mention.span.end]
    return [mention.span.start, mention.span.end, _span(mention.said), mention.inferred]


def _read_mention(row: Sequence[Any] | None) -> Mention | None:
    if row is None:
        return None
    if len(row) == 2:
        return Mention(Span(row[0], row[1]))
    return Mention(Span(row[0], row[1]), _read_span(row[2]), row[3])


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None


def coded_to_json(coded: Coded) -> Json:
    """Coded values; what was not given is left out."""
    found = {name: getattr(coded, name) for name in Coded.__slots__}
    return {name: _plain(value) for name, value in found.items() if value is not None}


_READ: dict[str, Callable[[Any], Any]] = {
    "start": _day,
    "end": _day,
    "retracted_from": _moment,
    "precision": Precision,
    "factuality": Factuality,
}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def coded_from_json(row: Json) -> Coded:
    """The inverse of `coded_to_json`."""
    return _made(row) if "lat" in row or "lon" in row else _coded(*row.items())  # 1 and 1.0 are not the same


@lru_cache(maxsize=4096)
def _coded(*given: tuple[str, Any]) -> Coded:
    """One object for the same values, which many claims of a coder have."""
    return _made(dict(given))


def _made(row: Json) -> Coded:
    known = dict(row)
    for name, read in _READ.items():
        if name in known:
            known[name] = read(known[name])
    return Coded(**known)


def _figure(figure: Figure) -> list[Any]:
    number = figure.estimate
    return [figure.kind, figure.who, number.low, number.best, number.high, figure.text]


def _read_figure(row: Sequence[Any]) -> Figure:
    return Figure(row[0], row[1], Estimate(row[2], row[3], row[4]), row[5])


def _attribution(said: Attribution) -> Json:
    row = {
        "claimer": _mention(said.claimer),
        "unnamed": said.unnamed or None,
        "relayed_by": said.relayed_by,
        "cue": _span(said.cue),
    }
    return {name: value for name, value in row.items() if value is not None}


def _read_attribution(row: Json | None) -> Attribution:
    if row is None:
        return _REPORTS_OWN
    return Attribution(
        _read_mention(row.get("claimer")),
        row.get("unnamed", False),
        row.get("relayed_by"),
        _read_span(row.get("cue")),
    )


_REPORTS_OWN = Attribution()


def claim_to_json(claim: Claim) -> Json:
    """A claim without its report's key."""
    row: Json = {
        "type": claim.type.value,
        "quote": _span(claim.quote),
        "trigger": _span(claim.trigger),
        "actor": _mention(claim.actor),
        "recipient": _mention(claim.recipient),
        "place": _mention(claim.place),
        "time": _mention(claim.time),
        "attribution": _attribution(claim.attribution) or None,
        "factuality": None if claim.factuality is Factuality.CERTAIN else claim.factuality.value,
        "unverified": claim.unverified or None,
        "ongoing": claim.ongoing or None,
        "precision": None if claim.precision is Precision.EXACT else claim.precision.value,
        "figures": [_figure(figure) for figure in claim.figures] or None,
        "stage": claim.stage,
        "coded": coded_to_json(claim.coded) if claim.coded is not None else None,
    }
    return {name: value for name, value in row.items() if value is not None}


_TYPES = {kind.value: kind for kind in EventType}


def claim_from_json(report: str, row: Json) -> Claim:
    """The inverse of `claim_to_json`."""
    get = row.get
    start, end = row["quote"]
    factuality, precision, stage, coded = get("factuality"), get("precision"), get("stage"), get("coded")
    return Claim(
        report,
        _TYPES[row["type"]],
        Span(start, end),
        _read_span(get("trigger")),
        _read_mention(get("actor")),
        _read_mention(get("recipient")),
        _read_mention(get("place")),
        _read_mention(get("time")),
        _read_attribution(get("attribution")),
        Factuality(factuality) if factuality is not None else Factuality.CERTAIN,
        get("unverified", False),
        get("ongoing", False),
        Precision(precision) if precision is not None else Precision.EXACT,
        tuple(map(_read_figure, get("figures", ()))),
        Stage(stage) if stage is not None else None,
        coded_from_json(coded) if coded is not None else None,
    )


def others_to_json(
    silences: Sequence[Silence], retractions: Sequence[Retraction], unread: Sequence[Unread]
) -> Json:
    """What an extraction tells besides claims; empty where it tells nothing."""
    row: Json = {
        "silences": [[_span(s.quote), _mention(s.party), _mention(s.place)] for s in silences],
        "retractions": [[_span(r.quote), _mention(r.by), _mention(r.place)] for r in retractions],
        "unread": [[_span(u.quote), u.trigger, u.reason] for u in unread],
    }
    return {name: value for name, value in row.items() if value}


def silences_from_json(report: str, row: Json) -> tuple[Silence, ...]:
    """The silences of `others_to_json`."""
    found = []
    for quote, party, place in row.get("silences", ()):
        words = _read_mention(party)
        assert words is not None  # a silence always has its party
        found.append(Silence(report, Span(*quote), words, _read_mention(place)))
    return tuple(found)


def retractions_from_json(report: str, row: Json) -> tuple[Retraction, ...]:
    """The retractions of `others_to_json`."""
    return tuple(
        Retraction(report, Span(*quote), _read_mention(by), _read_mention(place))
        for quote, by, place in row.get("retractions", ())
    )


def unread_from_json(report: str, row: Json) -> tuple[Unread, ...]:
    """The unread words of `others_to_json`."""
    return tuple(
        Unread(report, Span(*quote), trigger, reason) for quote, trigger, reason in row.get("unread", ())
    )


def place_to_json(place: Place) -> Json:
    """A user's place, all fields."""
    return asdict(place)


def place_from_json(row: Json) -> Place:
    """The inverse of `place_to_json`."""
    return Place(**row)
