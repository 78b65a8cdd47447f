"""Claims, reports, events and contradictions that are wanted, fit to be published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date

from whoholds.control.contradictions import contradictions
from whoholds.database.lookup import claim_named
from whoholds.dossier import Entry, timeline
from whoholds.errors import NotFoundError
from whoholds.exports import Filter
from whoholds.exports.plain import Row, claim_dict, day_text, moment_text
from whoholds.picture import Judged, Recorded, ResolvedClaim
from whoholds.server.desk import Sight
from whoholds.server.params import Filters
from whoholds.server.places import claim_row, conflict_row, origins_of
from whoholds.server.states import meant

EVENT_COLUMNS = (
    "id", "group", "place", "place_id", "lat", "lon", "start", "end", "start_assumed", "actors", "recipients",
    "figures", "reports", "origins", "claims",
)  # fmt: skip
REPORT_COLUMNS = (
    "key", "report", "kind", "outlet", "published", "known_from", "title", "address", "claims",
    "recorded_seq",
)  # fmt: skip


def wanted_of(asked: Filters, sight: Sight) -> Filter:
    """The filter that is asked for, its place found; with `on`, nothing that tells of later days only."""
    wanted = meant(sight, asked.filter())
    if asked.on is None:
        return wanted
    return replace(wanted, until=min(sight.day, wanted.until or date.max))


def claims_wanted(sight: Sight, wanted: Filter) -> list[ResolvedClaim]:
    """The wanted claims, masked, newest known first."""
    told = (sight.hidden[name] for name in reversed(list(sight.view.by_id)))
    return [claim for claim in told if wanted.keeps(claim)]


def one_claim(name: str, sight: Sight) -> Row:
    """A claim by its id or the beginning of it, in its context. Raises NotFoundError, InputError."""
    claim = claim_named(name, sight.view.by_id)
    place = claim.place
    around = sight.view.known.claims_at(place.id) if place is not None else (claim,)
    origin = origins_of(around).get(claim.id)
    return claim_row(sight.hidden[claim.id], texts_of(sight), sight=sight, origin=origin)


def texts_of(sight: Sight) -> Mapping[str, str]:
    """The texts of reports, as recorded, by their keys."""
    return {one.report.key: one.report.text for one in sight.view.resolved.record.reports}


def judged_row(one: Judged, sight: Sight) -> Row:
    """What an analyst said; who it was is not told."""
    said = one.judgement
    amended = said.amended
    given = {name.name: getattr(amended, name.name) for name in fields(amended)} if amended else {}
    claim = sight.view.by_id.get(said.claim)
    key = claim.claim.report if claim is not None else ""
    return {
        "claim": said.claim,
        **_judged_of(said.claim, sight),
        "verdict": said.verdict.value,
        "reason": sight.hidden.words(said.reason, key),
        "amended": {
            name: sight.hidden.words(str(value), key) for name, value in given.items() if value is not None
        }
        or None,
        "seq": one.seq,
        "at": one.at.isoformat(timespec="seconds"),
    }


def signed_row(one: Judged, sight: Sight) -> Row:
    """The same with who judged, for those who may judge."""
    return judged_row(one, sight) | {"by": one.judgement.by}


def _judged_of(name: str, sight: Sight) -> Row:
    """What a judged claim says, masked; null where it is not in sight."""
    if name not in sight.view.by_id:
        return {"place": None, "place_id": None, "quote": None}
    claim = sight.hidden[name]
    place = claim.place
    known = (
        {"place": place.name, "place_id": place.id}
        if place is not None
        else {"place": None, "place_id": None}
    )
    return known | {"quote": claim.quote}


def report_row(one: Recorded, sight: Sight) -> Row:
    """A report without its text."""
    report, extraction = one.report, one.extraction
    title = report.title
    return {
        "key": report.key,
        "report": report.name,
        "kind": report.kind,
        "outlet": report.outlet,
        "published": day_text(report.published.day) if report.published is not None else None,
        "known_from": moment_text(one.known_from),
        "title": sight.hidden.words(title, report.key) if title is not None else None,
        "address": report.address,
        "claims": len(extraction.claims) if extraction is not None else 0,
        "recorded_seq": one.seq,
    }


def reports_wanted(sight: Sight, wanted: Filter, given: Filter) -> list[Recorded]:
    """The reports that wanted claims stand in, newest known first.

    Where no claim is asked for (`given`: what is, without the day) all of them, also those without a claim,
    but for those that tell of later days only.
    """
    every = list(reversed(sight.view.resolved.record.reports))
    if not wanted.asked:
        return every
    keys = {claim.claim.report for claim in claims_wanted(sight, wanted)}
    told = {claim.claim.report for claim in sight.view.by_id.values()} if not given.asked else None
    return [
        one for one in every if one.report.key in keys or (told is not None and one.report.key not in told)
    ]


def one_report(key: str, sight: Sight) -> Recorded:
    """A report by its key. Raises NotFoundError."""
    for one in sight.view.resolved.record.reports:
        if one.report.key == key:
            return one
    raise NotFoundError(f"No report {key[:40]!r} is known. Give its key, as `report_key` of a claim is.")


def report_claims(key: str, sight: Sight) -> list[Row]:
    """The claims of a report, masked, in the order of the text."""
    told = [sight.hidden[name] for name, one in sight.view.by_id.items() if one.claim.report == key]
    return [claim_dict(one) for one in sorted(told, key=lambda one: (one.claim.quote, one.id))]


def events_wanted(sight: Sight, wanted: Filter) -> list[Entry]:
    """The events that a wanted claim tells of, the latest first."""
    entries = timeline(sight.view.picture.events, sight.view.by_id.values())
    return [one for one in reversed(entries) if any(wanted.keeps(sight.hidden[c.id]) for c in one.claims)]


def figure_cells(event: Row) -> list[str]:
    """The counts of an event for a table: "civilians killed 8/10/12" (low, best, high)."""
    return [
        f"{one['who'] or 'people'} {one['kind']} "
        + "/".join("" if one[key] is None else str(one[key]) for key in ("low", "best", "high"))
        for one in event["figures"]
    ]


def conflict_rows(sight: Sight, wanted: Filter) -> Sequence[Row]:
    """The contradictions in which a wanted claim stands, the latest first."""
    found = contradictions(sight.view.resolved.claims)
    named = [one for one in found if _is_wanted([n for s in one.stands for n in s.claims], sight, wanted)]
    rows = []
    for one in sorted(named, key=lambda one: (one.days.end or date.max, one.place), reverse=True):
        place = sight.view.places.get(one.place)
        origins = origins_of(sight.view.known.claims_at(one.place))
        row = conflict_row(one, sight.hidden, origins)
        rows.append({"place": place.name if place is not None else None, **row})
    return rows


def _is_wanted(names: Sequence[str], sight: Sight, wanted: Filter) -> bool:
    return any(wanted.keeps(sight.hidden[name]) for name in names)
