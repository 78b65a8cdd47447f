"""Claims and silences of a picture in the page's form, with the sentence before and after each quotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whoholds.control.grammar import are_many
from whoholds.control.positions import is_change, position_of
from whoholds.exports.page_aside import retracted_row
from whoholds.exports.page_data import ClaimRow, FigureRow, JudgementRow, Says, day_number
from whoholds.exports.page_place_data import SilenceRow
from whoholds.independence import voices
from whoholds.model import Report, Silence, Span
from whoholds.ontology import event_types, parties
from whoholds.picture import Recorded, ResolvedClaim
from whoholds.text.sentences import find_sentences
from whoholds.voice_keys import origin_of

CONTEXT = 320  # characters of the sentence before and of the one after


@dataclass(frozen=True, slots=True)
class Placed:
    """The claims at places of the page, newest first, with what can be told of all of them only.

    `places` and `parties` are numbers; `printed` numbers reports by their keys, `origins` are by claim id.
    """

    claims: tuple[ResolvedClaim, ...]
    places: Mapping[str, int]
    parties: Mapping[str, int]
    printed: Mapping[str, int]
    origins: Mapping[str, str]

    @property
    def at(self) -> dict[str, list[ResolvedClaim]]:
        """The claims by the ids of their places, in the same order."""
        found: dict[str, list[ResolvedClaim]] = {}
        for claim in self.claims:
            assert claim.place is not None  # `placed` leaves out claims without a place
            found.setdefault(claim.place.id, []).append(claim)
        return found


def placed(claims: Sequence[ResolvedClaim], places: Mapping[str, int], parties: Mapping[str, int]) -> Placed:
    """The claims at places of the page; an origin may lie in a claim elsewhere."""
    found = [claim for claim in claims if claim.place is not None and claim.place.id in places]
    found.sort(key=lambda claim: (claim.known_from, claim.id), reverse=True)
    printed: dict[str, int] = {}
    for claim in found:
        printed.setdefault(claim.claim.report, len(printed))
    voice = voices(claims)
    origins = {claim.id: origin_of(claim, voice[claim.id]) for claim in found}
    return Placed(tuple(found), places, parties, printed, origins)


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of claims: reports by their keys, judgements by claim id."""

    told: Placed
    reports: Mapping[str, Recorded]
    verdicts: Mapping[str, JudgementRow]

    def row(self, claim: ResolvedClaim) -> ClaimRow:
        """One claim, with the sentences around its quotation."""
        row = _row(claim, self.told.places, self.told.parties)
        row["printed"] = self.told.printed[claim.claim.report]
        row["origin"] = self.told.origins[claim.id]
        taken_back = retracted_row(claim, self.reports)
        if taken_back is not None:
            row["retracted"] = taken_back
        if claim.judged is not None and claim.id in self.verdicts:
            row["judgement"] = self.verdicts[claim.id]
        recorded = self.reports.get(claim.claim.report)
        if recorded is not None:
            row.update(_from_report(claim, recorded.report))  # type: ignore[typeddict-item]
        return row


def _row(claim: ResolvedClaim, places: Mapping[str, int], numbers: Mapping[str, int]) -> ClaimRow:
    said = claim.claim
    assert claim.place is not None  # the caller leaves out claims without a place
    row: dict[str, object] = {
        "id": claim.id,
        "place": places[claim.place.id],
        "type": said.type.value,
        "label": event_types()[said.type].label,
        "quote": claim.quote,
        "factuality": said.factuality.value,
        "precision": claim.precision.value,
        "known": day_number(claim.known_from.date()),
        "says": _says(claim, numbers),
    }
    row |= {
        name: value for name, value in _optional(claim).items() if value is not None and value is not False
    }
    return row  # type: ignore[return-value]


def _optional(claim: ResolvedClaim) -> dict[str, object]:
    """What is left out where it is unknown or false."""
    said, days = claim.claim, claim.days
    return {
        "trigger": _trigger(claim),
        "actor": claim.actor,
        "recipient": claim.recipient,
        "claimer": None if claim.claimer == "unnamed" else claim.claimer,
        "many": claim.claimer is not None and are_many(claim.claimer),
        "unnamed": said.attribution.unnamed or claim.claimer == "unnamed",
        "relay": claim.relayed_by,
        "side": claim.side,
        "unverified": said.unverified,
        "start": None if days.start is None else day_number(days.start),
        "end": None if days.end is None else day_number(days.end),
        "dated": claim.dated,
        "published": None if claim.published is None else day_number(claim.published),
        "outlet": claim.outlet,
        "report": claim.report_name,
        "against": claim.against_interest,
        "own": claim.own_interest,
        "inferred": claim.inferred,
        "beside": claim.beside,
        "judged": claim.judged,
        "figures": _figures(claim) or None,
    }


def _says(claim: ResolvedClaim, numbers: Mapping[str, int]) -> Says | None:
    position = position_of(claim)
    if position is None:
        return None
    party = None if position.party is None else numbers.get(position.party)
    return {"act": position.act, "party": party, "change": is_change(claim)}


def _trigger(claim: ResolvedClaim) -> list[int] | None:
    quote, trigger = claim.claim.quote, claim.claim.trigger
    if trigger is None or not trigger.within(quote):
        return None
    return [trigger.start - quote.start, trigger.end - quote.start]


def _figures(claim: ResolvedClaim) -> list[FigureRow]:
    return [
        {
            "kind": figure.kind,
            "who": figure.who,
            "low": figure.estimate.low,
            "best": figure.estimate.best,
            "high": figure.estimate.high,
            "text": figure.text,
        }
        for figure in claim.claim.figures
    ]


def _from_report(claim: ResolvedClaim, report: Report) -> dict[str, str]:
    before, after = context_of(report.text, claim.claim.quote)
    found = {"before": before, "after": after, "title": report.title, "address": report.address}
    return {name: words for name, words in found.items() if words}


def context_of(text: str, quote: Span) -> tuple[str | None, str | None]:
    """The sentence before and the one after a quotation, at most `CONTEXT` characters of each.

    Of what stands on a line of its own, as a headline does, the end of the line is kept.
    """
    sentences = _sentences(text)
    before = [one for one in sentences if one.end <= quote.start]
    after = [one for one in sentences if one.start >= quote.end]
    left = right = None
    if before:
        left = " ".join(before[-1].of(text).split())
        left = f"…{left[-CONTEXT:]}" if len(left) > CONTEXT else left
        left += "\n" if "\n" in text[before[-1].end : quote.start] else ""
    if after:
        right = " ".join(after[0].of(text).split())
        right = f"{right[:CONTEXT]}…" if len(right) > CONTEXT else right
        right = f"\n{right}" if "\n" in text[quote.end : after[0].start] else right
    return left, right


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    return find_sentences(text)


def silence_rows(recorded: Sequence[Recorded], told: Placed) -> dict[str, list[SilenceRow]]:
    """Who is said not to have commented, by place: the one that is named, else the only one of the report."""
    of_report: dict[str, list[ResolvedClaim]] = {}
    for claim in told.claims:
        of_report.setdefault(claim.claim.report, []).append(claim)
    rows: dict[str, list[SilenceRow]] = {}
    for one in recorded:
        for silence in one.extraction.silences if one.extraction is not None else ():
            place = _place_of(silence, one.report, of_report.get(silence.report, []))
            if place is not None:
                rows.setdefault(place, []).append(_silence(silence, one, told.places[place]))
    return rows


def _place_of(silence: Silence, report: Report, claims: Sequence[ResolvedClaim]) -> str | None:
    named = silence.place.span.of(report.text) if silence.place is not None else None
    found = {
        claim.place.id
        for claim in claims
        if claim.place is not None and (named is None or named in (claim.place_name, claim.place.name))
    }
    return found.pop() if len(found) == 1 else None


def _silence(silence: Silence, recorded: Recorded, place: int) -> SilenceRow:
    report = recorded.report
    words = silence.party.span.of(report.text)
    party = parties().named(words)
    row: SilenceRow = {
        "place": place,
        "party": party.name if party is not None else words,
        "quote": silence.quote.of(report.text),
        "known": day_number(recorded.known_from.date()),
    }
    if report.published is not None:
        row["published"] = day_number(report.published.day)
    if report.outlet is not None:
        row["outlet"] = report.outlet
    return row
