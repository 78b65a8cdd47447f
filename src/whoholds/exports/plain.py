"""Claims, events and states as plain values (the public JSON), in the names of the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from whoholds.control.claimers import reliability_of
from whoholds.control.parts import PartHeld
from whoholds.exports.withholding import masked_claim
from whoholds.independence import counted
from whoholds.picture import ControlState, Event, EventFigure, Evidence, ResolvedClaim, Term
from whoholds.silences import ResolvedSilence
from whoholds.wording import is_projection

Row = dict[str, Any]


def day_text(day: date | None) -> str | None:
    """ISO 8601, or None."""
    return None if day is None else day.isoformat()


def moment_text(moment: datetime | None) -> str | None:
    """ISO 8601 with the zone, to the second, or None."""
    return None if moment is None else moment.isoformat(timespec="seconds")


def exact_text(moment: datetime | None) -> str | None:
    """ISO 8601 with the zone, or None."""
    return None if moment is None else moment.isoformat()


def claim_dict(claim: ResolvedClaim, *, public: bool = False) -> Row:
    """One claim with the codebook's keys and what identifies it; `public` withholds private persons' names.

    Offsets are half-open, in code points of the report's text; days and moments ISO 8601; unknown is None.
    """
    if public:
        claim = masked_claim(claim)
    said = claim.claim
    return {
        "id": claim.id,
        "report": claim.report_name,
        "report_key": said.report,
        "outlet": claim.outlet,
        "published": day_text(claim.published),
        "known_from": moment_text(claim.known_from),
        "quote": claim.quote,
        "start_char": said.quote.start,
        "end_char": said.quote.end,
        "type": said.type.value,
        "trigger": claim.trigger,
        "actor": claim.actor,
        "recipient": claim.recipient,
        **_where_and_when(claim),
        **_who_says_so(claim),
        "factuality": said.factuality.value,
        "unverified": said.unverified,
        "figures": [
            {"kind": one.kind, "who": one.who, **_estimate(one.estimate), "text": one.text}
            for one in said.figures
        ],
        "stage": said.stage.value if said.stage is not None else None,
        "judged": claim.judged,
        "retracted_by": claim.retracted,
        "retracted_from": exact_text(claim.retracted_from),
        "extractor": claim.extractor,
    }  # fmt: skip


def _where_and_when(claim: ResolvedClaim) -> Row:
    place = claim.place
    return {
        "place": claim.place_name,
        "place_id": place.id if place is not None else None,
        "lat": place.lat if place is not None else None,
        "lon": place.lon if place is not None else None,
        "precision": claim.precision.value,
        "inferred": claim.inferred,
        "start": day_text(claim.days.start),
        "end": day_text(claim.days.end),
        "dated": claim.dated,
        "ongoing": claim.claim.ongoing,
    }


def _who_says_so(claim: ResolvedClaim) -> Row:
    return {
        "claimer": claim.claimer,
        "relayed_by": claim.relayed_by,
        "credited": claim.credited,
        "side": claim.side,
        "against_interest": claim.against_interest,
        "own_interest": claim.own_interest,
        "reliability": reliability_of(claim),
    }


def _estimate(estimate: Any) -> Row:
    return {"low": estimate.low, "best": estimate.best, "high": estimate.high}


def event_dict(event: Event, claims: Mapping[str, ResolvedClaim], *, public: bool = False) -> Row:
    """One event with the claims that tell of it; days ISO 8601."""
    told = [claims[name] for name in event.claims if name in claims]
    place = next((one.place for one in told if one.place is not None and one.place.id == event.place), None)
    count = counted(told)
    return {
        "id": event.id,
        "group": event.group,
        "place": place.name if place is not None else next((one.place_name for one in told), None),
        "place_id": event.place,
        "lat": place.lat if place is not None else None,
        "lon": place.lon if place is not None else None,
        "start": day_text(event.days.start),
        "end": day_text(event.days.end),
        "start_assumed": event.start_assumed,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "figures": [_figure_dict(one) for one in event.figures],
        "reports": count.reports,
        "origins": count.origins,
        "claims": [claim_dict(one, public=public) for one in told],
    }


def _figure_dict(figure: EventFigure) -> Row:
    corrected = figure.corrected_by or (None,) * len(figure.told)
    told = [
        {"claim": claim, **_estimate(estimate), "corrected_by": by}
        for (claim, estimate), by in zip(figure.told, corrected, strict=True)
    ]
    return {"kind": figure.kind, "who": figure.who, **_estimate(figure.estimate), "told": told}


def finding_dict(state: ControlState) -> Row:
    """What is found of a place: status, holder, probabilities (0 to 1), pressure, how many tell it."""
    return {
        "status": state.status,
        "unknown_reason": state.unknown_reason,
        "holder": state.holder,
        "probability": round(state.probability, 4),
        "holders": {party: round(share, 4) for party, share in state.holders.items()},
        "contested": round(state.contested, 4),
        "pressed_by": list(state.pressed_by),
        "besieged": state.besieged,
        "left": list(state.left),
        "between": list(state.between),
        "reports": state.reports,
        "origins": state.origins,
    }


def state_dict(state: ControlState, claims: Mapping[str, ResolvedClaim], *, public: bool = False) -> Row:
    """Who holds a place, as `whoholds control --json` gives it.

    `evidence` are the claims with their weights (nats), each with its quotation; `reported` those that
    contradict the status, likewise; `terms` the sum of the log-odds of `explains`.
    """
    place = state.place
    return {
        "place": place.name,
        "place_id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "on": state.on.isoformat(),
        "as_of": moment_text(state.as_of),
        "projection": is_projection(state.on, state.as_of),
        "recorded": state.recorded,
        "method": state.method,
        **finding_dict(state),
        "reported": [claim_dict(claims[name], public=public) for name in state.reported if name in claims],
        "evidence": [_evidence_dict(row, claims, public) for row in state.evidence],
        "last_evidence": day_text(state.last_evidence),
        "explains": state.explains,
        "terms": [term_dict(one) for one in (public_terms(state, claims) if public else state.terms)],
    }


def part_dict(part: PartHeld) -> Row:
    """One part of a place with its state, as `control --json` and `dossier --json` list it."""
    state = part.state
    return {
        "place": state.place.name,
        "place_id": state.place.id,
        "kind": part.kind,
        "status": state.status,
        "unknown_reason": state.unknown_reason,
        "holder": state.holder,
        "probability": round(state.probability, 4),
        "since": day_text(part.since),
        "last_evidence": day_text(state.last_evidence),
        "reports": state.reports,
        "origins": state.origins,
    }


def _evidence_dict(row: Evidence, claims: Mapping[str, ResolvedClaim], public: bool) -> Row:
    claim = claims.get(row.claim)
    return {
        "claim": row.claim,
        "day": row.day.isoformat(),
        "weights": {state: round(nats, 4) for state, nats in row.weights.items()},
        "reason": row.reason if claim is None or not public else public_reason(row.reason, claim),
        "features": [list(one) for one in row.features],
        **({} if claim is None else _said(claim, public)),
    }


def public_reason(reason: str, claim: ResolvedClaim) -> str:
    """A reason without the name of a private person."""
    masked = masked_claim(claim)
    if masked.claimer is None or claim.claimer in (None, masked.claimer):
        return reason
    said = str(claim.claimer)
    return reason.replace(said[:1].upper() + said[1:], masked.claimer[:1].upper() + masked.claimer[1:])


def public_terms(state: ControlState, claims: Mapping[str, ResolvedClaim]) -> tuple[Term, ...]:
    """The terms of a state without the names of private persons."""
    found = []
    for term in state.terms:
        claim = claims.get(term.claim or "")
        label = term.label if claim is None else public_reason(term.label, claim)
        found.append(term if label == term.label else replace(term, label=label))
    return tuple(found)


def _said(claim: ResolvedClaim, public: bool) -> Row:
    row = claim_dict(claim, public=public)
    keys = (
        "quote",
        "type",
        "actor",
        "claimer",
        "relayed_by",
        "side",
        "outlet",
        "published",
        "report",
        "factuality",
    )
    return {key: row[key] for key in keys}


def term_dict(term: Term) -> Row:
    """One line of an explanation; nats."""
    return {"label": term.label, "nats": round(term.nats, 4), "claim": term.claim, "day": day_text(term.day)}


def silence_dict(silence: ResolvedSilence) -> Row:
    """One party that is said not to have commented."""
    return {
        "party": silence.party,
        "words": silence.words,
        "place": silence.place.name if silence.place is not None else None,
        "place_id": silence.place.id if silence.place is not None else None,
        "quote": silence.quote,
        "outlet": silence.outlet,
        "published": day_text(silence.published),
        "report": silence.report_name,
    }


def claim_dicts(claims: Iterable[ResolvedClaim], *, public: bool = False) -> list[Row]:
    """Many claims."""
    return [claim_dict(claim, public=public) for claim in claims]
