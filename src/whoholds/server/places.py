"""One place: its dossier, with the sum of reasons and what contradicts what, by independent origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from whoholds.control.contradictions import Contradiction
from whoholds.database.lookup import find_place
from whoholds.database.plain_rows import conflict_dict, history_rows
from whoholds.dossier import timeline
from whoholds.exports.page_claims import context_of
from whoholds.exports.plain import Row, claim_dict, event_dict, part_dict, silence_dict, state_dict
from whoholds.exports.profile_plain import profile_dict
from whoholds.independence import voices
from whoholds.model import Place
from whoholds.picture import ResolvedClaim
from whoholds.server.desk import Sight
from whoholds.voice_keys import origin_of


def place_row(place: Place, sight: Sight) -> Row:
    """What a place is; degrees WGS84."""
    around = sight.view.around(place)
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "province": around.get("province"),
        "country": around.get("country"),
        "population": place.population or None,
    }


def dossier_row(name: str, sight: Sight) -> Row:
    """All that is known of one place. Raises NotFoundError naming near spellings."""
    view, hidden = sight.view, sight.hidden
    read = find_place(name, view.gazetteer, view.known)
    place = read.place
    found, answer = view.dossier(place, sight.day), view.answer(place, sight.day)
    texts = {one.report.key: one.report.text for one in view.resolved.record.reports}
    why = hidden.why(answer.why()).to_dict()
    origins = origins_of(found.claims)
    shown = hidden.all(found.claims)
    return {
        "place": place_row(place, sight),
        "read_as": read.note,
        "controls": view.profile.to_dict(),
        "state": state_dict(hidden.state(answer.state), hidden),
        "why": why,
        "silent": [silence_dict(hidden.silence(one)) for one in answer.silences],
        "unheard": why["unheard"],
        "history": history_rows(found),
        "parts": [part_dict(one) for one in found.parts],
        "within": answer.within.to_dict() if answer.within is not None else None,
        "contradictions": [conflict_row(one, hidden, origins) for one in found.contradictions],
        "timeline": [event_dict(one.event, hidden) for one in timeline(found.events, found.claims)],
        "claims": [claim_row(one, texts, sight=sight, origin=origins[one.id]) for one in shown],
        "profile": profile_dict(found.profile, hidden.words),
    }


def origins_of(claims: Iterable[ResolvedClaim]) -> Mapping[str, str]:
    """The number of the independent origin of each claim, by its id: "1" for that of the first known."""
    told = sorted(claims, key=lambda one: (one.known_from, one.id))
    voice = voices(told)
    numbers: dict[str, str] = {}
    found = {}
    for claim in told:
        origin = origin_of(claim, voice[claim.id])
        found[claim.id] = numbers.setdefault(origin, str(len(numbers) + 1))
    return found


def conflict_row(one: Contradiction, claims: Mapping[str, ResolvedClaim], origins: Mapping[str, str]) -> Row:
    """A contradiction; the claims of each position by independent origin."""
    row = conflict_dict(one, claims)
    for stand, position in zip(one.stands, row["positions"], strict=True):
        groups: dict[str, list[str]] = {}
        for name in stand.claims:
            groups.setdefault(origins.get(name, ""), []).append(name)
        position["by_origin"] = [{"origin": origin, "claims": ids} for origin, ids in groups.items()]
    return row


def claim_row(
    claim: ResolvedClaim, texts: Mapping[str, str], *, sight: Sight, origin: str | None = None
) -> Row:
    """A masked claim with the sentences around it, and where its trigger stands in the quotation."""
    said = claim.claim
    text = texts.get(said.report)
    before, after = context_of(text, said.quote) if text else (None, None)
    more: dict[str, Any] = {
        "before": before and sight.hidden.words(before.strip(), said.report),
        "after": after and sight.hidden.words(after.strip(), said.report),
        "trigger_at": None,
        "origin": origin,
    }
    if said.trigger is not None and said.trigger.within(said.quote):
        more["trigger_at"] = [said.trigger.start - said.quote.start, said.trigger.end - said.quote.start]
    return claim_dict(claim) | more
