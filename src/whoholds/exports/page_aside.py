"""Why a claim of the page counts no more, or counts changed: what took it back, and how it was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whoholds.exports.page_data import JudgementRow, RetractedRow, day_number
from whoholds.model import Report, Retraction, Verdict
from whoholds.picture import Judged, Recorded, ResolvedClaim


def retracted_row(claim: ResolvedClaim, reports: Mapping[str, Recorded]) -> RetractedRow | None:
    """The words that took a claim back and since when they are known; None for a claim that stands.

    `reports` by their keys. Only the day is told where the report that took it back is not among them.
    """
    if claim.retracted is None:
        return None
    recorded = reports.get(claim.retracted)
    known = day_number((claim.retracted_from or claim.known_from).date())
    if recorded is None:
        return {"known": known}
    report = recorded.report
    row: RetractedRow = {"known": known}
    if report.published is not None:
        row["published"] = day_number(report.published.day)
    named = report.title or report.name
    if named is not None:
        row["report"] = named
    words = _words(claim, recorded)
    if words is not None:
        row["quote"] = words
    return row


def _words(claim: ResolvedClaim, recorded: Recorded) -> str | None:
    """The sentence of the report that takes the claim back: the one that names its place, else the first."""
    told = recorded.extraction.retractions if recorded.extraction is not None else ()
    text = recorded.report.text
    at = [one for one in told if _names(one, claim, recorded.report)] or list(told)
    return at[0].quote.of(text) if at else None


def _names(retraction: Retraction, claim: ResolvedClaim, report: Report) -> bool:
    if retraction.place is None or claim.place is None:
        return False
    return retraction.place.span.of(report.text) in (claim.place_name, claim.place.name)


def judgement_rows(judged: Sequence[Judged]) -> dict[str, JudgementRow]:
    """The judgement in force on each claim, by the claim's id; who judged is not on the page."""
    told: dict[str, list[Judged]] = {}
    for one in sorted(judged, key=lambda one: one.seq):
        steps = told.setdefault(one.judgement.claim, [])
        if one.judgement.verdict is Verdict.UNDO:
            del steps[-1:]
        else:
            steps.append(one)
    return {claim: _judgement_row(steps[-1]) for claim, steps in told.items() if steps}


def _judgement_row(one: Judged) -> JudgementRow:
    said = one.judgement
    return {"verdict": said.verdict.value, "reason": said.reason, "at": day_number(one.at.date())}
