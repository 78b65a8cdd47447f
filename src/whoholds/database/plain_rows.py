"""Dossiers, timelines, contradictions and differences in plain values: the public JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whoholds.control.contradictions import Contradiction
from whoholds.control.records import ClaimerRecord
from whoholds.database.answer import ControlAnswer
from whoholds.dossier import Change, Dossier, Entry
from whoholds.exports.plain import (
    Row,
    claim_dict,
    claim_dicts,
    day_text,
    event_dict,
    part_dict,
    silence_dict,
    state_dict,
)
from whoholds.exports.profile_plain import profile_dict
from whoholds.picture import ControlState, ResolvedClaim


def dossier_dict(found: Dossier, answer: ControlAnswer) -> Row:
    """A dossier in plain values."""
    claims = {claim.id: claim for claim in found.claims}
    why = answer.why().to_dict()
    return {
        "state": state_dict(found.state, claims),
        "history": history_rows(found),
        "parts": [part_dict(one) for one in found.parts],
        "events": [event_dict(one, claims) for one in found.events],
        "contradictions": [conflict_dict(one, claims) for one in found.contradictions],
        "claims": claim_dicts(found.claims),
        "silences": [silence_dict(one) for one in answer.silences],
        **{name: why[name] for name in ("unheard", "lacking", "would_change")},
        "profile": profile_dict(found.profile),
    }


def history_rows(found: Dossier) -> list[Row]:
    """The stretches of one holder."""
    return [
        {
            "start": day_text(one.start),
            "end": day_text(one.end),
            "status": one.status,
            "holder": one.holder,
            "probability": round(one.probability, 4),
            "unknown_reason": one.unknown_reason,
        }
        for one in found.history
    ]


def entry_dict(entry: Entry) -> Row:
    """A line of a timeline."""
    return event_dict(entry.event, {claim.id: claim for claim in entry.claims})


def conflict_dict(one: Contradiction, claims: Mapping[str, ResolvedClaim]) -> Row:
    """A contradiction: each position with its claims."""
    return {
        "place_id": one.place,
        "start": day_text(one.days.start),
        "end": day_text(one.days.end),
        "positions": [
            {
                "position": stand.words,
                "act": stand.position.act,
                "party": stand.position.party,
                "reports": stand.reports,
                "origins": stand.origins,
                "claims": [claim_dict(claims[name]) for name in stand.claims if name in claims],
            }
            for stand in one.stands
        ],
    }


def change_dict(one: Change) -> Row:
    """A difference between two pictures."""
    return {
        "place": one.place.name,
        "place_id": one.place.id,
        "before": _short(one.before),
        "after": _short(one.after),
    }


def _short(state: ControlState | None) -> dict[str, Any] | None:
    if state is None:
        return None
    return {
        "on": state.on.isoformat(),
        "status": state.status,
        "holder": state.holder,
        "probability": round(state.probability, 4),
        "unknown_reason": state.unknown_reason,
    }


def record_dict(one: ClaimerRecord) -> Row:
    """A claimer's record in plain values."""
    shares = {name: getattr(one, name) for name in ("share", "low", "high")}
    return {
        "claimer": one.claimer,
        "side": one.side,
        "kind": one.kind,
        "borne_out": one.borne_out,
        "refuted": one.refuted,
        "open": one.open,
        **{name: None if value is None else round(value, 4) for name, value in shares.items()},
        "prior": one.prior,
        "learnt": one.learnt,
        "pinned": one.pinned,
    }
